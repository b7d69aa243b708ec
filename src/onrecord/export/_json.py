"""Readings as JSON and JSON Lines."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from onrecord._exceptions import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.reading import Reading

__all__ = ["iterate_json", "iterate_json_lines"]


def iterate_json(readings: Iterable[Reading], *, indent: int = 2) -> Iterator[str]:
    """Yield the pieces of one JSON text: an object where there is a single reading, else an array.

    At most two readings are held at once. Raises `OutputError` for text that no JSON can hold.
    """
    remaining = iter(readings)
    held = list(islice(remaining, 2))
    if len(held) == 1:
        yield _encode(held[0], indent) + "\n"
        return
    yield "["
    for number, reading in enumerate(chain(held, remaining)):
        yield (",\n" if number else "\n") + _encode(reading, indent)
    yield "\n]\n"


def iterate_json_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Yield one line of JSON for each reading. Raises `OutputError` for text that no JSON can hold."""
    for reading in readings:
        yield _encode(reading, None) + "\n"


def _encode(reading: Reading, indent: int | None) -> str:
    try:
        return reading.to_json(indent=indent)
    except UnicodeEncodeError as error:  # half of a surrogate pair
        raise OutputError(f"report {reading.report.id}: its text cannot be written as JSON: {error.reason}") from error
