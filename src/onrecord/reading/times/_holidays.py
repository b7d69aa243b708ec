"""Rules for days that bear a name: "Christmas Eve", "Thanksgiving", "Good Friday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.reading.times._calendar import years_round
from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import HOLIDAYS, YEAR, alternatives, year_of
from onrecord.reading.times._period import OPEN, Period, easter

__all__ = ["RULES", "holiday"]

_FIXED = re.compile(r"(\d\d)-(\d\d)")
_NTH_WEEKDAY = re.compile(r"(\d\d)-(-?\d)-(\d)(?:\+(\d))?")
_FROM_EASTER = re.compile(r"easter([+-]\d+)")


def holiday(recipe: str, year: int) -> date:
    """Return the day of a holiday by its recipe in the vocabulary (``times.toml`` tells how it is written)."""
    if fixed := _FIXED.fullmatch(recipe):
        return date(year, int(fixed[1]), int(fixed[2]))
    if moving := _FROM_EASTER.fullmatch(recipe):
        return easter(year) + timedelta(days=int(moving[1]))
    if nth := _NTH_WEEKDAY.fullmatch(recipe):
        return _nth_weekday(year, int(nth[1]), int(nth[2]), int(nth[3])) + timedelta(days=int(nth[4] or 0))
    raise ValueError(recipe)


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    if nth < 0:
        last = date(year, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _holiday(match: re.Match[str], context: Context) -> Found | None:
    if not match["holiday"][0].isupper():
        return None
    recipe = HOLIDAYS[re.sub(" +", " ", match["holiday"].lower())]
    if match["year"]:
        period = Period("day", holiday(recipe, year_of(match["year"])))
        return Found("DATE", period.value, period)
    if context.written is None:
        return Found("DATE", f"XXXX-{recipe}" if _FIXED.fullmatch(recipe) else OPEN["day"])
    return context.nearest([Period("day", holiday(recipe, year)) for year in years_round(context)], match)


_goods = "(?:shop|sale|season|weekend|parade|tree|card|gift|dinner|party|market|present|carol|island|bonus)"
RULES: list[Rule] = [
    rule(f"(?P<holiday>{alternatives(HOLIDAYS)})(?!\\w)(?:,? {YEAR})?(?! {_goods})", _holiday),
]
