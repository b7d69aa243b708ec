"""Continuations: which pieces go on without a cue, and which belong to the cue's own sentence."""

from __future__ import annotations

import pytest

from onrecord.reading._continuations import add_continuations
from onrecord.reading._marks import Attribution
from onrecord.reading._quotations import find_quotations

CASES = [
    ("a later sentence", '"It fell," Brant said. "We ran."', [['"It fell,"'], ['"We ran."']]),
    ("the same sentence", '"It fell," Brant said, "and we ran."', [['"It fell,"', '"and we ran."']]),
    ("a later paragraph", '"It fell," Brant said.\n\n"We ran."', [['"It fell,"'], ['"We ran."']]),
]


def _attribution(text: str) -> Attribution:
    source, cue = text.index("Brant"), text.index("said")
    content = tuple((q.start, q.end) for q in find_quotations(text))
    return Attribution(((source, source + 5),), ((cue, cue + 4),), content, 0.9)


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_pieces_are_parted(name: str, text: str, expected: list[list[str]]) -> None:
    found = add_continuations(text, [_attribution(text)], find_quotations(text))
    assert [[text[a:b] for a, b in f.content] for f in found] == expected
    for later in found[1:]:
        assert later.continues == 0
        assert later.cue == ()
        assert later.source == found[0].source


def test_a_quotation_that_nothing_holds_goes_on_from_the_one_before() -> None:
    text = 'Brant said: "It fell down."\n\n"We all ran to the river."\n\nThe town slept. "No one knew at all."'
    first = Attribution(((0, 5),), ((6, 10),), ((12, 27),), 0.8)
    found = add_continuations(text, [first], find_quotations(text))
    assert [(text[f.content[0][0] : f.content[0][1]], f.continues) for f in found] == [
        ('"It fell down."', None),
        ('"We all ran to the river."', 0),
    ]
