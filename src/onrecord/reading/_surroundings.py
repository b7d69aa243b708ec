"""What stands around a cue: its sentence, and the words there that no content takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.reading._marks import Attribution
    from onrecord.reading._reading import Span

__all__ = ["outside", "sentence_of"]

_END = re.compile(r"[.!?][\"\u201d\u2019')\]]*\s+(?=[A-Z\"\u201c\u2018'(\[])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Sgt|Prof|Jr|Sr|No))\.\s+$"
)
_REACH = 300
"""How far a sentence is followed, in characters: a longer one is cut there."""


def sentence_of(text: str, attribution: Attribution) -> Span:
    """Return the sentence of the cue; a quotation that ends a sentence before the cue is not in it."""
    first, last = attribution.cue[0][0], attribution.cue[-1][1]
    start = max(0, first - _REACH)
    for match in _END.finditer(text, start, first):
        if _ends(text, match):
            start = match.end()
    for match in _END.finditer(text, last, last + _REACH):
        if _ends(text, match):
            return start, match.start()
    return start, min(len(text), last + _REACH)


def outside(start: int, end: int, inside: Iterable[Span]) -> list[Span]:
    """Return what the spans ``inside`` leave of ``[start, end)``, in order."""
    gaps: list[Span] = []
    for at, stop in sorted(inside):
        if at > start:
            gaps.append((start, min(at, end)))
        start = max(start, stop)
        if start >= end:
            return gaps
    gaps.append((start, end))
    return gaps


def _ends(text: str, match: re.Match[str]) -> bool:
    return "\n" in match[0] or not _ABBREVIATED.search(text[max(0, match.end() - 8) : match.end()])
