"""Descriptions: members for those whom a report describes and does not name."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.reading._reading import Span
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._members import Member
from onrecord.reading.cast._phrases import Phrase
from onrecord.reading.cast._pronouns import choose
from onrecord.reading.cast._scene import Scene

__all__ = ["describe", "describe_words"]

_ARTICLE = re.compile(r"^(?:the|this|that|these|those)\s+", re.IGNORECASE)
_FIRST_WORD = re.compile(r"^\S+\s+")


def describe_words(scene: Scene, layout: Layout, span: Span) -> Member:
    """Return a new member called by the words at ``span``, of whom nothing more is known."""
    name = " ".join(layout.text[span[0] : span[1]].split())
    name = name if name == "I" or scene.lexicon.pronouns.get(name.lower()) is None else name.lower()
    return scene.add(Member("group", name, named=False, forms=Counter([name])))


def describe(scene: Scene, layout: Layout, span: Span, phrase: Phrase) -> Member:
    """Return the member called by the noun phrase at ``span``: the one so called before, or a new one.

    "A witness" is always somebody new; "officials", "the doctor" are those of before.
    """
    kind = _kind(scene, phrase)
    name = _name(scene, layout, span, phrase)
    if not phrase.indefinite or phrase.plural:
        known = scene.described(phrase.noun, name)
        if known is not None:
            return known
    member = Member(
        kind,
        name,
        named=kind == "body" and not phrase.indefinite,
        many=phrase.plural,
        forms=Counter([name]),
        gender=phrase.role.gender if phrase.role else None,
        head=phrase.noun,
        modifiers=frozenset(phrase.before),
    )
    return scene.add(member)


def _kind(scene: Scene, phrase: Phrase) -> str:
    if phrase.role is not None:
        return "group" if phrase.plural else "person"
    if phrase.noun in scene.lexicon.outlet_heads:
        return "group" if phrase.plural else "outlet"
    if phrase.noun in scene.lexicon.heads and phrase.noun not in ("authorities", "community"):
        return "group" if phrase.noun.endswith("s") and phrase.plural and not phrase.before else "body"
    if scene.lexicon.document(phrase.noun) is not None:
        return "document"
    return "group" if phrase.plural else "other"


def _name(scene: Scene, layout: Layout, span: Span, phrase: Phrase) -> str:
    """The words as a name: no article, nothing after the first comma, an owner instead of "his"."""
    text = layout.text[span[0] : span[1]]
    comma = text.find(",", max(0, phrase.noun_end - span[0]))
    name = " ".join((text if comma < 0 else text[:comma]).split())
    if phrase.possessor:
        return _owned(scene, layout, span, phrase, name)
    first = layout.words[layout.word_at(span[0])]
    if name.startswith(first.text) and _only_begins(scene, layout, first.text, span):
        name = first.text.lower() + name[len(first.text) :]
    return _ARTICLE.sub("", name)


def _only_begins(scene: Scene, layout: Layout, word: str, span: Span) -> bool:
    """Whether a word has its capital only because it begins a sentence."""
    if not layout.begins_sentence(layout.word_at(span[0])) or word in scene.lexicon.countries:
        return False
    if any(name.start <= span[0] < name.end for name in scene.names_in(layout.field, span)):
        return False
    return word[1:].islower() or len(word) == 1


def _owned(scene: Scene, layout: Layout, span: Span, phrase: Phrase, name: str) -> str:
    """Put the owner's name where a possessive pronoun stands: "her neighbour" becomes "Ana Lind's neighbour"."""
    bare = _FIRST_WORD.sub("", name)
    pronoun = scene.lexicon.pronouns.get(phrase.possessor)
    if pronoun is None or pronoun.gender not in ("man", "woman"):
        return bare
    choice = choose(pronoun, layout, span, scene.trail)
    return f"{choice.member.name}\u2019s {bare}" if choice is not None and choice.member.named else bare
