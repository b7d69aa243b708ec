"""Said: a day beside the cue, or the report's own for plain saying, and nothing guessed beyond."""

from __future__ import annotations

import pytest
from tests.marked import marked

from onrecord.reading import Time
from onrecord.reading._said import said_date

CASES = [
    # sentence, the words of its time, the time's value, the date of the report, the answer
    ("<It fell>, [the mayor] {said} on May 3.", "May 3", "2031-05-03", "2031-05-06", "2031-05-03"),
    ("On Tuesday [the mayor] {said} <it fell>.", "Tuesday", "2031-05-06", "2031-05-07", "2031-05-06"),
    ("[The mayor] {said} on Tuesday evening <it fell>.", "Tuesday evening", "2031-05-06TEV", None, "2031-05-06"),
    ("[The mayor] {said} <it fell on May 3>.", "May 3", "2031-05-03", "2031-05-06", "2031-05-06"),
    ("[The mayor] {said} in 2029 <it fell>.", "2029", "2029", "2031-05-06", None),
    ("[The mayor] {said} <it fell>.", None, "", "2031-05-06T08:00:00Z", "2031-05-06"),
    ("[The mayor] {said} <it fell>.", None, "", None, None),
    ("[The mayor] {had said} <it fell>.", None, "", "2031-05-06", None),
    ("[The mayor] {previously denied} <it>.", None, "", "2031-05-06", None),
    ("[The mayor] {believes} <it fell>.", None, "", "2031-05-06", None),
    ("{reports of} <a fall>", None, "", "2031-05-06", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "value", "published", "expected"), CASES)
def test_said(sentence: str, words: str | None, value: str, published: str | None, expected: str | None) -> None:
    text, attribution = marked(sentence)
    at = text.index(words) if words else 0
    times = [Time(start=at, end=at + len(words), type="DATE", value=value)] if words else []
    day, reason = said_date(text, attribution, times, published)
    assert day == expected
    assert ("inferred" in reason) == (day is not None and not (words and words in reason))
