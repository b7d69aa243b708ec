"""Rules for weeks, months, seasons and years told by where they stand: "last week", "this May", "the following year"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading.times._calendar import month_found, month_number, years_round
from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import MONTH, SEASONS, SPOKEN_YEAR, alternatives, year_of
from onrecord.reading.times._period import OPEN, SEASON_MONTHS, Period

__all__ = ["PART", "RULES", "STEPS"]

STEPS = {"last": -1, "this past": -1, "this": 0, "current": 0, "next": 1, "this coming": 1}
"""Steps from the report's date."""
_STEPS_FROM_TOLD = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "prior": -1, "same": 0}
"""Steps from the time last told, after "the" or "that"."""


_AHEAD = re.compile(r"\b(?:over|within|for|during) +$", re.IGNORECASE)
"""Before "the next year" these count from the report, as in "over the next year"."""


def _near(match: re.Match[str], context: Context) -> Found | None:
    """Last week stands against the report's date, that week and the following week against the time last told."""
    which, unit = match["which"].lower(), match["unit"].lower()
    if which == "that":
        return context.anchored(unit, 0) if context.told else None
    step = which.removeprefix("the ").removeprefix("that ").removeprefix("very ")
    if which == "the next" and _AHEAD.search(context.text[max(0, match.start() - 12) : match.start()]):
        return context.relative(unit, 1)
    if step != which and step in _STEPS_FROM_TOLD:
        return context.anchored(unit, _STEPS_FROM_TOLD[step])
    return context.relative(unit, STEPS[step])


def _month(match: re.Match[str], context: Context) -> Found | None:
    if not match["month"][0].isupper():
        return None
    month, which = month_number(match["month"]), match["which"].lower()
    if context.written is None:
        return Found("DATE", f"XXXX-{month:02d}")
    year, now = context.written.year, context.written.month
    if STEPS[which] < 0:
        year -= month >= now
    elif STEPS[which] > 0:
        year += month <= now
    found = month_found(context, month, f"{year:04d}", match) if 1 <= year <= 9999 else None
    return found and found._replace(inferred=True)


def _season_of_year(match: re.Match[str], context: Context) -> Found | None:
    period = Period("season", date(year_of(match["year"]), SEASON_MONTHS[SEASONS[match["season"].lower()]], 1))
    return Found("DATE", period.value, period)


def _season(match: re.Match[str], context: Context) -> Found | None:
    season, which = SEASONS[match["season"].lower()], match["which"].lower()
    if context.written is None:
        return Found("DATE", f"XXXX-{season}")
    begins = SEASON_MONTHS[season]
    seasons = [Period("season", date(year, begins, 1)) for year in years_round(context)]
    if which == "the":
        return context.nearest(seasons, match)
    fitting = _fitting(seasons, which, context.written)
    return Found("DATE", fitting.value, fitting, inferred=True) if fitting else Found("DATE", f"XXXX-{season}")


def _fitting(seasons: list[Period], which: str, now: date) -> Period | None:
    """Return the one of ``seasons`` that is the last one, the next one or this one, seen from the day ``now``."""
    if which == "last":
        return next((period for period in reversed(seasons) if period.end <= now), None)
    if STEPS[which] < 0:
        return next((period for period in reversed(seasons) if period.start <= now), None)
    if STEPS[which] > 0:
        return next((period for period in seasons if period.start > now), None)
    return next((period for period in seasons if period.end > now), None)


_ENDED = re.compile(r"\s+(?:ended|ending|to end|through)\b")


def _is_title(match: re.Match[str]) -> bool:
    """Whether a capital makes a title of it: "The Week", "Citizen of the Year"."""
    return match[0].split()[-1].istitle()


def _the_year(match: re.Match[str], context: Context) -> Found | None:
    """The year ended 31 March is a duration; elsewhere the year is that of the report."""
    if _is_title(match):
        return None
    if _ENDED.match(context.text, match.end()):
        return Found("DURATION", "P1Y")
    return context.relative("year", 0)


def _end_of_year(match: re.Match[str], context: Context) -> Found | None:
    return context.relative("year", 0)


def _the_week(match: re.Match[str], context: Context) -> Found | None:
    return None if _is_title(match) else context.relative(match["unit"].lower(), 0)


def _the_weekend(match: re.Match[str], context: Context) -> Found | None:
    """The weekend is the last one, unless the report is of that weekend or looks ahead."""
    if context.written is None:
        return Found("DATE", OPEN["weekend"])
    late = context.written.isoweekday() >= 6 or context.side(match.start(), match.end()) > 0
    return context.relative("weekend", 0 if late else -1)


PART = (
    "(?:(?:sometime )?(?:very )?(?:early|late|later|earlier|mid)(?: in)?[ -]|mid-?"
    "|(?:the )?(?:end|beginning|start|middle|close|rest|remainder|latter part) of )?"
)
"""Which part of the period; the value is that of the whole."""
_step = "this past|this coming|last|this|next"
_told = "(?:the|that) (?:very )?(?:same|following|previous|preceding|prior)|the next|that"
_unit = "(?P<unit>weekend|week|month|quarter|year|decade|century)"
_kind = "(?:fiscal |financial |calendar |full )?"
_season_name = f"(?P<season>{alternatives(SEASONS)})"
_year = rf"(?P<year>(?:19|20)\d\d(?!\w)|{SPOKEN_YEAR})"
_prepositions = "".join(
    rf"(?<={word}\s)|" for word in ["in", "by", "since", "until", "into", "during", "over", "for", "through"]
)
RULES: list[Rule] = [
    rule(f"{PART}(?P<which>{_step}|the current|current|{_told}) {_kind}{_unit}(?![\\w-])", _near),
    rule(f"{PART}(?P<which>{_step}) {MONTH}(?! ?\\d)", _month),
    rule(f"{PART}(?:the )?(?:(?:early|late|mid)[ -])?{_season_name}(?: of|,)? {_year}", _season_of_year),
    rule(f"{PART}(?P<which>{_step})(?: early| late)? {_season_name}(?![\\w-])", _season),
    rule(
        f"(?:{_prepositions}(?<=end\\sof\\s)){PART}(?P<which>the)(?: early| late)? {_season_name}(?! of\\b)(?![\\w-])",
        _season,
    ),
    rule(f"{PART}the {_kind}year(?![\\w-]| (?:before|after|earlier)\\b)", _the_year),
    rule("(?:the )?year(?:-| |'s )end(?!\\w)", _end_of_year),
    rule("the (?P<unit>week|month)(?![\\w-]| (?:of|after|before|ended|ending)\\b)", _the_week),
    rule(f"{PART}the weekend(?![\\w-])", _the_weekend),
]
