"""A period of the calendar: a day, a week, a quarter, a year..., its TIMEX3 value, and steps from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["OPEN", "SEASON_MONTHS", "Period", "easter"]

OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "season": "XXXX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""The value of a period of which only the unit is known."""

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each season begins; a winter bears the year in which it begins."""

_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the calendar: its unit and its first day."""

    unit: str
    start: date

    @classmethod
    def containing(cls, unit: str, day: date) -> Period:
        """Return the period of that unit that holds ``day``; weeks begin on Monday, as in ISO 8601."""
        if unit in {"week", "weekend"}:
            return cls(unit, day - timedelta(days=day.weekday()))
        if unit == "day":
            return cls(unit, day)
        year, month = day.year, day.month
        if unit == "season":
            return cls(unit, date(year, month // 3 * 3, 1) if month >= 3 else date(max(year - 1, 1), 12, 1))
        if unit in {"decade", "century"}:
            span = _MONTHS[unit] // 12
            return cls(unit, date(max(year // span * span, 1), 1, 1))
        length = _MONTHS[unit]
        return cls(unit, date(year, (month - 1) // length * length + 1, 1))

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        year = f"{self.start.year:04d}"
        match self.unit:
            case "day":
                return self.start.isoformat()
            case "week" | "weekend":
                iso = self.start.isocalendar()
                return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "weekend" else "")
            case "month":
                return f"{year}-{self.start.month:02d}"
            case "quarter":
                return f"{year}-Q{(self.start.month + 2) // 3}"
            case "half":
                return f"{year}-H{(self.start.month + 5) // 6}"
            case "season":
                return f"{year}-{next(name for name, month in SEASON_MONTHS.items() if month == self.start.month)}"
            case "decade":
                return year[:3]
            case "century":
                return year[:2]
            case _:
                return year

    @property
    def end(self) -> date:
        """The first day after the period."""
        following = self.shift(1, self.unit)
        return following.start if following else date.max

    def shift(self, count: int, unit: str) -> Period | None:
        """Return the period ``count`` units later (earlier below zero); none outside the years 1 to 9999.

        A day keeps its number in the month where it can: a month after 31 January is the last of February.
        """
        try:
            if unit in _DAYS:
                return Period.containing(self.unit, self.start + timedelta(days=count * _DAYS[unit]))
            months = self.start.year * 12 + self.start.month - 1 + count * _MONTHS[unit]
            first = date(months // 12, months % 12 + 1, 1)
        except (ValueError, OverflowError):
            return None
        if self.unit not in _DAYS:
            return Period.containing(self.unit, first)
        return Period.containing(self.unit, _day_of_month(first, self.start.day))


def _day_of_month(first: date, day: int) -> date:
    for number in (day, 30, 29, 28):
        if number <= day:
            try:
                return first.replace(day=number)
            except ValueError:
                continue
    return first


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
