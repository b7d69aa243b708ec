"""Finding: a scan for the words that may begin or carry a time, the rules tried there, the longest match kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.reading._reading import Time
from onrecord.reading.times import _calendar, _clock, _days, _durations, _periods, _references, _shifts
from onrecord.reading.times._context import Context, Found
from onrecord.reading.times._lexicon import DAY_PARTS, HOLIDAYS, MONTHS, NUMBERS, ORDINALS, SEASONS, UNITS, WEEKDAYS
from onrecord.vocabulary import load_vocabulary

__all__ = ["find_times"]

_RULES = [
    *_clock.RULES,
    *_calendar.RULES,
    *_days.RULES,
    *_periods.RULES,
    *_shifts.RULES,
    *_references.RULES,
    *_durations.RULES,
]
_NO_START = "$\u00a3\u20ac#.,:/"
_WORD = re.compile(r"[^\W_]+")


def _triggers() -> frozenset[str]:
    words = {*MONTHS, *WEEKDAYS, *SEASONS, *DAY_PARTS, *UNITS, *(f"{unit}s" for unit in UNITS)}
    words.update(word for name in HOLIDAYS for word in name.replace("'", " ").split() if len(word) > 4)
    return frozenset(words)


_TRIGGERS = _triggers() | set(
    "centuries millennia today tonight yesterday tomorrow overnight clock now nowadays currently current present presently "
    "recent recently past lately ago soon future term possible date ahead hourly daily nightly weekly monthly yearly q1 q2 q3 q4 "
    "weekdays mondays tuesdays wednesdays thursdays fridays saturdays sundays yearlong weeklong daylong monthlong decadelong "
    "twenties thirties forties fifties sixties seventies eighties nineties nineteen thousand period moment fy long".split()
)
_LEADERS = frozenset(load_vocabulary("times")["scan"]["leaders"]) | {*NUMBERS, *ORDINALS}
_FIGURES = re.compile(r"\d{4}(?!\d)|\d+(?:[:./-]\d|[ \n]?[ap]\.? ?m\b|'?s\b|[ \n](?:in|at|o'clock)\b)", re.IGNORECASE)
_ALIKE = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-", "\u2013": "-"}
)
"""Marks read as one, character for character, so that offsets hold."""


def find_times(text: str, written: date | None) -> list[Time]:
    """Return the times that ``text`` tells, in order, none inside another.

    Args:
        text: A report's text or title; the spans index it.
        written: The day the report bears. Without it, what depends on it stays open ("XXXX-02-06").

    Values follow TIMEX3 as ISO-TimeML (ISO 24617-1) has it.
    """
    text = text.translate(_ALIKE)
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
            if text[start - 1 : start] in _NO_START and start:
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
        run.append(word.start())
    if told:
        yield from run
