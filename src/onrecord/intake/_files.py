"""Files and folders: opened, unpacked, read within the limits, their faults told as onrecord's errors."""

from __future__ import annotations

import errno
import gzip
import io
import os
import sys
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from onrecord._exceptions import (
    EmptyInputError,
    InputError,
    MalformedInputError,
    NotFoundError,
    NotReadableError,
    TooLargeError,
)
from onrecord.intake._formats import NOTES, SUFFIXES, is_report_name

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "files_in",
    "open_file",
    "open_standard_input",
    "peek",
    "printable",
    "read_all",
    "read_lines",
    "translated_errors",
]

_GZIP = b"\x1f\x8b"
_BUFFER = 65_536


def printable(name: str) -> str:
    """Return ``name`` fit for one line of an error: no control characters, no surrogates, at most 200 characters."""
    shown = "".join(c if c.isprintable() else "\ufffd" for c in name)
    return shown if len(shown) <= 200 else f"{shown[:199]}\u2026"


@contextmanager
def translated_errors(name: str) -> Iterator[None]:
    """Raise the errors of the operating system and of gzip as the `InputError` that they mean."""
    try:
        yield
    except EOFError as error:
        raise MalformedInputError(name, "the gzip file is cut short") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise MalformedInputError(name, "the gzip file is damaged") from error
    except FileNotFoundError as error:
        raise NotFoundError(name, "there is no such file or folder") from error
    except PermissionError as error:
        raise NotReadableError(name, "no permission to read it") from error
    except OSError as error:
        raise _of_system(error, name) from error


def _of_system(error: OSError, name: str) -> InputError:
    if error.errno in (errno.ENAMETOOLONG, errno.ENOTDIR):
        return NotFoundError(name, "there is no such file or folder")
    return NotReadableError(name, f"reading failed: {error.strerror or error}")


def files_in(folder: str) -> Iterator[str | InputError]:
    """Yield the files below ``folder`` whose suffix is that of reports, sorted, hidden ones left out.

    A folder below that cannot be listed is yielded as its error.
    """
    faults: list[OSError] = []
    found = False
    for root, folders, names in os.walk(folder, onerror=faults.append):
        yield from _as_errors(faults)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and is_report_name(name):
                found = True
                yield str(Path(root, name))
    if faults:
        found = True
        yield from _as_errors(faults)
    if not found:
        suffixes = ", ".join(suffix for suffix in SUFFIXES if suffix not in NOTES)
        raise EmptyInputError(printable(folder), f"the folder holds no file that ends in {suffixes} or .gz")


def _as_errors(faults: list[OSError]) -> Iterator[InputError]:
    while faults:
        error = faults.pop(0)
        try:
            with translated_errors(printable(str(error.filename))):
                raise error
        except InputError as translated:
            yield translated


@contextmanager
def open_file(path: str, name: str) -> Iterator[io.BufferedReader]:
    """Open the file at ``path`` for reading, unpacked if its first bytes are those of gzip."""
    with (
        translated_errors(name),
        Path(path).open("rb", buffering=_BUFFER) as file,
        _unpacked(cast("io.BufferedReader", file)) as stream,
    ):
        if path.lower().endswith(".gz") and stream is file and file.peek(1):
            raise MalformedInputError(name, "it is no gzip file, though its name ends in .gz")
        yield stream


@contextmanager
def open_standard_input(name: str) -> Iterator[io.BufferedReader]:
    """Open standard input as bytes, unpacked if its first bytes are those of gzip."""
    if sys.stdin is None:
        raise NotReadableError(name, "it is closed")
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:  # replaced by a stream of text, as in notebooks
        raw = io.BytesIO(sys.stdin.read().encode("utf-8", "surrogatepass"))
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(raw, _BUFFER)
    try:
        with translated_errors(name), _unpacked(stream) as unpacked:
            yield unpacked
    finally:
        if stream is not raw:
            stream.detach()  # else the wrapper closes standard input when it is collected


@contextmanager
def _unpacked(stream: io.BufferedReader) -> Iterator[io.BufferedReader]:
    if stream.peek(2)[:2] != _GZIP:
        yield stream
        return
    with gzip.GzipFile(fileobj=stream) as unpacked:
        yield io.BufferedReader(cast("io.RawIOBase", unpacked), _BUFFER)


def peek(stream: io.BufferedReader, size: int) -> bytes:
    """Return the first bytes of ``stream`` without taking them, at most ``size``."""
    return stream.peek(size)[:size]


def read_all(stream: IO[bytes], name: str, limit: int) -> bytes:
    """Return what is left of ``stream``; raise `TooLargeError` if that is more than ``limit`` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(name, f"it is larger than {limit // 1_000_000} MB, the most that is read")
    return data


def read_lines(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """Yield the lines of ``stream`` one at a time, ``None`` for one of more than ``limit`` bytes."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)
        yield None
