"""The trail: references to members in the order of the report, as a reader meets them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.reading._reading import Span
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._members import Member, Reference

__all__ = ["Trail"]

_REACH = 60
"""How many references back one looks."""


class Trail:
    """What has been referred to so far. References are added in the order of the report, the title first."""

    def __init__(self) -> None:
        self._references: list[tuple[Layout, Reference]] = []
        self.counts: Counter[int] = Counter()

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
        """Add the words at ``span`` as a reference to ``member``; at the same words, what is known adds up."""
        if self._references:
            last_layout, last = self._references[-1]
            if last_layout is layout and last.member is member and last.start < span[1] and span[0] < last.end:
                last.subject |= subject
                last.source |= source
                return
        start = span[0]
        reference = Reference(
            member,
            start,
            span[1],
            layout.sentence(start),
            layout.paragraph(start),
            layout.quotation(start),
            subject,
            source,
            possessive,
            pronoun,
        )
        self._references.append((layout, reference))
        self.counts[id(member)] += 1

    def before(self, layout: Layout, offset: int) -> Iterator[Reference]:
        """Yield references before ``offset``, nearest first; those of the title count as far away."""
        seen = 0
        for where, reference in reversed(self._references):
            if where is not layout:
                if layout.field == "title":
                    continue
                yield Reference(reference.member, -1, -1, -3, -2, -1, reference.subject)
            elif reference.end <= offset:
                yield reference
            seen += 1
            if seen > _REACH:
                return
