"""The scene: all that is known of a report while its speakers are being resolved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.reading._marks import Marks
from onrecord.reading._reading import Field, Span
from onrecord.reading.cast._found import Found
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._lexicon import Lexicon
from onrecord.reading.cast._members import Member
from onrecord.reading.cast._trail import Trail

__all__ = ["Scene", "Who"]

_REACH = 12
"""How many names back one may begin that still runs into a span."""


@dataclass(frozen=True, slots=True)
class Who:
    """Whom words refer to, how likely that is right, and why; ``kind`` is that of a mention, or ``words``."""

    member: Member | None
    certainty: float
    reason: str
    kind: str = "name"


@dataclass(slots=True)
class Scene:
    """Layouts, marks and names by field; the members, and the trail of references to them so far."""

    layouts: Mapping[Field, Layout]
    marks: Mapping[Field, Marks]
    names: Mapping[Field, Sequence[Found]]
    members: list[Member]
    lexicon: Lexicon
    trail: Trail = field(default_factory=Trail)
    _starts: dict[Field, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort the starts of names for looking them up."""
        self._starts = {field: [name.start for name in names] for field, names in self.names.items()}

    def names_in(self, field: Field, span: Span) -> list[Found]:
        """Return the names that overlap ``span``."""
        names, starts = self.names[field], self._starts[field]
        first = max(0, bisect_left(starts, span[0]) - _REACH)
        last = bisect_left(starts, span[1])
        return [name for name in names[first:last] if name.end > span[0]]
