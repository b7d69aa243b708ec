"""Rules for times of the clock: "10:30 a.m.", "5 p.m. EST, Nov. 6", "1100 GMT", "six in the morning"."""

from __future__ import annotations

import re

from onrecord.reading.times._calendar import day_found, month_number
from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._days import named_day, weekday_found
from onrecord.reading.times._lexicon import DAY_NUMBER, MONTH, NUMBER, WEEKDAY, ZONE, number
from onrecord.reading.times._period import OPEN

__all__ = ["RULES"]

_NEAR = 120
"""A day told within so many characters before is the day of the clock."""


def _day_of(match: re.Match[str], context: Context) -> Found:
    if match["near"]:
        return named_day(context, match["near"])
    if match["month"]:
        found = day_found(context, month_number(match["month"]), int(match["day"]), match["year"], match)
        return found or Found("DATE", OPEN["day"])
    if match["weekday"]:
        return weekday_found(context, match["weekday"], match["which"] or "", match)
    told = context.told
    if told and told.period and told.period.unit == "day" and match.start() - context.told_at < _NEAR:
        return context.anchored("day", 0)
    return context.relative("day", 0)


def _at(match: re.Match[str], context: Context, hour: int, minute: int | None) -> Found | None:
    if hour > 24 or (minute or 0) > 59:
        return None
    day = _day_of(match, context)
    return day._replace(type="TIME", value=f"{day.value}T{hour:02d}:{minute or 0:02d}")


def _half_day(match: re.Match[str], context: Context) -> Found | None:
    hour = int(match["hour"])
    if not 1 <= hour <= 12:
        return None
    after_noon = match["half"].lower().startswith("p")
    return _at(match, context, hour % 12 + 12 * after_noon, int(match["minute"] or 0))


def _whole_day(match: re.Match[str], context: Context) -> Found | None:
    return _at(match, context, int(match["hour"]), int(match["minute"]))


def _in_words(match: re.Match[str], context: Context) -> Found | None:
    hour = number(match["hour"])
    if hour is None or not 1 <= hour <= 12 or hour != int(hour):
        return None
    part = (match["part"] or "").lower()
    if not part and "clock" not in match[0].lower():
        return None
    late = part in {"afternoon", "evening"} or (part == "night" and hour >= 6 and hour != 12)
    return _at(match, context, int(hour) % 12 + 12 * late if part else int(hour), None)


def _noon(match: re.Match[str], context: Context) -> Found | None:
    return _at(match, context, 24 if match["hour"].lower() == "midnight" else 12, None)


_about = "(?:about |around |nearly |approximately |shortly (?:before|after) |just (?:before|after) |as early as |by )?"
_about = "(?:about |around |nearly |approximately )?"
_year = r"(?:,? (?P<year>1\d\d\d|20\d\d)(?!\w))?"
_date = f"(?:(?P<which>last|next|this) )?{WEEKDAY}|(?P<near>today|tonight|yesterday|tomorrow)(?!\\w)"
_days = (
    f"(?:,?(?: on)? (?:{_date})(?:,? {MONTH} ?{DAY_NUMBER}{_year})?|,?(?: on)? {MONTH.replace('month', 'month_')} ?X)?"
)
_days = f"(?:(?:,?(?: on)? (?:{_date}))?(?:,?(?: on)? {MONTH} ?{DAY_NUMBER}{_year})?)"
_zone = rf"(?: \(?{ZONE}(?!\w)\)?)?"
_half = r"(?P<half>[ap])(?:\.? ?m\.(?=,| [a-z(]| [A-Z]{2,3}\b| (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|\.? ?m(?!\w))"
RULES: list[Rule] = [
    rule(rf"{_about}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))? ?{_half}{_zone}{_days}", _half_day),
    rule(rf"{_about}(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)(?:h| hours)? {ZONE}(?!\w){_days}", _whole_day),
    rule(
        rf"{_about}(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\w:.]\d|\w){_zone}{_days}", _whole_day
    ),
    rule(
        rf"{_about}(?P<hour>{NUMBER})(?: o'clock)?(?: in the (?P<part>morning|afternoon|evening)| at (?P<part_>night))?{_zone}{_days}",
        _in_words,
    ),
    rule(rf"{_about}(?P<hour>noon|midnight){_zone}{_days}", _noon),
]
