"""Rules for times of the clock: "10:30 a.m.", "5 p.m. EST, Nov. 6", "1100 GMT", "six in the morning"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading.times._calendar import day_found, month_number
from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._days import named_day, weekday_found
from onrecord.reading.times._lexicon import DAY_NUMBER, MONTH, NUMBER, WEEKDAY, ZONE, number
from onrecord.reading.times._period import OPEN

if TYPE_CHECKING:
    import re

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
    if hour > 24 or (hour == 24 and minute):
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
    hour, part = int(match["hour"]), match.groupdict().get("part")
    return _at(match, context, _in_part(hour, part) if part else hour, int(match["minute"]))


def _in_words(match: re.Match[str], context: Context) -> Found | None:
    """Hours in words: with no part of the day told, the hour stands as it is told."""
    hour, part = number(match["hour"]), match.groupdict().get("part")
    if hour is None or not 1 <= hour <= 12 or hour != int(hour):
        return None
    return _at(match, context, _in_part(int(hour), part) if part else int(hour), None)


def _in_part(hour: int, part: str) -> int:
    return hour % 12 + 12 * (part.lower() != "morning") if hour <= 12 else hour


def _noon(match: re.Match[str], context: Context) -> Found | None:
    return _at(match, context, 24 if match["hour"].lower() == "midnight" else 12, None)


_about = "(?:about |around |nearly |approximately )?"
_day = (
    f"(?:(?P<which>last|next|this) )?{WEEKDAY}(?: (?:morning|afternoon|evening|night)(?!\\w))?"
    "|(?P<near>today|tonight|yesterday|tomorrow)(?!\\w)"
)
_date = rf"{MONTH} ?{DAY_NUMBER}(?:,? (?P<year>1\d\d\d|20\d\d)(?!\w))?"
_on = f"(?:,?(?: on)? (?:{_day}))?(?:,?(?: on)? {_date})?"
"""The day that the clock is told with."""
_zone = rf"(?: \(?{ZONE}(?!\w)\)?)?"
_half = r"(?P<half>[ap])(?:\. ?m\.?|m)(?!\w)"
_minute = r"(?P<minute>[0-5]\d)"
_part = "(?: (?:in the|this) (?P<part>morning|afternoon|evening)(?!\\w))"
RULES: list[Rule] = [
    rule(rf"{_about}(?P<hour>\d{{1,2}})(?:[:.]{_minute})? ?{_half}{_zone}{_on}", _half_day),
    rule(rf"{_about}(?P<hour>[01]\d|2[0-4]):?{_minute}(?:h| hours)? {ZONE}(?!\w){_on}", _whole_day),
    rule(
        rf"{_about}(?P<hour>[01]?\d|2[0-3]):{_minute}(?::[0-5]\d)?(?![\w:]|\.\d| ?min|-min){_part}?{_zone}{_on}",
        _whole_day,
    ),
    rule(rf"{_about}(?P<hour>{NUMBER})(?: o'clock)?{_part}{_zone}{_on}", _in_words),
    rule(rf"{_about}(?P<hour>{NUMBER}) o'clock{_zone}{_on}", _in_words),
    rule(rf"{_about}(?P<hour>noon|midday|midnight)(?![\w-]){_zone}{_on}", _noon),
]
