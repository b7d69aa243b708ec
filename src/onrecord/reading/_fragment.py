"""A reading as a small piece of HTML, for notebooks."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from onrecord.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from onrecord.reading._reading import Reading, Statement

__all__ = ["to_fragment"]

STYLE = "text-align:left;vertical-align:top;padding:.3em .8em"
DEEPEST = 4


def to_fragment(reading: Reading) -> str:
    """Return a table of who says what, in the order of the report: speaker, stance, words; all text escaped."""
    names = {entity.id: entity.name for entity in reading.entities}
    depths = _depths(reading.statements)
    rows = "".join(_row(statement, reading, names, depths[statement.id]) for statement in reading.statements)
    title = f"<caption dir=auto style='{STYLE};font-weight:bold'>{escape(reading.report.title or '')}</caption>"
    head = "".join(f"<th style='{STYLE}'>{name}</th>" for name in ("who", "stance", "what"))
    caption = title if reading.report.title else ""
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _row(statement: Statement, reading: Reading, names: dict[str, str], depth: int) -> str:
    stance = load_vocabulary("stances").get(statement.stance, {}).get("label", statement.stance)
    via = ", ".join(names[id] for id in statement.via if id in names)
    cells = (
        names.get(statement.speaker or "", "(no source given)") if not statement.continues else "",
        (f"{stance} via {via}" if via else stance) if not statement.continues else "",
        " … ".join(reading.words(statement.content, statement.field)),
    )
    indents = (f";padding-left:{0.8 + 1.2 * depth}em" if depth else "", "", "")
    return "<tr>" + "".join(map(_cell, cells, indents)) + "</tr>"


def _cell(text: str, indent: str) -> str:
    return f"<td dir=auto style='{STYLE}{indent}'>{escape(text)}</td>"


def _depths(statements: list[Statement]) -> dict[str, int]:
    """Return how deep each statement is nested, at most `DEEPEST`, which also ends a circle."""
    outer = {statement.id: statement.in_ for statement in statements}
    depths = {}
    for statement in statements:
        depth, id = 0, statement.in_
        while id in outer and depth < DEEPEST:
            depth, id = depth + 1, outer[id]
        depths[statement.id] = depth
    return depths
