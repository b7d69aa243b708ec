"""Records: reports as JSON objects, one a line or one a file, their text kept character by character."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from onrecord._exceptions import EmptyInputError, InputError, MalformedInputError, OptionError, TooLargeError
from onrecord.intake._dates import parse_date
from onrecord.intake._files import read_all, read_lines
from onrecord.intake._report import TEXT_LIMIT, Report, make_report

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LINE_LIMIT", "Given", "read_record", "read_record_lines", "read_record_stream"]

LINE_LIMIT = 4 * TEXT_LIMIT
"""The longest line of JSON that is read: room for a text of `TEXT_LIMIT` with most of its letters escaped."""

_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


class Given(NamedTuple):
    """What the caller gives for the reports that do not state it."""

    date: str | None = None
    publisher: str | None = None


def read_record_lines(stream: IO[bytes], name: str, given: Given) -> Iterator[Report | InputError]:
    """Yield the report of each line of JSON, or its error; blank lines are passed over."""
    found = False
    for number, line in enumerate(read_lines(stream, LINE_LIMIT), 1):
        place = f"{name}:{number}"
        if line is None:
            found = True
            yield TooLargeError(place, f"the line is longer than {LINE_LIMIT // 1_000_000} MB, the most that is read")
            continue
        if number == 1:
            if line.startswith(_UTF_16_OR_32):
                yield MalformedInputError(name, "JSON lines are read in UTF-8 only, and it is in UTF-16 or UTF-32")
                return
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.isspace():
            found = True
            yield _report_or_error(line, place, given)
    if not found:
        yield EmptyInputError(name, "it holds no line of JSON")


def read_record_stream(stream: IO[bytes], name: str, given: Given) -> Iterator[Report | InputError]:
    """Yield the reports of ``stream``: one JSON object over many lines, or an object a line, as its first line shows."""
    first = stream.readline(LINE_LIMIT + 1).removeprefix(b"\xef\xbb\xbf")
    if first.rstrip().endswith((b"{", b"[", b",")) or first.startswith((b"[", *_UTF_16_OR_32)):
        data = first + read_all(stream, name, LINE_LIMIT)
        yield _report_or_error(data, name, given)
        return
    following = _Chained(first, stream)
    yield from read_record_lines(following, name, given)  # type: ignore[arg-type]


class _Chained:
    """A line that was read already, then the rest of its stream."""

    def __init__(self, first: bytes, stream: IO[bytes]) -> None:
        self._first, self._stream = first, stream

    def readline(self, limit: int) -> bytes:
        first, self._first = self._first, b""
        return first or self._stream.readline(limit)


def _report_or_error(data: bytes, name: str, given: Given) -> Report | InputError:
    try:
        return read_record(_decode_object(data, name), name, given)
    except InputError as error:
        return error


def _decode_object(data: bytes, name: str) -> dict[str, Any]:
    try:
        value = json.loads(data.rstrip())
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        told = error.msg.removesuffix(" starting at")
        raise MalformedInputError(name, f"it is no JSON: {told} at {line}column {error.colno}") from error
    except UnicodeDecodeError as error:
        raise MalformedInputError(name, "it is not in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise MalformedInputError(name, "its JSON is nested too deep or holds too long a number") from error
    if not isinstance(value, dict):
        raise MalformedInputError(
            name, f"it is a JSON {_kind(value)}, not an object with a text: write one report a line"
        )
    return value


def read_record(record: dict[str, Any], name: str, given: Given) -> Report:
    """Return the report of one JSON object, with ``text`` or ``html`` and any of a report's other fields.

    Raises `MalformedInputError` if it has neither or a field is of a wrong type or no date, and what `make_report`
    raises.
    """
    text, html = _string(record, "text", name), _string(record, "html", name)
    fields: dict[str, Any] = {
        "id": _identifier(record, name),
        "title": _string(record, "title", name),
        "url": _string(record, "url", name),
        "publisher": _string(record, "publisher", name),
        "date": _date(record, "published", name) or _date(record, "date", name),
        "modified": _date(record, "modified", name),
        "byline": _byline(record, name),
        "language": _string(record, "language", name),
    }
    fields = {key: value for key, value in fields.items() if value}
    if text is None and html is not None:
        from onrecord.intake._page import read_page

        return read_page(html, name, given, base=fields.get("url"), **fields)
    if text is None:
        raise MalformedInputError(name, 'it has neither a "text" nor an "html"')
    try:
        return make_report(text, name=name, **{"date": given.date, "publisher": given.publisher, **fields})
    except OptionError as error:
        raise MalformedInputError(name, str(error)) from error


def _string(record: dict[str, Any], field: str, name: str) -> str | None:
    value = record.get(field)
    if value is None or isinstance(value, str):
        return value
    raise MalformedInputError(name, f'its "{field}" is a JSON {_kind(value)}, not a string')


def _identifier(record: dict[str, Any], name: str) -> str | None:
    value = record.get("id")
    return str(value) if type(value) is int else _string(record, "id", name)


def _byline(record: dict[str, Any], name: str) -> list[str]:
    value = record.get("byline")
    if isinstance(value, list) and all(isinstance(writer, str) for writer in value):
        return [writer for writer in value if writer]
    writer = _string(record, "byline", name)
    return [writer] if writer else []


def _date(record: dict[str, Any], field: str, name: str) -> str | None:
    value = _string(record, field, name)
    if not value:
        return None
    date = parse_date(value)
    if date is None:
        raise MalformedInputError(name, f'its "{field}" is no ISO 8601 date such as 2026-02-06: {value[:60]!r}')
    return date


def _kind(value: object) -> str:
    kinds = {dict: "object", list: "list", str: "string", bool: "true or false", int: "number", float: "number"}
    return kinds.get(type(value), "null")
