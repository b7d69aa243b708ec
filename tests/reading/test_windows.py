"""Windows: every piece is read once, with text on both sides, wherever windows fall."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading._windows import SIZE, cut_windows


@given(st.integers(1, 1500), st.integers(0, 2**32 - 1))
def test_every_piece_is_read_once(length: int, seed: int) -> None:
    heads = np.random.default_rng(seed).random(length) < 0.02
    windows = cut_windows(length, heads)
    read = [piece for window in windows for piece in range(window.first, window.last)]
    assert read == list(range(length))
    for window in windows:
        assert window.start <= window.first < window.last <= window.end <= window.start + SIZE


def test_a_window_begins_with_a_paragraph_in_reach() -> None:
    heads = np.zeros(400, bool)
    heads[[0, 200, 226]] = True
    assert [window.start for window in cut_windows(400, heads)] == [0, 226]
