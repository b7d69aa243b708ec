"""Sentences: where each one begins and ends, quotations kept whole."""

from __future__ import annotations

from sentencex import get_sentence_boundaries

from onrecord.reading._paragraphs import find_breaks
from onrecord.reading._reading import Span

__all__ = ["find_sentences"]

_LINE_ENDS = dict.fromkeys(map(ord, "\n\r"), " ")


def find_sentences(text: str) -> list[Span]:
    """Return the sentences of ``text`` in order, without the white space about them; none crosses a paragraph."""
    edges = [0, *(edge for span in find_breaks(text) for edge in span), len(text)]
    return [
        span
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        for found in get_sentence_boundaries("en", text[start:end].translate(_LINE_ENDS))
        if (span := _trim(text, start + found["start_index"], start + found["end_index"]))
    ]


def _trim(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    bare = words.strip()
    if not bare:
        return None
    start += len(words) - len(words.lstrip())
    return start, start + len(bare)
