"""Quotations: pairs of marks of every style, reopened paragraphs, nicknames and apostrophes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading._quotations import find_quotations

CASES = [
    ("curly", "He said, \u201cWe will go.\u201d Then he left.", ["\u201cWe will go.\u201d"]),
    ("straight", 'He said, "We will go." Then he left.', ['"We will go."']),
    ("two straight", '"Yes," she said. "No."', ['"Yes,"', '"No."']),
    ("angle", "\u00abWe stay\u00bb, he wrote.", ["\u00abWe stay\u00bb"]),
    ("low", "\u201eWir bleiben\u201c, sagte er.", ["\u201eWir bleiben\u201c"]),
    ("single", "'We will not be moved by threats,' the minister said.", ["'We will not be moved by threats,'"]),
    (
        "curly single",
        "\u2018We will not be moved by that,\u2019 she said.",
        ["\u2018We will not be moved by that,\u2019"],
    ),
    ("apostrophes", "The ministers' plan wasn't the dogs' dinner they'd feared.", []),
    ("nickname", "Ivo 'Shorty' Brant fled.", []),
    ("inner marks", "\"He told me 'run for your life now,' and I ran,\" she said.", None),
    (
        "reopened",
        "\u201cOne.\n\n\u201cTwo.\n\n\u201cThree.\u201d End.",
        ["\u201cOne.\n\n\u201cTwo.\n\n\u201cThree.\u201d"],
    ),
    ("reopened straight", '"One.\n\n"Two." End.', ['"One.\n\n"Two."']),
    ("never closed", "\u201cOne.\n\nThe next paragraph is the report's.", ["\u201cOne."]),
    ("closing mark left out", '"One, he said. "Two," she said.', None),
    ("empty", "", []),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_quotations(name: str, text: str, expected: list[str] | None) -> None:
    found = [text[q.start : q.end] for q in find_quotations(text)]
    if expected is None:
        assert len(found) >= 1
    else:
        assert found == expected


def test_reopening_marks_are_told() -> None:
    text = "\u201cOne.\n\n\u201cTwo.\u201d"
    assert find_quotations(text)[0].reopened == (7,)


@given(st.text(alphabet="ab \n\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e.,", max_size=60))
def test_quotations_lie_in_the_text_and_apart(text: str) -> None:
    end = 0
    for quotation in find_quotations(text):
        assert end <= quotation.start < quotation.end <= len(text)
        end = quotation.end
