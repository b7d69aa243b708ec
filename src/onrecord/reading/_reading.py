"""The reading: what one report says, who says it, and the words that show it."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.intake import Report
from onrecord.reading._fragment import to_fragment

__all__ = [
    "Entity",
    "Event",
    "Field",
    "Kind",
    "Mention",
    "Place",
    "Reading",
    "Role",
    "Sentence",
    "Span",
    "Statement",
    "Time",
]

Span = tuple[int, int]
"""``[start, end)`` in the text or the title, as Python string indices."""
Field = Literal["text", "title"]
Kind = Literal["direct", "indirect", "mixed"]


class Statement(msgspec.Struct, frozen=True, kw_only=True, rename={"in_": "in"}):
    """One attribution: source, cue and content, with what was made of them."""

    id: str
    field: Field = "text"
    """Which of the report's texts the spans index."""
    source: list[Span]
    """The words that name the speaker, repeated where a quotation goes on; empty where the report names none."""
    cue: list[Span]
    """The words that attribute; empty where a quotation simply goes on."""
    content: list[Span]
    """What is attributed, in one or more pieces."""
    speaker: str | None
    """The id of the entity that speaks; none for "reportedly"."""
    kind: Kind
    stance: str
    """A stance of the vocabulary: ``state``, ``deny``, ``accuse``..."""
    certainty: float
    """How likely the statement is right (content and speaker), 0 to 1."""
    via: list[str] = []
    """Ids of the outlets or channels between speaker and report, nearest first."""
    about: str | None = None
    """The id of the entity accused."""
    said: str | None = None
    """When it was said, an ISO date, where the report tells or implies it."""
    in_: str | None = None
    """The id of the statement whose content holds this one."""
    continues: str | None = None
    """The id of the statement whose quotation goes on here, where this one has no cue of its own."""
    reasons: dict[str, str] = {}
    """Why: keys ``speaker``, ``stance``, ``kind``, ``via``, ``about``, ``said``; values in words."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that refer to an entity."""

    start: int
    end: int
    kind: Literal["name", "pronoun", "nominal"]
    field: Field = "text"


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """An office or description that the report gives an entity, with its words."""

    title: str
    start: int
    end: int
    field: Field = "text"


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, body, outlet, place or document of the report, or people left unnamed."""

    id: str
    type: str
    """An entity type of the vocabulary: ``person``, ``body``, ``outlet``, ``place``, ``document``, ``group``, ``other``."""
    name: str
    """The fullest form in the report; of unnamed people, their words."""
    named: bool = True
    """False for people whom the report leaves unnamed."""
    aliases: list[str] = []
    roles: list[Role] = []
    mentions: list[Mention] = []


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A TIMEX3 expression (ISO-TimeML): ``type`` DATE, TIME, DURATION or SET, with its normalised ``value``."""

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    field: Field = "text"
    inferred: bool = False
    """Whether part of the value (a year, a month) comes from the report's date, not from the words."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A mention of a place; country (ISO 3166), degrees and GeoNames id where it is resolved."""

    start: int
    end: int
    name: str
    field: Field = "text"
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the report says happened."""

    id: str
    type: str
    words: list[Span]
    who: list[str] = []
    whom: list[str] = []
    when: str | None = None
    where: str | None = None
    told_by: list[str] = []


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, or the part of one, that the report says in its own voice."""

    start: int
    end: int
    field: Field = "text"


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says: statements in the order of the report, entities, times, places, and its own voice."""

    report: Report
    statements: list[Statement] = []
    entities: list[Entity] = []
    times: list[Time] = []
    places: list[Place] = []
    events: list[Event] = []
    own_voice: list[Sentence] = []
    version: str = ""
    """The version of onrecord that made the reading."""

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the reading as JSON, the form that ``from_json`` reads."""
        encoded = msgspec.json.encode(self)
        return (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode()

    @classmethod
    def from_json(cls, data: str | bytes) -> Reading:
        """Return the reading that ``to_json`` wrote.

        Raises:
            msgspec.ValidationError: the JSON is not that of a reading.

        """
        return msgspec.json.decode(data, type=cls)

    def _repr_html_(self) -> str:
        """Return a table of who says what, which notebooks show."""
        return to_fragment(self)

    def entity(self, id: str | None) -> Entity | None:
        """Return the entity of that id, or none."""
        return next((entity for entity in self.entities if entity.id == id), None)

    def words(self, spans: list[Span], field: Field = "text") -> list[str]:
        """Return the words at ``spans`` of the text or the title."""
        text = self.report.text if field == "text" else self.report.title or ""
        return [text[start:end] for start, end in spans]
