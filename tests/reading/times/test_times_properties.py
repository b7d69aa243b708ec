"""What holds for every text: offsets inside it, times in order and apart, values of known form, the same each time."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.times import find_times

_VALUE = re.compile(
    r"(?:PRESENT|PAST|FUTURE)_REF"
    r"|PT?(?:\d+(?:\.\d+)?|X)[A-Z](?:T?\d+[A-Z])?"
    r"|[\dX]{2,4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:WE|\d))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
    r"(?:T(?:\d\d:\d\d(?::\d\d)?|MO|AF|EV|NI))?"
)
_WORDS = """
the a this that last next two three few May March 6 30 31 1998 2026 12/03/98 10:30 a.m. p.m. GMT Friday Sunday Feb. day
week month quarter year years decade century ago earlier later before after of in on and or early late mid half third
first 20th 1990s '90s nineteen seventy-nine thousand million hours morning night noon following previous every each daily
now past future recent years-old -old 's , . $ % fiscal summer Christmas Eve Easter Monday
"""
_words = st.sampled_from([*_WORDS.split(), "\n", "\n\n"])
_texts = st.text() | st.lists(_words, max_size=30).map(" ".join)
_days = st.none() | st.dates()


@given(_texts, _days)
@settings(max_examples=500, deadline=None)
def test_times_lie_in_the_text_in_order_and_apart(text: str, written: date | None) -> None:
    end = 0
    for time in find_times(text, written):
        assert end <= time.start < time.end <= len(text)
        end = time.end


@given(_texts, _days)
@settings(max_examples=500, deadline=None)
def test_values_are_of_known_form(text: str, written: date | None) -> None:
    for time in find_times(text, written):
        assert _VALUE.fullmatch(time.value), (text[time.start : time.end], time.value)
        assert (time.type == "TIME") == (re.match(r"[\dXW-]+T", time.value) is not None)


@given(_texts)
@settings(deadline=None)
def test_nothing_is_inferred_from_a_date_that_is_not_there(text: str) -> None:
    assert not any(
        time.inferred and "X" not in time.value and time.value[:2].isdigit() and len(time.value) > 3
        for time in find_times(text, None)
    )


@given(_texts, _days)
@settings(deadline=None)
def test_the_same_text_gives_the_same_times(text: str, written: date | None) -> None:
    assert find_times(text, written) == find_times(text, written)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2059, 12, 31)))
def test_a_full_date_is_read_back(day: date) -> None:
    (time,) = find_times(f"It was signed on {day:%B} {day.day}, {day.year}.", None)
    assert time.value == day.isoformat()
    assert not time.inferred


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 1, 1)), st.integers(min_value=0, max_value=6))
def test_a_day_of_the_week_is_the_last_one(written: date, back: int) -> None:
    day = date.fromordinal(written.toordinal() - back)
    (time,) = find_times(f"The man was held on {day:%A}.", written)
    assert time.value == day.isoformat()


def test_letters_that_fold_to_others_are_read_as_those() -> None:
    text = "At 5 p.m. \u017funday, the twent\u0130eth century, last wee\u212a."
    assert [time.type for time in find_times(text, date(2026, 2, 6))][1:] == ["DATE", "DATE"]
