"""Output: to standard output, or to a file that appears only when it is whole."""

from __future__ import annotations

import io
import os
import secrets
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from onrecord._exceptions import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["is_folder", "make_folder", "open_output", "write_file"]


@contextmanager
def _output_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """Open ``path`` for text in UTF-8; standard output where it is none.

    The text goes to a hidden file beside ``path``, which takes its place at the end, and is removed where an
    exception ends the block. Pipes and devices are written to directly.

    Raises:
        OutputError: it cannot be written.

    """
    if path is None:
        yield from _standard_output()
        return
    if is_folder(path):
        raise OutputError(f"{path}: cannot be written: it is a folder")
    if path.exists() and not path.is_file():
        with _output_errors(path), path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
        return
    with _output_errors(path):
        yield from _whole_file(Path(os.path.realpath(path)))


def write_file(path: Path, pieces: Iterable[str]) -> None:
    """Write ``pieces`` to ``path``, which appears only when it is whole."""
    with open_output(path) as file:
        file.writelines(pieces)


def is_folder(path: Path) -> bool:
    """Tell whether ``path`` is a folder; raise `OutputError` where its own folder may not be looked into."""
    with _output_errors(path):
        return path.is_dir()


def make_folder(path: Path) -> None:
    """Make the folder ``path`` and those above it, where they are not there yet."""
    with _output_errors(path):
        path.mkdir(parents=True, exist_ok=True)


def _standard_output() -> Iterator[TextIO]:
    stream = sys.stdout
    if stream is None:  # as under ">&-"
        raise OutputError("standard output: cannot be written: it is closed")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output: cannot be written: {error.strerror or error}") from error


def _whole_file(path: Path) -> Iterator[TextIO]:
    hidden = path.with_name(f".{path.name[:64]}.{secrets.token_hex(4)}.part")
    try:
        with hidden.open("x", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
        hidden.replace(path)
    finally:
        hidden.unlink(missing_ok=True)
