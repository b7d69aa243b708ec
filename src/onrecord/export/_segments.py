"""Segments: a text cut wherever a mark begins or ends, so that marks may overlap and nest."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Segment", "split_segments"]

Label = TypeVar("Label", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Segment(Generic[Label]):
    """Text that the same marks cover from ``start`` to ``end``; outermost mark first."""

    start: int
    end: int
    labels: tuple[Label, ...]


def split_segments(length: int, marks: Iterable[tuple[int, int, Label]]) -> list[Segment[Label]]:
    """Cut a text of ``length`` characters at both ends of every mark ``(start, end, label)``.

    The segments follow one another without gap or overlap from 0 to ``length``. Marks are clipped to the text and
    empty ones ignored. Of marks that cover a segment, the one that starts first is outermost, then the longer one,
    then the one given first.
    """
    clipped = ((max(0, start), min(length, end), label) for start, end, label in marks)
    ordered = sorted((mark for mark in clipped if mark[0] < mark[1]), key=lambda mark: (mark[0], -mark[1]))
    cuts = sorted({0, length, *(mark[0] for mark in ordered), *(mark[1] for mark in ordered)})
    segments: list[Segment[Label]] = []
    active: list[tuple[int, int, Label]] = []
    waiting = 0
    for start, end in itertools.pairwise(cuts):
        active = [mark for mark in active if mark[1] > start]
        while waiting < len(ordered) and ordered[waiting][0] == start:
            active.append(ordered[waiting])
            waiting += 1
        labels = dict.fromkeys(label for _, _, label in active)
        segments.append(Segment(start, end, tuple(labels)))
    return segments
