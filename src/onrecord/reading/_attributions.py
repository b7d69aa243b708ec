"""Attributions: sources, cues and contents that belong together, decoded from the network's scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.reading._links import link_scores, pointed_at, unlinked_scores
from onrecord.reading._marks import Attribution
from onrecord.reading._network import TAGS, Scores
from onrecord.reading._path import best_path, spans_of_path, transitions
from onrecord.reading._quotations import Quotation
from onrecord.reading._reading import Span
from onrecord.reading._tokens import Tokens

__all__ = ["find_attributions"]

STAY = 0.5
"""What a path earns for each word by which a span goes on: fewer contents are broken by one doubtful word."""
SWITCH = 8.0
"""What it costs a content to change its cue within: two contents that touch are told apart only on strong evidence."""

PARTING = -6.0
"""What it costs a span to go on into a new paragraph where no quotation does."""

LEAST, LEAST_SOURCELESS = 0.3, 0.6
"""The scores below which an attribution is more likely none, with a source and without."""
POINTED = 0.4
"""How surely words must point at a piece that no tag marks before it is taken for their cue or source."""
LIKELY = 0.2
"""How likely the words beside it must be of that span to join it."""

_INSIDE = [index for index, tag in enumerate(TAGS) if tag[0] == "I"]
_MOVES = transitions(TAGS, STAY)
Range = tuple[int, int]


class _Piece(NamedTuple):
    """A part of a content with the cue that it points at."""

    cue: int
    pieces: Range
    score: float


@dataclass(frozen=True, slots=True)
class _Spans:
    sources: list[Range]
    cues: list[Range]
    contents: list[Range]


def find_attributions(text: str, tokens: Tokens, scores: Scores, quotations: Sequence[Quotation]) -> list[Attribution]:
    """Return the attributions of ``text`` in the order of their contents; spans are character offsets."""
    units = _units(text, tokens)
    if not len(units):
        return []
    spans = _decode(units, tokens, scores, _parting_heads(tokens, quotations))
    spans = _add_pointed_at(spans, units, scores)
    parts = _assign_contents(spans, units, scores)
    sources = _assign_sources(spans, scores)
    found = []
    for cue, (start, end) in enumerate(spans.cues):
        contents = [part for part in parts if part.cue == cue]
        if contents:
            source, certainty = sources[cue]
            found.append(
                Attribution(
                    source=(_characters(tokens, spans.sources[source]),) if source is not None else (),
                    cue=(_characters(tokens, (start, end)),),
                    content=tuple(_characters(tokens, part.pieces) for part in contents),
                    score=_score(contents, certainty, scores),
                )
            )
    return sorted((a for a in found if a.score >= (LEAST if a.source else LEAST_SOURCELESS)), key=lambda a: a.content)


def _units(text: str, tokens: Tokens) -> NDArray[np.int64]:
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


def _parting_heads(tokens: Tokens, quotations: Sequence[Quotation]) -> NDArray[np.int64]:
    """Return the pieces that begin a paragraph with no quotation running on into it."""
    heads = np.flatnonzero(tokens.shapes % 2)
    running = [(q.start, q.end) for q in quotations]
    return np.array([at for at in heads if not any(a < tokens.starts[at] < b for a, b in running)], dtype=np.int64)


def _decode(units: NDArray[np.int64], tokens: Tokens, scores: Scores, parting: NDArray[np.int64]) -> _Spans:
    edges = np.append(units, len(tokens))
    mean: NDArray[np.float32] = np.add.reduceat(scores.tags, units, axis=0) / np.diff(edges)[:, None]
    mean[np.ix_(np.isin(units, parting), _INSIDE)] += PARTING
    spans = spans_of_path(best_path(mean, _MOVES), TAGS)
    of = {
        kind: [(int(edges[a]), int(edges[b])) for k, a, b in spans if k == kind]
        for kind in ("source", "cue", "content")
    }
    return _Spans(of["source"], of["cue"], of["content"])


def _add_pointed_at(spans: _Spans, units: NDArray[np.int64], scores: Scores) -> _Spans:
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
            spans = _Spans(spans.sources, added["cue"], spans.contents)
    return _Spans(added["source"], added["cue"], spans.contents)


def _grow(piece: int, edges: NDArray[np.int64], likely: NDArray[np.bool_]) -> Range:
    """Return the word of ``piece`` with the words about it that are likely of the same span."""
    first = int(np.searchsorted(edges, piece, side="right")) - 1
    end = first + 1
    while first > 0 and likely[edges[first - 1]]:
        first -= 1
    while end < len(edges) - 1 and likely[edges[end]]:
        end += 1
    return int(edges[first]), int(edges[end])


def _assign_contents(spans: _Spans, units: NDArray[np.int64], scores: Scores) -> list[_Piece]:
    if not spans.cues:
        return []
    linked = link_scores(scores, spans.cues)
    moves = np.full((len(spans.cues), len(spans.cues)), -SWITCH, np.float32)
    np.fill_diagonal(moves, 0)
    parts: list[_Piece] = []
    for start, end in spans.contents:
        inside = units[(units >= start) & (units < end)]
        parts.extend(_split(inside, end, linked[inside], moves))
    return parts


def _split(units: NDArray[np.int64], end: int, linked: NDArray[np.float32], moves: NDArray[np.float32]) -> list[_Piece]:
    """Part a content where the cue that its words point at changes."""
    path = best_path(linked, moves)
    edges = [0, *(at for at in range(1, len(path)) if path[at] != path[at - 1]), len(path)]
    bounds = [*units.tolist(), end]
    return [_Piece(path[a], (bounds[a], bounds[b]), float(linked[a:b, path[a]].mean())) for a, b in pairwise(edges)]


def _assign_sources(spans: _Spans, scores: Scores) -> list[tuple[int | None, float]]:
    """Return for each cue the source that it points at, or none, with the log-probability."""
    linked, none = link_scores(scores, spans.sources), unlinked_scores(scores)
    found: list[tuple[int | None, float]] = []
    for start, end in spans.cues:
        options = np.append(linked[start:end].mean(axis=0), none[start:end].mean())
        best = int(options.argmax())
        found.append((best if best < len(spans.sources) else None, float(options[best])))
    return found


def _score(contents: list[_Piece], source: float, scores: Scores) -> float:
    """Return the geometric mean of what is believed of tags, links and source."""
    tags = np.concatenate([scores.tags[a:b, 5:].max(axis=1) for _, (a, b), _ in contents])
    link = np.mean([part.score for part in contents])
    return float(np.exp((float(tags.mean()) + float(link) + source) / 3))


def _characters(tokens: Tokens, pieces: Range) -> Span:
    return int(tokens.starts[pieces[0]]), int(tokens.ends[pieces[1] - 1])
