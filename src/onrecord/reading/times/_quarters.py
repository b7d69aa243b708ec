"""Rules for quarters and halves of a year: "the third quarter", "Q3 2025", "the year-ago period", "the first half"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from onrecord.reading.times._calendar import years_round
from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import ordinal
from onrecord.reading.times._period import Period
from onrecord.reading.times._periods import PART, STEPS

if TYPE_CHECKING:
    import re

__all__ = ["RULES"]


def _quarter(match: re.Match[str], context: Context) -> Found | None:
    number = ordinal(match["number"]) if match["number"][0].isalpha() else int(match["number"][0])
    return _part_of_year("quarter", number, match, context) if 1 <= number <= 4 else None


def _half(match: re.Match[str], context: Context) -> Found | None:
    return _part_of_year("half", 1 if match["half"].lower() == "first" else 2, match, context)


def _part_of_year(unit: str, number: int, match: re.Match[str], context: Context) -> Found | None:
    """Return the quarter or half of the year told with it; else the one that makes sense against the report's date."""
    letter, months = ("Q", 3) if unit == "quarter" else ("H", 6)
    month = (number - 1) * months + 1
    told = match.groupdict()
    words = told.get("year") or told.get("year_before")
    near = told.get("near") or told.get("near_before")
    if words:
        period = Period(unit, date(int(words), month, 1))
        return Found("DATE", period.value, period)
    if context.written is None:
        return Found("DATE", f"XXXX-{letter}{number}")
    if near and 1 < context.written.year < 9999:
        period = Period(unit, date(context.written.year + STEPS[near.lower()], month, 1))
        return Found("DATE", period.value, period, inferred=True)
    found = context.nearest([Period(unit, date(year, month, 1)) for year in years_round(context)], match)
    return _year_before(found) if told.get("ago") else found


def _year_before(found: Found | None, years: int = 1) -> Found | None:
    """Return the same quarter of an earlier year, as something that results are compared with."""
    period = found.period.shift(-years, "year") if found and found.period else None
    return found._replace(value=period.value, period=period, anchors=False) if found and period else None


def _quarter_told(match: re.Match[str], context: Context) -> Found | None:
    """The quarter is the one last told; the year-ago period is that of the year before."""
    groups, told = match.groupdict(), context.quarter
    if told is None and groups["word"].lower() == "quarter":
        told = context.relative("quarter", -1)
    if told is None or told.period is None:
        return told
    if groups.get("year"):
        return _year_before(told, told.period.start.year - int(groups["year"]))
    return _year_before(told) if groups.get("ago") else told


_number = "(?P<number>first|second|third|fourth|[1-4](?:st|nd|rd|th))"
_year = r"(?P<year>(?:19|20)\d\d)(?!\w)"
_of = f",? (?:of )?(?:the )?(?:fiscal )?(?:year )?(?:{_year}|(?P<near>this|last|next) (?:fiscal )?year(?![\\w']))"
_before = (
    "(?:(?P<near_before>this|last|next) year's |the (?P<ago>year-ago |year-earlier )"
    "|(?:the )?(?P<year_before>(?:19|20)\\d\\d )|(?:the )?fiscal[ -])?"
)
_word = "(?P<word>quarter|period)(?![\\w-])"
_alike = "(?:corresponding|same|comparable|like|similar)"
_ago = "(?P<ago>last year|previous year|prior year|year earlier|year ago|year before)(?!\\w)"
_yields = "(?:profits?|results|earnings|sales|revenues?|net|loss|losses|report|income|figures)"
RULES: list[Rule] = [
    rule(f"{PART}{_before}{_number}[ -]quarter(?!\\w)(?:{_of})?", _quarter),
    rule(f"{PART}the {_number} quarter(?!\\w)(?:{_of})?", _quarter),
    rule(f"{PART}(?-i:Q)(?P<number>[1-4])(?:[ -]?(?:of )?{_year})?(?!\\w)", _quarter),
    rule(f"{PART}(?:the )?(?P<half>first|second)[ -]half{_of}", _half),
    rule(f"{_before}(?P<half>first|second)-half(?= {_yields}\\b)", _half),
    rule(f"the (?P<year>(?:19|20)\\d\\d) {_word}", _quarter_told),
    rule(f"(?:the )?(?P<ago>year[ -](?:ago|earlier)) {_word}", _quarter_told),
    rule(f"the {_alike} {_word} (?:of )?(?:the |a )?{_ago}", _quarter_told),
    rule("the (?P<word>quarter)(?P<ago> a year (?:ago|earlier))?(?![\\w-])", _quarter_told),
    rule(f"the latest {_word}", _quarter_told),
]
