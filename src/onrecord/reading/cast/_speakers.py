"""Speakers: who says each statement, from the words of its source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading._marks import Attribution
from onrecord.reading._reading import Field, Span
from onrecord.reading.cast._descriptions import describe, describe_words
from onrecord.reading.cast._found import Found
from onrecord.reading.cast._heads import head_name, joint_parts, name_after
from onrecord.reading.cast._issuers import find_issuer
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._lexicon import Pronoun
from onrecord.reading.cast._members import Member
from onrecord.reading.cast._nominals import match_nominal, match_pair
from onrecord.reading.cast._phrases import Phrase, phrase_before, read_phrase
from onrecord.reading.cast._pronouns import antecedent, certainty_of, choose, why
from onrecord.reading.cast._scene import Scene, Who

__all__ = ["Resolution", "Resolver"]

_LEAD = re.compile(r"(?:both|neither|either|even|only|not)\s+(?=\S)", re.IGNORECASE)
_OWNER = re.compile(r"['\u2019]s?$")
_CLAUSE = re.compile(r"\s*(?:,|who\b|which\b|that\b|where\b|there$|here$)")
_LONGEST_ARTICLE = 5
_NOBODY = Who(None, 0.95, "no source is given")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who speaks: the id of the entity (none without a source), how likely that is right, and why."""

    entity: str | None
    certainty: float
    reason: str


