"""Pronouns: whom "he", "it", "they" or "who" stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

from onrecord.reading._reading import Span
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._lexicon import Pronoun
from onrecord.reading.cast._members import Member, Reference
from onrecord.reading.cast._trail import Trail

__all__ = ["Choice", "antecedent", "certainty_of", "choose", "why"]

_SENTENCE = -0.45
_PARAGRAPH = -0.5
_SOURCE = 0.8
_LAST_SPEAKER = 0.6
_SUBJECT = 0.7
_POSSESSIVE = -0.3
_QUOTED = -1.2
_OWN_WORDS = -2.5
_GENDER_KNOWN = 0.2
_FREQUENT = 0.25
_SAME_PARAGRAPH = 1.0
_FAR = 12
_FLOOR = -2.0
_CLEAR = 0.8


@dataclass(frozen=True, slots=True)
class Choice:
    """The member chosen, how far ahead of the next one, and where it was last met."""

    member: Member
    score: float
    margin: float
    reference: Reference

    def learn_gender(self, pronoun: Pronoun) -> None:
        """Take the gender of a pronoun for that of a member it clearly stands for."""
        if self.member.gender is None and self.margin > _CLEAR and pronoun.gender in ("man", "woman"):
            self.member.gender = pronoun.gender


def choose(
    pronoun: Pronoun,
    layout: Layout,
    span: Span,
    trail: Trail,
    *,
    content: Sequence[Span] = (),
    is_source: bool = False,
    barred: Sequence[Member | None] = (),
) -> Choice | None:
    """Return the best antecedent before ``span``, or none. ``content`` is what the pronoun is said to say."""
    sentence, paragraph, quotation = layout.sentence(span[0]), layout.paragraph(span[0]), layout.quotation(span[0])
    fits = _FITS[pronoun.gender or ("many" if pronoun.number == "many" else "any")]
    best: dict[int, tuple[float, Reference]] = {}
    last_speaker = True
    for reference in trail.before(layout, span[0]):
        member = reference.member
        bonus = 0.0
        if reference.source and last_speaker:
            last_speaker = False
            bonus = _LAST_SPEAKER if is_source else _LAST_SPEAKER / 2
        fit = fits(member)
        if fit is None or member in barred:
            continue
        score = (
            fit
            + bonus
            + (_SOURCE if is_source else _SOURCE / 2) * reference.source
            + _SUBJECT * reference.subject
            + _POSSESSIVE * reference.possessive
        )
        score += _SENTENCE * min(_FAR, sentence - reference.sentence) + _PARAGRAPH * min(
            3, paragraph - reference.paragraph
        )
        if reference.subject and reference.paragraph == paragraph and reference.quotation < 0:
            score += _SAME_PARAGRAPH
        if reference.quotation >= 0 and reference.quotation != quotation:
            score += _QUOTED
        if is_source and any(start <= reference.start < end for start, end in content):
            score += _OWN_WORDS if reference.quotation >= 0 else _OWN_WORDS / 3
        score += _FREQUENT * log(1 + trail.counts[id(member)])
        known = best.get(id(member))
        if known is None or score > known[0]:
            best[id(member)] = (score, reference)
    best = {key: value for key, value in best.items() if value[0] > _FLOOR}
    if not best:
        return None
    ranked = sorted(best.values(), key=lambda item: -item[0])
    score, reference = ranked[0]
    margin = score - ranked[1][0] if len(ranked) > 1 else 3.0
    return Choice(reference.member, score, margin, reference)


def antecedent(layout: Layout, span: Span, trail: Trail, pronoun: Pronoun) -> Choice | None:
    """Return the member named just before a relative pronoun ("Lind, who"; "Lind, the mayor of Osk, who")."""
    sentence = layout.sentence(span[0])
    for reference in trail.before(layout, span[0]):
        if reference.sentence != sentence or span[0] - reference.end > 120:
            break
        person = reference.member.type in ("person", "group")
        if person == (pronoun.gender is None) and not reference.possessive:
            return Choice(reference.member, 1.0, 1.0 if span[0] - reference.end < 4 else 0.4, reference)
    return None


def certainty_of(choice: Choice) -> float:
    """Return how likely a choice is right, by how far it is ahead of the next one."""
    return round(min(0.95, 0.65 + 0.2 * min(1.5, max(0.0, choice.margin))), 2)


def why(layout: Layout, span: Span, word: str, choice: Choice) -> str:
    """Return the reason for a choice in words."""
    gap = layout.sentence(span[0]) - choice.reference.sentence
    where = "in the same sentence" if gap <= 0 else "in the sentence before" if gap == 1 else f"{gap} sentences before"
    whom = {"he": "man", "she": "woman"}.get(word.lower(), "one")
    did = "who spoke" if choice.reference.source else "spoken of" if choice.reference.pronoun else "named"
    return f"\u201c{word}\u201d: the last {whom} {did}, {where}"


def _man(member: Member) -> float | None:
    return _gendered(member, "man")


def _woman(member: Member) -> float | None:
    return _gendered(member, "woman")


def _gendered(member: Member, gender: str) -> float | None:
    if member.type != "person" or member.many:
        return None
    if member.gender is None:
        return 0.0
    return _GENDER_KNOWN if member.gender == gender else None


def _thing(member: Member) -> float | None:
    if member.type in ("body", "outlet"):
        return 0.3
    if member.type == "place":
        return 0.0
    return {"document": 0.2, "other": -0.8}.get(member.type)


def _many(member: Member) -> float | None:
    if member.type == "group" or member.many:
        return 1.0
    return {"body": 0.3, "outlet": 0.0, "place": -0.3}.get(member.type)


def _any(member: Member) -> float | None:
    return 0.0


_FITS: dict[str, Callable[[Member], float | None]] = {
    "man": _man,
    "woman": _woman,
    "thing": _thing,
    "many": _many,
    "any": _any,
}
