"""The gate on figures: what falls below its floor fails, and a floor is lowered only with a reason."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "evaluation/evaluate.py"


@pytest.fixture
def evaluate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "FLOORS", tmp_path / "floors.json")
    return module


def _measured(value: float, digest: str = "d") -> dict[str, Any]:
    return {"times": {"figures": {"value.f1": value}, "digest": digest, "all": {}}}


@pytest.mark.parametrize(
    ("value", "digest", "fallen"), [(80.0, "d", 0), (80.1, "d", 0), (79.9, "d", 1), (90.0, "other", 1)]
)
def test_what_falls(evaluate: ModuleType, value: float, digest: str, fallen: int) -> None:
    floors = {"times": {"figures": {"value.f1": 80.0}, "digest": "d"}}
    assert len(evaluate._fallen(_measured(value, digest), floors)) == fallen


def test_a_floor_is_lowered_only_with_a_reason(evaluate: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate._update(_measured(70.0), {}, ["times value.f1: 70.0 < 80.0"], None) == 1
    assert not evaluate.FLOORS.exists()
    assert "--allow-regression" in capsys.readouterr().out
    assert evaluate._update(_measured(70.0), {}, ["times value.f1: 70.0 < 80.0"], "new guide") == 0
    assert json.loads(evaluate.FLOORS.read_text())["times"]["lowered"] == "new guide"


def test_the_floors_that_ship_are_those_of_the_figures(evaluate: ModuleType) -> None:
    shipped = json.loads(SCRIPT.with_name("floors.json").read_text(encoding="utf-8"))
    assert {task: list(entry["figures"]) for task, entry in shipped.items()} == evaluate.FIGURES
    for task, targets in evaluate.TARGETS.items():
        assert all(shipped[task]["figures"][name] >= target for name, target in targets.items())
