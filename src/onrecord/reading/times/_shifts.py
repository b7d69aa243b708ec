"""Rules for times told by their distance: "two weeks ago", "a year earlier", "three days later", "a month from now"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import COUNT, UNIT, UNITS, number, unit
from onrecord.reading.times._period import Period

if TYPE_CHECKING:
    import re

__all__ = ["ABOUT", "RULES"]

ABOUT = (
    "(?:about |around |nearly |almost |approximately |roughly |some |more than |less than |fewer than |at least |at most "
    "|up to |no more than |just over |just under |well over |over |under |only |exactly )?"
)


def _steps(match: re.Match[str]) -> tuple[str, int] | None:
    """The unit of the calendar and how many of it; nothing for a count left open or a unit of the clock."""
    name = unit(match["unit"])
    count = number(match["count"])
    if count is None or UNITS[name].get("clock") or count > 5000:
        return None
    if count != int(count):
        return ("month", round(count * 12)) if name == "year" else None
    if name == "millennium":
        return "century", 10 * int(count)
    return ("week", 2 * int(count)) if name == "fortnight" else (name, int(count))


def _ago(match: re.Match[str], context: Context) -> Found | None:
    steps = _steps(match)
    if steps is None:
        clock = UNITS[unit(match["unit"])].get("clock")
        return context.relative("day", 0) if clock and number(match["count"]) else Found("DATE", "PAST_REF")
    name, count = steps
    return _same_quarter(name, -count, context) or context.relative(name, -count)


def _from_now(match: re.Match[str], context: Context) -> Found | None:
    steps = _steps(match)
    return context.relative(*steps) if steps else Found("DATE", "FUTURE_REF")


def _from_told(match: re.Match[str], context: Context) -> Found | None:
    steps = _steps(match)
    if steps is None:
        return None
    name, count = steps
    signed = -count if match["side"].lower() in {"earlier", "before", "previously"} else count
    return _same_quarter(name, signed, context) or context.anchored(name, signed)._replace(anchors=signed > 0)


def _same_quarter(name: str, count: int, context: Context) -> Found | None:
    """Results of a quarter are compared with the same quarter "a year ago" or "a year earlier"."""
    told = context.quarter
    if name != "year" or abs(count) != 1 or told is None or told.period is None:
        return None
    if context.told is None or context.told.period is None or context.told.period.unit not in {"quarter", "day"}:
        return None
    period = Period("quarter", told.period.start).shift(count, "year")
    return Found("DATE", period.value, period, told.inferred, anchors=False) if period else None


def _year_before(match: re.Match[str], context: Context) -> Found | None:
    return context.anchored(match["unit"].lower(), -1 if match["side"].lower() in {"before", "earlier"} else 1)


_counted = f"(?P<count>{COUNT})[ -]{UNIT}s?"
RULES: list[Rule] = [
    rule(f"{ABOUT}{_counted}(?: or (?:so|more))? ago(?!\\w)", _ago),
    rule(f"{ABOUT}{_counted} from (?:now|today)(?!\\w)", _from_now),
    rule(
        f"{ABOUT}{_counted} (?P<side>earlier|later|afterwards?|previously|before(?= ?[,.;:)]|$))(?!\\w)(?! than\\b)",
        _from_told,
    ),
    rule("the (?P<unit>year|month|week) (?P<side>before|after|earlier)(?= ?[,.;:)]|$)", _year_before),
    rule(
        "(?P<count>year)(?P<unit>)-(?P<side>earlier|ago)(?!\\w)",
        lambda match, context: _same_quarter("year", -1, context) or context.relative("year", -1),
    ),
]
