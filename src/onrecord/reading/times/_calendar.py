"""Rules for days and months of the calendar: "Nov. 13, 1989", "6 February", "2026-02-06", "12/03/98", "in May"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import (
    DAY_NUMBER,
    MONTH,
    MONTHS,
    NAMES,
    SPOKEN_YEAR,
    WEEKDAY,
    alternatives,
    year_of,
)
from onrecord.reading.times._period import Period

__all__ = ["EDGE", "RULES", "day_found", "month_found", "month_number", "years_round"]

EDGE = (
    "(?P<edge>(?:the )?(?:very )?(?:(?:early|late|mid)(?: in|-)?|(?:beginning|start|middle|end|close) of) (?:the )?"
    "|(?:the )?mid-|pre-|post-|around |about )?"
)
"""What says which part of the period is meant: it belongs to the words, and leaves the value as it is."""


_NEAR_YEARS = {"last": -1, "this": 0, "next": 1}


def years_round(context: Context) -> range:
    """Return the years that a date without a year may be of: the report's, the one before and the one after."""
    year = context.written.year if context.written else 2000
    return range(max(year - 1, 1), min(year + 2, 9999))


def month_number(name: str) -> int:
    """Return the number of a month by its name, short or full."""
    return MONTHS[name.rstrip(".").lower()]


def day_found(context: Context, month: int, day: int, year: str | None, match: re.Match[str]) -> Found | None:
    """Return the day of that month; without a year, the one that makes sense against the report's date."""
    if year:
        return _day(year_of(year), month, day)
    if context.written is None:
        return Found("DATE", f"XXXX-{month:02d}-{day:02d}") if _day(2000, month, day) else None
    days = [found.period for y in years_round(context) if (found := _day(y, month, day))]
    return context.nearest(days, match)


def _day(year: int, month: int, day: int) -> Found | None:
    try:
        period = Period("day", date(year, month, day))
    except ValueError:
        return None
    return Found("DATE", period.value, period)


def month_found(context: Context, month: int, year: str | None, match: re.Match[str]) -> Found | None:
    """Return the month; without a year, the one that makes sense against the report's date."""
    if year:
        period = Period("month", date(year_of(year), month, 1))
        return Found("DATE", period.value, period)
    if context.written is None:
        return Found("DATE", f"XXXX-{month:02d}")
    return context.nearest([Period("month", date(y, month, 1)) for y in years_round(context)], match)


def _month_and_day(match: re.Match[str], context: Context) -> Found | None:
    if not match["month"][0].isupper():
        return None  # "may 5" and "march 12 miles" are no dates
    return day_found(context, month_number(match["month"]), int(match["day"]), match["year"], match)


def _month_and_year(match: re.Match[str], context: Context) -> Found | None:
    if not match["month"][0].isupper():
        return None
    return month_found(context, month_number(match["month"]), match["year"], match)


def _day_of_near_year(match: re.Match[str], context: Context) -> Found | None:
    name, day = match["month"] or match["month_after"], match["day"] or match["day_before"]
    if not name[0].isupper():
        return None
    month = month_number(name)
    if context.written is None:
        return Found("DATE", f"XXXX-{month:02d}-{int(day):02d}")
    year = context.written.year + _NEAR_YEARS[match["which"].lower()]
    found = _day(year, month, int(day))
    return found and found._replace(inferred=True)


def _month_of_near_year(match: re.Match[str], context: Context) -> Found | None:
    if not match["month"][0].isupper():
        return None
    if context.written is None:
        return Found("DATE", f"XXXX-{month_number(match['month']):02d}")
    year = context.written.year + _NEAR_YEARS[match["which"].lower()]
    found = month_found(context, month_number(match["month"]), f"{year:04d}", match) if 1 <= year <= 9999 else None
    return found and found._replace(inferred=True)


def _month_alone(match: re.Match[str], context: Context) -> Found | None:
    if not match["month"][0].isupper() or not _stands_alone(match, context):
        return None
    return month_found(context, month_number(match["month"]), None, match)


_IN = "in|since|until|till|through|throughout|during|early|late|mid|last|next|this|before|after|between"
_IN_MONTH = re.compile(rf"\b(?:{_IN})[ -]+$", re.IGNORECASE)
_BEFORE_MONTH = re.compile(rf"\b(?:{_IN}|of|by|from|to|and|for|on|or)[ -]+$", re.IGNORECASE)
_ATTRIBUTIVE = re.compile(r"\b(?:the|a|an|its|their|his|her) $", re.IGNORECASE)
_NOUN_AFTER = re.compile(r" [a-z]{3,}")
_CAPITAL_AFTER = re.compile(r" (?=[A-Z])(\w+)")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w.]*[a-z.] $")
_MARCH_OF = re.compile(rf" {alternatives(NAMES['after_march'])}\b")


