"""Rules for weeks, months, seasons, quarters and years told by where they stand: "last week", "the third quarter"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading.times._calendar import month_found, month_number
from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import DAY_NUMBER, MONTH, ORDINAL, SEASONS, alternatives, ordinal
from onrecord.reading.times._period import OPEN, SEASON_MONTHS, Period

__all__ = ["RULES"]

_STEPS = {"last": -1, "this past": -1, "this": 0, "current": 0, "next": 1, "this coming": 1, "coming": 1}
_STEPS_FROM_TOLD = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "prior": -1, "same": 0, "very same": 0}


def _near(match: re.Match[str], context: Context) -> Found | None:
    """ "Last week" stands against the report's date, "that week" and "the following week" against the time last told."""
    which, unit = match["which"].lower(), match["unit"].lower()
    if which == "that":
        return context.anchored(unit, 0) if context.told else None
    if which == "the last" and unit in {"week", "month"}:
        return None  # a duration
    step = which.removeprefix("the ").removeprefix("that ")
    if which.startswith(("the ", "that ")) and step in _STEPS_FROM_TOLD:
        return context.anchored(unit, _STEPS_FROM_TOLD[step])
    return context.relative(unit, _STEPS[step])


def _month(match: re.Match[str], context: Context) -> Found | None:
    if not match["month"][0].isupper():
        return None
    month, which = month_number(match["month"]), match["which"].lower()
    if context.written is None:
        return Found("DATE", f"XXXX-{month:02d}")
    year, now = context.written.year, context.written.month
    if which in {"last", "this past"}:
        year -= month >= now
    elif which in {"next", "this coming"}:
        year += month <= now
    found = month_found(context, month, str(year), match) if 1 <= year <= 9999 else None
    return found and found._replace(inferred=True)


def _season(match: re.Match[str], context: Context) -> Found | None:
    season = SEASONS[match["season"].lower()]
    month = SEASON_MONTHS[season]
    if match["year"]:
        period = Period("season", date(int(match["year"]), month, 1))
        return Found("DATE", period.value, period)
    which = (match["which"] or "").lower()
    if not which:
        return None
    if context.written is None:
        return Found("DATE", f"XXXX-{season}")
    year, now = context.written.year, context.written.month
    seasons = [Period("season", date(y, month, 1)) for y in range(max(year - 1, 1), min(year + 2, 9999))]
    if which == "the":
        return context.nearest(seasons, match)
    if which in {"last", "this past"}:
        begun = month + (2 if which == "last" else 0) < now
        period = seasons[1] if begun and len(seasons) > 2 else seasons[0]
    elif which in {"next", "this coming"}:
        period = seasons[1] if month > now else seasons[-1]
    else:
        current = Period.containing("season", context.written)
        period = current if current.start.month == month else seasons[1]
    return Found("DATE", period.value, period, inferred=True)


def _year_told(match: re.Match[str], context: Context) -> int | None:
    """The year that a quarter or half is said to be of."""
    groups = match.groupdict()
    words = groups.get("year") or groups.get("year_before")
    if words:
        return int(words)
    near = (groups.get("near") or groups.get("near_before") or "").lower()
    if near and context.written:
        return context.written.year + _STEPS[near]
    return None


def _quarter(match: re.Match[str], context: Context) -> Found | None:
    number = int(match["number"]) if match["number"] else ordinal(match["ordinal"])
    if not 1 <= number <= 4:
        return None
    return _part_of_year("quarter", number, match, context)


def _half(match: re.Match[str], context: Context) -> Found | None:
    number = 1 if match["half"].lower() == "first" else 2
    return _part_of_year("half", number, match, context)


def _part_of_year(unit: str, number: int, match: re.Match[str], context: Context) -> Found | None:
    letter, length = ("Q", 3) if unit == "quarter" else ("H", 6)
    month = (number - 1) * length + 1
    year = _year_told(match, context)
    if year is not None:
        period = Period(unit, date(year, month, 1))
        groups = match.groupdict()
        return Found("DATE", period.value, period, inferred=not (groups.get("year") or groups.get("year_before")))
    if context.written is None:
        return Found("DATE", f"XXXX-{letter}{number}")
    written = context.written.year
    years = range(max(written - 1, 1), min(written + 2, 9999))
    return context.nearest([Period(unit, date(y, month, 1)) for y in years], match)


def _quarter_told(match: re.Match[str], context: Context) -> Found | None:
    """ "The quarter", "the year-ago period": the quarter last told, or that of an earlier year."""
    told = context.quarter
    groups = match.groupdict()
    if told is None or told.period is None:
        return Found("DATE", OPEN["quarter"]) if match["word"].lower() == "quarter" else None
    years = -1 if groups.get("ago") else 0
    if groups.get("year"):
        years = int(groups["year"]) - told.period.start.year
    period = told.period.shift(years, "year")
    return Found("DATE", period.value, period, told.inferred) if period else None


def _this_quarter(match: re.Match[str], context: Context) -> Found | None:
    return context.relative("quarter", 0)


_ENDED = re.compile(r"\s+(?:ended|ending|to end|through)\b")


