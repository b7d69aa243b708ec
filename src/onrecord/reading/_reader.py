"""The reader: one report in, its reading out."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.metadata import version

import msgspec

from onrecord.intake import Report
from onrecord.reading._continuations import add_continuations
from onrecord.reading._formulas import add_formulas
from onrecord.reading._headlines import add_headline, headline_of
from onrecord.reading._marks import Marks
from onrecord.reading._nested import find_nested
from onrecord.reading._network import Network
from onrecord.reading._own_voice import find_own_voice
from onrecord.reading._quotations import find_quotations
from onrecord.reading._reading import Field, Place, Reading, Sentence, Time
from onrecord.reading._sections import find_marks
from onrecord.reading._sentences import find_sentences
from onrecord.reading._statements import FieldText, make_statements
from onrecord.reading._turns import add_turns
from onrecord.reading._unanswered import add_unanswered
from onrecord.reading.cast import Cast, find_cast
from onrecord.reading.times import find_times

__all__ = ["Reader"]


class Reader:
    """Reads reports with one network; make one and keep it, since loading the weights takes most of a short reading."""

    def __init__(self, network: Network | None = None) -> None:
        self._network = network or Network.shared()

    def read(self, report: Report) -> Reading:
        """Return the reading of ``report``: what it says by itself, nothing from any other report."""
        fields = {field: self._field(report, field, text) for field, text in _texts(report).items()}
        cast = find_cast(
            report,
            {field: found.marks for field, found in fields.items()},
            {field: found.sentences for field, found in fields.items()},
            {field: found.quotations for field, found in fields.items()},
        )
        statements = make_statements(fields, cast, report.published)
        return Reading(
            report=report,
            statements=statements,
            entities=cast.entities,
            times=[time for found in fields.values() for time in found.times],
            places=_places(cast),
            own_voice=[
                Sentence(start=start, end=end, field=field)
                for field, found in fields.items()
                for start, end in find_own_voice(found.text, found.sentences, found.marks.attributions)
            ],
            version=_version(),
        )

    def _field(self, report: Report, field: Field, text: str) -> FieldText:
        quotations = find_quotations(text)
        marks = find_marks(text, quotations, self._network)
        headline = (0, len(text)) if field == "title" else headline_of(text)
        attributions = add_headline(text, headline, marks.attributions)
        sentences = find_sentences(text)
        attributions = add_formulas(text, sentences, add_unanswered(text, sentences, attributions))
        attributions = add_turns(text, attributions)
        attributions = add_continuations(text, attributions, quotations)
        attributions += find_nested(text, attributions, self._network)
        times = _times(text, field, report.published)
        return FieldText(text, Marks(attributions, marks.names), quotations, sentences, times)


@cache
def _version() -> str:
    return version("onrecord")


def _texts(report: Report) -> dict[Field, str]:
    """Return the texts to read: the title too, unless it stands at the head of the text."""
    title = report.title
    if not title or report.text.lstrip().startswith(title.strip().rstrip(".")):
        return {"text": report.text}
    return {"title": title, "text": report.text}


def _times(text: str, field: Field, published: str | None) -> list[Time]:
    written = dt.date.fromisoformat(published[:10]) if published and len(published) >= len("2026-02-06") else None
    found = find_times(text, written)
    return found if field == "text" else [msgspec.structs.replace(time, field=field) for time in found]


def _places(cast: Cast) -> list[Place]:
    """Return the mentions of places by name; which place of that name is left open."""
    return sorted(
        (
            Place(start=mention.start, end=mention.end, name=entity.name, field=mention.field)
            for entity in cast.entities
            if entity.type == "place"
            for mention in entity.mentions
            if mention.kind == "name"
        ),
        key=lambda place: (place.field == "text", place.start),
    )
