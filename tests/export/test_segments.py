from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export._segments import Segment, split_segments

TEXTS = st.text(max_size=60)
MARKS = st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70), st.sampled_from("abcdef")), max_size=12)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [(0, 10, "")]),
        ([(2, 5, "a")], [(0, 2, ""), (2, 5, "a"), (5, 10, "")]),
        ([(0, 10, "a"), (3, 6, "b")], [(0, 3, "a"), (3, 6, "ab"), (6, 10, "a")]),
        ([(3, 6, "b"), (0, 10, "a")], [(0, 3, "a"), (3, 6, "ab"), (6, 10, "a")]),
        ([(0, 6, "a"), (4, 10, "b")], [(0, 4, "a"), (4, 6, "ab"), (6, 10, "b")]),
        ([(2, 4, "b"), (2, 8, "a")], [(0, 2, ""), (2, 4, "ab"), (4, 8, "a"), (8, 10, "")]),
        ([(2, 4, "a"), (2, 4, "b")], [(0, 2, ""), (2, 4, "ab"), (4, 10, "")]),
        ([(1, 3, "a"), (6, 8, "a")], [(0, 1, ""), (1, 3, "a"), (3, 6, ""), (6, 8, "a"), (8, 10, "")]),
        ([(-3, 2, "a"), (8, 99, "b"), (5, 5, "c"), (7, 6, "d")], [(0, 2, "a"), (2, 8, ""), (8, 10, "b")]),
    ],
    ids=["none", "one", "nested", "given inside out", "crossing", "same start", "same", "pieces", "clipped or empty"],
)
def test_cuts_at_both_ends_of_every_mark(
    marks: list[tuple[int, int, str]], expected: list[tuple[int, int, str]]
) -> None:
    segments = split_segments(10, marks)
    assert [(segment.start, segment.end, "".join(segment.labels)) for segment in segments] == expected


def test_an_empty_text_has_no_segment() -> None:
    assert split_segments(0, [(0, 3, "a")]) == []


@given(TEXTS, MARKS)
def test_segments_spell_the_text_and_cover_every_mark_exactly(text: str, marks: list[tuple[int, int, str]]) -> None:
    segments = split_segments(len(text), marks)
    assert "".join(text[segment.start : segment.end] for segment in segments) == text
    covered = {(index, label) for segment in segments for label in segment.labels for index in _range(segment)}
    marked = {(index, label) for start, end, label in marks for index in range(max(0, start), min(end, len(text)))}
    assert covered == marked


def _range(segment: Segment[str]) -> range:
    return range(segment.start, segment.end)
