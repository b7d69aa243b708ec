"""Formulas: charges in the passive and alleged promises, and what only looks like them."""

from __future__ import annotations

import pytest

from onrecord.reading._formulas import add_formulas
from onrecord.reading._marks import Attribution
from onrecord.reading._sentences import find_sentences

CASES = [
    ("Brant has also been accused by the U.K. and Norvia of hiding the figures in 2018.",
     ("the U.K. and Norvia", "has also been accused by", "hiding the figures in 2018")),
    ("The firm was blamed by dockers for the fire.", ("dockers", "was blamed by", "the fire")),
    ("It came despite an alleged promise from Brant to Oro to reopen the bridge, which is shut.",
     ("", "an alleged promise", "to reopen the bridge")),
    ("It came despite an alleged promise from Brant to U.S. envoy Ada Oro to reopen the bridge.",
     ("", "an alleged promise", "to reopen the bridge")),
    ("The bridge, which Brant reportedly closed in 2011, is shut.", ("", "reportedly", "Brant")),
    ("The alleged thief fled to Orsk.", None),
    ("He was struck by a barge of grain.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_formulas(text: str, expected: tuple[str, str, str] | None) -> None:
    found = add_formulas(text, find_sentences(text), [])
    words = [
        ("".join(text[a:b] for a, b in f.source), *(text[slice(*spans[0])] for spans in (f.cue, f.content)))
        for f in found
    ]
    assert words == ([expected] if expected else [])


def test_what_the_network_made_of_the_same_cue_is_mended() -> None:
    text = "The firm was blamed by dockers for the fire."
    known = Attribution((), ((9, 19),), ((0, 8),), 0.5)
    (found,) = add_formulas(text, find_sentences(text), [known])
    assert text[slice(*found.source[0])] == "dockers"
