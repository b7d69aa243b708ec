"""The outline of a reading: its statements as people read them, in order, with what hangs under each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.export._verb import find_verb

if TYPE_CHECKING:
    from onrecord.reading import Entity, Reading, Statement

__all__ = ["Counts", "Item", "count", "headline", "office_of", "outline", "said_elsewhen"]

LOW_CERTAINTY = 0.5
QUOTATION_MARKS = "\"'“”„‟‘’‚‛«»‹›「『"
AT_THE_EDGE = " \t\r\n,;:"
COMMA_IN_QUOTATION = re.compile(r",(?=[\"'”’»]+$)")
LONGEST_HEADLINE = 200
LEAD = 24
"""How many characters, such as those of an office, may stand before a name that the words begin with."""


@dataclass(slots=True)
class Item:
    """One statement, with its speaker, stance and words looked up."""

    number: int
    """Its place in the reading, from 1."""
    statement: Statement
    speaker: Entity | None
    via: list[Entity]
    about: Entity | None
    verb: str
    """The label of the stance, in the plural where several people speak."""
    words: str
    """The content; its pieces are joined by an ellipsis."""
    in_headline: bool = False
    """Whether it stands in the title, or in a first line of the text that is a headline."""
    outer: Item | None = None
    """The item whose content holds this one."""
    nested: list[Item] = field(default_factory=list)
    continuations: list[Item] = field(default_factory=list)
    """The items that only carry this one's quotation on."""

    @property
    def names_about(self) -> bool:
        """Whether the words begin with the name of whom the statement is about, so that it need not be said again."""
        return self.about is not None and self.about.name in self.words[: len(self.about.name) + LEAD]

    @property
    def is_uncertain(self) -> bool:
        return self.statement.certainty < LOW_CERTAINTY


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a reading holds."""

    statements: int
    speakers: int
    own_voice: int
    """Sentences, or parts of one, that the report says in its own voice."""

    def __str__(self) -> str:
        return ", ".join(
            (
                _plural(self.statements, "statement"),
                _plural(self.speakers, "speaker"),
                f"{_plural(self.own_voice, 'sentence')} in the report’s own voice",
            )
        )


def count(reading: Reading) -> Counts:
    """Return how many statements, speakers and own-voice sentences the reading holds."""
    speakers = {statement.speaker for statement in reading.statements} - {None}
    return Counts(len(reading.statements), len(speakers), len(reading.own_voice))


def outline(reading: Reading) -> list[Item]:
    """Return the outermost statements in the reading's order, the others under them.

    A continued quotation hangs under the statement that it continues, a nested statement under the one that holds
    it. A statement whose ``in`` or ``continues`` names none of the reading, or leads back to itself, is outermost.
    """
    entities = {entity.id: entity for entity in reading.entities}
    end = _headline_end(reading)
    items = {
        statement.id: _item(number, statement, reading, entities, end)
        for number, statement in enumerate(reading.statements, 1)
    }
    heads = {id: _head(item, items) for id, item in items.items()}
    roots = []
    for id, item in items.items():
        head = heads[id]
        outer = items.get(item.statement.in_ or "")
        if head is not item:
            head.continuations.append(item)
        elif outer is not None and not _holds_itself(item, items, heads):
            item.outer = heads[outer.statement.id]
            item.outer.nested.append(item)
        else:
            roots.append(item)
    return roots


def headline(reading: Reading) -> tuple[str | None, bool]:
    """Return the headline, and whether it is the first line of the text.

    Without a title, a short first line that more lines follow and that ends like no sentence is taken for it.
    """
    title = reading.report.title
    first, _, rest = reading.report.text.strip().partition("\n")
    first = first.strip()
    if title and (first != title.strip() or any(statement.field == "title" for statement in reading.statements)):
        return title, False
    ends_as_sentence = re.search(r"[.:;,][\"'”’)]*$", first)
    is_headline = bool(rest.strip()) and 0 < len(first) <= LONGEST_HEADLINE and (title or not ends_as_sentence)
    return (first, True) if is_headline else (title, False)


def office_of(entity: Entity) -> str | None:
    """Return the first office or description that the report gives ``entity`` and that its name does not tell."""
    name = entity.name.casefold()
    return next((role.title for role in entity.roles if role.title.casefold() not in name), None)


def said_elsewhen(item: Item, reading: Reading) -> str | None:
    """Return when the statement was said, where that is not simply the report's date."""
    said, published = item.statement.said, reading.report.published
    if not said or (published and published.startswith(said[:10])):
        return None
    return said


def _headline_end(reading: Reading) -> int:
    """Return where the headline ends that is the first line of the text; 0 where there is none."""
    title, in_text = headline(reading)
    return reading.report.text.index(title) + len(title) if title and in_text else 0


def _item(number: int, statement: Statement, reading: Reading, entities: dict[str, Entity], headline_end: int) -> Item:
    speaker = entities.get(statement.speaker or "")
    words = _content(statement, reading)
    spans = (*statement.content, *statement.cue)
    return Item(
        number=number,
        statement=statement,
        speaker=speaker,
        via=[entities[id] for id in statement.via if id in entities],
        about=entities.get(statement.about or ""),
        verb=find_verb(statement.stance, speaker, words),
        words=words,
        in_headline=statement.field == "title" or all(stop <= headline_end for _, stop in spans),
    )


def _content(statement: Statement, reading: Reading) -> str:
    pieces = [words.strip(AT_THE_EDGE) for words in reading.words(statement.content, statement.field)]
    joined = COMMA_IN_QUOTATION.sub("", " … ".join(piece for piece in pieces if piece))
    if statement.kind == "direct" and joined and joined[0] not in QUOTATION_MARKS:
        return f"“{joined}”"
    return joined


def _head(item: Item, items: dict[str, Item]) -> Item:
    """Return the statement that the item's quotation began with; a later statement is never taken for it."""
    while (earlier := items.get(item.statement.continues or "")) is not None and earlier.number < item.number:
        item = earlier
    return item


def _holds_itself(item: Item, items: dict[str, Item], heads: dict[str, Item]) -> bool:
    """Whether the chain of outer statements leads back into itself."""
    seen = {item.number}
    outer = items.get(item.statement.in_ or "")
    while outer is not None:
        head = heads[outer.statement.id]
        if head.number in seen:
            return True
        seen.add(head.number)
        outer = items.get(head.statement.in_ or "")
    return False


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
