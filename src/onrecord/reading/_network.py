"""The network: scores of every word piece of a text, by ONNX Runtime."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord._exceptions import ModelError
from onrecord.reading._tokens import Tokens
from onrecord.reading._windows import Window, cut_windows

__all__ = ["NAME_TAGS", "TAGS", "Network", "Scores"]

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAME_TAGS = ("O", *(f"{place}-{kind}" for kind in ("person", "organization", "place", "other") for place in "BI"))
_HEAD, _TAIL = 101, 102
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of ``n`` pieces.

    ``tags`` ``[n, 7]`` and ``names`` ``[n, 9]`` are log-probabilities. ``links`` has for each window the
    log-probabilities ``[pieces, 1 + pieces]`` that a piece points at nothing (column 0) or at another piece.
    """

    tags: Floats
    names: Floats
    links: list[tuple[Window, Floats]]


class Network:
    """The weights that ship with onrecord, ready to score; ``threads`` is how many cores one text may use."""

    def __init__(self, threads: int = 1) -> None:
        import onnxruntime

        folder = files("onrecord.reading") / "weights"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 3
        try:
            self.tokenizer: Tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
            model = (folder / "statements.onnx").read_bytes()
            self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the runtime has no common error of its own
            raise ModelError(f"the weights in {folder} cannot be loaded: {error}") from error
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    @classmethod
    @cache
    def shared(cls) -> Network:
        """Return the one network that all readings of this process share."""
        return cls()

    def score(self, tokens: Tokens) -> Scores:
        """Score every piece, window by window."""
        tags = np.zeros((len(tokens), len(TAGS)), np.float32)
        names = np.zeros((len(tokens), len(NAME_TAGS)), np.float32)
        links = []
        for window in cut_windows(tokens.ids, tokens.shapes % 2 == 1) if len(tokens) else []:
            start, end, first, last = window
            ids = np.concatenate(([_HEAD], tokens.ids[start:end], [_TAIL]))[None]
            shapes = np.concatenate(([0], tokens.shapes[start:end], [0]))[None]
            tag, name, link = self._session.run(None, {"ids": ids, "shapes": shapes})
            inside = slice(1 + first - start, 1 + last - start)
            tags[first:last] = _log_softmax(tag[0, inside])
            names[first:last] = _log_softmax(name[0, inside])
            links.append((window, _log_softmax(link[0, inside, :-1])))
        return Scores(tags, names, links)


def _log_softmax(scores: Floats) -> Floats:
    shifted: Floats = scores - scores.max(axis=-1, keepdims=True)
    normalised: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normalised
