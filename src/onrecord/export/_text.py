"""A reading as plain text, for the terminal."""

from __future__ import annotations

from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from onrecord.export._outline import Item, count, headline, office_of, outline, said_elsewhen
from onrecord.export._words import capitalized, date_in_words, printable
from onrecord.export._wrap import Fragment, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.reading import Entity, Reading

__all__ = ["to_text"]

DEFAULT_WIDTH = 80
NO_SOURCE = "(no source given)"
CONTENT_INDENT = "  "
NESTED_INDENT = "    "
DIM = "dim"
STANCE_STYLES = {
    "confirm": "green",
    "deny": "red",
    "accuse": "red",
    "claim": "yellow",
    "warn": "magenta",
    "promise": "blue",
    "request": "blue",
    "no_comment": "yellow",
}
"""Rich styles; a stance that is not here stands in cyan."""


def to_text(reading: Reading, *, width: int | None = None, color: bool = False, explain: bool = False) -> str:
    """Return what the report says, by whom and in which words, for people to read.

    Arguments:
        reading: of one report.
        width: cells in a line; 80 when none.
        color: add ANSI escapes: bold names, stances in colour.
        explain: add a line for each reason: why this speaker, why this stance.

    Returns:
        Lines that end in a newline. Characters that could steer the terminal are replaced by U+FFFD.

    """
    width = max(20, width or DEFAULT_WIDTH)
    introduced: set[str] = set()
    blocks = [list(_header(reading, width))]
    blocks += [list(_item(item, reading, width, "", explain, introduced)) for item in outline(reading)]
    blocks.append(list(wrap([(str(count(reading)), DIM)], width)))
    lines = chain.from_iterable([*block, []] for block in blocks if block)
    return "\n".join(_render(line, color) for line in lines).rstrip("\n") + "\n"


def _header(reading: Reading, width: int) -> Iterator[list[Fragment]]:
    report = reading.report
    title, _ = headline(reading)
    yield from wrap([(title or f"Report {report.id}", "bold underline")], width)
    published = report.published and date_in_words(report.published)
    changed = report.modified and f"changed {date_in_words(report.modified)}"
    facts = [report.publisher, ", ".join(report.byline), published, changed]
    yield from wrap([(" · ".join(fact for fact in facts if fact), DIM)], width)


def _item(
    item: Item, reading: Reading, width: int, indent: str, explain: bool, introduced: set[str]
) -> Iterator[list[Fragment]]:
    yield from wrap(_attribution(item, reading, introduced), width, first=indent, rest=indent + NESTED_INDENT)
    inner = indent + CONTENT_INDENT
    for part in (item, *item.continuations):
        words = part.words if any(map(str.isalnum, part.words)) else ""  # a quotation mark alone says nothing
        yield from wrap([(words, "")], width, first=inner, rest=inner)
    if explain:
        yield from _reasons(item, width, inner)
    for nested in item.nested:
        yield from _item(nested, reading, width, indent + NESTED_INDENT, explain, introduced)


def _attribution(item: Item, reading: Reading, introduced: set[str]) -> Iterator[Fragment]:
    """Yield who, with which stance, about whom, through whom, when, and whether that is uncertain."""
    yield from _speaker(item.speaker, introduced)
    yield item.verb, STANCE_STYLES.get(item.statement.stance, "cyan")
    if item.about is not None and not item.names_about:
        about = item.about.name if item.statement.stance == "accuse" else f"(about {item.about.name})"
        yield about, ""
    if item.via:
        yield "via " + ", ".join(outlet.name for outlet in item.via), "italic"
    said = said_elsewhen(item, reading)
    if said:
        yield f"[{date_in_words(said)}]", DIM
    if item.in_headline:
        yield "(headline)", DIM
    if item.is_uncertain:
        yield "(uncertain)", "yellow"


def _speaker(speaker: Entity | None, introduced: set[str]) -> Iterator[Fragment]:
    """Yield the speaker's name, with the office where it is met first."""
    if speaker is None:
        yield NO_SOURCE, DIM
        return
    yield capitalized(speaker.name), "bold" if speaker.named else ""
    office = office_of(speaker)
    if speaker.id not in introduced and office:
        yield f"({office})", DIM
    introduced.add(speaker.id)


def _reasons(item: Item, width: int, indent: str) -> Iterator[list[Fragment]]:
    reasons = {**item.statement.reasons, "certainty": f"{item.statement.certainty:.2f}"}
    for key, reason in reasons.items():
        yield from wrap([(f"{key}: {reason}", DIM)], width, first=indent + "- ", rest=indent + "  ")


def _render(line: list[Fragment], color: bool) -> str:
    if not color:
        return printable("".join(text for text, _ in line)).rstrip()
    from rich.color import ColorSystem
    from rich.style import Style

    runs = ((style, "".join(text for text, _ in run)) for style, run in groupby(line, key=itemgetter(1)))
    return "".join(
        Style.parse(style).render(printable(text), color_system=ColorSystem.STANDARD) if style else printable(text)
        for style, text in runs
    )
