from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export._words import capitalized, date_in_words, printable


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026-02-06", "6 February 2026"),
        ("2026-02", "February 2026"),
        ("2026", "2026"),
        ("2026-02-06T14:05:09+03:00", "6 February 2026, 14:05 +03:00"),
        ("2026-02-06T14:05Z", "6 February 2026, 14:05 UTC"),
        ("2026-02-06T14:05", "6 February 2026, 14:05"),
        ("2026-W06", "2026-W06"),
        ("2026-13-01", "2026-13-01"),
        ("yesterday", "yesterday"),
    ],
)
def test_dates_read_as_people_write_them(date: str, words: str) -> None:
    assert date_in_words(date) == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x9b2J", "\ufffd2J"),
        ("nul\x00", "nul\ufffd"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("\u202egnp.exe", "gnp.exe"),
        ("\u2067isolate\u2069", "isolate"),
        ("שלום, 👩‍👩‍👧 \u200f!", "שלום, 👩‍👩‍👧 \u200f!"),
    ],
)
def test_nothing_steers_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_direction_stays_where_the_place_contains_it() -> None:
    assert printable("a\u202eb\x1b", keep_direction=True) == "a\u202eb\ufffd"


@given(st.text(st.characters()))
def test_printable_text_can_be_encoded_and_keeps_its_length(text: str) -> None:
    shown = printable(text, keep_direction=True)
    assert len(shown) == len(text)
    shown.encode()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("officials", "Officials"),
        ("dockers' union", "Dockers' union"),
        ("eBay", "eBay"),
        ("Zell Post", "Zell Post"),
        ("état-major", "État-major"),
        ("", ""),
    ],
)
def test_a_name_begins_its_line_with_a_capital(name: str, shown: str) -> None:
    assert capitalized(name) == shown
