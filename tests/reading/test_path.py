"""Paths: BIO rules hold, and a doubtful word does not break a span."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reading._path import best_path, spans_of_path, transitions

TAGS = ("O", "B-cue", "I-cue", "B-content", "I-content")


def _scores(rows: list[dict[str, float]]) -> np.ndarray:
    return np.array([[row.get(tag, -5.0) for tag in TAGS] for row in rows], np.float32)


CASES = [
    ("plain", [{"B-cue": 0}, {"B-content": 0}, {"I-content": 0}], [("cue", 0, 1), ("content", 1, 3)]),
    ("inside needs a begin", [{"I-content": 0, "B-content": -1}, {"I-content": 0}], [("content", 0, 2)]),
    ("a doubtful word", [{"B-content": 0}, {"O": -0.6, "I-content": -0.8}, {"I-content": 0}], [("content", 0, 3)]),
    ("two that touch", [{"B-content": 0}, {"B-content": 0}], [("content", 0, 1), ("content", 1, 2)]),
    ("nothing", [], []),
]


@pytest.mark.parametrize(("name", "rows", "expected"), CASES, ids=[case[0] for case in CASES])
def test_best_path(name: str, rows: list[dict[str, float]], expected: list[tuple[str, int, int]]) -> None:
    path = best_path(_scores(rows) if rows else np.zeros((0, 5), np.float32), transitions(TAGS, stay=0.5))
    assert spans_of_path(path, TAGS) == expected
