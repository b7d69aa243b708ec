"""Links: read over the windows that see them, and only there."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reading._links import FAR, in_reach, link_scores, pointed_at, unlinked_score
from onrecord.reading._network import Scores
from onrecord.reading._windows import Window


def _scores() -> Scores:
    """Ten pieces in two windows, 0-6 and 4-10, read to 5 and from 5; piece 1 points at 3, piece 8 at nothing."""
    links = [np.full((5, 7), -8.0, np.float32), np.full((5, 7), -8.0, np.float32)]
    links[0][1, 1 + 3] = 0
    links[1][3, 0] = 0
    windows = [Window(0, 6, 0, 5), Window(4, 10, 5, 10)]
    return Scores(np.zeros((10, 7), np.float32), np.zeros((10, 9), np.float32), list(zip(windows, links, strict=True)))


def test_a_link_is_found_in_its_window() -> None:
    linked = link_scores(_scores(), (1, 2), [(3, 4), (2, 3)])
    assert linked[0, 0] == pytest.approx(0, abs=1e-3)
    assert linked[0, 1] < -7


def test_a_target_out_of_sight_is_far() -> None:
    assert link_scores(_scores(), (0, 1), [(8, 9)])[0, 0] == FAR


def test_what_is_pointed_at() -> None:
    assert pointed_at(_scores(), (1, 2)) == (3, 1.0)
    assert pointed_at(_scores(), (8, 9)) == (-1, 1.0)
    assert unlinked_score(_scores(), (8, 9)) == 0


def test_targets_in_reach() -> None:
    targets = [(0, 2), (300, 302), (600, 603), (1200, 1201)]
    assert list(in_reach(targets, (500, 520))) == [1, 2]
    assert list(in_reach(targets, (5000, 5001))) == []
