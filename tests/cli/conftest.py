"""The command with a reader that needs no weights."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from click.testing import CliRunner, Result

import onrecord
from onrecord.cli import main
from onrecord.reading import Entity, Reading, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.intake import Report

EXAMPLES = Path(__file__).parents[2] / "examples"


class Run(Protocol):
    def __call__(self, *arguments: str, input: str | bytes | None = None) -> Result: ...


def read_many(reports: Iterable[Report]) -> Iterator[Reading]:
    """Yield readings in which everything up to the first full stop is said by "Somebody"."""
    for report in reports:
        content = (0, report.text.find(".") + 1)
        statement = Statement(
            id="s1", source=[], cue=[], content=[content], speaker="e1", kind="indirect", stance="state", certainty=0.9,
            reasons={"speaker": "nobody else is there"},
        )  # fmt: skip
        somebody = Entity(id="e1", type="person", name="Somebody")
        yield Reading(report=report, statements=[statement], entities=[somebody])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own folder with the example files, which the command runs in."""
    for file in EXAMPLES.iterdir():
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(onrecord, "read_many", read_many)
    monkeypatch.setenv("COLUMNS", "80")

    def invoke(*arguments: str, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=input)

    return invoke
