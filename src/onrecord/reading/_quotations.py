"""Quotations: the stretches of a text that stand between quotation marks.

Pairs curly, straight, angle and low marks, and single marks where a text quotes with them. A quotation that is
reopened at the head of each paragraph and closed once is one quotation; one that is never closed ends with its
paragraph.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.reading._paragraphs import find_breaks

__all__ = ["Quotation", "find_quotations"]


class Quotation(NamedTuple):
    """One quotation, marks included: ``[start, end)`` in the text, and the marks that reopen it in later paragraphs."""

    start: int
    end: int
    reopened: tuple[int, ...] = ()


_DOUBLE = re.compile("[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d]|``|''")
_SINGLE = re.compile("['\u2018\u2019\u201a\u2039\u203a]")
_OPENING = frozenset("\u201e\u00ab\u300c\u2018\u201a\u2039") | {"``"}
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f([{\u2014\u2013-/\u2026:;")


def find_quotations(text: str) -> list[Quotation]:
    """Return the quotations of ``text`` in order, none inside another: the outer marks hold the inner ones."""
    breaks = [start for start, _ in find_breaks(text)]
    found = _pair(text, _DOUBLE, breaks, single=False)
    if not ("'" in text or "\u2018" in text or "\u2039" in text):
        return found
    singles = [q for q in _pair(text, _SINGLE, breaks, single=True) if _reads_as_speech(text, q)]
    return _outermost(sorted(found + singles, key=lambda q: (q.start, -q.end))) if singles else found


def _outermost(quotations: list[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for quotation in quotations:
        if not kept or quotation.start >= kept[-1].end:
            kept.append(quotation)
    return kept


def _reads_as_speech(text: str, quotation: Quotation) -> bool:
    """Single marks round a word or two are a nickname or scare quotes, or apostrophes that happen to pair."""
    inner = text[quotation.start + 1 : quotation.end - 1]
    return inner.count(" ") >= 3 and inner[-1] in ",.?!\u2026"


def _opens(text: str, start: int, end: int, mark: str) -> bool:
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if mark in _OPENING:
        return mark != "\u2018" or not before.isalnum()
    if mark == "\u201c":  # the closing mark of German and Czech, the opening one elsewhere
        return not after.isspace() and (before in _BEFORE_OPENING or not before.isalnum())
    return before in _BEFORE_OPENING and not after.isspace()


def _closes(text: str, start: int, end: int, mark: str, single: bool) -> bool:
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if single:
        return not after.isalnum() and not before.isspace()
    return not before.isspace() or after.isspace() or not after.isalnum()


def _pair(text: str, marks: re.Pattern[str], breaks: list[int], *, single: bool) -> list[Quotation]:
    pairing = _Pairing(text, single=single)
    at = 0
    for match in marks.finditer(text):
        while at < len(breaks) and breaks[at] < match.start():
            pairing.end_paragraph(breaks[at])
            at += 1
        pairing.read_mark(match.start(), match.end(), match[0])
    for end in breaks[at:]:
        pairing.end_paragraph(end)
    pairing.finish()
    return pairing.found


class _Pairing:
    """Pairs the marks of a text as they come."""

    def __init__(self, text: str, *, single: bool) -> None:
        self.found: list[Quotation] = []
        self._text = text
        self._single = single
        self._opened = -1
        self._reopened: list[int] = []
        self._paragraph_end = -1  # of a paragraph that ended inside the quotation, which goes on only if reopened

    def end_paragraph(self, at: int) -> None:
        if self._opened >= 0 and self._paragraph_end >= 0:
            self._close(self._paragraph_end)
        elif self._opened >= 0:
            self._paragraph_end = at

    def read_mark(self, start: int, end: int, mark: str) -> None:
        if self._opened >= 0 and self._paragraph_end >= 0:
            if not self._single and not self._text[self._paragraph_end : start].strip():
                self._reopened.append(start)
                self._paragraph_end = -1
                return
            self._close(self._paragraph_end)
        if self._opened < 0:
            if _opens(self._text, start, end, mark):
                self._opened = start
        elif _closes(self._text, start, end, mark, self._single):
            self._close(end)
        elif not self._single and _opens(self._text, start, end, mark):
            self._close(start)  # the closing mark was left out
            self._opened = start

    def finish(self) -> None:
        if self._opened >= 0:
            self._close(self._paragraph_end if self._paragraph_end >= 0 else len(self._text))

    def _close(self, end: int) -> None:
        self.found.append(Quotation(self._opened, end, tuple(self._reopened)))
        self._opened = self._paragraph_end = -1
        self._reopened.clear()
