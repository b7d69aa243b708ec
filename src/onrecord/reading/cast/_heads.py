"""Heads: which of the names in the words of a source is the one that speaks."""

from __future__ import annotations

import re

from onrecord.reading._reading import Span
from onrecord.reading.cast._found import Found
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._phrases import read_phrase
from onrecord.reading.cast._scene import Scene

__all__ = ["head_name", "joint_parts", "name_after"]

_AND = re.compile(r",?\s+(?:and|or|nor|as well as|along with)\s+|,\s+(?=[A-Z\u00c0-\u00de])")
_ENDED = re.compile(r"[,.]| (?:said|says|told|added|has|had|was|is|only|also)\b")
_EXAMPLE = ("such as", "including")
_LONGEST_PART = 4
_POSSESSIVES = frozenset(["the", "a", "an", "his", "her", "their", "its", "our", "my"])


def head_name(scene: Scene, layout: Layout, span: Span) -> Found | None:
    """Return the name that the words are about: a person's first, and none that only tells whose or of what.

    "Ana Lind, mayor of Osk" and "the mayor of Osk, Ana Lind" are Ana Lind; "the Harbour Union's spokesman" and
    "officials in Osk" are nobody named.
    """
    if layout.text[max(span[0], span[1] - 2) : span[1]] in ("'s", "\u2019s"):
        span = span[0], span[1] - 2
    names = scene.names_in(layout.field, span)
    people = [name for name in names if name.type == "person"]
    others = [name for name in names if name.type != "person"]
    return next((name for name in (*people, *others) if _is_head(scene, layout, span, name)), None)


def name_after(scene: Scene, layout: Layout, span: Span) -> Found | None:
    """Return the person whose name stands right after words that tell a role, or after a comma.

    Of "the Norwegian president Ana Lind" or "the mayor of Osk, Ana Lind, said" a source may hold the role alone.
    """
    following = layout.word_at(span[1])
    if not 0 < following < len(layout.words):
        return None
    start, lower = layout.words[following].start, layout.words[following - 1].lower
    names = scene.names_in(layout.field, (start, start + 1))
    name = next((name for name in names if name.start == start and name.type == "person"), None)
    if name is None:
        return None
    if layout.adjacent(following):
        return name if lower in scene.lexicon.titles or scene.lexicon.role(lower) is not None else None
    apart = layout.text[layout.words[following - 1].end : start] == ", " and _ENDED.match(layout.text, name.end)
    return name if apart and _follows_role(scene, layout, *span) else None


def _is_head(scene: Scene, layout: Layout, span: Span, name: Found) -> bool:
    rest = layout.text[name.end : span[1]]
    if "-based" in rest or rest[:1] in ("'", "\u2019") or not _ends_there(scene, layout, name, span[1]):
        return False
    before = layout.text[span[0] : max(span[0], _title_start(scene, layout, span, name))].rstrip()
    if before.endswith(_EXAMPLE):
        return True
    words = [word.lower for word in layout.words_of(span[0], span[0] + len(before))]
    prepositions = _prepositions(scene, layout, span[0], span[0] + len(before))
    if name.type != "person":
        return not prepositions and "," not in before
    if before.endswith(","):
        return _follows_role(scene, layout, span[0], span[0] + len(before))
    return not prepositions or _is_apposed(scene, layout, span, name, words, prepositions[-1])


def _prepositions(scene: Scene, layout: Layout, start: int, end: int) -> list[int]:
    """Which of the words are prepositions, those within a name left out."""
    names = scene.names_in(layout.field, (start, end))
    return [
        at
        for at, word in enumerate(layout.words_of(start, end))
        if word.lower in scene.lexicon.prepositions and not any(n.start < word.start < n.end for n in names)
    ]


def _title_start(scene: Scene, layout: Layout, span: Span, name: Found) -> int:
    at = name.first
    while at and layout.words[at - 1].start >= span[0] and layout.adjacent(at):
        if layout.words[at - 1].lower not in scene.lexicon.titles:
            break
        at -= 1
    return layout.words[at].start


def _ends_there(scene: Scene, layout: Layout, name: Found, end: int) -> bool:
    """Whether nothing follows that the name only describes: "the Harbour Union spokesman"."""
    following = layout.words[name.last + 1] if name.last + 1 < len(layout.words) else None
    if following is None or following.start >= end or not layout.adjacent(name.last + 1):
        return True
    lower = following.lower
    if lower in scene.lexicon.prepositions or lower in scene.lexicon.after or following.text[0].isdigit():
        return True
    return lower in ("and", "or", "nor", "himself", "herself", "itself", "there", "here", "alone", "also", "both")


def _follows_role(scene: Scene, layout: Layout, start: int, end: int) -> bool:
    """Whether a role stands before the comma, and no one else who could have it."""
    phrase = read_phrase(layout, start, end, scene.lexicon)
    others = scene.names_in(layout.field, (start, end))
    return phrase is not None and phrase.role is not None and not any(other.type == "person" for other in others)


def _is_apposed(scene: Scene, layout: Layout, span: Span, name: Found, words: list[str], preposition: int) -> bool:
    """Whether a name after "of the Harbour Union" is the one described: "leader of the Harbour Union Ana Lind"."""
    phrase = read_phrase(layout, *span, scene.lexicon)
    if phrase is None or phrase.indefinite or phrase.role is None or phrase.plural or preposition == len(words) - 1:
        return False
    ahead = words[-1]
    if scene.lexicon.role(ahead) is not None or ahead in scene.lexicon.titles or ahead in _POSSESSIVES:
        return False
    before = layout.words[name.first - 1]
    return before.text == before.bare


def joint_parts(scene: Scene, layout: Layout, span: Span) -> list[Span]:
    """Cut joint sources at each "and" or comma outside names, where each part can speak alone; else one part."""
    names = scene.names_in(layout.field, span)
    cuts = [
        match
        for match in _AND.finditer(layout.text, *span)
        if not any(name.start < match.end() and match.start() < name.end for name in names)
    ]
    if not any(match[0].strip(", ") for match in cuts):
        return [span]
    bounds = [span[0], *(edge for match in cuts for edge in match.span()), span[1]]
    parts = list(zip(bounds[::2], bounds[1::2], strict=True))
    return parts if all(_stands_alone(scene, layout, part) for part in parts) else [span]


def _stands_alone(scene: Scene, layout: Layout, part: Span) -> bool:
    if head_name(scene, layout, part) is not None:
        return True
    phrase = read_phrase(layout, *part, scene.lexicon)
    if phrase is None or phrase.tail.strip() or len(phrase.before) > _LONGEST_PART or not phrase.noun[0].isalpha():
        return False
    if any(name.type == "person" for name in scene.names_in(layout.field, part)):
        return False
    owned = bool(phrase.determiner or phrase.possessor)
    return phrase.plural or (owned and (phrase.noun in scene.lexicon.heads or phrase.role is not None))
