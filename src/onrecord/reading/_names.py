"""Names: the spans that the network's names head finds, whole words with a type."""

from __future__ import annotations

import numpy as np

from onrecord.reading._marks import Name
from onrecord.reading._network import NAME_TAGS, Scores
from onrecord.reading._path import spans_of_path
from onrecord.reading._tokens import Tokens

__all__ = ["find_names"]


def find_names(text: str, tokens: Tokens, scores: Scores) -> list[Name]:
    """Return the names of ``text`` in order, as character offsets."""
    path = scores.names.argmax(axis=1).tolist()
    found: list[Name] = []
    for kind, first, end in spans_of_path(path, NAME_TAGS):
        start, stop = int(tokens.starts[first]), int(tokens.ends[end - 1])
        start, stop = _whole_words(text, start, stop)
        if found and start <= found[-1].end:  # one word in two kinds: the first stands
            continue
        score = float(np.exp(scores.names[first:end].max(axis=1).mean()))
        found.append(Name(start, stop, kind, score))
    return found


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end
