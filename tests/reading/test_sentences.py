"""Sentences: offsets are right, lines are never crossed, quotations stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading._sentences import find_sentences

CASES = [
    ("abbreviation", "Gen. A. Brant spoke. He left.", ["Gen. A. Brant spoke.", "He left."]),
    ("lines", "A headline\n\nA first line. A second.", ["A headline", "A first line.", "A second."]),
    ("quotation", "\u201cIt fell. We ran,\u201d she said.", ["\u201cIt fell. We ran,\u201d she said."]),
    ("beyond the basic plane", "He sent \U0001f600 back. She left.", ["He sent \U0001f600 back.", "She left."]),
    ("empty", " \n ", []),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_sentences(name: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_sentences(text)] == expected


@given(st.text(max_size=80))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    covered = find_sentences(text)
    rest, at = "", 0
    for start, end in covered:
        assert at <= start < end <= len(text)
        rest += text[at:start]
        at = end
    assert not (rest + text[at:]).strip()
