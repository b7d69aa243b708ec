"""Said: the day on which a statement was made, where the report tells it beside the cue, or implies it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.reading._cues import cue_table, cue_tokens
from onrecord.reading._surroundings import outside, sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading._marks import Attribution
    from onrecord.reading._reading import Time

__all__ = ["said_date"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EARLIER = re.compile(
    r"\b(?:had|previously|earlier|formerly|once|repeatedly|always|often|long|then|recently|last|ago|initially|originally|never|will|would|expected|set to)\b",
    re.IGNORECASE,
)
_SAYING = frozenset({"state", "report", "confirm", "deny", "accuse", "warn", "promise", "request", "claim"})
_BESIDE = 60
"""How far from cue and source, in characters, a date is taken to belong to them."""


def said_date(
    text: str, attribution: Attribution, times: Sequence[Time], published: str | None
) -> tuple[str | None, str]:
    """Return the ISO date of ``attribution`` and the reason, or none and why not.

    A day told in the cue's sentence, beside the cue or its source and outside the content, is the date. Where no time
    is told and a plain verb says it ("said", "denies"), the report's own date is taken, and the reason says so.
    """
    if not attribution.cue:
        return None, ""
    start, end = sentence_of(text, attribution)
    gaps = outside(start, end, attribution.content)
    told = [time for time in times if _stands_in(time, gaps) and time.type in ("DATE", "TIME")]
    near = [time for time in told if _distance(time, attribution) <= _BESIDE]
    for time in sorted(near, key=lambda time: (_distance(time, attribution), time.start)):
        day = _DAY.match(time.value)
        if day:
            return day[0], f"\u201c{text[time.start : time.end]}\u201d beside the cue"
    if near:
        return None, f"\u201c{text[near[0].start : near[0].end]}\u201d names no day"
    if told or attribution.parent is not None or not _is_plain(text, attribution):
        return None, ""
    day = _DAY.match(published or "")
    return (day[0], "inferred: the report's date") if day else (None, "")


def _stands_in(time: Time, gaps: Sequence[tuple[int, int]]) -> bool:
    return any(start <= time.start and time.end <= end for start, end in gaps)


def _distance(time: Time, attribution: Attribution) -> int:
    return min(max(start - time.end, time.start - end, 0) for start, end in (*attribution.cue, *attribution.source))


def _is_plain(text: str, attribution: Attribution) -> bool:
    """Whether the cue is a verb in the past or present, of saying rather than of an attitude, and of no earlier time."""
    words = " ".join(text[start:end] for start, end in attribution.cue)
    around = text[max(0, attribution.cue[0][0] - 12) : attribution.cue[0][0]] + words
    if not attribution.source or _EARLIER.search(around):
        return False
    cues = cue_table().find(cue_tokens(words))
    return bool(cues) and cues[0].cue.stance in _SAYING and cues[0].cue.part in ("verb", "phrase")
