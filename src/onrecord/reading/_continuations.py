"""Continuations: quotations that go on after their cue, or with no cue at all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from onrecord.reading._marks import Attribution
from onrecord.reading._quotations import Quotation
from onrecord.reading._reading import Span

__all__ = ["add_continuations"]

_ENDED = re.compile(r"[.!?\u2026:][\"'\u201d\u2019\u00bb)\]]*\s*$")
_FEWEST_WORDS = 4


def add_continuations(
    text: str, attributions: Sequence[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """Return the attributions with each quotation that goes on without a cue as one of its own.

    ``"A," he said. "B."`` becomes two: B has no cue, repeats the source's words, and continues A. A quotation that no
    attribution holds continues the one before it where nothing but white space stands between.
    """
    parted: list[Attribution] = []
    for attribution in attributions:
        kept, rest = _part(text, attribution)
        first = len(parted)
        parted.append(replace(attribution, content=kept))
        parted.extend(replace(attribution, cue=(), content=(piece,), continues=first) for piece in rest)
    return _sorted(parted + _orphans(text, parted, quotations))


def _part(text: str, attribution: Attribution) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Part the pieces that stand in later sentences than the cue from those about it."""
    if not attribution.cue or len(attribution.content) < 2:
        return attribution.content, ()
    cue_end = attribution.cue[-1][1]
    later = [
        piece
        for piece in attribution.content[1:]
        if piece[0] >= cue_end and _ENDED.search(text[cue_end : piece[0]]) and _quoted(text, piece)
    ]
    kept = tuple(piece for piece in attribution.content if piece not in later)
    return (kept, tuple(later)) if kept else (attribution.content, ())


def _quoted(text: str, piece: Span) -> bool:
    return text[piece[0]] in "\"'\u201c\u2018\u00ab\u201e\u201d" or text[piece[0] - 1] in "\"'\u201c\u2018\u00ab\u201e"


def _orphans(text: str, attributions: Sequence[Attribution], quotations: Sequence[Quotation]) -> list[Attribution]:
    """Return the quotations that no attribution holds and that follow right on one that is attributed."""
    held = sorted(span for a in attributions for span in (*a.content, *a.cue, *a.source))
    reach = list(accumulate((end for _, end in held), max))  # how far the spans up to each one go
    ends = sorted((max(end for _, end in (*a.content, *a.cue, *a.source)), at) for at, a in enumerate(attributions))
    everyone, found = list(attributions), []
    for quotation in quotations:
        before = bisect_left(held, (quotation.end,)) - 1
        if before >= 0 and reach[before] > quotation.start:
            continue
        if len(text[quotation.start : quotation.end].split()) < _FEWEST_WORDS:
            continue
        nearest = bisect_right(ends, (quotation.start, len(everyone))) - 1
        if nearest >= 0 and _follows(text, ends[nearest][0], quotation.start):
            at = ends[nearest][1]
            made = Attribution(
                everyone[at].source, (), ((quotation.start, quotation.end),), everyone[at].score, continues=at
            )
            insort(ends, (quotation.end, len(everyone)))
            everyone.append(made)
            found.append(made)
    return found


def _follows(text: str, end: int, start: int) -> bool:
    """Whether nothing but marks stands between, and a sentence has ended."""
    between = text[end:start].strip(" \n\r\t.,\"'\u201c\u201d\u2019")
    return not between and bool(_ENDED.search(text[max(0, start - 40) : start].rstrip()[-4:]))


def _sorted(attributions: list[Attribution]) -> list[Attribution]:
    order = sorted(range(len(attributions)), key=lambda at: (attributions[at].content, at))
    new = {old: at for at, old in enumerate(order)}
    return [
        replace(
            attributions[old],
            continues=None if (c := attributions[old].continues) is None else new[c],
            parent=None if (p := attributions[old].parent) is None else new[p],
        )
        for old in order
    ]
