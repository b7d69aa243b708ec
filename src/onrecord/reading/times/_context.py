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
        """Return the period of that unit, ``count`` after the one that holds the time last told.

        Where only a year was told, a day of it stays open; where nothing was told, the report's date stands for it.
        """
        if self.told is None or self.told.period is None:
            return self.relative(unit, count)
        if not _fine_enough(self.told.period.unit, unit):
            return Found("DATE", _open_in(self.told.period, unit), inferred=self.told.inferred)
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
        """Tell from the sentence round ``[start, end)`` whether its time lies ahead (1), behind (-1) or neither (0).

        The cue next to it, at most a preposition between, is surer (2, -2).
        """
        before = _SENTENCE_END.split(self.text[max(0, start - 100) : start])[-1]
        cues = list(SIDE.finditer(before))
        after = _SENTENCE_END.split(self.text[end : end + 60], maxsplit=1)[0]
        cue = cues[-1] if cues else SIDE_AFTER.search(after)
        if cue is None:
            return 0
        sure = 2 if cues and _ONLY_SMALL_WORDS.fullmatch(before, cue.end()) else 1
        if not cue["ahead"] and sure == 1 and _UNTIL.search(before):
            return 0
        return sure if cue["ahead"] else -sure


_SENTENCE_END = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])[.!?][\"'\u201d\u2019)]*\s+(?=[A-Z\"'\u201c])|\n\s*\n"
)
_UNTIL = re.compile(r"\b(?:by|through|until|till) +(?:early |late |the )?$", re.IGNORECASE)
_ONLY_SMALL_WORDS = re.compile(r" *(?:(?:on|in|for|at|by|from|as of|early|late|the|until) ){0,2} *", re.IGNORECASE)
_ORDER = ["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"]


def _fine_enough(told: str, unit: str) -> bool:
    """Whether a period of the unit ``told`` fixes one of ``unit``: a day fixes its year, a year no day."""
    return _ORDER.index(told) <= _ORDER.index(unit)


def _open_in(told: Period, unit: str) -> str:
    """The value of some period of that unit within the period told."""
    if told.unit == "month" and unit == "day":
        return f"{told.value}-XX"
    return OPEN[unit].replace("XXXX", told.value[:4], 1) if told.unit not in {"decade", "century"} else OPEN[unit]


def _distance(period: Period, written: date, side: int) -> float:
    """Days between, more for the side where the sentence does not point."""
    if period.start > written:
        return (period.start - written).days * {2: 1.0, 1: 1.0, 0: 1.5, -1: 5.0, -2: 20.0}[side]
    days = max((written - period.end).days + 1, 0)
    return days * {2: 20.0, 1: 2.0}.get(side, 1.0)


Reader = Callable[[re.Match[str], Context], Found | None]


class Rule(NamedTuple):
    """A pattern, and what makes a time of its match, or nothing where the words are no time after all."""

    pattern: re.Pattern[str]
    read: Reader


def rule(source: str, read: Reader) -> Rule:
    """Return the rule of a pattern in the notation of ``pattern``."""
    return Rule(pattern(source), read)
