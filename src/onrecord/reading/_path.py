"""The best path through tag scores: Viterbi decoding under the rules of BIO tags."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_path", "spans_of_path", "transitions"]

_NEVER = -1e4


def transitions(tags: tuple[str, ...], stay: float) -> NDArray[np.float32]:
    """Return the scores ``[from, to]``: inside follows only its own begin or inside; going on earns ``stay``."""
    scores = np.zeros((len(tags), len(tags)), np.float32)
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            if after[0] == "I":
                scores[i, j] = stay if before[1:] == after[1:] else _NEVER
    return scores


def best_path(scores: NDArray[np.float32], moves: NDArray[np.float32]) -> list[int]:
    """Return the tag of each unit on the path of highest sum; ``scores`` is ``[units, tags]``."""
    if not len(scores):
        return []
    best = scores[0] + np.where(moves[0] <= _NEVER, _NEVER, 0)
    back = np.zeros(scores.shape, np.int32)
    columns = np.arange(scores.shape[1])
    for at in range(1, len(scores)):
        reached = best[:, None] + moves
        back[at] = origin = reached.argmax(axis=0)
        best = reached[origin, columns] + scores[at]
    path = [int(best.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def spans_of_path(path: list[int], tags: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """Return the spans ``(kind, first unit, end unit)`` of a path, in order."""
    spans: list[tuple[str, int, int]] = []
    for at, tag in enumerate(path):
        name = tags[tag]
        if name[0] == "B" or (name[0] == "I" and (not spans or spans[-1][2] != at or spans[-1][0] != name[2:])):
            spans.append((name[2:], at, at + 1))
        elif name[0] == "I":
            spans[-1] = (spans[-1][0], spans[-1][1], at + 1)
    return spans
