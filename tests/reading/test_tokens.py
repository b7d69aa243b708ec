"""Tokens: offsets index the text as it is; shapes tell case, quotation and paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading._network import Network
from onrecord.reading._tokens import SHAPES, Tokens, tokenize


def _tokens(text: str) -> Tokens:
    return tokenize(Network.shared().tokenizer, text)


@given(st.text(max_size=80))
def test_pieces_lie_in_the_text_in_order(text: str) -> None:
    tokens = _tokens(text)
    assert all(0 <= start <= end <= len(text) for start, end in zip(tokens.starts, tokens.ends, strict=True))
    assert sorted(tokens.starts.tolist()) == tokens.starts.tolist()
    assert all(0 <= shape < SHAPES for shape in tokens.shapes.tolist())


@pytest.mark.parametrize(
    ("text", "word", "case", "quoted", "head"),
    [
        ("The bridge fell.", "The", 2, 0, 1),
        ("The bridge fell.", "bridge", 1, 0, 0),
        ("The USA left.", "USA", 3, 0, 0),
        ('He said "we go".', "go", 1, 1, 0),
        ("It fell.\n\nThen it rose.", "Then", 2, 0, 1),
        ("In 2016 it fell.", "2016", 0, 0, 0),
    ],
)
def test_shapes(text: str, word: str, case: int, quoted: int, head: int) -> None:
    tokens = _tokens(text)
    at = tokens.starts.tolist().index(text.index(word))
    assert divmod(int(tokens.shapes[at]), 4) == (case, 2 * quoted + head)


def test_marks_of_every_style_are_read_alike() -> None:
    styles = ['He said: "go".', "He said: \u201cgo\u201d.", "He said: \u00abgo\u00bb."]
    assert len({tuple(_tokens(text).ids.tolist()) for text in styles}) == 1
