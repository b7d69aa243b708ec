"""The scene: all that is known of a report while its speakers are being resolved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.reading._marks import Marks
from onrecord.reading._reading import Field, Span
from onrecord.reading.cast._aliases import acronym
from onrecord.reading.cast._found import Found
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._lexicon import Lexicon
from onrecord.reading.cast._members import Member
from onrecord.reading.cast._trail import Trail

__all__ = ["Scene", "Who"]

_REACH = 12
"""How many names, or contents of statements, back one may begin that still holds a span."""
_FEW = 400
"""Up to how many members of a report all are looked at for a description; beyond, those met of late."""


@dataclass(frozen=True, slots=True)
class Who:
    """Whom words refer to, how likely that is right, and why; ``kind`` is that of a mention, or ``words``."""

    member: Member | None
    certainty: float
    reason: str
    kind: str = "name"


class Scene:
    """Layouts, marks and names by field; the members, and the trail of references to them so far."""

    def __init__(
        self,
        layouts: Mapping[Field, Layout],
        marks: Mapping[Field, Marks],
        names: Mapping[Field, Sequence[Found]],
        members: list[Member],
        lexicon: Lexicon,
    ) -> None:
        self.layouts = layouts
        self.marks = marks
        self.names = names
        self.members = members
        self.lexicon = lexicon
        self.trail = Trail()
        self.countries = {member.country: member for member in members if member.country is not None}
        self._described: dict[tuple[str, str], Member] = {}
        self._acronyms: dict[str, Member] = {}
        self._joint: dict[tuple[int, ...], Member] = {}
        self._starts = {field: [name.start for name in found] for field, found in names.items()}
        self._contents = {field: _contents(marks[field]) for field in layouts}

    def names_in(self, field: Field, span: Span) -> list[Found]:
        """Return the names that overlap ``span``."""
        names, starts = self.names[field], self._starts[field]
        first = max(0, bisect_left(starts, span[0]) - _REACH)
        last = bisect_left(starts, span[1])
        return [name for name in names[first:last] if name.end > span[0]]

    def holder(self, field: Field, span: Span, index: int | None) -> int | None:
        """Return the attribution with the least content that holds ``span``, other than ``index``; none where none."""
        contents = self._contents[field]
        last = bisect_right(contents, (span[0], len(self.layouts[field].text) + 1, 0))
        near = contents[max(0, last - 4 * _REACH) : last]
        holding = [(end - start, at) for start, end, at in near if span[1] <= end and at != index]
        return min(holding)[1] if holding else None

    def near(self, layout: Layout, offset: int) -> list[Member]:
        """Return the members that a description at ``offset`` may mean: all, or in a long report those met of late."""
        if len(self.members) <= _FEW:
            return self.members
        met = (reference.member for reference in self.trail.before(layout, offset))
        return list({id(member): member for member in met}.values())

    # -- members that are no names of the report

    def described(self, noun: str, name: str) -> Member | None:
        """Return the member described before by the same words."""
        return self._described.get((noun, name.lower()))

    def abbreviated(self, letters: str) -> Member | None:
        """Return the member described before whose initials are ``letters``."""
        return self._acronyms.get(letters.replace(".", ""))

    def joint(self, members: Sequence[Member]) -> Member | None:
        """Return the joint speaker made of ``members`` before."""
        return self._joint.get(tuple(map(id, members)))

    def add(self, member: Member) -> Member:
        """Take in a member that no name made: described, joint, or a country of which only the capital is named."""
        self.members.append(member)
        if member.parts:
            self._joint[tuple(map(id, member.parts))] = member
        elif member.country is not None:
            self.countries[member.country] = member
        else:
            self._described.setdefault((member.head, member.name.lower()), member)
            self._acronyms.setdefault(acronym(member.name), member)
        return member


def _contents(marks: Marks) -> list[tuple[int, int, int]]:
    return sorted((start, end, at) for at, found in enumerate(marks.attributions) for start, end in found.content)
