"""Windows: a long text as overlapping stretches that the network can hold."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["SIZE", "Window", "cut_windows"]

SIZE = 254
"""Word pieces in a window, less the two marks at its ends."""
_OVERLAP = 32
_LONGEST_OVERLAP = 72
_SHORTEST_OVERLAP = 20


class Window(NamedTuple):
    """Pieces ``[start, end)``; of these ``[first, last)`` are read here, the rest in a neighbour that sees more."""

    start: int
    end: int
    first: int
    last: int


def cut_windows(length: int, heads: NDArray[np.bool_]) -> list[Window]:
    """Cut ``length`` pieces into windows; ``heads`` marks the pieces that begin a paragraph.

    A window begins with a paragraph where one begins in reach, so that where windows fall depends on the text about
    them and not on how much stands before. Each piece is read where it has most text on both sides.
    """
    starts = [0]
    while starts[-1] + SIZE < length:
        starts.append(_next_start(starts[-1] + SIZE, heads))
    windows, first = [], 0
    for index, start in enumerate(starts):
        end = min(start + SIZE, length)
        last = (starts[index + 1] + end) // 2 if index + 1 < len(starts) else length
        windows.append(Window(start, end, first, last))
        first = last
    return windows


def _next_start(end: int, heads: NDArray[np.bool_]) -> int:
    lowest = end - _LONGEST_OVERLAP
    near = np.flatnonzero(heads[lowest : end - _SHORTEST_OVERLAP])
    return lowest + int(near[-1]) if len(near) else end - _OVERLAP
