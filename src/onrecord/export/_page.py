"""A reading as one web page that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.export._layout import Paragraph, group_by_speaker, lay_out, walk
from onrecord.export._outline import Counts, count, headline, office_of, outline, said_elsewhen
from onrecord.export._words import capitalized, date_in_words, printable
from onrecord.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

    from onrecord.reading import Entity, Reading

__all__ = ["Entry", "make_entry", "to_html", "to_html_index"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One report's line on the index page."""

    file: str
    title: str
    publisher: str | None
    published: str | None
    counts: Counts


def to_html(reading: Reading, *, index: str | None = None) -> str:
    """Return one self-contained page: the report with its statements marked, linked both ways to a list by speaker.

    The page loads nothing and runs no script, and a Content Security Policy says so to the browser. All text of the
    report is escaped; controls that HTML forbids are replaced by U+FFFD. ``index`` is the page that lists all reports,
    where there is one to lead back to.
    """
    items = outline(reading)
    title, in_text = headline(reading)
    body = lay_out(reading, "text")
    heads = body[:1] if in_text else lay_out(reading, "title")
    style = _style(len(reading.statements))
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            style=style,
            style_hash=_hash(style),
            index=index,
            report=reading.report,
            version=reading.version,
            title=title or f"Report {reading.report.id}",
            heads=heads,
            paragraphs=body[1:] if in_text else body,
            link=_web_address(reading.report.url),
            counts=count(reading),
            groups=group_by_speaker(items),
            said={item.number: said_elsewhen(item, reading) for item in walk(items)},
            shown=_shown([*heads, *body]),
            names=_names(reading),
            types=load_vocabulary("entity_types"),
            stances=load_vocabulary("stances"),
        )
    )


def to_html_index(entries: Iterable[Entry]) -> str:
    """Return a page that leads to the pages of several reports."""
    style = _style(0)
    template = _environment().get_template("index.html.jinja")
    return template.render(style=style, style_hash=_hash(style), entries=list(entries))


def make_entry(reading: Reading, file: str) -> Entry:
    """Return the line of ``reading`` on the index page, which leads to ``file``."""
    title, _ = headline(reading)
    report = reading.report
    return Entry(file, title or f"Report {report.id}", report.publisher, report.published, count(reading))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("onrecord.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters["capitalized"] = capitalized
    environment.filters["office"] = office_of
    environment.filters["in_words"] = date_in_words
    environment.filters["kept"] = _kept
    environment.filters["one_line"] = lambda text: " ".join(printable(text).split())
    return environment


def _finalize(value: object) -> object:
    return printable(value) if type(value) is str else value


def _kept(text: str) -> str:
    """Return the report's text with its writing direction, for elements that contain it."""
    from markupsafe import escape

    return escape(printable(text, keep_direction=True))


def _style(statements: int) -> str:
    """Return the style sheet, with rules that light up both ends of each statement at once."""
    environment = _environment()
    source, _, _ = environment.loader.get_source(environment, "page.css")  # type: ignore[union-attr]
    rules = (
        f"body:has(.i{number}:hover,.i{number}:focus-visible,#statement-{number}:target,#words-{number}:target)"
        f" .s{number}{{--tint:var(--strong);--lit:var(--wash);--bar:var(--accent)}}"
        for number in range(1, statements + 1)
    )
    return source + "\n".join(rules) + "\n"


def _hash(style: str) -> str:
    """Return the source expression that allows exactly this style sheet (CSP Level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _shown(paragraphs: Iterable[Paragraph]) -> set[int]:
    """Return the numbers of the statements that have words on the page to lead back to."""
    return {number for paragraph in paragraphs for piece in paragraph.pieces for number in piece.opens}


def _names(reading: Reading) -> list[Entity]:
    order = list(load_vocabulary("entity_types"))
    named = (entity for entity in reading.entities if entity.named)
    return sorted(named, key=lambda entity: order.index(entity.type) if entity.type in order else len(order))


def _web_address(url: str | None) -> str | None:
    """Return ``url`` where it is safe to link to."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
