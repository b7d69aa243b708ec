"""Spans: where sources, cues and contents begin and end, by the tags and by what words point at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reading._links import Range, pointed_at
from onrecord.reading._network import TAGS, Scores
from onrecord.reading._path import best_path, spans_of_path, transitions
from onrecord.reading._quotations import Quotation
from onrecord.reading._tokens import Tokens

__all__ = ["Spans", "find_spans", "find_units"]

STAY = 0.3
"""What a path earns for each word by which a span goes on: fewer contents are broken by one doubtful word."""
PARTING = -6.0
"""What it costs a span to go on into a new paragraph where no quotation does."""
POINTED = 0.4
"""How surely words must point at a piece that no tag marks before it is taken for their cue or source."""
LIKELY = 0.2
"""How likely the words beside it must be of that span to join it."""

_INSIDE = np.array([tag[0] == "I" for tag in TAGS])
_MOVES = transitions(TAGS, STAY)


@dataclass(frozen=True, slots=True)
class Spans:
    """Ranges of word pieces, each list in the order of the text."""

    sources: list[Range]
    cues: list[Range]
    contents: list[Range]


def find_units(text: str, tokens: Tokens) -> NDArray[np.int64]:
    """Return the indices of the pieces that begin a word: tags change between words only."""
    starts, ends = tokens.starts.tolist(), tokens.ends.tolist()
    return np.array(
        [
            at
            for at, start in enumerate(starts)
            if not (at and start == ends[at - 1] and text[start].isalnum() and text[start - 1].isalnum())
        ],
        dtype=np.int64,
    )


def find_spans(tokens: Tokens, units: NDArray[np.int64], scores: Scores, quotations: Sequence[Quotation]) -> Spans:
    """Return the spans on the best path through the tags, and those that other words point at beside it.

    ``units`` are the pieces that begin a word.
    """
    spans = _decode(units, tokens, scores, _parting_heads(tokens, quotations))
    return _add_pointed_at(spans, units, scores)


def _parting_heads(tokens: Tokens, quotations: Sequence[Quotation]) -> NDArray[np.int64]:
    """Return the pieces that begin a paragraph with no quotation running on into it."""
    heads = np.flatnonzero(tokens.shapes % 2)
    running = [(q.start, q.end) for q in quotations]
    return np.array([at for at in heads if not any(a < tokens.starts[at] < b for a, b in running)], dtype=np.int64)


def _decode(units: NDArray[np.int64], tokens: Tokens, scores: Scores, parting: NDArray[np.int64]) -> Spans:
    edges = np.append(units, len(tokens))
    mean = (np.add.reduceat(scores.tags, units, axis=0) / np.diff(edges)[:, None]).astype(np.float32)
    mean[np.ix_(np.isin(units, parting), _INSIDE)] += PARTING
    spans = spans_of_path(best_path(mean, _MOVES), TAGS)
    of = {
        kind: [(int(edges[a]), int(edges[b])) for k, a, b in spans if k == kind]
        for kind in ("source", "cue", "content")
    }
    return Spans(of["source"], of["cue"], of["content"])


def _add_pointed_at(spans: Spans, units: NDArray[np.int64], scores: Scores) -> Spans:
    """Add the cues that contents, and the sources that cues, point at where the tags left them out."""
    edges = np.append(units, len(scores.tags))
    taken = np.zeros(len(scores.tags), bool)
    for start, end in (*spans.sources, *spans.cues, *spans.contents):
        taken[start:end] = True
    added: dict[str, list[Range]] = {}
    for role, origins, known in (("cue", spans.contents, spans.cues), ("source", spans.cues, spans.sources)):
        column = TAGS.index(f"B-{role}")
        likely = np.exp(scores.tags[:, column : column + 2]).sum(axis=1) > LIKELY
        new = {
            _grow(piece, edges, likely & ~taken)
            for piece, probability in (pointed_at(scores, origin) for origin in origins)
            if piece >= 0 and probability >= POINTED and not taken[piece]
        }
        for start, end in new:
            taken[start:end] = True
        added[role] = sorted({*known, *new})
        if role == "cue":
            spans = Spans(spans.sources, added["cue"], spans.contents)
    return Spans(added["source"], added["cue"], spans.contents)


def _grow(piece: int, edges: NDArray[np.int64], likely: NDArray[np.bool_]) -> Range:
    """Return the word of ``piece`` with the words about it that are likely of the same span."""
    first = int(np.searchsorted(edges, piece, side="right")) - 1
    end = first + 1
    while first > 0 and likely[edges[first - 1]]:
        first -= 1
    while end < len(edges) - 1 and likely[edges[end]]:
        end += 1
    return int(edges[first]), int(edges[end])
