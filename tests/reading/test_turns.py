"""Turns: transcripts are told from captions and notes."""

from __future__ import annotations

import pytest

from onrecord.reading._marks import Attribution
from onrecord.reading._turns import add_turns

TRANSCRIPT = "ORO: Did it fall?\nBRANT: It fell. My brother said it shook.\nORO: When?\n"
CASES = [
    ("transcript", TRANSCRIPT, ["ORO", "BRANT", "ORO"]),
    ("names in full", "Ada Oro: Why?\nIvo Brant: I know not.\nAda Oro: Who does?\n", ["Ada Oro", "Ivo Brant", "Ada Oro"]),
    ("notes", "Note: closed on Monday.\nPhoto: the bridge.\nUpdate: it fell.\n", []),
    ("one turn", "BRANT: It fell.\nThe town slept.\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_turns(name: str, text: str, expected: list[str]) -> None:
    assert [text[slice(*found.source[0])] for found in add_turns(text, [])] == expected


def test_what_is_found_in_a_turn_is_inside_it() -> None:
    said = TRANSCRIPT.index("My brother")
    inner = Attribution(((said, said + 10),), ((said + 11, said + 15),), ((said + 16, said + 24),), 0.7)
    found = add_turns(TRANSCRIPT, [inner])
    assert found[3].parent == 1
