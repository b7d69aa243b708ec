"""Windows: every piece is read once, with text on both sides, wherever windows fall."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading._windows import SIZE, cut_windows


@given(st.integers(1, 1500), st.integers(0, 2**32 - 1))
def test_every_piece_is_read_once(length: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    windows = cut_windows(random.integers(0, 30000, length), random.random(length) < 0.02)
    read = [piece for window in windows for piece in range(window.first, window.last)]
    assert read == list(range(length))
    for window in windows:
        assert window.start <= window.first < window.last <= window.end <= window.start + SIZE


def test_windows_fall_alike_whatever_stands_before() -> None:
    random = np.random.default_rng(5)
    ids, heads = random.integers(0, 30000, 3000), np.zeros(3000, bool)
    heads[::40] = True
    before = random.integers(0, 30000, 80)
    plain = {window.start for window in cut_windows(ids, heads)}
    moved = {w.start - 80 for w in cut_windows(np.append(before, ids), np.append([True] + [False] * 79, heads))}
    assert len(plain & moved) > 0.7 * len(plain)


def test_a_text_without_paragraphs_is_cut_all_the_same() -> None:
    assert len(cut_windows(np.arange(1000), np.zeros(1000, bool))) > 3