def _stands_alone(match: re.Match[str], context: Context) -> bool:
    """Whether a month's name without a number tells a time, and names neither a person nor a march."""
    text, name = context.text, match["month"].lower()
    before = text[max(0, match.start("month") - 20) : match.start("month")]
    if len(name) < 5 and not name.endswith(".") and name not in {"may", "june", "july"}:
        return False
    if match["edge"] or _IN_MONTH.search(before):
        return True
    introduced = _BEFORE_MONTH.search(before) is not None
    attributive = _ATTRIBUTIVE.search(before) and _NOUN_AFTER.match(text, match.end())
    if name == "may":
        return (introduced or attributive is not None) and not context.names_may()
    if name == "march":
        return (introduced or attributive is not None) and not _MARCH_OF.match(text, match.end())
    after = _CAPITAL_AFTER.match(text, match.end())
    given_name = name in {"april", "june", "august"}
    if after and (given_name or not introduced):
        return False
    return introduced or not given_name or not _CAPITAL_BEFORE.search(before)


def _iso(match: re.Match[str], context: Context) -> Found | None:
    found = _day(int(match["year"]), int(match["month"]), int(match["day"]))
    if found is None or not match["time"]:
        return found
    return found._replace(type="TIME", value=f"{found.value}T{match['time']}")


def _by_numbers(match: re.Match[str], context: Context) -> Found | None:
    """Month first, as in the United States, unless that cannot be, or lies after the report where day first does not."""
    first, second, year = int(match["first"]), int(match["second"]), year_of(match["year"])
    month_first, day_first = _day(year, first, second), _day(year, second, first)
    if month_first is None or day_first is None or first == second:
        return month_first or day_first
    if match["mark"] == ".":
        return day_first
    if context.written is None:
        return Found("DATE", f"{year:04d}-XX-XX")
    ahead = month_first.value > context.written.isoformat() >= day_first.value
    return (day_first if ahead else month_first)._replace(inferred=True)


def _week_of(match: re.Match[str], context: Context) -> Found | None:
    """Return the week of a day: "the week of March 6"."""
    day = _month_and_day(match, context)
    if day is None or day.period is None:
        return day and Found("DATE", "XXXX-WXX")
    period = Period.containing("week", day.period.start)
    return Found("DATE", period.value, period, day.inferred)


_weekday = f"(?:{WEEKDAY},? (?:the )?)?"
_year = rf"(?P<year>(?:1\d\d\d|2\d\d\d|'\d\d)(?!\w|[.:,]\d)|{SPOKEN_YEAR})"
_or_year = f"(?:,? {_year})?"
_no_clock = r"(?! ?(?:[ap]\.?m\b|o'clock))"
_day_month = f"{DAY_NUMBER} {MONTH}".replace("<day>", "<day_before>").replace("<month>", "<month_after>")
RULES: list[Rule] = [
    rule(f"{EDGE}{_weekday}{MONTH} ?(?:the )?{DAY_NUMBER}{_no_clock}{_or_year}", _month_and_day),
    rule(f"{EDGE}{_weekday}(?:the )?{DAY_NUMBER}(?: of)? {MONTH}{_or_year}", _month_and_day),
    rule(
        f"{EDGE}{_weekday}(?:{MONTH} ?{DAY_NUMBER}|{_day_month}),?(?: of)? (?P<which>last|this|next) year(?!\\w)",
        _day_of_near_year,
    ),
    rule(f"{EDGE}{MONTH},?(?: of)? {_year}", _month_and_year),
    rule(f"{EDGE}{MONTH},?(?: of)? (?P<which>last|this|next) year(?!\\w)", _month_of_near_year),
    rule(f"{EDGE}{MONTH}(?! ?\\d\\d?(?!\\d))", _month_alone),
    rule(f"the week of {MONTH} {DAY_NUMBER}{_or_year}", _week_of),
    rule(
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
        r"(?:[T ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
        _iso,
    ),
    rule(
        r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>[12]\d{3}|(?<=/)\d\d)(?![\w/])",
        _by_numbers,
    ),
]
