from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from onrecord import OutputError
from onrecord.export import iterate_json, iterate_json_lines
from onrecord.reading import Reading
from tests.factory import make_reading, read_story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def readings(number: int) -> list[Reading]:
    return [make_reading(f"Report {each} said so.", id=f"r{each}") for each in range(number)]


@pytest.mark.parametrize("number", [0, 2, 3, 10])
def test_several_readings_are_an_array(number: int) -> None:
    made = json.loads("".join(iterate_json(readings(number))))
    assert [each["report"]["id"] for each in made] == [f"r{each}" for each in range(number)]


def test_a_single_reading_is_an_object() -> None:
    assert Reading.from_json("".join(iterate_json([read_story()]))) == read_story()


def test_a_line_is_a_reading() -> None:
    lines = "".join(iterate_json_lines([read_story(), *readings(2)])).splitlines()
    assert [Reading.from_json(line) for line in lines] == [read_story(), *readings(2)]


def test_holds_no_more_than_two_readings() -> None:
    taken = 0

    def endless() -> Iterator[Reading]:
        nonlocal taken
        while True:
            taken += 1
            yield make_reading("x")

    pieces = iterate_json(endless())
    for _ in range(4):
        next(pieces)
    assert taken <= 4


@pytest.mark.parametrize("write", [iterate_json, iterate_json_lines])
def test_text_that_no_json_holds_is_an_error(write: Callable[[list[Reading]], Iterator[str]]) -> None:
    with pytest.raises(OutputError, match="r1: its text cannot be written"):
        "".join(write([make_reading("half \ud83d pair", id="r1")]))
