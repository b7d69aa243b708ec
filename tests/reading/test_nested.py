"""Nested statements: what is looked into, and what is found there."""

from __future__ import annotations

import pytest

from onrecord.reading._marks import Attribution
from onrecord.reading._nested import _tells_of_another, find_nested
from onrecord.reading._network import Network

CASES = [
    ("the minister had told him to wait", True),
    ("according to the harbour office nobody was hurt", True),
    ("the engineers still believe that the bridge will hold", True),
    ("he wants to go home as soon as he can", False),
    ("they tried to warn us of what was coming", False),
    ("the bridge fell at noon and the river rose", False),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_a_content_is_looked_into_where_it_tells_of_another(words: str, expected: bool) -> None:
    assert _tells_of_another(words) is expected


def test_what_another_said_is_found_inside_its_parent() -> None:
    text = "Ada Oro said the harbour office had warned the council that the old bridge would fall in the next storm."
    parent = Attribution(((0, 7),), ((8, 12),), ((13, len(text) - 1),), 0.9)
    (inner,) = find_nested(text, [parent], Network.shared())
    assert inner.parent == 0
    assert text[slice(*inner.source[0])] == "the harbour office"
    assert "warned" in text[slice(*inner.cue[0])]
    assert parent.content[0][0] <= inner.source[0][0] < inner.content[-1][1] <= parent.content[0][1]


def test_a_short_content_is_not_looked_into() -> None:
    text = "Oro said Brant said so."
    assert find_nested(text, [Attribution(((0, 3),), ((4, 8),), ((9, 22),), 0.9)], Network.shared()) == []
