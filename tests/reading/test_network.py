"""The network: shapes, probabilities that sum to one, and weights that cannot be loaded."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from onrecord._exceptions import ModelError
from onrecord.reading import _network
from onrecord.reading._network import NAME_TAGS, TAGS, Network
from onrecord.reading._tokens import tokenize

TEXT = "The bridge at Orsk fell on Monday, mayor Ada Oro said.\n\n" * 30


def test_scores_are_log_probabilities_of_every_piece() -> None:
    network = Network.shared()
    tokens = tokenize(network.tokenizer, TEXT)
    scores = network.score(tokens)
    assert scores.tags.shape == (len(tokens), len(TAGS))
    assert scores.names.shape == (len(tokens), len(NAME_TAGS))
    assert len(scores.links) > 1
    for window, link in scores.links:
        assert link.shape == (window.last - window.first, 1 + window.end - window.start)
    for found in (scores.tags, scores.names, *(link for _, link in scores.links)):
        np.testing.assert_allclose(np.exp(found).sum(axis=-1), 1, atol=1e-3)


def test_a_text_without_words_has_no_scores() -> None:
    network = Network.shared()
    assert network.score(tokenize(network.tokenizer, " \n")).links == []


@pytest.mark.parametrize(("name", "content"), [("statements.onnx", b"broken"), ("tokenizer.json", b"{")])
def test_damaged_weights_are_one_clear_error(
    name: str, content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = tmp_path / "weights"
    weights.mkdir()
    for file in ("statements.onnx", "tokenizer.json"):
        (weights / file).write_bytes(files("onrecord.reading").joinpath("weights", file).read_bytes())
    (weights / name).write_bytes(content)
    monkeypatch.setattr(_network, "files", lambda package: tmp_path)
    with pytest.raises(ModelError, match="cannot be loaded"):
        Network()
