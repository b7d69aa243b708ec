"""Inputs: files, folders, addresses and standard input, to reports, one at a time."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord._exceptions import EmptyInputError, InputError, NotFoundError
from onrecord.intake._dates import iso_date
from onrecord.intake._encoding import decode, mend
from onrecord.intake._fetch import Fetcher, is_address
from onrecord.intake._files import (
    files_in,
    open_file,
    open_standard_input,
    peek,
    printable,
    read_all,
    translated_errors,
)
from onrecord.intake._formats import HEAD_BYTES, Format, format_of_head, format_of_name, refuse_binary
from onrecord.intake._page import decode_page, read_page
from onrecord.intake._records import Given, read_record_lines, read_record_stream
from onrecord.intake._report import TEXT_LIMIT, Report, make_report

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["STANDARD_INPUT", "read_inputs"]

STANDARD_INPUT = "-"
"""The path that means standard input."""


def read_inputs(
    paths: Iterable[str | os.PathLike[str]],
    *,
    date: str | dt.date | None = None,
    publisher: str | None = None,
    on_error: Callable[[InputError], object] | None = None,
) -> Iterator[Report]:
    """Return the reports in ``paths`` one at a time, in order: files, folders, addresses, ``-`` for standard input.

    ``date`` and ``publisher`` hold for the reports that state none. ``on_error`` is called with each `InputError`, and
    the rest is read; without it, the first one is raised. Raises `OptionError` at once if ``date`` is none.

    ```
    errors: list[onrecord.InputError] = []
    for report in read_inputs(["reports/", "https://example.org/news"], on_error=errors.append):
        ...
    ```
    """
    given = Given(iso_date(date), publisher or None)
    each = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    return _reports(each, given, on_error)


def _reports(
    paths: Iterable[str | os.PathLike[str]], given: Given, on_error: Callable[[InputError], object] | None
) -> Iterator[Report]:
    reader = _Reader(given)
    try:
        for path in paths:
            for found in reader.read(os.fspath(path)):
                if isinstance(found, Report):
                    yield found
                elif on_error is None:
                    raise found
                else:
                    on_error(found)
    finally:
        reader.close()


class _Reader:
    """Reads one path after another; yields errors among the reports, so that what follows them is still read."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._fetcher: Fetcher | None = None

    def close(self) -> None:
        if self._fetcher:
            self._fetcher.close()

    def read(self, path: str) -> Iterator[Report | InputError]:
        try:
            if path == STANDARD_INPUT:
                with open_standard_input("stdin") as stream:
                    yield from self._read_stream(stream, "stdin", None)
            elif is_address(path):
                yield from self._read_address(path, printable(path))
            else:
                yield from self._read_path(path, printable(path))
        except InputError as error:
            yield error

    def _read_path(self, path: str, name: str) -> Iterator[Report | InputError]:
        if not _is_folder(path, name):
            with open_file(path, name) as stream:
                yield from self._read_stream(stream, name, format_of_name(path))
            return
        for found in files_in(path):
            if isinstance(found, InputError):
                yield found
            else:
                yield from self.read(found)

    def _read_address(self, url: str, name: str) -> Iterator[Report | InputError]:
        self._fetcher = self._fetcher or Fetcher()
        page = self._fetcher.fetch(url, name)
        _check_head(page.data[:HEAD_BYTES], name)
        if page.content_type == "application/json":
            yield from read_record_stream(io.BytesIO(page.data), name, self._given)
        elif page.content_type == "text/plain":
            yield self._read_plain(page.data, name, page.charset, page.url)
        else:
            yield read_page(decode_page(page.data, name, page.charset), name, self._given, base=page.url)

    def _read_stream(self, stream: io.BufferedReader, name: str, kind: Format | None) -> Iterator[Report | InputError]:
        head = peek(stream, HEAD_BYTES)
        _check_head(head, name)
        kind = kind or format_of_head(head)
        if kind is Format.JSON_LINES:
            yield from read_record_lines(stream, name, self._given)
        elif kind is Format.JSON:
            yield from read_record_stream(stream, name, self._given)
        elif kind is Format.HTML:
            yield read_page(decode_page(read_all(stream, name, TEXT_LIMIT), name), name, self._given)
        else:
            yield self._read_plain(read_all(stream, name, TEXT_LIMIT), name)

    def _read_plain(self, data: bytes, name: str, declared: str | None = None, url: str | None = None) -> Report:
        text = mend(decode(data, name, declared))
        return make_report(text, url=url, date=self._given.date, publisher=self._given.publisher, name=name)


def _check_head(head: bytes, name: str) -> None:
    if not head:
        raise EmptyInputError(name, "it is empty")
    refuse_binary(head, name)


def _is_folder(path: str, name: str) -> bool:
    try:
        with translated_errors(name):
            return stat.S_ISDIR(Path(path).stat().st_mode)
    except ValueError as error:  # a zero byte in the path
        raise NotFoundError(name, "there is no such file or folder") from error
