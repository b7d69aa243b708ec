"""Attributions written into a sentence: ``[the source] {the cue} <the content>``."""

from __future__ import annotations

import re

from onrecord.reading._marks import Attribution

__all__ = ["marked"]

_MARK = re.compile(r"[\[\]{}<>]")
_ROLES = dict(zip("[]{}<>", (0, 0, 1, 1, 2, 2), strict=True))


def marked(sentence: str) -> tuple[str, Attribution]:
    """Return the sentence without its marks, and the attribution that they mark."""
    text = ""
    spans: tuple[list[tuple[int, int]], ...] = ([], [], [])
    start = last = 0
    for mark in _MARK.finditer(sentence):
        text += sentence[last : mark.start()]
        last = mark.end()
        if mark[0] in "[{<":
            start = len(text)
        else:
            spans[_ROLES[mark[0]]].append((start, len(text)))
    source, cue, content = spans
    return text + sentence[last:], Attribution(tuple(source), tuple(cue), tuple(content), 1.0)