class Resolver:
    """Resolves the sources of a scene's attributions, and any other words that refer to its members."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._resolved: dict[tuple[Field, int], Who] = {}
        self._at_words: dict[tuple[Field, Span], Who] = {}
        self._open: set[tuple[Field, int]] = set()

    def speaker(self, field: Field, index: int) -> Who:
        """Return who speaks attribution ``index`` of ``field``."""
        key = (field, index)
        if key not in self._resolved:
            if key in self._open:  # attributions that continue, or hold, one another
                return _NOBODY
            self._open.add(key)
            self._resolved[key] = self._speaker(field, index)
        return self._resolved[key]

    def _speaker(self, field: Field, index: int) -> Who:
        attribution = self.scene.marks[field].attributions[index]
        if attribution.continues is not None and attribution.continues != index:
            who = self.speaker(field, attribution.continues)
            return Who(who.member, who.certainty, "the quotation goes on: " + who.reason, who.kind)
        if not attribution.source:
            return _NOBODY
        span = self._main_span(field, attribution)
        known = self._at_words.get((field, span))
        if known is None:
            layout = self.scene.layouts[field]
            known = self._at_words[field, span] = self.refer(layout, span, attribution, index)
        return known

    def _main_span(self, field: Field, attribution: Attribution) -> Span:
        """The piece of the source that holds a name, else its first piece."""
        named = (span for span in attribution.source if self.scene.names_in(field, span))
        return next(named, attribution.source[0])

    def refer(
        self, layout: Layout, span: Span, attribution: Attribution | None = None, index: int | None = None
    ) -> Who:
        """Return whom the words at ``span`` refer to, making a member for those not named."""
        span = _bare(layout.text, span)
        word = layout.text[span[0] : span[1]].lower()
        pronoun = self.scene.lexicon.pronouns.get(word)
        if pronoun is not None:
            return self._refer_pronoun(layout, span, pronoun, attribution, index)
        lead = _LEAD.match(layout.text, *span)
        if lead is not None:
            span = (lead.end(), span[1])
        return self._refer_joint(layout, span) or self._refer_single(layout, span)

    def _refer_single(self, layout: Layout, span: Span) -> Who:
        name = head_name(self.scene, layout, span)
        if name is not None and name.member is not None:
            return self._refer_name(layout, span, name, name.member)
        country = self.scene.lexicon.countries.get(_OWNER.sub("", layout.text[span[0] : span[1]]))
        if country is not None:
            return self._refer_country(layout, span, country.name)
        name = name_after(self.scene, layout, span)
        if name is not None and name.member is not None:
            return Who(name.member, 0.9, f"named right after: {name.text}")
        phrase = read_phrase(layout, *span, self.scene.lexicon)
        return _NOBODY if phrase is None else self._refer_nominal(layout, span, phrase)

    # -- names

    def _refer_name(self, layout: Layout, span: Span, name: Found, member: Member) -> Who:
        country = self.scene.lexicon.countries.get(name.text)
        if country is not None and country.kind == "capital" and name.start - span[0] < _LONGEST_ARTICLE:
            member.mentions.pop((layout.field, (name.start, name.end)), None)
            return self._refer_country(layout, (name.start, name.end), country.name)
        if member.type == "body" and name.text.isupper():
            described = self.scene.abbreviated(name.text)
            if described is not None:
                described.note(layout.field, (name.start, name.end), "name")
                return Who(described, 0.85, f"\u201c{name.text}\u201d: short for {described.name}")
        return Who(member, 0.98 if name.score > 0.5 else 0.95, f"named: {name.text}")

    def _refer_country(self, layout: Layout, span: Span, name: str) -> Who:
        """Return the country for which its capital, its people or its adjective speaks."""
        words = layout.text[span[0] : span[1]]
        member = self.scene.countries.get(name) or self.scene.add(Member("place", name, country=name))
        member.forms[_OWNER.sub("", words)] += 1
        member.note(layout.field, span, "name")
        return Who(member, 0.9, f"\u201c{words}\u201d speaks for {member.name}")

    def _refer_joint(self, layout: Layout, span: Span) -> Who | None:
        """Return several who speak under one cue, where each part of the words can stand for itself."""
        parts = joint_parts(self.scene, layout, span)
        if len(parts) < 2:
            return None
        members = tuple(who.member for part in parts if (who := self._refer_single(layout, part)).member is not None)
        if len(set(map(id, members))) < 2:
            return None
        return self._together(layout, span, members)

    def _together(self, layout: Layout, span: Span, members: tuple[Member, ...]) -> Who:
        name = " and ".join((", ".join(member.name for member in members[:-1]), members[-1].name))
        joint = self.scene.joint(members)
        if joint is None:
            named = all(member.named for member in members)
            joint = self.scene.add(Member("group", name, named=named, many=True, parts=members))
        joint.forms[name] += 1
        joint.note(layout.field, span, "nominal")
        return Who(joint, 0.9, "they speak together")

    # -- pronouns

    def _refer_pronoun(
        self, layout: Layout, span: Span, pronoun: Pronoun, attribution: Attribution | None, index: int | None
    ) -> Who:
        word = layout.text[span[0] : span[1]]
        quoter = self._quoter(layout, span, index)
        if pronoun.person == 1:
            return self._first_person(layout, span, quoter)
        if pronoun.relative:
            choice = antecedent(layout, span, self.scene.trail, pronoun)
        else:
            in_quote = layout.quotation(span[0]) >= 0
            barred = [quoter.member] if quoter is not None and in_quote and pronoun.number == "one" else []
            content = attribution.content if attribution is not None else ()
            choice = choose(pronoun, layout, span, self.scene.trail, content=content, is_source=True, barred=barred)
        if choice is None:
            return self._unresolved(layout, span, pronoun)
        choice.member.note(layout.field, span, "pronoun")
        choice.learn_gender(pronoun)
        return Who(choice.member, certainty_of(choice), why(layout, span, word, choice), "pronoun")

    def _first_person(self, layout: Layout, span: Span, quoter: Who | None) -> Who:
        word = layout.text[span[0] : span[1]]
        if quoter is None or quoter.member is None:
            member = describe_words(self.scene, layout, span)
            member.note(layout.field, span, "pronoun")
            return Who(member, 0.3, f"\u201c{word}\u201d: the report does not tell whose words these are", "words")
        quoter.member.note(layout.field, span, "pronoun")
        return Who(quoter.member, 0.9 * quoter.certainty, f"\u201c{word}\u201d: the one who is quoted", "pronoun")

    def _unresolved(self, layout: Layout, span: Span, pronoun: Pronoun) -> Who:
        word = layout.text[span[0] : span[1]]
        if pronoun.relative:
            before = phrase_before(layout, span[0], self.scene.lexicon)
            if before is not None:
                who = self._refer_single(layout, before)
                if who.member is not None:
                    return Who(
                        who.member, 0.7 * who.certainty, f"\u201c{word}\u201d: the words just before it", who.kind
                    )
        member = describe_words(self.scene, layout, span)
        member.note(layout.field, span, "pronoun")
        return Who(member, 0.3, f"\u201c{word}\u201d: no one before it fits", "words")

    def _quoter(self, layout: Layout, span: Span, index: int | None) -> Who | None:
        """Who speaks the statement that holds the words at ``span``."""
        parent = self.scene.marks[layout.field].attributions[index].parent if index is not None else None
        if parent is None:
            parent = self.scene.holder(layout.field, span, index)
        return None if parent is None else self.speaker(layout.field, parent)

    # -- descriptions

    def _refer_nominal(self, layout: Layout, span: Span, phrase: Phrase) -> Who:
        scene = self.scene
        who = find_issuer(scene, layout, span, phrase, self.refer) or self._described_before(layout, span, phrase)
        if who is not None:
            return who
        member = describe(scene, layout, span, phrase)
        member.note(layout.field, span, "nominal")
        return Who(member, 0.8, "described, not named", "words")

    def _described_before(self, layout: Layout, span: Span, phrase: Phrase) -> Who | None:
        scene = self.scene
        if phrase.indefinite:
            pair = match_pair(phrase, layout, span, scene.trail, scene.lexicon)
            return None if pair is None else self._together(layout, span, pair)
        match = match_nominal(phrase, layout, span, scene.near(layout, span[0]), scene.trail, scene.lexicon)
        if match is None or (phrase.tail.strip() and not _CLAUSE.match(phrase.tail) and match.score < 2.5):
            return None
        if match.member.named and match.member.type == "person" and not phrase.definite:
            return None
        words = (phrase.core_start, phrase.noun_end)
        match.member.note(layout.field, words, "nominal")
        sure = round(min(0.95, 0.7 + 0.15 * min(1.6, match.margin)), 2)
        return Who(match.member, sure, f"\u201c{layout.text[words[0] : words[1]]}\u201d: {match.reason}", "nominal")


def _bare(text: str, span: Span) -> Span:
    """Leave out blanks, marks and brackets about the words of a source."""
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip(" \n\t\"'\u201c\u2018(,-\u2013\u2014"))
    return start, max(start, span[1] - len(words) + len(words.rstrip(' \n\t,;:)"\u201d-\u2013\u2014')))
