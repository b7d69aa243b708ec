"""Paragraphs: line ends that part a text, and those that only wrap it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading._paragraphs import find_breaks

WRAPPED = """The bridge at Orsk fell on Monday after
a barge struck it, the harbour office
said. Nobody was on it at the time, and
the river is closed until further word
from the engineers.

"We heard a bang," said Ada Oro, who
sells bread at the corner.
"""
CASES = [
    ("a line a paragraph", "The bridge fell.\nNobody died.\nThe river is closed.", 2),
    ("a headline", "Bridge falls\nThe bridge fell on Monday.", 1),
    ("blank lines", "One.\n\nTwo.\r\n\r\nThree.", 2),
    ("wrapped", WRAPPED, 1),
    ("none", "One.", 0),
    ("empty", "", 0),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_breaks(name: str, text: str, expected: int) -> None:
    assert len(find_breaks(text)) == expected


@given(st.text(alphabet="ab,. \n\r", max_size=80))
def test_breaks_are_white_space_apart(text: str) -> None:
    at = 0
    for start, end in find_breaks(text):
        assert at <= start < end
        assert not text[start:end].strip()
        at = end
