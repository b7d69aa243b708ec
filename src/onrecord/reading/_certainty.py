"""Certainty: how likely a statement is right, calibrated on annotated reports (Platt 1999)."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files

__all__ = ["certainty", "features"]

_EDGE = 1e-3


def certainty(score: float, speaker: float, *, nested: bool, continues: bool) -> float:
    """Return the probability that content and speaker are right, to two digits.

    ``score`` is the network's for the attribution, ``speaker`` that of the speaker's resolution, both 0 to 1.
    """
    weights = _weights()
    total = sum(w * x for w, x in zip(weights, features(score, speaker, nested, continues), strict=True))
    return round(1 / (1 + math.exp(-total)), 2)


def features(score: float, speaker: float, nested: bool, continues: bool) -> list[float]:
    """Return what the calibration weighs: a constant, two log-odds and two flags."""
    return [1.0, _log_odds(score), _log_odds(speaker), float(nested), float(continues)]


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, _EDGE), 1 - _EDGE)
    return math.log(bounded / (1 - bounded))


@cache
def _weights() -> list[float]:
    path = files("onrecord.reading") / "weights" / "calibration.json"
    weights: list[float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return weights
