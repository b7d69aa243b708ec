"""The cast of a report: its entities, and who speaks each statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.intake import Report
from onrecord.reading._marks import Marks
from onrecord.reading._quotations import Quotation
from onrecord.reading._reading import Entity, Field, Span
from onrecord.reading.cast._agreement import without_adjectives
from onrecord.reading.cast._course import follow
from onrecord.reading.cast._descriptions import describe_words
from onrecord.reading.cast._gathering import gather
from onrecord.reading.cast._layout import Layout, make_layout
from onrecord.reading.cast._lexicon import lexicon
from onrecord.reading.cast._members import Member
from onrecord.reading.cast._names import find_names
from onrecord.reading.cast._roles import find_roles
from onrecord.reading.cast._scene import Scene
from onrecord.reading.cast._speakers import Resolution, Resolver

__all__ = ["Cast", "find_cast"]

_FIELDS: tuple[Field, ...] = ("title", "text")


class Cast:
    """The entities of one report and the speakers of its attributions. Made by `find_cast`."""

    def __init__(self, scene: Scene, resolver: Resolver) -> None:
        self._scene = scene
        self._resolver = resolver
        self._members: list[Member] = []
        self._number()

    @property
    def entities(self) -> list[Entity]:
        """The entities in order of first mention; those that `entity_at` had to make come last."""
        return [member.entity() for member in self._members if member.mentions]

    def speaker(self, field: Field, index: int) -> Resolution:
        """Return who speaks attribution ``index`` of ``field``."""
        who = self._resolver.speaker(field, index)
        return Resolution(who.member.id if who.member else None, round(who.certainty, 2), who.reason)

    def entity_at(self, field: Field, span: Span, kind_hint: str | None = None) -> str:
        """Return the id of the entity that the words at ``span`` refer to, making one where none is known.

        ``kind_hint`` is the entity type that the words must have ("outlet" of "told CNN"): it settles the type of a
        body, a place or a name of no known type.
        """
        layout = self._scene.layouts[field]
        member = self._resolver.refer(layout, span).member
        if member is None:
            member = describe_words(self._scene, layout, span)
            member.note(field, span, "nominal")
        if kind_hint is not None and member.country is None and not member.parts:
            _settle_type(member, kind_hint)
        self._number()
        return member.id

    def _number(self) -> None:
        new = [member for member in self._scene.members if not member.id and member.mentions]
        for member in sorted(new, key=Member.first):
            self._members.append(member)
            member.id = f"e{len(self._members)}"


def _settle_type(member: Member, hint: str) -> None:
    """Take a type from outside for a member of no sure type; words with a capital name an outlet."""
    if member.named and member.type in ("body", "place", "other"):
        member.type = hint
    elif hint == "outlet" and not member.named and any(word[:1].isupper() for word in member.name.split()):
        member.type, member.named = hint, True


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
    for field in _FIELDS:
        text = report.title if field == "title" else report.text
        if field in marks and text:
            layouts[field] = make_layout(field, text, (sentences or {}).get(field), (quotations or {}).get(field))
    sources = {field: [span for a in marks[field].attributions for span in a.source] for field in layouts}
    names = {field: find_names(layout, marks[field].names, sources[field], words) for field, layout in layouts.items()}
    found = without_adjectives([name for group in names.values() for name in group])
    names = {field: [name for name in found if name.layout is layout] for field, layout in layouts.items()}
    members = gather(found, layouts.values(), words)
    find_roles(found, [(layouts[field], span) for field, spans in sources.items() for span in spans], words)
    scene = Scene(layouts, marks, names, members, words)
    resolver = Resolver(scene)
    follow(scene, resolver)
    return Cast(scene, resolver)
