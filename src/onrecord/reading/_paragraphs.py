"""Paragraphs: which line ends part a text, and which only wrap it."""

from __future__ import annotations

import re

from onrecord.reading._reading import Span

__all__ = ["find_breaks"]

_LINES = re.compile(r"[\n\r\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r\n|[\n\r\u2028\u2029])[ \t]*(?:\r\n|[\n\r\u2028\u2029])[\s]*")
_UNFINISHED = re.compile(r"[\w,;\-\u2013\u2014][ \t]*\r?\n[ \t]*[\w(\"'\u2018\u201c]")
_SINGLE = re.compile(r"\S[ \t]*\r?\n[ \t]*\S")
_FEWEST = 4
_SHARE = 0.5


def find_breaks(text: str) -> list[Span]:
    """Return the breaks between the paragraphs of ``text``.

    A blank line always parts. A single line end parts too, save in a text whose lines are wrapped: one where most
    single line ends stand in mid-sentence.
    """
    pattern = _BLANK if "\n" in text and _is_wrapped(text) else _LINES
    return [match.span() for match in pattern.finditer(text)]


def _is_wrapped(text: str) -> bool:
    single = len(_SINGLE.findall(text))
    unfinished = len(_UNFINISHED.findall(text))
    return unfinished >= _FEWEST and unfinished >= _SHARE * single
