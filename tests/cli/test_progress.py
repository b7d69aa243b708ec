from __future__ import annotations

import io
import sys

import pytest
from rich.console import Console
from rich.file_proxy import FileProxy

from onrecord.cli import _progress
from onrecord.cli._exits import say
from onrecord.cli._progress import with_progress
from tests.factory import make_reading


@pytest.mark.parametrize("number", [0, 1, 2, 5])
def test_every_reading_passes_through(number: int) -> None:
    readings = [make_reading(f"{each}") for each in range(number)]
    assert list(with_progress(readings)) == readings


def test_one_report_needs_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_progress, "_bar", lambda: pytest.fail("a bar for one report"))
    assert len(list(with_progress([make_reading("x")]))) == 1


def test_what_is_said_beside_the_bar_does_not_run_into_it(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, under_the_bar = io.StringIO(), io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stderr", FileProxy(Console(file=terminal, width=80), under_the_bar))
    say("absent.txt: there is no such file")
    assert terminal.getvalue() == "onrecord: absent.txt: there is no such file\n"
    assert under_the_bar.tell() == 0
