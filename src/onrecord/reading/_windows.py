"""Windows: a long text as overlapping stretches that the network can hold."""

from __future__ import annotations

import zlib
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["SIZE", "Window", "cut_windows"]

SIZE = 254
"""Word pieces in a window, less the two marks at its ends."""
_OVERLAP = 32
_NEAREST = 150
"""A window begins at least so far from the one before: shorter ones would read too much twice."""
_KEY = 12


class Window(NamedTuple):
    """Pieces ``[start, end)``; of these ``[first, last)`` are read here, the rest in a neighbour that sees more."""

    start: int
    end: int
    first: int
    last: int


def cut_windows(ids: NDArray[np.int64], heads: NDArray[np.bool_]) -> list[Window]:
    """Cut the pieces ``ids`` into windows; ``heads`` marks those that begin a paragraph.

    Of the paragraphs at which a window could begin, the one whose words have the lowest checksum is taken. So where
    windows fall depends on the text there, and hardly on how much stands before (content-defined chunking, as in
    Muthitacharoen, Chen & Mazieres 2001). Each piece is read where it has most text on both sides.
    """
    length = len(ids)
    starts = [0]
    while starts[-1] + SIZE < length:
        starts.append(_next_start(starts[-1], ids, heads))
    windows, first = [], 0
    for index, start in enumerate(starts):
        after = starts[index + 1] if index + 1 < len(starts) else length
        end = min(start + SIZE, after + _OVERLAP, length)
        last = (after + end) // 2 if after < length else length
        windows.append(Window(start, end, first, last))
        first = last
    return windows


def _next_start(start: int, ids: NDArray[np.int64], heads: NDArray[np.bool_]) -> int:
    lowest, highest = start + _NEAREST, start + SIZE - _OVERLAP
    near = (lowest + np.flatnonzero(heads[lowest : highest + 1])).tolist()
    if not near:
        return highest
    return int(min(near, key=lambda head: (zlib.crc32(ids[head : head + _KEY].tobytes()), head)))
