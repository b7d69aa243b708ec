"""Continuations: quotations that go on after their cue, or with no cue at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

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
    held = [span for a in attributions for span in (*a.content, *a.cue, *a.source)]
    found: list[Attribution] = []
    for quotation in quotations:
        words = len(text[quotation.start : quotation.end].split())
        if words < _FEWEST_WORDS or any(a < quotation.end and b > quotation.start for a, b in held):
            continue
        before = _before(text, quotation.start, [*attributions, *found])
        if before is not None:
            at, source = before
            score = [*attributions, *found][at].score
            found.append(Attribution(source, (), ((quotation.start, quotation.end),), score, continues=at))
    return found


def _before(text: str, start: int, attributions: Sequence[Attribution]) -> tuple[int, tuple[Span, ...]] | None:
    """Return the attribution that ends just before ``start``, if its last words are a quotation or its cue."""
    ends = [(max(end for _, end in (*a.content, *a.cue, *a.source)), at) for at, a in enumerate(attributions)]
    near = [(end, at) for end, at in ends if end <= start]
    if not near:
        return None
    end, at = max(near)
    if text[end:start].strip(" \n\r\t.,\"'\u201c\u201d\u2019") or not _ENDED.search(text[:start].rstrip()[-4:]):
        return None
    return at, attributions[at].source


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
