"""The reader: one report in, its reading out."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version

from onrecord.intake import Report
from onrecord.reading._attributions import find_attributions
from onrecord.reading._continuations import add_continuations
from onrecord.reading._marks import Marks
from onrecord.reading._names import find_names
from onrecord.reading._nested import find_nested
from onrecord.reading._network import Network
from onrecord.reading._own_voice import find_own_voice
from onrecord.reading._quotations import find_quotations
from onrecord.reading._reading import Field, Reading, Sentence
from onrecord.reading._sentences import find_sentences
from onrecord.reading._tokens import tokenize

__all__ = ["Reader"]


class Reader:
    """Reads reports with one network; make one and keep it, since loading the weights takes most of a short reading."""

    def __init__(self, network: Network | None = None) -> None:
        self._network = network or Network.shared()

    def read(self, report: Report) -> Reading:
        """Return the reading of ``report``."""
        fields = _fields(report)
        marks = {field: self._mark(text) for field, text in fields.items()}
        return Reading(
            report=report,
            own_voice=_own_voice(fields, marks),
            version=version("onrecord"),
        )

    def _mark(self, text: str) -> Marks:
        quotations = find_quotations(text)
        tokens = tokenize(self._network.tokenizer, text, quotations)
        scores = self._network.score(tokens)
        attributions = add_continuations(text, find_attributions(text, tokens, scores), quotations)
        nested = find_nested(text, attributions, self._network)
        return Marks(attributions + nested, find_names(text, tokens, scores))


def _fields(report: Report) -> dict[Field, str]:
    """Return the texts to read: the title too, unless it stands at the head of the text."""
    title = report.title
    if not title or report.text.lstrip().startswith(title.strip().rstrip(".")):
        return {"text": report.text}
    return {"title": title, "text": report.text}


def _own_voice(fields: Mapping[Field, str], marks: Mapping[Field, Marks]) -> list[Sentence]:
    return [
        Sentence(start=start, end=end, field=field)
        for field, text in fields.items()
        for start, end in find_own_voice(text, find_sentences(text), marks[field].attributions)
    ]
