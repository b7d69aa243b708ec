"""The cast of a report: its entities, and who speaks each statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.intake import Report
from onrecord.reading._marks import Marks
from onrecord.reading._quotations import Quotation
from onrecord.reading._reading import Entity, Field, Span
from onrecord.reading.cast._gathering import gather
from onrecord.reading.cast._layout import Layout, make_layout
from onrecord.reading.cast._lexicon import lexicon
from onrecord.reading.cast._members import Member
from onrecord.reading.cast._names import find_names
from onrecord.reading.cast._roles import find_roles
from onrecord.reading.cast._speakers import Resolution, Resolver, Who

__all__ = ["Cast", "find_cast"]


class Cast:
    """The entities of one report and the speakers of its attributions. Made by `find_cast`."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._members: list[Member] = []
        self._number()

    @property
    def entities(self) -> list[Entity]:
        """The entities in order of first mention; those that `entity_at` had to make come last."""
        return [member.entity() for member in self._members]

    def speaker(self, field: Field, index: int) -> Resolution:
        """Return who speaks attribution ``index`` of ``field``."""
        who = self._resolver.speaker(field, index)
        return Resolution(who.member.id if who.member else None, round(who.certainty, 2), who.reason)

    def entity_at(self, field: Field, span: Span, kind_hint: str | None = None) -> str:
        """Return the id of the entity that the words at ``span`` refer to, making one where none is known.

        ``kind_hint`` is the entity type that the words must have ("outlet" of "told CNN"); it settles the type of an
        entity that is no person, or that is made here.
        """
        who: Who = self._resolver.refer(self._resolver.layouts[field], span)
        if who.member is None:
            words = self._resolver.layouts[field].text[span[0] : span[1]].strip()
            who = Who(Member(kind_hint or "other", words), 0.5, "as in the text")
            self._resolver.members.append(who.member)  # type: ignore[arg-type]
        member = who.member
        if member is None:  # pragma: no cover
            return ""
        if kind_hint and (member.type == "other" or (kind_hint == "outlet" and member.type in ("body", "place"))):
            member.type = kind_hint
        self._number()
        return member.id

    def _number(self) -> None:
        new = [member for member in self._resolver.members if not member.id and member.mentions]
        for member in sorted(new, key=Member.first):
            self._members.append(member)
            member.id = f"e{len(self._members)}"


def find_cast(
    report: Report,
    marks: Mapping[Field, Marks],
    sentences: Mapping[Field, Sequence[Span]] | None = None,
    quotations: Mapping[Field, Sequence[Quotation]] | None = None,
) -> Cast:
    """Return the cast of ``report``: its entities, and a speaker for each attribution of ``marks``.

    ``sentences`` and ``quotations`` save finding them again; without them, sentences are cut by a simple rule.
    """
    words = lexicon()
    layouts: dict[Field, Layout] = {}
    for field in ("title", "text"):
        text = report.title if field == "title" else report.text
        if field in marks and text:
            layouts[field] = make_layout(field, text, (sentences or {}).get(field), (quotations or {}).get(field))
    names = {
        field: find_names(layout, marks[field].names, [s for a in marks[field].attributions for s in a.source], words)
        for field, layout in layouts.items()
    }
    found = [name for group in names.values() for name in group]
    members = gather(found, layouts.values(), words)
    sources = [(layouts[f], s) for f in layouts for a in marks[f].attributions for s in a.source]
    find_roles(found, sources, words)
    resolver = Resolver(layouts, marks, names, members, words)
    resolver.run()
    return Cast(resolver)
