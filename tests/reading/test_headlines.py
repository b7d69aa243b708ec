"""Headlines: what stands before the comma is said by who stands after it."""

from __future__ import annotations

import pytest

from onrecord.reading._headlines import add_headline, headline_of
from onrecord.reading._marks import Attribution

CASES = [
    ("Bridge at Orsk falls, mayor confirms\n\nIt fell.", ("mayor", "confirms", "Bridge at Orsk falls")),
    ("Bridge falls \u2013 police say\nIt fell.", ("police", "say", "Bridge falls")),
    ("Bridge falls, killing three\nIt fell.", None),
    ("Bridge falls, town mourns\nIt fell.", None),
    ("It fell, the mayor says.\nNobody died.", None),
    ("Bridge falls, mayor says", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_headlines(text: str, expected: tuple[str, str, str] | None) -> None:
    found = add_headline(text, headline_of(text), [])
    words = [tuple(text[slice(*spans[0])] for spans in (f.source, f.cue, f.content)) for f in found]
    assert words == ([expected] if expected else [])


def test_a_headline_already_read_stays() -> None:
    text = "Bridge falls, mayor says\nIt fell."
    known = Attribution(((14, 19),), ((20, 24),), ((0, 12),), 0.9)
    assert add_headline(text, headline_of(text), [known]) == [known]


def test_a_title_is_a_headline_as_it_stands() -> None:
    (found,) = add_headline("Bridge falls, mayor says", (0, 24), [])
    assert found.source == ((14, 19),)
