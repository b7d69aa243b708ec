"""Wrapping of styled words to the width of a terminal."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Fragment", "cell_width", "wrap"]

Fragment = tuple[str, str]
"""Words and their style: ``("Kremlin", "bold")``."""


@lru_cache(maxsize=4096)
def cell_width(word: str) -> int:
    """Return how many cells of a terminal ``word`` takes: wide East Asian characters two, combining marks none."""
    if word.isascii():
        return len(word)
    return sum(_cells(character) for character in word)


def wrap(fragments: Iterable[Fragment], width: int, *, first: str = "", rest: str = "") -> Iterator[list[Fragment]]:
    """Yield lines of at most ``width`` cells, each a list of fragments, the first after ``first``, others after ``rest``.

    White space of any kind and length becomes one space. A word longer than a line is cut.
    """
    line: list[Fragment] = []
    indent, used = first, cell_width(first)
    room = max(8, width - max(cell_width(first), cell_width(rest)))
    for word, style in _words(fragments, room):
        cells = cell_width(word)
        if line and used + 1 + cells > width:
            yield [(indent, ""), *line]
            line, indent, used = [], rest, cell_width(rest)
        if line:
            line.append((" ", style if line[-1][1] == style else ""))
            used += 1
        line.append((word, style))
        used += cells
    if line:
        yield [(indent, ""), *line]


def _words(fragments: Iterable[Fragment], room: int) -> Iterator[Fragment]:
    for text, style in fragments:
        for word in text.split():
            for piece in _cut(word, room):
                yield piece, style


def _cut(word: str, room: int) -> Iterator[str]:
    if cell_width(word) <= room:
        yield word
        return
    start = used = 0
    for index, character in enumerate(word):
        cells = _cells(character)
        if used + cells > room:
            yield word[start:index]
            start, used = index, 0
        used += cells
    yield word[start:]


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
