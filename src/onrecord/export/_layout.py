"""The layout of a page: paragraphs of marked segments, and the statements by speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from onrecord.export._segments import Segment, split_segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.export._outline import Item
    from onrecord.reading import Entity, Field, Reading

__all__ = ["Group", "Paragraph", "Piece", "group_by_speaker", "lay_out", "walk"]

HARD_WRAPPED_LINE = 100
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """What a segment is part of: a statement by number, or the report's own voice, or a paragraph."""

    part: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment of the report's text with its looks."""

    text: str
    classes: str
    target: int | None
    """The number of the innermost statement that it belongs to."""
    opens: tuple[int, ...]
    """The numbers of the statements that begin here."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    start: int
    end: int
    pieces: list[Piece]


@dataclass(slots=True)
class Group:
    """What one speaker says; the speaker is none where the report names no source."""

    speaker: Entity | None
    items: list[Item] = field(default_factory=list)


def walk(items: Iterable[Item]) -> Iterator[Item]:
    """Yield every item with those nested in it; a continuation stays with the item that it continues."""
    for item in items:
        yield item
        yield from walk(item.nested)


def group_by_speaker(items: Iterable[Item]) -> list[Group]:
    """Return the items by speaker, in the order in which the speakers first speak."""
    groups: dict[str | None, Group] = {}
    for item in sorted(walk(items), key=lambda item: item.number):
        key = item.speaker.id if item.speaker else None
        groups.setdefault(key, Group(item.speaker)).items.append(item)
    return list(groups.values())


def lay_out(reading: Reading, field: Field) -> list[Paragraph]:
    """Return the paragraphs of the text or the title, cut into pieces wherever a mark begins or ends."""
    text = reading.report.text if field == "text" else reading.report.title or ""
    blocks = list(_blocks(text))
    marks = list(_marks(reading, field))
    opens = _openings(marks)
    paragraphs = [(start, end, Mark("paragraph", index)) for index, (start, end) in enumerate(blocks)]
    segments = split_segments(len(text), [*paragraphs, *marks])
    by_block = groupby(segments, key=_block)
    return [
        Paragraph(*blocks[index], [_piece(segment, text, opens) for segment in members])
        for index, members in by_block
        if index is not None
    ]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where paragraphs stand: at blank lines in hard-wrapped text, else at every line."""
    hard_wrapped = "\n\n" in text.strip() and max(map(len, text.split("\n"))) <= HARD_WRAPPED_LINE
    pattern = r"\S[^\n]*(?:\n[^\S\n]*[^\s][^\n]*)*" if hard_wrapped else r"\S[^\n]*"
    for match in re.finditer(pattern, text):
        yield match.start(), match.end()


def _marks(reading: Reading, field: Field) -> Iterator[tuple[int, int, Mark]]:
    for number, statement in enumerate(reading.statements, 1):
        if statement.field == field:
            for part in ("content", "source", "cue"):
                yield from ((start, end, Mark(part, number)) for start, end in getattr(statement, part))
    for sentence in reading.own_voice:
        if sentence.field == field:
            yield sentence.start, sentence.end, Mark("own")


def _openings(marks: Iterable[tuple[int, int, Mark]]) -> dict[int, tuple[int, ...]]:
    """Return the statements that begin at each offset."""
    first: dict[int, int] = {}
    for start, end, mark in marks:
        if mark.number and start < end:
            first[mark.number] = min(max(0, start), first.get(mark.number, start))
    opens: dict[int, tuple[int, ...]] = {}
    for number, start in sorted(first.items()):
        opens[start] = (*opens.get(start, ()), number)
    return opens


def _block(segment: Segment[Mark]) -> int | None:
    return next((mark.number for mark in segment.labels if mark.part == "paragraph"), None)


def _piece(segment: Segment[Mark], text: str, opens: dict[int, tuple[int, ...]]) -> Piece:
    marks = [mark for mark in segment.labels if mark.part != "paragraph"]
    numbers = list(dict.fromkeys(mark.number for mark in marks if mark.number))
    depth = sum(mark.part == "content" for mark in marks)
    parts = {mark.part for mark in marks if mark.part != "own" or not numbers}
    classes = sorted(parts)
    if depth > 1:
        classes.append(f"deep-{min(depth, DEEPEST)}")
    if numbers:
        classes += [f"i{numbers[-1]}", *(f"s{number}" for number in numbers)]
    return Piece(
        text=text[segment.start : segment.end],
        classes=" ".join(classes),
        target=numbers[-1] if numbers else None,
        opens=opens.get(segment.start, ()),
    )
