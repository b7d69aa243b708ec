"""The context in which a time is valued: the report's date, the time last told, and what lies ahead or behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from onrecord.reading.times._lexicon import MAY_PERSON, SIDE, SIDE_AFTER, pattern
from onrecord.reading.times._period import OPEN, Period

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Context", "Found", "Rule", "Type", "rule"]

Type = Literal["DATE", "TIME", "DURATION", "SET"]


class Found(NamedTuple):
    """What a rule makes of the words: type, value, and the period where there is one to count from."""

    type: Type
    value: str
    period: Period | None = None
    inferred: bool = False
    anchors: bool = True
    """Whether "the following year" and the like count from here; they do not from what is only compared with."""


@dataclass(slots=True)
class Context:
    """What is known at one place of a text."""

    text: str
    written: date | None
    told: Found | None = None
    """The last DATE or TIME told whose period is known."""
    told_at: int = 0
    """Where it ended."""
    quarter: Found | None = None
    """The last quarter told."""

    _names_may: bool | None = None

    def names_may(self) -> bool:
        """Whether the text names a person called May, so that "by May" need not be a month."""
        if self._names_may is None:
            self._names_may = MAY_PERSON.search(self.text) is not None
        return self._names_may

    def tell(self, found: Found, end: int) -> None:
        """Take ``found`` as the time last told."""
        if found.period is not None and found.anchors:
            self.told, self.told_at = found, end
            if found.period.unit == "quarter":
                self.quarter = found

    def relative(self, unit: str, count: int) -> Found:
        """Return the period of that unit, ``count`` after the one that holds the report's date."""
        if self.written is None:
            return Found("DATE", OPEN[unit])
        period = Period.containing(unit, self.written).shift(count, unit)
        return Found("DATE", period.value, period, inferred=True) if period else Found("DATE", OPEN[unit])

    def anchored(self, unit: str, count: int) -> Found:
        """Return the period of that unit, ``count`` after the one that holds the time last told."""
        if self.told is None or self.told.period is None or not _fine_enough(self.told.period.unit, unit):
            return self.relative(unit, count)
        period = Period.containing(unit, self.told.period.start).shift(count, unit)
        if period is None:
            return Found("DATE", OPEN[unit])
        return Found("DATE", period.value, period, self.told.inferred)

    def nearest(self, periods: Iterable[Period | None], match: re.Match[str]) -> Found | None:
        """Return the one of ``periods`` that fits best: near the report's date, on the side that the sentence tells."""
        written = self.written
        if written is None:
            return None
        side = self.side(match.start(), match.end())
        known = [period for period in periods if period is not None]
        best = min(known, key=lambda period: _distance(period, written, side), default=None)
        return Found("DATE", best.value, best, inferred=True) if best else None

    def side(self, start: int, end: int) -> int:
        """Tell from the sentence round ``[start, end)`` whether its time lies ahead (1), behind (-1) or neither (0)."""
        before = _SENTENCE_END.split(self.text[max(0, start - 100) : start])[-1]
        cues = list(SIDE.finditer(before))
        after = _SENTENCE_END.split(self.text[end : end + 60], maxsplit=1)[0]
        cue = cues[-1] if cues else SIDE_AFTER.search(after)
        if cue is None:
            return 0
        return 1 if cue["ahead"] else -1


_SENTENCE_END = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])[.!?][\"'\u201d\u2019)]*\s+(?=[A-Z\"'\u201c])|\n\s*\n"
)
_ORDER = ["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"]


def _fine_enough(told: str, unit: str) -> bool:
    """Whether a period of the unit ``told`` fixes one of ``unit``: a day fixes its year, a year no day."""
    return _ORDER.index(told) <= _ORDER.index(unit)


def _distance(period: Period, written: date, side: int) -> float:
    """Days between, more for the side where the sentence does not point."""
    if period.start > written:
        return (period.start - written).days * (1.0 if side > 0 else 1.5 if side == 0 else 4.0)
    days = max((written - period.end).days + 1, 0)
    return days * (2.0 if side > 0 else 1.0)


Reader = Callable[[re.Match[str], Context], Found | None]


class Rule(NamedTuple):
    """A pattern, and what makes a time of its match, or nothing where the words are no time after all."""

    pattern: re.Pattern[str]
    read: Reader


def rule(source: str, read: Reader) -> Rule:
    """Return the rule of a pattern in the notation of ``pattern``."""
    return Rule(pattern(source), read)
