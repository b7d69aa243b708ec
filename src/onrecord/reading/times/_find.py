"""Finding: a scan for the words that may begin or carry a time, the rules tried there, the longest match kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.reading._reading import Time
from onrecord.reading.times import (
    _calendar,
    _clock,
    _days,
    _durations,
    _holidays,
    _periods,
    _quarters,
    _references,
    _shifts,
    _years,
)
from onrecord.reading.times._context import Context, Found
from onrecord.reading.times._lexicon import DAY_PARTS, HOLIDAYS, MONTHS, NUMBERS, ORDINALS, SEASONS, UNITS, WEEKDAYS
from onrecord.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

__all__ = ["find_times"]

_RULES = [
    *_clock.RULES,
    *_calendar.RULES,
    *_years.RULES,
    *_days.RULES,
    *_holidays.RULES,
    *_periods.RULES,
    *_quarters.RULES,
    *_shifts.RULES,
    *_references.RULES,
    *_durations.RULES,
]
_WORD = re.compile(r"[^\W_]+")
_NO_TIME_BEFORE = re.compile(r"[$\u00a3\u20ac#]$|\d[.,:/]$")
"""What stands before figures that tell no time: sums, and the later parts of a number."""
_HOLIDAY_WORDS = {word for name in HOLIDAYS for word in _WORD.findall(name)}
_SCAN = load_vocabulary("times")["scan"]


def _triggers() -> frozenset[str]:
    named = {*MONTHS, *WEEKDAYS, *SEASONS, *DAY_PARTS, *UNITS}
    named.update(f"{name}s" for name in (*UNITS, *WEEKDAYS))
    named.update(word for word in _HOLIDAY_WORDS if len(word) > 4)
    return frozenset(named | set(_SCAN["triggers"]))


_TRIGGERS = _triggers()
_INSIDE = frozenset(_SCAN["inside"])
_LEADERS = frozenset(_SCAN["leaders"]) | {*NUMBERS, *ORDINALS, *_HOLIDAY_WORDS, *_INSIDE}
_FIGURES = re.compile(r"\d{4}(?!\d)|\d+(?:[:./-]\d| ?[ap]\.? ?m\b|'?s\b| (?:in|at|o'clock)\b)", re.IGNORECASE)
_ALIKE = str.maketrans("\u2019\u2018\u00a0\u202f\u2009\t\r\u2011\u2013\u017f\u212a\u0130\u0131", "''     --skIi")
"""Marks, spaces and dashes that are read alike, and letters that patterns take for others when case is left aside."""
_LINE_END = re.compile(r"(?<![\n.!?:\"\u201d'])\n(?=[^\n])|(?<=\.)\n(?=[a-z\d])")
"""The end of a line that breaks no sentence."""


def find_times(text: str, written: date | None) -> list[Time]:
    """Return the times that ``text`` tells, in order, none inside another.

    ``text`` is a report's text or title, which the spans index; ``written`` is the day that the report bears. Without
    it, what depends on it stays open ("XXXX-02-06"). Values follow TIMEX3 as ISO-TimeML (ISO 24617-1) has it.
    """
    text = _plain(text)
    context = Context(text, written)
    times: list[Time] = []
    end = 0
    for start in _starts(text):
        if start < end:
            continue
        best = _longest(text, start, context)
        if best is None:
            continue
        end, found = best
        context.tell(found, end)
        times.append(Time(start=start, end=end, type=found.type, value=found.value, inferred=found.inferred))
    return times


def _plain(text: str) -> str:
    """Return ``text`` with marks and spaces that are read alike made one, character for character."""
    return _LINE_END.sub(" ", text.translate(_ALIKE))


def _longest(text: str, start: int, context: Context) -> tuple[int, Found] | None:
    """Return the end and the time of the longest match of a rule at ``start``; of equals, the first rule's."""
    matches = [(match, rule) for rule in _RULES if (match := rule.pattern.match(text, start))]
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        found = rule.read(match, context)
        if found is not None:
            return match.end(), found
    return None


def _starts(text: str) -> Iterator[int]:
    """Yield, in order, where a time may begin: each word of a run of words that may lead up to one, if one is there."""
    run: list[int] = []
    told = False
    for word in _WORD.finditer(text):
        token = word[0]
        if token[0].isdigit():
            start = word.start()
            if _NO_TIME_BEFORE.search(text[max(0, start - 2) : start]):
                continue
            run.append(start)
            told = told or _FIGURES.match(text, start) is not None
            continue
        token = token.lower()
        if token in _TRIGGERS:
            told = True
        elif token not in _LEADERS:
            if told:
                yield from run
                told = False
            run.clear()
            continue
        if token not in _INSIDE:
            run.append(word.start())
    if told:
        yield from run
