"""Members: the people, bodies and others of a report while they are being gathered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.reading._reading import Entity, Field, Mention, Role, Span
from onrecord.reading.cast._lexicon import Gender

if TYPE_CHECKING:
    from onrecord.reading.cast._found import Found

__all__ = ["Member", "Office", "Reference"]


@dataclass(frozen=True, slots=True)
class Office:
    """A role as it can be matched: the groups of its noun, and all its words (countries by name)."""

    noun: str
    groups: frozenset[str]
    wider: frozenset[str]
    words: frozenset[str]


@dataclass(slots=True, eq=False)
class Member:
    """One of the cast. ``forms`` counts the names used; ``key`` orders members by first mention."""

    type: str
    name: str
    named: bool = True
    many: bool = False
    forms: Counter[str] = field(default_factory=Counter)
    votes: Counter[str] = field(default_factory=Counter)
    gender: Gender | None = None
    offices: list[Office] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    mentions: dict[tuple[Field, Span], str] = field(default_factory=dict)
    parts: tuple[Member, ...] = ()
    """Of a joint speaker, those who speak together."""
    head: str = ""
    """Of those described and not named, the noun."""
    modifiers: frozenset[str] = frozenset()
    country: str | None = None
    """Of a country, its name in the vocabulary."""
    id: str = ""

    def take(self, name: Found) -> None:
        """Count a name as this member's, and record where it stands."""
        name.member = self
        self.forms[name.text] += 1
        self.votes[name.type] += 1
        self.note(name.layout.field, (name.start, name.end), "name")

    def note(self, field: Field, span: Span, kind: str) -> None:
        """Record that the words at ``span`` refer to this member."""
        self.mentions.setdefault((field, span), kind)

    def add_role(self, role: Role, office: Office | None) -> None:
        """Record a role with its words, once for each place."""
        if all((role.field, role.start, role.end) != (r.field, r.start, r.end) for r in self.roles):
            self.roles.append(role)
        if office is not None and office not in self.offices:
            self.offices.append(office)

    def first(self) -> tuple[bool, int]:
        """Where the member is first mentioned: the title comes before the text."""
        return min(((f != "title", span[0]) for f, span in self.mentions), default=(True, 1 << 60))

    def entity(self) -> Entity:
        """Return the member as a reading shows it."""
        order = sorted(self.mentions.items(), key=lambda item: (item[0][0] != "title", item[0][1]))
        return Entity(
            id=self.id,
            type=self.type,
            name=self.name,
            named=self.named,
            aliases=[form for form in self.forms if form != self.name],
            roles=sorted(self.roles, key=lambda role: (role.field != "title", role.start)),
            mentions=[Mention(start=s, end=e, kind=kind, field=f) for (f, (s, e)), kind in order],  # type: ignore[arg-type]
        )


@dataclass(slots=True)
class Reference:
    """Words that refer to a member, with what matters for choosing among earlier ones."""

    member: Member
    start: int
    end: int
    sentence: int
    paragraph: int
    quotation: int
    subject: bool = False
    source: bool = False
    possessive: bool = False
    pronoun: bool = False
