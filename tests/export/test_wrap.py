from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export._wrap import cell_width, wrap


def lines(text: str, width: int, **indents: str) -> list[str]:
    return ["".join(part for part, _ in line) for line in wrap([(text, "")], width, **indents)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 20, []),
        ("one two three four", 20, ["one two three four"]),
        ("one two three four", 10, ["one two", "three four"]),
        ("  spaces\n\tand \u00a0breaks ", 30, ["spaces and breaks"]),
        ("abcdefghijklmnop", 8, ["abcdefgh", "ijklmnop"]),
        ("桥梁已经关闭了", 8, ["桥梁已经", "关闭了"]),
        ("e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301", 8, ["e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301"]),
    ],
)
def test_breaks_between_words(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_hangs_the_lines_that_follow() -> None:
    assert lines("aa bb cc dd ee", 9, first="- ", rest="    ") == ["- aa bb", "    cc dd", "    ee"]


def test_styles_stay_with_their_words() -> None:
    styled = list(wrap([("Ines Calloway", "bold"), ("says", "cyan")], 40))
    assert styled == [[("", ""), ("Ines", "bold"), (" ", "bold"), ("Calloway", "bold"), (" ", ""), ("says", "cyan")]]


@given(st.text(max_size=200), st.integers(8, 60), st.sampled_from(["", "  ", "      "]))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, width: int, rest: str) -> None:
    wrapped = lines(text, width + len(rest), rest=rest)
    assert all(cell_width(line) <= width + len(rest) for line in wrapped)
    assert "".join("".join(wrapped).split()) == "".join(text.split())
