from __future__ import annotations

import pytest

from onrecord.cli import _progress
from onrecord.cli._progress import with_progress
from tests.factory import make_reading


@pytest.mark.parametrize("number", [0, 1, 2, 5])
def test_every_reading_passes_through(number: int) -> None:
    readings = [make_reading(f"{each}") for each in range(number)]
    assert list(with_progress(readings)) == readings


def test_one_report_needs_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_progress, "_bar", lambda: pytest.fail("a bar for one report"))
    assert len(list(with_progress([make_reading("x")]))) == 1
