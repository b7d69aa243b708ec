"""Unanswered questions: who has not commented, on what, and what is no such formula."""

from __future__ import annotations

import pytest

from onrecord.reading._marks import Attribution
from onrecord.reading._sentences import find_sentences
from onrecord.reading._unanswered import add_unanswered

CASES = [
    ("Samtvar has yet to comment on the closure.", ("Samtvar", "has yet to comment", "the closure")),
    ("Samtvar has not been linked to the fire and is yet to comment.", ("Samtvar", "is yet to comment", "is yet to comment")),
    ("The ministry did not respond to a request for comment.",
     ("The ministry", "did not respond to a request for comment", "did not respond to a request for comment")),
    ("But Brant declined to comment.", ("Brant", "declined to comment", "declined to comment")),
    ("The fire spread, though the harbour office did not immediately reply to questions from reporters.",
     ("the harbour office", "did not immediately reply", "questions from reporters")),
    ("Ada Oro could not be reached for comment.", ("Ada Oro", "could not be reached for comment", "could not be reached for comment")),
    ("Sorvat, the firm that runs the quay since 2019, has yet to comment.", ("Sorvat", "has yet to comment", "has yet to comment")),
    ("Meanwhile, has yet to comment.", ("", "has yet to comment", "has yet to comment")),
    (", could not be reached.", ("", "could not be reached", "could not be reached")),
    ("The pumps did not respond.", ("The pumps", "did not respond", "did not respond")),
    ("The bridge fell.", None),
    ("She commented on the closure.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_formulas(text: str, expected: tuple[str, str, str] | None) -> None:
    found = add_unanswered(text, find_sentences(text), [])
    words = [
        ("".join(text[a:b] for a, b in f.source), *(text[slice(*spans[0])] for spans in (f.cue, f.content)))
        for f in found
    ]
    assert words == ([expected] if expected else [])


def test_an_attribution_that_holds_the_cue_keeps_its_source() -> None:
    text = "In Orsk the mayor has yet to comment on it all."
    known = Attribution(((8, 17),), ((18, 36),), ((40, 46),), 0.7)
    (found,) = add_unanswered(text, find_sentences(text), [known])
    assert found.source == known.source
    assert text[slice(*found.content[0])] == "it all"


def test_what_a_quotation_says_is_left_to_its_speaker() -> None:
    text = '"We have yet to comment," Brant said.'
    known = Attribution(((26, 31),), ((32, 36),), ((0, 25),), 0.9)
    assert add_unanswered(text, find_sentences(text), [known]) == [known]
