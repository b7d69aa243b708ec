"""Kind: whether what is said stands in quotation marks wholly (direct), in part (mixed) or not at all (indirect)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.reading._quotations import Quotation, find_quotations
from onrecord.reading._surroundings import outside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading._marks import Attribution
    from onrecord.reading._reading import Kind, Span

__all__ = ["judge_kind"]

_WORD = re.compile(r"\w")
_SINGLE = re.compile(r"(?<![\w\u2019'])(?:\u2018[^\u2018\n]+?\u2019|'[^'\n]+?')(?!\w)")
"""Words between single marks, a word or two included, which are no quotation by themselves elsewhere."""


def judge_kind(text: str, attribution: Attribution, quotations: Sequence[Quotation] | None = None) -> tuple[Kind, str]:
    """Return the kind of ``attribution`` and the reason; ``quotations`` of the text saves finding them again.

    Marks round the whole attribution, cue or source included, belong to another statement and do not count.
    """
    quotations = find_quotations(text) if quotations is None else quotations
    quoted = unquoted = False
    for start, end in attribution.content:
        gaps = outside(start, end, _overlapping(quotations, start, end, attribution))
        for at, stop in list(gaps):
            singles = [match.span() for match in _SINGLE.finditer(text, at, stop)]
            if singles:
                quoted = True
                gaps.remove((at, stop))
                gaps += outside(at, stop, singles)
        rest = sum(len(_WORD.findall(text, at, stop)) for at, stop in gaps)
        quoted = quoted or rest < len(_WORD.findall(text, start, end))
        unquoted = unquoted or rest > 0
    if not quoted:
        return "indirect", "not in quotation marks"
    return ("mixed", "partly in quotation marks") if unquoted else ("direct", "all in quotation marks")


def _overlapping(quotations: Sequence[Quotation], start: int, end: int, attribution: Attribution) -> list[Span]:
    """The quotations that share words with ``[start, end)``, less those that hold the attribution's cue or source."""
    around = (*attribution.cue, *attribution.source)
    found: list[Span] = []
    index = max(0, bisect_right(quotations, start, key=lambda quotation: quotation.start) - 1)
    for quotation in quotations[index:]:
        if quotation.start >= end:
            break
        holds = any(quotation.start < at and stop <= quotation.end for at, stop in around)
        if quotation.end > start and not (holds and quotation.start < start):
            found.append((quotation.start, quotation.end))
    return found
