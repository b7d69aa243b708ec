"""Own voice: sentences that nobody is said to say."""

from __future__ import annotations

import pytest

from onrecord.reading._marks import Attribution
from onrecord.reading._own_voice import find_own_voice
from onrecord.reading._sentences import find_sentences

TEXT = "The bridge at Orsk fell. Brant said it was old. It fell at noon, Oro said, and the town had no other way across the river. So."
CASES = [
    ("nobody speaks", [], 3),
    ("one sentence is said", [("Brant", "said", "it was old")], 2),
    ("a clause is said, most of the sentence is not", [("Oro", "said", "It fell at noon")], 3),
]


@pytest.mark.parametrize(("name", "parts", "expected"), CASES, ids=[case[0] for case in CASES])
def test_own_voice(name: str, parts: list[tuple[str, str, str]], expected: int) -> None:
    def span(words: str) -> tuple[int, int]:
        return TEXT.index(words), TEXT.index(words) + len(words)

    attributions = [Attribution((span(s),), (span(c),), (span(w),), 0.9) for s, c, w in parts]
    found = find_own_voice(TEXT, find_sentences(TEXT), attributions)
    assert len(found) == expected
    assert all(TEXT[start:end].strip() == TEXT[start:end] for start, end in found)
