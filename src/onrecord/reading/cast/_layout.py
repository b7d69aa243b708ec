"""Layout: where the words, sentences, paragraphs and quotations of one text stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.reading._quotations import Quotation, find_quotations
from onrecord.reading._reading import Field, Span

__all__ = ["Layout", "Word", "make_layout"]

_TITLE = "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Reps|Sens|Gov|Rev|Hon|Adm|Brig|Cmdr|Cpl|Pvt|Supt|Insp|Det|Atty|Fr|Msgr|Jr|Sr|St"
_WORD = re.compile(rf"(?:[A-Z]\.){{2,}}|\b(?:{_TITLE})\.|\b[A-Z]\.(?=[ \w])|[^\W_]+(?:[-\u2019'&.][^\W_]+)*")
_LIKE_NAME = re.compile(r"(?:\d+|(?:al|el|as|ash|ad|an|ar|at|az|bin|ben)-)(?=[A-Z])")
_ADJECTIVE = re.compile(r"-(?:[a-z]{2,}(?:ed|ing)|led|run|born|style|era|made|held|wide|only)$")
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]?[A-Z0-9])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|Adm|Brig|Cmdr|St|Jr|Sr|No|vs|Inc|Corp|Ltd|Co|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mt|Ft|Atty|Supt|Insp|Det)|\b[A-Z])\.$"
)


class Word(NamedTuple):
    """A word of the text; ``lower`` is ``bare`` in small letters, without a final full stop."""

    start: int
    end: int
    text: str
    bare: str
    """Without a possessive ending."""
    lower: str
    capital: bool
    """Whether it is written as a name is: with a capital, or like ``al-Assad`` or ``5Pointz``."""


class Layout:
    """One text of a report, ``text`` or ``title``, cut up for looking things up by offset."""

    def __init__(self, field: Field, text: str, sentences: Sequence[Span], quotations: Sequence[Quotation]) -> None:
        self.field: Field = field
        self.text = text
        self.words = [_word(match) for match in _WORD.finditer(text)]
        self.starts = [word.start for word in self.words]
        self.sentences = [start for start, _ in sentences]
        self._paragraphs = [match.end() for match in re.finditer(r"\n+", text)]
        self._quote_starts = [quotation.start for quotation in quotations]
        self._quote_ends = [quotation.end for quotation in quotations]
        self._first_words = {self.word_at(start) for start in self.sentences}

    def sentence(self, offset: int) -> int:
        """Return the index of the sentence at ``offset``."""
        return bisect_right(self.sentences, offset) - 1

    def paragraph(self, offset: int) -> int:
        """Return the index of the paragraph at ``offset``."""
        return bisect_right(self._paragraphs, offset)

    def quotation(self, offset: int) -> int:
        """Return the index of the quotation at ``offset``, or -1 outside of any."""
        index = bisect_right(self._quote_starts, offset) - 1
        return index if index >= 0 and offset < self._quote_ends[index] else -1

    def word_at(self, offset: int) -> int:
        """Return the index of the first word that ends after ``offset``."""
        index = bisect_left(self.starts, offset)
        return index - 1 if index and self.words[index - 1].end > offset else index

    def words_in(self, start: int, end: int) -> range:
        """Return the indices of the words that overlap ``[start, end)``."""
        return range(self.word_at(start), bisect_left(self.starts, end))

    def words_of(self, start: int, end: int) -> list[Word]:
        """Return the words that overlap ``[start, end)``."""
        return self.words[self.word_at(start) : bisect_left(self.starts, end)]

    def begins_sentence(self, index: int) -> bool:
        """Whether the word of that index is the first of its sentence, or of a quotation."""
        if index in self._first_words:
            return True
        start = self.words[index].start
        return start > 0 and self.text[start - 1] in "\"'\u201c\u2018\u00ab"

    def adjacent(self, index: int) -> bool:
        """Whether only blanks stand between the word of that index and the one before it."""
        if not index:
            return False
        between = self.text[self.words[index - 1].end : self.words[index].start]
        return between.isspace() and "\n" not in between


def make_layout(
    field: Field, text: str, sentences: Sequence[Span] | None = None, quotations: Sequence[Quotation] | None = None
) -> Layout:
    """Return the layout of ``text``; ``sentences`` and ``quotations`` save finding them again."""
    if sentences is None:
        sentences = _sentences(text)
    return Layout(field, text, sentences, find_quotations(text) if quotations is None else quotations)


def _word(match: re.Match[str]) -> Word:
    text = match[0]
    bare = text[:-2] if text[-1] in "sS" and len(text) > 2 and text[-2] in "'\u2019" else text
    lower = bare.lower()
    if lower[-1] == "." and lower.count(".") == 1:
        lower = lower[:-1]
    start, end = match.span()
    initial = text[0]
    if "-" in text and _ADJECTIVE.search(text) is not None:
        return Word(start, end, text, bare, lower, capital=False)
    capital = initial.isupper() or (("-" in text or initial.isdigit()) and _LIKE_NAME.match(text) is not None)
    return Word(start, end, text, bare, lower, capital)


def _sentences(text: str) -> list[Span]:
    """Return sentences by their final marks: enough for distances, where the caller has found none."""
    spans: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        mark = match.start() + 1
        if match[0][0] == "." and _ABBREVIATED.search(text, max(start, mark - 8), mark):
            continue
        spans.append((start, match.end()))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans
