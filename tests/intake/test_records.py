from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord._exceptions import EmptyInputError, InputError, MalformedInputError, TooLargeError
from onrecord.intake import Report, _records
from onrecord.intake._records import Given, read_record_lines, read_record_stream

NOTHING_GIVEN = Given()


def read_lines(data: bytes, given: Given = NOTHING_GIVEN) -> list[Report | InputError]:
    return list(read_record_lines(io.BytesIO(data), "in", given))


def read_one(record: dict[str, Any], given: Given = NOTHING_GIVEN) -> Report:
    (found,) = read_lines(json.dumps(record).encode(), given)
    if isinstance(found, InputError):
        raise found
    return found


@given(st.lists(st.text().filter(lambda text: text.strip()), min_size=1, max_size=5), st.booleans())
def test_text_comes_through_character_by_character(texts: list[str], escaped: bool) -> None:
    lines = (json.dumps({"text": text, "title": text}, ensure_ascii=escaped) for text in texts)
    found = read_lines("\n".join(lines).encode("utf-8", "surrogatepass"))
    assert [(report.text, report.title) for report in found if isinstance(report, Report)] == [(t, t) for t in texts]


def test_every_field_is_taken_and_others_are_passed_over() -> None:
    record = {
        "id": 12,
        "text": " One said\r\ntwo. ",
        "title": "A title ",
        "url": "https://a.example/1",
        "publisher": "The Post",
        "date": "2026-02-06",
        "modified": "Fri, 06 Feb 2026 09:30:00 +0300",
        "byline": ["Asta Brun", "Jon Vik"],
        "language": "en",
        "wire": {"any": "thing"},
    }
    assert read_one(record) == Report(
        id="12",
        text=" One said\r\ntwo. ",
        title="A title ",
        url="https://a.example/1",
        publisher="The Post",
        published="2026-02-06",
        modified="2026-02-06T09:30:00+03:00",
        byline=["Asta Brun", "Jon Vik"],
        language="en",
    )


@pytest.mark.parametrize(
    ("fields", "attribute", "value"),
    [
        ({"published": "2026-02-06T10:00Z", "date": "2026-02-06"}, "published", "2026-02-06T10:00:00+00:00"),
        ({"byline": "Asta Brun"}, "byline", ["Asta Brun"]),
        ({"byline": None}, "byline", []),
        ({"title": "", "publisher": None}, "publisher", "Given"),
        ({"date": ""}, "published", "2026-01-01"),
        ({"publisher": "Own"}, "publisher", "Own"),
        ({"html": "<p>Not this.</p>"}, "text", "a b"),
    ],
)
def test_fields_may_be_left_out_and_what_is_given_fills_them(
    fields: dict[str, Any], attribute: str, value: object
) -> None:
    report = read_one({"text": "a b", **fields}, Given(date="2026-01-01", publisher="Given"))
    assert getattr(report, attribute) == value


def test_html_is_read_as_a_page() -> None:
    html = "<html><head><meta name='author' content='Asta Brun'></head><body><p>The mayor said the bridge is shut.</p></body></html>"
    report = read_one({"html": html, "title": "Bridge shut", "url": "https://a.example/1"})
    assert report.text == "The mayor said the bridge is shut."
    assert (report.title, report.url, report.byline) == ("Bridge shut", "https://a.example/1", ["Asta Brun"])


@pytest.mark.parametrize(
    ("line", "kind", "cause"),
    [
        (b'{"id": "1", "text": ', MalformedInputError, "it is no JSON: Expecting value at column 20"),
        (b"He said no.", MalformedInputError, "it is no JSON: Expecting value at column 1"),
        (b'{"id": "1"}', MalformedInputError, 'it has neither a "text" nor an "html"'),
        (b'{"text": null}', MalformedInputError, 'it has neither a "text" nor an "html"'),
        (b'{"text": 5}', MalformedInputError, 'its "text" is a JSON number, not a string'),
        (b'{"text": "a", "title": ["b"]}', MalformedInputError, 'its "title" is a JSON list, not a string'),
        (b'{"text": "a", "id": true}', MalformedInputError, 'its "id" is a JSON true or false, not a string'),
        (b'{"text": "a", "byline": [1]}', MalformedInputError, 'its "byline" is a JSON list, not a string'),
        (
            b'{"text": "a", "date": "6 Feb"}',
            MalformedInputError,
            "its \"date\" is no ISO 8601 date such as 2026-02-06: '6 Feb'",
        ),
        (b'{"text": " "}', EmptyInputError, "it holds no text"),
        (b'{"html": "<p></p>"}', EmptyInputError, "the page holds no article"),
        (b"[]", MalformedInputError, "it is a JSON list, not an object with a text: write one report a line"),
        (b'{"text": "\xff"}', MalformedInputError, "it is not in UTF-8"),
        (b"[" * 100_000, MalformedInputError, "its JSON is nested too deep or holds too long a number"),
        (
            b'{"id": ' + b"1" * 5000 + b"}",
            MalformedInputError,
            "its JSON is nested too deep or holds too long a number",
        ),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(line: bytes, kind: type[InputError], cause: str) -> None:
    bad, good = read_lines(b"\n" + line + b'\n{"text": "He said no."}\n')
    assert type(bad) is kind
    assert str(bad) == f"in:2: {cause}"
    assert isinstance(good, Report)


def test_a_line_over_the_limit_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_records, "LINE_LIMIT", 100)
    data = b'{"text": "%s"}\n{"text": "He said no."}' % (b"a" * 1000)
    for read in (read_record_lines, read_record_stream):
        bad, good = read(io.BytesIO(data), "in", NOTHING_GIVEN)
        assert isinstance(bad, TooLargeError)
        assert str(bad).startswith("in:1: the line is longer than")
        assert isinstance(good, Report)


@pytest.mark.parametrize("data", [b"\n\n", b" "])
def test_blank_lines_alone_are_no_reports(data: bytes) -> None:
    (error,) = read_lines(data)
    assert isinstance(error, EmptyInputError)


def test_utf_16_is_named() -> None:
    (error,) = read_lines('{"text": "a"}'.encode("utf-16"))
    assert str(error) == "in: JSON lines are read in UTF-8 only, and it is in UTF-16 or UTF-32"


@pytest.mark.parametrize("indent", [None, 0, 2])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_one_report_may_take_many_lines(indent: int | None, mark: bytes) -> None:
    data = mark + json.dumps({"text": "He said no.\u2028"}, indent=indent).encode()
    (report,) = read_record_stream(io.BytesIO(data), "in", NOTHING_GIVEN)
    assert isinstance(report, Report)
    assert report.text == "He said no.\u2028"


def test_a_stream_of_lines_goes_on_after_a_bad_first_one() -> None:
    data = b'{"text": "cut off\n{"text": "He said no."}\n{"text": "Yes."}'
    bad, *good = read_record_stream(io.BytesIO(data), "in", NOTHING_GIVEN)
    assert str(bad).startswith("in:1: it is no JSON")
    assert [report.text for report in good if isinstance(report, Report)] == ["He said no.", "Yes."]


def test_lines_are_read_one_at_a_time() -> None:
    class Endless(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            return b'{"text": "He said no."}\n'

    reports = read_record_lines(Endless(), "in", NOTHING_GIVEN)
    assert [type(next(reports)) for _ in range(1000)] == [Report] * 1000
