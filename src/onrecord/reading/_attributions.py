"""Attributions: sources, cues and contents that belong together, decoded from the network's scores."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.reading._cues import is_cue
from onrecord.reading._links import Range, in_reach, link_scores, unlinked_score
from onrecord.reading._marks import Attribution
from onrecord.reading._network import Scores
from onrecord.reading._path import best_path
from onrecord.reading._quotations import Quotation
from onrecord.reading._reading import Span
from onrecord.reading._spans import Spans, find_spans, find_units
from onrecord.reading._tokens import Tokens

__all__ = ["find_attributions"]

SWITCH = 8.0
"""What it costs a content to change its cue within: two contents that touch are told apart only on strong evidence."""

LEAST, LEAST_SOURCELESS, LEAST_UNKNOWN = 0.2, 0.5, 0.75
"""The scores below which an attribution is more likely none: any, one with no source, one whose cue no table knows."""

NEAR = 3
"""How many words off a mark the change of cue may be seen and still be taken to lie at it."""


class _Piece(NamedTuple):
    """A part of a content with the cue that it points at."""

    cue: int
    pieces: Range
    score: float


def find_attributions(text: str, tokens: Tokens, scores: Scores, quotations: Sequence[Quotation]) -> list[Attribution]:
    """Return the attributions of ``text`` in the order of their contents; spans are character offsets."""
    units = find_units(text, tokens)
    if not len(units):
        return []
    spans = find_spans(tokens, units, scores, quotations)
    parts = _assign_contents(text, tokens, spans, units, scores)
    sources = _assign_sources(spans, scores)
    of_cue: dict[int, list[_Piece]] = {}
    for part in parts:
        if not any(map(str.isalnum, text[slice(*_characters(tokens, part.pieces))])):
            continue  # a quotation mark left alone
        of_cue.setdefault(part.cue, []).append(part)
    found = []
    for cue, (start, end) in enumerate(spans.cues):
        if contents := of_cue.get(cue):
            source, certainty = sources[cue]
            found.append(
                Attribution(
                    source=(_characters(tokens, spans.sources[source]),) if source is not None else (),
                    cue=(_characters(tokens, (start, end)),),
                    content=tuple(_characters(tokens, part.pieces) for part in contents),
                    score=_score(contents, certainty, scores),
                )
            )
    return sorted((a for a in found if a.score >= _least(text, a)), key=lambda a: a.content)


def _least(text: str, attribution: Attribution) -> float:
    cue = " ".join(text[start:end] for start, end in attribution.cue)
    if any(map(str.isalpha, cue)) and not is_cue(cue):
        return LEAST_UNKNOWN
    return LEAST if attribution.source else LEAST_SOURCELESS


def _assign_contents(text: str, tokens: Tokens, spans: Spans, units: NDArray[np.int64], scores: Scores) -> list[_Piece]:
    parts: list[_Piece] = []
    for content in spans.contents:
        near = in_reach(spans.cues, content)
        if near:
            inside = units[np.searchsorted(units, content[0]) : np.searchsorted(units, content[1])]
            linked = link_scores(scores, content, [spans.cues[cue] for cue in near])[inside - content[0]]
            stops = [at for at, unit in enumerate(inside.tolist()) if at and not text[tokens.starts[unit]].isalnum()]
            found = _split(inside, content[1], linked, stops)
            parts.extend(part._replace(cue=near[part.cue]) for part in found)
    return parts


def _split(units: NDArray[np.int64], end: int, linked: NDArray[np.float32], stops: list[int]) -> list[_Piece]:
    """Part a content where the cue that its words point at changes, at the stop (a mark) next to it if one is near."""
    moves = np.full((linked.shape[1], linked.shape[1]), -SWITCH, np.float32)
    np.fill_diagonal(moves, 0)
    path = best_path(linked, moves)
    changes = [at for at in range(1, len(path)) if path[at] != path[at - 1]]
    cues = [path[0], *(path[at] for at in changes)]
    edges = [0, *(_snap(at, stops) for at in changes), len(path)]
    bounds = [*units.tolist(), end]
    return [
        _Piece(cue, (bounds[a], bounds[b]), float(linked[a:b, cue].mean()))
        for cue, (a, b) in zip(cues, pairwise(edges), strict=True)
        if a < b
    ]


def _snap(at: int, stops: list[int]) -> int:
    near = min(stops, key=lambda stop: abs(stop - at), default=at)
    return near if abs(near - at) <= NEAR else at


def _assign_sources(spans: Spans, scores: Scores) -> list[tuple[int | None, float]]:
    """Return for each cue the source that it points at, or none, with the log-probability."""
    found: list[tuple[int | None, float]] = []
    for cue in spans.cues:
        near = in_reach(spans.sources, cue)
        linked = link_scores(scores, cue, [spans.sources[source] for source in near])
        options = [*linked.mean(axis=0).tolist(), unlinked_score(scores, cue)]
        best = int(np.argmax(options))
        found.append((near[best] if best < len(near) else None, options[best]))
    return found


def _score(contents: list[_Piece], source: float, scores: Scores) -> float:
    """Return the geometric mean of what is believed of tags, links and source."""
    tags = np.concatenate([scores.tags[a:b, 5:].max(axis=1) for _, (a, b), _ in contents])
    link = np.mean([part.score for part in contents])
    return float(np.exp((float(tags.mean()) + float(link) + source) / 3))


def _characters(tokens: Tokens, pieces: Range) -> Span:
    return int(tokens.starts[pieces[0]]), int(tokens.ends[pieces[1] - 1])