def _the_year(match: re.Match[str], context: Context) -> Found | None:
    """ "The year ended 31 March" is a duration; elsewhere "the year" is that of the report."""
    if _ENDED.match(context.text, match.end()):
        return Found("DURATION", "P1Y")
    return context.relative("year", 0)


def _end_of_year(match: re.Match[str], context: Context) -> Found | None:
    return context.relative("year", 0)


def _the_week(match: re.Match[str], context: Context) -> Found | None:
    return context.relative(match["unit"].lower(), 0)


def _the_weekend(match: re.Match[str], context: Context) -> Found | None:
    """The weekend is the last one, unless the report is of that weekend or looks ahead."""
    if context.written is None:
        return Found("DATE", OPEN["weekend"])
    late = context.written.isoweekday() >= 6 or context.side(match.start(), match.end()) > 0
    return context.relative("weekend", 0 if late else -1)


def _week_of(match: re.Match[str], context: Context) -> Found | None:
    from onrecord.reading.times._calendar import day_found

    if not match["month"][0].isupper():
        return None
    day = day_found(context, month_number(match["month"]), int(match["day"]), None, match)
    if day is None or day.period is None:
        return Found("DATE", OPEN["week"])
    period = Period.containing("week", day.period.start)
    return Found("DATE", period.value, period, day.inferred)


_edge = (
    r"(?:(?:sometime )?(?:very )?(?:early|late|later|earlier|mid)(?: in)?[ -]|mid-?"
    r"|(?:the )?(?:end|beginning|start|middle|close|rest|remainder|latter part) of )?"
)
_which = "(?P<which>last|this past|this coming|this|next|the current|the same|the very same|the following|the previous|the preceding|the prior|that same|that|the next|current)"
_units = "(?P<unit>weekend|week|month|quarter|year|decade|century)"
_fiscal = "(?:fiscal |financial |calendar |full |fiscal-)?"
_seasons = f"(?P<season>{alternatives(SEASONS)})"
_of = "(?:,? (?:of )?(?:fiscal |the year )?(?:(?P<year>(?:19|20)\\d\\d)(?!\\w)|(?P<near>this|last|next) (?:fiscal )?year(?![\\w'])))?"
_before = "(?:(?:(?P<near_before>this|last|next) year's |(?:the |its |their )?(?:(?P<year_before>(?:19|20)\\d\\d) |fiscal[ -](?:(?P<fiscal>(?:19|20)\\d\\d) )?)?))?"
RULES: list[Rule] = [
    rule(f"{_edge}{_which} {_fiscal}{_units}(?![\\w]|-)", _near),
    rule(f"{_edge}(?P<which>last|this past|this coming|this|next) {MONTH}(?! ?\\d)", _month),
    rule(
        f"(?:the )?{_edge}(?:(?P<which>last|this past|this coming|this|next|the)(?: early| late)? )?{_seasons}(?: of|,)?(?: (?P<year>(?:19|20)\\d\\d))(?!\\w)",
        _season,
    ),
    rule(f"{_edge}(?P<which>last|this past|this coming|this|next) {_seasons}(?P<year>)(?!\\w|-)", _season),
    rule(
        f"(?:(?<=in\\s)|(?<=by\\s)|(?<=since\\s)|(?<=until\\s)|(?<=during\\s)|(?<=over\\s)|(?<=for\\s)){_edge}(?P<which>the)(?: early| late)? {_seasons}(?P<year>)(?! of\\b)(?!\\w|-)",
        _season,
    ),
    rule(f"{_edge}{_before}(?P<number>)(?P<ordinal>{ORDINAL})[ -]quarter(?!\\w){_of}", _quarter),
    rule(f"{_edge}Q(?P<number>[1-4])(?:[ -]?(?P<year>(?:19|20)\\d\\d))?(?!\\w)", _quarter),
    rule(f"{_edge}(?:the )?(?P<half>first|second)[ -]half{_of.removesuffix('?')}", _half),
    rule(
        f"(?:{_before})(?P<half>first|second)[ -]half(?= (?:profits?|results|earnings|sales|revenues?|net|loss|report)\\b)",
        _half,
    ),
    rule("the (?P<year>(?:19|20)\\d\\d) (?P<word>quarter|period)(?!\\w)", _quarter_told),
    rule(
        "(?:the )?(?P<ago>(?:comparable |same )?year[ -](?:ago|earlier)) (?P<word>quarter|period)(?!\\w)", _quarter_told
    ),
    rule(
        "the (?:corresponding|same|comparable|like) (?P<word>quarter|period) (?:of )?(?:the |a )?(?P<ago>last year|previous year|prior year|year earlier|year ago|year before)(?!\\w)",
        _quarter_told,
    ),
    rule("the (?P<word>quarter)(?P<ago> a year (?:ago|earlier))?(?!\\w|-)", _quarter_told),
    rule("the latest (?P<word>quarter|period)(?!\\w|-)", _quarter_told),
    rule(f"{_edge}the {_fiscal}year(?![\\w]|-|'s)", _the_year),
    rule("(?:the )?year(?:-| |'s )end(?!\\w)", _end_of_year),
    rule("the (?P<unit>week|month)(?![\\w'-])", _the_week),
    rule(f"{_edge}the weekend(?![\\w'-])", _the_weekend),
    rule(f"the week of {MONTH} {DAY_NUMBER}", _week_of),
]
