"""Score onrecord on annotated reports and hold the figures against their floors.

    python evaluation/evaluate.py [--shared DIR] [--task NAME ...] [--update [--allow-regression REASON]]

``--shared`` is the folder that holds ``data/`` (annotated reports) and ``bench/score.py`` (the scorers); neither is part
of the project. Floors stand in ``floors.json`` with a digest of the data they were measured on. A figure below its
floor fails the run; ``--update`` raises floors to what was measured, and lowers one only with a reason.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

import onrecord
from onrecord.intake import make_report

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.05
"""Figures are rounded to a tenth: half of that is no regression."""
Row = dict[str, Any]

FIGURES = {
    "statements": ["who_said_what.f1", "exact.f1", "word_source.f1", "word_cue.f1", "word_content.f1"],
    "readings": ["found.f1", "speaker_accuracy", "stance_accuracy", "kind_accuracy", "via.f1", "who_said_what_how.f1"],
    "times": ["value.f1", "span_strict.f1", "span_relaxed.f1"],
}
TARGETS = {
    "statements": {"who_said_what.f1": 65, "word_source.f1": 80, "word_cue.f1": 67, "word_content.f1": 89},
    "readings": {"found.f1": 79, "speaker_accuracy": 80, "stance_accuracy": 82, "kind_accuracy": 85},
    "times": {"value.f1": 68},
}


def predict_readings(rows: list[Row]) -> Iterator[Row]:
    """Read each row as a report and yield what the scorers take; headline statements index another text."""
    reports = (
        make_report(
            row["text"], id=row["id"], title=row.get("title"), publisher=row.get("publisher"), date=row.get("date")
        )
        for row in rows
    )
    for reading in onrecord.read_many(reports):
        found = json.loads(reading.to_json())
        found["statements"] = [s for s in found["statements"] if s["field"] == "text"]
        yield {"id": reading.report.id, **found}


def predict_times(rows: list[Row]) -> Iterator[Row]:
    """Read each row as a report of the day it was written."""
    for reading in onrecord.read_many(make_report(row["text"], id=row["id"], date=row["written"]) for row in rows):
        found = json.loads(reading.to_json())["times"]
        yield {"id": reading.report.id, "times": [time for time in found if time["field"] == "text"]}


PREDICT: dict[str, Callable[[list[Row]], Iterator[Row]]] = {
    "statements": predict_readings,
    "readings": predict_readings,
    "times": predict_times,
}


def main() -> int:
    args = _arguments()
    scorer = _load_scorer(args.shared / "bench" / "score.py")
    console = Console()
    measured = {task: _measure(task, args.shared / "data" / task / "dev.jsonl", scorer, console) for task in args.task}
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    console.print(_table(measured, floors))
    for task, result in measured.items():
        if "stance_errors" in result["all"]:
            console.print(f"{task}: stances taken for others:", result["all"]["stance_errors"])
    fallen = _fallen(measured, floors)
    if args.update:
        return _update(measured, floors, fallen, args.allow_regression)
    for line in fallen:
        console.print(f"[red]below its floor:[/] {line}")
    return 1 if fallen else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/ and bench/")
    parser.add_argument("--task", nargs="*", default=list(FIGURES), choices=list(FIGURES))
    parser.add_argument("--update", action="store_true", help="write the floors that were measured")
    parser.add_argument("--allow-regression", metavar="REASON", help="with --update: lower floors, and why")
    return parser.parse_args()


def _load_scorer(path: Path) -> ModuleType:
    if not path.exists():
        sys.exit(f"evaluate: {path}: no scorer there; say where data and scorers are with --shared")
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"evaluate: {path}: cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _measure(task: str, path: Path, scorer: ModuleType, console: Console) -> Row:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    predicted = {row["id"]: row for row in track(PREDICT[task](rows), task, len(rows), console=console, transient=True)}
    result = scorer.TASKS[task]({row["id"]: row for row in rows}, predicted)
    figures = {name: _figure(result, name) for name in FIGURES[task]}
    return {"figures": figures, "digest": hashlib.sha256(path.read_bytes()).hexdigest()[:16], "all": result}


def _figure(result: Row, name: str) -> float:
    value: Any = result
    for part in name.split("."):
        value = value[part]
    return float(value)


def _table(measured: Row, floors: Row) -> Table:
    table = Table("task", "figure", "measured", "target", "floor")
    for task, result in measured.items():
        for name, value in result["figures"].items():
            target = TARGETS[task].get(name)
            floor = floors.get(task, {}).get("figures", {}).get(name)
            style = "red" if target is not None and value < target else "green" if target is not None else ""
            shown = f"[{style}]{value:.1f}[/]" if style else f"{value:.1f}"
            table.add_row(task, name, shown, f"{target or ''}", f"{floor or ''}")
    return table


def _fallen(measured: Row, floors: Row) -> list[str]:
    lines = []
    for task, result in measured.items():
        floor = floors.get(task)
        if floor and floor["digest"] != result["digest"]:
            lines.append(f"{task}: the data is not that of the floors ({result['digest']}, not {floor['digest']})")
        elif floor:
            lines += [
                f"{task} {name}: {result['figures'][name]} < {least}"
                for name, least in floor["figures"].items()
                if result["figures"][name] < least - SLACK
            ]
    return lines


def _update(measured: Row, floors: Row, fallen: list[str], reason: str | None) -> int:
    if fallen and not reason:
        print("evaluate: floors would be lowered; say why with --allow-regression REASON:", *fallen, sep="\n  ")
        return 1
    for task, result in measured.items():
        entry = {"digest": result["digest"], "figures": result["figures"]}
        if fallen:
            entry["lowered"] = reason
        floors[task] = entry
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
