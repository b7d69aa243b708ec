"""A small report for a test: sentences with at most one attribution each, marked as in `tests.marked`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.marked import marked

from onrecord.intake import Report
from onrecord.reading._marks import Attribution, Marks, Name
from onrecord.reading.cast import Cast, find_cast

if TYPE_CHECKING:
    from onrecord.reading._reading import Entity, Span

__all__ = ["ScriptedCast", "cast_of"]


class ScriptedCast:
    """A cast with its report, and short ways to ask about it."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast

    def speaker(self, index: int = -1) -> Entity | None:
        """Return who speaks the attribution of that index, of the order in the text; by default the last one."""
        count = len(self.cast._scene.marks["text"].attributions)
        resolution = self.cast.speaker("text", index % count)
        return next((entity for entity in self.cast.entities if entity.id == resolution.entity), None)

    def name(self, index: int = -1) -> str | None:
        """Return the name of that speaker."""
        speaker = self.speaker(index)
        return speaker.name if speaker else None

    def reason(self, index: int = -1) -> str:
        """Return why it is that speaker."""
        return self.cast.speaker("text", index % len(self.cast._scene.marks["text"].attributions)).reason

    def entity(self, name: str) -> Entity:
        """Return the entity of that name."""
        return next(entity for entity in self.cast.entities if entity.name == name)

    def names(self, type: str | None = None) -> list[str]:
        """Return the names of the entities, or of those of one type."""
        return [entity.name for entity in self.cast.entities if type in (None, entity.type)]


def cast_of(
    *sentences: str,
    names: dict[str, str] | None = None,
    title: str | None = None,
    extra: list[Attribution] | None = None,
) -> ScriptedCast:
    """Return the cast of the sentences; ``names`` are those that the network finds, with their types."""
    text = ""
    attributions: list[Attribution] = []
    for sentence in sentences:
        words, found = marked(sentence)
        text += " " if text and not sentence.startswith("\n") else ""
        if found.source or found.cue or found.content:
            attributions.append(_moved(found, len(text)))
        text += words
    attributions += extra or []
    marks = {"text": Marks(attributions, _names(text, names or {}))}
    if title is not None:
        marks["title"] = Marks([], _names(title, names or {}))
    return ScriptedCast(text, find_cast(Report(id="r", text=text, title=title), marks))  # type: ignore[arg-type]


def _moved(found: Attribution, by: int) -> Attribution:
    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((start + by, end + by) for start, end in spans)

    return Attribution(moved(found.source), moved(found.cue), moved(found.content), found.score)


def _names(text: str, names: dict[str, str]) -> list[Name]:
    return sorted(
        Name(match.start(), match.end(), kind, 0.9)
        for name, kind in names.items()
        for match in re.finditer(rf"\b{re.escape(name)}\b", text)
    )
