"""Own voice: the sentences that a report asserts with no attribution."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.reading._marks import Attribution
from onrecord.reading._reading import Span

__all__ = ["find_own_voice"]

_WORD = re.compile(r"\w+")
_SHARE = 0.5
"""The part of a sentence's words that must stand outside every attribution."""
_FEWEST = 4


def find_own_voice(text: str, sentences: Iterable[Span], attributions: Sequence[Attribution]) -> list[Span]:
    """Return the sentences most of whose words belong to no source, cue or content."""
    attributed = sorted(span for a in attributions for span in (*a.source, *a.cue, *a.content))
    found, at = [], 0
    for start, end in sentences:
        while at < len(attributed) and attributed[at][1] <= start:
            at += 1
        words = [match.start() + start for match in _WORD.finditer(text[start:end])]
        near = [span for span in attributed[at : at + 64] if span[0] < end and span[1] > start]
        outside = sum(not any(a <= word < b for a, b in near) for word in words)
        if outside >= _FEWEST and outside >= _SHARE * len(words):
            found.append((start, end))
    return found
