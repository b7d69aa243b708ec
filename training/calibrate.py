"""Fit the certainty of statements to annotated reports, and draw how far it can be relied on.

    python training/calibrate.py --shared DIR

A statement counts as right when the scorer pairs its content with an annotated one and the speaker is the same. The fit
is a logistic regression on what ``onrecord.reading._certainty.features`` gives (Platt 1999). The curve in
``docs/reliability.svg`` is cross-validated: each report is judged by a fit on the others.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.intake import make_report
from onrecord.reading import Reader, _certainty, _statements

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src/onrecord/reading/weights/calibration.json"
CURVE = ROOT / "docs/reliability.svg"
FOLDS, BINS, PENALTY = 5, 6, 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args().shared
    inputs, right, reports = collect(shared)
    weights = fit(inputs, right)
    WEIGHTS.write_text(json.dumps({"weights": [round(float(w), 4) for w in weights]}) + "\n", encoding="utf-8")
    held_out = np.zeros(len(right))
    for fold in range(FOLDS):
        out = reports % FOLDS == fold
        held_out[out] = 1 / (1 + np.exp(-inputs[out] @ fit(inputs[~out], right[~out])))
    bins = curve(held_out, right)
    CURVE.write_text(draw(bins), encoding="utf-8")
    error = sum(n * abs(told - was) for n, told, was in bins) / len(right)
    print(f"{len(right)} statements, {right.mean():.3f} right, expected calibration error {error:.3f}")
    for n, told, was in bins:
        print(f"| {n} | {told:.2f} | {was:.2f} |")


def collect(shared: Path) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Read the annotated reports; return features, rightness and the report's number for each statement."""
    spec = importlib.util.spec_from_file_location("score", shared / "bench/score.py")
    scorer: Any = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    spec.loader.exec_module(scorer)  # type: ignore[union-attr]
    seen: list[list[float]] = []

    def record(score: float, speaker: float, *, nested: bool, continues: bool) -> float:
        seen.append(_certainty.features(score, speaker, nested, continues))
        return len(seen) - 1

    _statements.certainty = record  # each statement's certainty is the index of its features
    reader, inputs, right, reports = Reader(), [], [], []
    with (shared / "data/readings/dev.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            reading = reader.read(make_report(row["text"], id=row["id"]))
            for statement, correct in judge(row, reading, scorer):
                inputs.append(seen[int(statement.certainty)])
                right.append(float(correct))
                reports.append(number)
    return np.array(inputs), np.array(right), np.array(reports)


def judge(row: dict[str, Any], reading: Any, scorer: Any) -> list[tuple[Any, bool]]:
    """Return the statements of a reading, each with whether content and speaker are right."""
    words = scorer.words(row["text"])
    gold = [{"content": scorer.cover(_spans(row["text"], s["content"]), words), "s": s} for s in row["statements"]]
    found = [{"content": scorer.cover(s.content, words), "s": s} for s in reading.statements]
    correct = set()
    for i, j in scorer.match(gold, found):
        entity = reading.entity(found[j]["s"].speaker)
        names = [entity.name, *entity.aliases] if entity else [None]
        if any(scorer.same_name(gold[i]["s"]["speaker"], name) for name in names):
            correct.add(j)
    return [(each["s"], j in correct) for j, each in enumerate(found)]


def _spans(text: str, pieces: list[str]) -> list[tuple[int, int]]:
    spans, at = [], 0
    for piece in pieces:
        start = max(text.find(piece, at), 0)
        at = start + len(piece)
        spans.append((start, at))
    return spans


def fit(inputs: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights of a logistic regression by Newton's method, with a ridge on all but the constant."""
    weights = np.zeros(inputs.shape[1])
    ridge = np.diag([0.0, *([PENALTY] * (inputs.shape[1] - 1))])
    for _ in range(50):
        told = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (right - told) - ridge @ weights
        weights += np.linalg.solve((inputs.T * (told * (1 - told))) @ inputs + ridge, slope)
    return weights


def curve(told: NDArray[np.float64], right: NDArray[np.float64]) -> list[tuple[int, float, float]]:
    """Return bins of equal number: how many statements, what was told of them, how many were right."""
    order = np.argsort(told, kind="stable")
    return [(len(part), float(told[part].mean()), float(right[part].mean())) for part in np.array_split(order, BINS)]


def draw(bins: list[tuple[int, float, float]]) -> str:
    """Return the reliability curve as SVG, readable on light and dark pages."""
    place = lambda told, was: f"{40 + 280 * told:.1f},{320 - 280 * was:.1f}"
    ticks = "".join(
        f'<text x="{40 + 280 * t / 4:.0f}" y="338" text-anchor="middle">{t / 4:g}</text>'
        f'<text x="34" y="{324 - 280 * t / 4:.0f}" text-anchor="end">{t / 4:g}</text>'
        for t in range(5)
    )
    dots = "".join(
        f'<circle cx="{place(told, was).split(",")[0]}" cy="{place(told, was).split(",")[1]}" r="4"><title>{n} '
        f"statements: told {told:.2f}, right {was:.2f}</title></circle>"
        for n, told, was in bins
    )
    line = " ".join(place(told, was) for _, told, was in bins)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 370" role="img" font-family="sans-serif" font-size="11">'
        "<title>Certainty told, and the share of statements that were right</title>"
        '<rect width="340" height="370" fill="#fff"/>'
        '<path d="M40 40V320H320" fill="none" stroke="#555"/><path d="M40 320 320 40" stroke="#aaa" stroke-dasharray="4"/>'
        f'<polyline points="{line}" fill="none" stroke="#0b5cad" stroke-width="2"/><g fill="#0b5cad">{dots}</g>'
        f'<g fill="#333">{ticks}<text x="180" y="360" text-anchor="middle">certainty told</text>'
        '<text x="12" y="30">share right</text></g></svg>\n'
    )


if __name__ == "__main__":
    main()
