from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._exceptions import EmptyInputError, MalformedInputError, OptionError, TooLargeError
from onrecord.intake import TEXT_LIMIT, Report, make_report
from onrecord.intake._dates import iso_date, parse_date

ANY_TEXT = st.text(min_size=1)


@given(ANY_TEXT)
def test_a_text_is_kept_character_by_character(text: str) -> None:
    if text.isspace():
        with pytest.raises(EmptyInputError):
            make_report(text)
    else:
        assert make_report(text).text == text


@pytest.mark.parametrize("given", [{"text": "He said \ud83d."}, {"text": "He left.", "title": "\udc00"}])
def test_half_of_a_surrogate_pair_is_an_error(given: dict[str, str]) -> None:
    with pytest.raises(MalformedInputError, match="half of a surrogate pair at character"):
        make_report(**given)


def test_the_id_follows_publisher_title_and_text() -> None:
    ids = {
        make_report("a b", title=title, publisher=publisher).id for title in (None, "t") for publisher in (None, "p")
    }
    assert len(ids) == 4
    assert make_report("a b").id == make_report("a b", date="2026-02-06").id == Report.make_id("a b")
    assert make_report("a b", id="mine").id == "mine"


@pytest.mark.parametrize("text", ["", " ", "\n\t \u00a0\u2028"])
def test_nothing_but_white_space_is_an_error(text: str) -> None:
    with pytest.raises(EmptyInputError, match=r"^text: it holds no text$"):
        make_report(text)


@pytest.mark.parametrize("letter", ["a", "\u0436", "\U0001f6a2"])
def test_the_limit_is_in_bytes(letter: str) -> None:
    most = TEXT_LIMIT // len(letter.encode())
    assert len(make_report(letter * most).text) == most
    with pytest.raises(TooLargeError, match="larger than 20 MB"):
        make_report(letter * (most + 1))


def test_bytes_are_no_text() -> None:
    with pytest.raises(TypeError, match="must be a str, not bytes"):
        make_report(b"He said no.")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (None, None),
        ("2026-02-06", "2026-02-06"),
        (" 2026-02-06 ", "2026-02-06"),
        ("2026-02-06T09:30:00Z", "2026-02-06T09:30:00+00:00"),
        ("2026-02-06T09:30:00.123456+03:00", "2026-02-06T09:30:00+03:00"),
        ("2026-02-06 09:30:00 +0300", "2026-02-06T09:30:00+03:00"),
        ("2026-02-06T09:30", "2026-02-06T09:30:00"),
        (dt.date(2026, 2, 6), "2026-02-06"),
        (dt.datetime(2026, 2, 6, 9, 30, tzinfo=dt.UTC), "2026-02-06T09:30:00+00:00"),
    ],
)
def test_dates_are_iso_8601(given: str | dt.date | None, written: str | None) -> None:
    assert iso_date(given) == written
    assert make_report("a b", date=given, modified=given).published == written


@pytest.mark.parametrize(
    "date", ["", "6 Feb 2026", "yesterday", "2026-02-30", "2026", "Fri, 06 Feb 2026 09:30:00 +0300"]
)
def test_anything_else_is_no_date(date: str) -> None:
    with pytest.raises(OptionError, match="not an ISO 8601 date"):
        make_report("a b", date=date)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2026-02-06", "2026-02-06"),
        ("Fri, 06 Feb 2026 09:30:00 +0300", "2026-02-06T09:30:00+03:00"),
        ("6 February 2026", None),
        ("soon: very", None),
        ("", None),
    ],
)
def test_pages_and_records_may_also_use_the_dates_of_mail(value: str, date: str | None) -> None:
    assert parse_date(value) == date
