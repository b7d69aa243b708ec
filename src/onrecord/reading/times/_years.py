"""Rules for years, decades and centuries: "1998", "fiscal 1998", "nineteen ninety-eight", "the mid-1990s"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading.times._calendar import EDGE
from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import NOUNS_COUNTED, ORDINAL, SPOKEN_YEAR, YEAR, ordinal, year_of
from onrecord.reading.times._period import Period

__all__ = ["RULES"]

_PLAUSIBLE = range(1900, 2060)
"""Figures that are a year wherever they stand, unless they count something."""
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|of|until|till|from|through|after|before|during|between|for|by|to|and|year|early|late|circa|back)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"(?:\b(?:the|its|his|her|their|our|a|that|this|in|since)|'s)\s+$", re.IGNORECASE)
_PART_OF_NUMBER = re.compile(r"(?<!\d)\d{1,3}-$")
_NEXT_WORD = re.compile(r"[ -]([A-Za-z]+)(?![\w'])")
_NO_PLURALS = frozenset(
    ["was", "is", "has", "as", "this", "his", "its", "does", "us", "versus", "plus", "unless", "across"]
)


def _found(year: int) -> Found:
    period = Period("year", date(year, 1, 1))
    return Found("DATE", period.value, period)


def _year(match: re.Match[str], context: Context) -> Found | None:
    year = year_of(match["year"])
    if not match["year"].isdigit():
        return _found(year)
    before = context.text[max(0, match.start("year") - 24) : match.start("year")]
    following = _NEXT_WORD.match(context.text, match.end())
    noun = following[1].lower() if following else ""
    plural = noun.endswith("s") and len(noun) > 3 and noun not in _NO_PLURALS
    part = (match["edge"] or "about ").lower() not in {"about ", "around "}
    if _PART_OF_NUMBER.search(before) or (noun in NOUNS_COUNTED and not part):
        return None
    if year in _PLAUSIBLE:
        return _found(year) if not plural or part or _DETERMINED.search(before) else None
    told = part or _BEFORE_YEAR.search(before)
    return _found(year) if told and not plural else None


def _named_year(match: re.Match[str], context: Context) -> Found | None:
    return _found(year_of(match["year"]))


_DECADES = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}


def _decade(match: re.Match[str], context: Context) -> Found | None:
    groups = match.groupdict()
    figures, words = groups.get("figures"), groups.get("words")
    if words or not figures:
        year = 1900 + _DECADES[(words or "").lower().removesuffix("ies")]
    elif len(figures) == 2:
        year = int(figures) + (2000 if int(figures) < 30 else 1900)
    else:
        year = int(figures)
    of_century = year % 100 == 0 and year < 1950 and not words  # "the 1800s", but "the 2000s"
    period = Period("century" if of_century else "decade", date(year, 1, 1))
    return Found("DATE", period.value, period, inferred=figures is None or len(figures) == 2)


def _century(match: re.Match[str], context: Context) -> Found | None:
    number = ordinal(match["ordinal"])
    if not 2 <= number <= 30:
        return None
    period = Period("century", date((number - 1) * 100, 1, 1))
    return Found("DATE", period.value, period)


_figures = r"(?P<figures>(?:1\d|20)\d0|(?<=')\d0)'?s"
_words = "(?P<words>(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)"
RULES: list[Rule] = [
    rule(rf"{EDGE}(?:the )?(?:fiscal|financial|FY)(?: year)? ?(?P<year>[12]\d{{3}}|'\d\d)(?!\w)", _named_year),
    rule(
        rf"{EDGE}(?:the )?(?:calendar )?year (?P<year>[12]\d{{3}}(?!\w)|{SPOKEN_YEAR}|two thousand(?! and)(?!\w))",
        _named_year,
    ),
    rule(f"{EDGE}{YEAR}", _year),
    rule(
        rf"{EDGE}'(?P<year>\d\d)(?![\w'])",
        lambda match, context: _named_year(match, context) if match["edge"] else None,
    ),
    rule(f"{EDGE}the '?(?:{_figures}|{_words})(?!\\w)", _decade),
    rule(f"{EDGE}{_figures}(?!\\w)", _decade),
    rule(f"{EDGE}(?:the )?(?P<ordinal>{ORDINAL})[ -]century(?!\\w)", _century),
]
