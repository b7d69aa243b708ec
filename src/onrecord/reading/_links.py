"""Links: how strongly word pieces point at a cue or a source, at nothing, or at a piece that no span holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.reading._network import Scores
from onrecord.reading._windows import SIZE, Window

__all__ = ["FAR", "Range", "in_reach", "link_scores", "pointed_at", "unlinked_score"]

FAR = -12.0
"""The log-probability of a link that no window could see."""
Range = tuple[int, int]
"""Word pieces ``[start, end)``."""


def in_reach(targets: Sequence[Range], origin: Range) -> range:
    """Return the indices of the ``targets``, in order and apart, that a window could hold together with ``origin``."""
    first = bisect_left(targets, origin[0] - SIZE, key=lambda target: target[1])
    end = bisect_right(targets, origin[1] + SIZE, key=lambda target: target[0])
    return range(first, max(first, end))


def link_scores(scores: Scores, origin: Range, targets: Sequence[Range]) -> NDArray[np.float32]:
    """Return log-probabilities ``[pieces of origin, targets]`` that a piece points into a target."""
    linked = np.full((origin[1] - origin[0], len(targets)), FAR, np.float32)
    for window, rows, link in _seen(scores, origin):
        for column, (start, end) in enumerate(targets):
            if start < window.end and end > window.start:
                inside = slice(1 + max(start, window.start) - window.start, 1 + min(end, window.end) - window.start)
                linked[rows, column] = np.log(np.exp(link[:, inside]).sum(axis=1) + 1e-6)
    return linked


def unlinked_score(scores: Scores, origin: Range) -> float:
    """Return the mean log-probability with which the pieces of ``origin`` point at nothing."""
    return float(np.concatenate([link[:, 0] for _, _, link in _seen(scores, origin)]).mean())


def pointed_at(scores: Scores, origin: Range) -> tuple[int, float]:
    """Return the piece that most of ``origin`` points at, -1 for none, and the mean probability with which it does."""
    window, _, link = next(_seen(scores, origin))
    mean = np.exp(link).mean(axis=0)
    best = int(mean.argmax())
    return (best - 1 + window.start if best else -1), float(mean[best])


def _seen(scores: Scores, origin: Range) -> Iterator[tuple[Window, slice, NDArray[np.float32]]]:
    """Yield each window that reads pieces of ``origin``: the window, which of ``origin``'s pieces, and their links."""
    at = max(0, bisect_right(scores.links, origin[0], key=lambda found: found[0].first) - 1)
    for window, link in scores.links[at:]:
        start, end = max(origin[0], window.first), min(origin[1], window.last)
        if start >= origin[1]:
            return
        if start < end:
            yield window, slice(start - origin[0], end - origin[0]), link[start - window.first : end - window.first]
