"""The trail: references to members in the order of the report, as a reader meets them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.reading._reading import Field, Span
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._members import Member, Reference

__all__ = ["Trail"]

_REACH = 60
"""How many references back one looks."""
_TITLE_AWAY = (-3, -2)
"""Where references of the title stand for the text: so many sentences and paragraphs ahead of it."""


@dataclass(slots=True)
class _Path:
    references: list[Reference] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


class Trail:
    """What has been referred to so far; references are added in the order of the report, the title first."""

    def __init__(self) -> None:
        self._paths: dict[Field, _Path] = {"title": _Path(), "text": _Path()}
        self.counts: Counter[int] = Counter()
        """How often each member was referred to, by the member's ``id()``."""

    def add(
        self,
        layout: Layout,
        span: Span,
        member: Member,
        *,
        subject: bool = False,
        source: bool = False,
        possessive: bool = False,
        pronoun: bool = False,
    ) -> None:
        """Add the words at ``span`` as a reference to ``member``; for the same words, what is known adds up."""
        path = self._paths[layout.field]
        last = path.references[-1] if path.references else None
        if last is not None and last.member is member and last.start < span[1] and span[0] < last.end:
            last.subject |= subject
            last.source |= source
            return
        start, end = span
        places = layout.sentence(start), layout.paragraph(start), layout.quotation(start)
        path.references.append(Reference(member, start, end, *places, subject, source, possessive, pronoun))
        path.starts.append(max(start, path.starts[-1]) if path.starts else start)
        self.counts[id(member)] += 1

    def before(self, layout: Layout, offset: int) -> Iterator[Reference]:
        """Yield up to 60 references that end by ``offset``, nearest first, then those of the title."""
        path = self._paths[layout.field]
        last = bisect_left(path.starts, offset)
        for at in range(last - 1, max(-1, last - _REACH - 1), -1):
            if path.references[at].end <= offset:
                yield path.references[at]
        if layout.field == "text":
            for reference in reversed(self._paths["title"].references):
                yield Reference(reference.member, -1, -1, *_TITLE_AWAY, -1, reference.subject)
