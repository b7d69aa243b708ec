"""Links: how strongly each word piece points at each cue, and each cue at each source."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.reading._network import Scores

__all__ = ["FAR", "Range", "link_scores", "pointed_at", "unlinked_scores"]

FAR = -12.0
"""The log-probability of a link that no window could see."""
Range = tuple[int, int]
"""Word pieces ``[start, end)``."""


def link_scores(scores: Scores, targets: Sequence[Range]) -> NDArray[np.float32]:
    """Return log-probabilities ``[pieces, targets]`` that a piece points into a target, a range of pieces."""
    linked = np.full((len(scores.tags), len(targets)), FAR, np.float32)
    for window, link in scores.links:
        for column, (start, end) in enumerate(targets):
            if start >= window.end or end <= window.start:
                continue
            seen = link[:, 1 + max(start, window.start) - window.start : 1 + min(end, window.end) - window.start]
            linked[window.first : window.last, column] = np.log(np.exp(seen).sum(axis=1) + 1e-6)
    return linked


def unlinked_scores(scores: Scores) -> NDArray[np.float32]:
    """Return log-probabilities ``[pieces]`` that a piece points at nothing."""
    return np.concatenate([link[:, 0] for _, link in scores.links]) if scores.links else np.zeros(0, np.float32)


def pointed_at(scores: Scores, pieces: Range) -> tuple[int, float]:
    """Return the piece that most of ``pieces`` point at, -1 for none, and the mean probability with which they do."""
    start, end = pieces
    window, link = next(found for found in scores.links if found[0].first <= start < found[0].last)
    mean = np.exp(link[start - window.first : end - window.first]).mean(axis=0)
    best = int(mean.argmax())
    return (best - 1 + window.start if best else -1), float(mean[best])
