"""Certainty: between 0 and 1, and higher where score and speaker are surer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading._certainty import certainty, features

PART = st.floats(0, 1)


@given(PART, PART, st.booleans(), st.booleans())
def test_a_certainty_is_a_probability(score: float, speaker: float, nested: bool, continues: bool) -> None:
    assert 0 <= certainty(score, speaker, nested=nested, continues=continues) <= 1
    assert len(features(score, speaker, nested, continues)) == 5


@given(PART, PART, PART)
def test_a_surer_score_is_no_less_certain(one: float, other: float, speaker: float) -> None:
    low, high = (certainty(score, speaker, nested=False, continues=False) for score in sorted((one, other)))
    assert low <= high
