"""Sentences: where each one begins and ends, quotations kept whole."""

from __future__ import annotations

import re

from sentencex import get_sentence_boundaries

from onrecord.reading._reading import Span

__all__ = ["find_sentences"]

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def find_sentences(text: str) -> list[Span]:
    """Return the sentences of ``text`` in order, without the white space about them; none crosses a line."""
    return [
        span
        for line in _LINE.finditer(text)
        for found in get_sentence_boundaries("en", line[0])
        if (span := _trim(text, line.start() + found["start_index"], line.start() + found["end_index"]))
    ]


def _trim(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    bare = words.strip()
    if not bare:
        return None
    start += len(words) - len(words.lstrip())
    return start, start + len(bare)
