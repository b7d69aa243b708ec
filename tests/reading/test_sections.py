"""Sections: they cover the text, begin with a paragraph, and marks keep the offsets of the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading._network import Network
from onrecord.reading._quotations import find_quotations
from onrecord.reading._sections import find_marks, find_sections


@given(st.text(alphabet="ab \n", max_size=200), st.integers(5, 50))
def test_sections_cover_the_text(text: str, longest: int) -> None:
    sections = find_sections(text, longest)
    assert "".join(text[start:end] for start, end in sections) == text
    assert all(end - start <= longest for start, end in sections)


def test_a_section_begins_with_a_paragraph() -> None:
    text = "\n".join("abcdefg." for _ in range(10))
    assert all(start % 9 == 0 for start, _ in find_sections(text, 30))


def test_marks_of_a_long_text_stand_where_its_words_do(monkeypatch: pytest.MonkeyPatch) -> None:
    paragraph = 'The bridge at Orsk fell on Monday, mayor Ada Oro said. "We heard a bang," Ivo Brant told reporters.\n'
    monkeypatch.setattr(find_sections, "__defaults__", (2 * len(paragraph),))
    text = paragraph * 5
    found = find_marks(text, find_quotations(text), Network.shared())
    assert {text[slice(*a.cue[0])] for a in found.attributions} <= {"said", "told", "told reporters"}
    assert len(found.attributions) == 10
    assert {text[name.start : name.end] for name in found.names} >= {"Orsk", "Ada Oro", "Ivo Brant"}
