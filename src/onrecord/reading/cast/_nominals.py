"""Nominals: whom "the spokesperson", "the Russian minister" or "the ministry" means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.reading._reading import Span
from onrecord.reading.cast._aliases import body_words
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._lexicon import Lexicon, singular
from onrecord.reading.cast._members import Member, Office
from onrecord.reading.cast._phrases import Phrase
from onrecord.reading.cast._trail import Trail

__all__ = ["Match", "match_nominal", "match_pair"]

_FLOOR = 1.2
_LEADER = "leader"
_GENERIC = frozenset(["resident", "family", "suspect"])
_EMPTY = frozenset(["former", "then", "current", "top", "senior", "new", "said", "same", "late", "aforementioned"])


@dataclass(frozen=True, slots=True)
class Match:
    """The member whom a description fits best, and why."""

    member: Member
    score: float
    margin: float
    reason: str


def match_nominal(
    phrase: Phrase, layout: Layout, span: Span, members: Sequence[Member], trail: Trail, lexicon: Lexicon
) -> Match | None:
    """Return the member that the noun phrase describes, or none where no one fits well enough."""
    near = _nearness(layout, span, trail)
    scored = [
        (score + near(member), member, why)
        for member in members
        if (fit := _fit(phrase, member, lexicon))
        for score, why in [fit]
    ]
    if not scored:
        return None
    scored.sort(key=lambda item: -item[0])
    score, member, why = scored[0]
    if score < _FLOOR:
        return None
    margin = score - scored[1][0] if len(scored) > 1 else 2.0
    return Match(member, score, margin, why)


def _nearness(layout: Layout, span: Span, trail: Trail) -> Callable[[Member], float]:
    """How near each member was last met: up to 0.9 for the last one, and something for having spoken."""
    sentence = layout.sentence(span[0])
    near: dict[int, float] = {}
    for reference in trail.before(layout, span[0]):
        value = 0.9 - 0.12 * min(10, sentence - reference.sentence) + 0.2 * reference.source + 0.15 * reference.subject
        value -= 0.3 * reference.possessive
        near[id(reference.member)] = max(value, near.get(id(reference.member), -0.5))
    return lambda member: near.get(id(member), -0.5)


def _fit(phrase: Phrase, member: Member, lexicon: Lexicon) -> tuple[float, str] | None:
    if not member.named:
        return _fit_unnamed(phrase, member)
    if member.type == "person":
        return None if phrase.plural or phrase.role is None else _fit_person(phrase, member, lexicon)
    if member.type in ("body", "outlet"):
        return _fit_body(phrase, member, lexicon)
    if member.type == "place" and phrase.noun in lexicon.country_heads and not phrase.before:
        return 0.3, f"the place called {phrase.noun}"
    return None


def _fit_unnamed(phrase: Phrase, member: Member) -> tuple[float, str] | None:
    if not phrase.noun or phrase.noun != member.head:
        return None
    ours = set(phrase.before) - _EMPTY
    if ours and not ours <= member.modifiers:
        return None
    return 1.4, f"the {phrase.noun} spoken of before"


def _fit_person(phrase: Phrase, member: Member, lexicon: Lexicon) -> tuple[float, str] | None:
    role = phrase.role
    if role is None or (role.gender and member.gender and role.gender != member.gender):
        return None
    best: tuple[float, str] | None = None
    for office in member.offices:
        base = _office_fit(phrase, office, lexicon)
        if base is None:
            continue
        score = base + _modifier_fit(phrase, office, lexicon)
        if best is None or score > best[0]:
            best = score, f"named before as {office.noun}"
    if best is None and role.gender is not None and role.groups & _GENERIC and not phrase.before:
        return 0.5, f"the {phrase.noun} named before"
    return best


def _office_fit(phrase: Phrase, office: Office, lexicon: Lexicon) -> float | None:
    """How well a description's noun fits an office: the same noun, one that means the same, a wider one."""
    role = phrase.role
    if role is None:
        return None
    if phrase.noun == office.noun:
        return 2.4
    shared = role.groups & office.groups
    if shared:
        return 1.8 if shared & lexicon.alike else 0.7
    if any(phrase.noun == group or group == _LEADER for group in role.groups & office.wider):
        return 1.2
    return 1.6 if phrase.noun in office.words else None


def _modifier_fit(phrase: Phrase, office: Office, lexicon: Lexicon) -> float:
    score = 0.0
    countries = lexicon.country_names
    theirs = office.words & countries
    for word in phrase.before:
        if word in office.words:
            score += 0.5
        elif word in countries:
            score += -1.5 if theirs else 0.1
        elif word not in _EMPTY:
            score -= 0.4
    return score


def _fit_body(phrase: Phrase, member: Member, lexicon: Lexicon) -> tuple[float, str] | None:
    words = {word for form in member.forms for word in body_words(form, lexicon)}
    others = {word for word in phrase.before if word not in _EMPTY and not word.endswith("-based")} - words
    why = f"the {phrase.noun} named before"
    if phrase.noun in words or (phrase.role is None and singular(phrase.noun, lexicon.plural) in words):
        return (1.2 + 0.4 * len(words.intersection(phrase.before)), why) if not others else None
    if phrase.noun in lexicon.companies and member.type == "body" and not words & (lexicon.heads - lexicon.companies):
        return 0.75 - 0.3 * len(others), why
    if phrase.noun in lexicon.outlet_heads and member.type == "outlet":
        return 0.8 - 0.3 * len(others), why
    return None


def match_pair(phrase: Phrase, layout: Layout, span: Span, trail: Trail, lexicon: Lexicon) -> tuple[Member, ...] | None:
    """Return the last two countries or people met, for "the two countries", "the two ministers"; else none."""
    if (
        phrase.determiner != "two"
        or phrase.before
        or not layout.text[span[0] : span[1]].lower().startswith(("the", "these"))
    ):
        return None
    noun = singular(phrase.noun, lexicon.plural)
    wanted = "place" if noun in lexicon.country_heads or noun == "side" else "person" if phrase.role else None
    pair: list[Member] = []
    for reference in trail.before(layout, span[0]):
        member = reference.member
        if member in pair or member.type != wanted or (wanted == "place" and member.country is None):
            continue
        if wanted == "person" and not any(_office_fit(phrase, office, lexicon) for office in member.offices):
            continue
        pair.append(member)
        if len(pair) == 2:
            return (pair[1], pair[0])
    return None
