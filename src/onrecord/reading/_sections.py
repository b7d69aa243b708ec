"""Sections: parts of a very long text, so that what the network says of it need not all be held at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading._attributions import find_attributions
from onrecord.reading._marks import Attribution, Marks, Name
from onrecord.reading._names import find_names
from onrecord.reading._network import Network
from onrecord.reading._paragraphs import find_breaks
from onrecord.reading._quotations import Quotation
from onrecord.reading._reading import Span
from onrecord.reading._tokens import tokenize

__all__ = ["find_marks", "find_sections", "shift"]

LONGEST = 200_000
"""Characters in a section: far more than a report has, so that only archives in one file are parted."""


def find_sections(text: str, longest: int = LONGEST) -> list[Span]:
    """Part ``text`` where a paragraph begins, or where it must be where none does, into at most ``longest`` characters."""
    if len(text) <= longest:
        return [(0, len(text))]
    sections, start, last = [], 0, 0
    for head in [*(end for _, end in find_breaks(text)), len(text)]:
        if head - start > longest and last > start:
            sections.append((start, last))
            start = last
        last = head
    sections.append((start, len(text)))
    return [(at, min(at + longest, end)) for start, end in sections for at in range(start, end, longest)]


def find_marks(text: str, quotations: Sequence[Quotation], network: Network) -> Marks:
    """Return the attributions and names that the network finds in ``text``, section by section."""
    attributions: list[Attribution] = []
    names: list[Name] = []
    for start, end in find_sections(text):
        words = text[start:end]
        inside = [q._replace(start=q.start - start, end=q.end - start) for q in quotations if start <= q.start < end]
        tokens = tokenize(network.tokenizer, words, inside)
        scores = network.score(tokens)
        attributions += [shift(found, start) for found in find_attributions(words, tokens, scores, inside)]
        names += [
            name._replace(start=name.start + start, end=name.end + start) for name in find_names(words, tokens, scores)
        ]
    return Marks(attributions, names)


def shift(attribution: Attribution, by: int) -> Attribution:
    """Return the attribution of a part of a text with offsets of the whole."""

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((start + by, end + by) for start, end in spans)

    return replace(
        attribution,
        source=moved(attribution.source),
        cue=moved(attribution.cue),
        content=moved(attribution.content),
    )
