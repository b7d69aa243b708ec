"""Marks: what the network and the decoder find in a text, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.reading._reading import Span

__all__ = ["Attribution", "Marks", "Name"]


class Name(NamedTuple):
    """A name: ``type`` is ``person``, ``organization``, ``place`` or ``other``; ``score`` is between 0 and 1."""

    start: int
    end: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content that belong together; ``parent`` and ``continues`` are indices of other attributions."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    parent: int | None = None
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """All that was found in one text, in its order."""

    attributions: list[Attribution]
    names: list[Name]
