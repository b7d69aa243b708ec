"""The example story, read from end to end: how much of what a careful reader notes down is found."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord import Reading, Statement

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
EXPECTED: list[dict[str, Any]] = json.loads((Path(__file__).with_name("story.json")).read_text("utf-8"))["statements"]
# The least number of the expected statements; raise them when a reading gets better.
FLOORS = {"found": 55, "speaker": 46, "stance": 49, "kind": 53}
ENOUGH = 0.5
"""The overlap of words (F1, by letter) at which a statement counts as found."""


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    reports = onrecord.read_inputs([EXAMPLES / "story.jsonl"])
    return {reading.report.id: reading for reading in onrecord.read_many(reports)}


def covered(spans: list[tuple[int, int]]) -> set[int]:
    return {index for start, end in spans for index in range(start, end)}


def overlap(found: set[int], expected: set[int]) -> float:
    return 2 * len(found & expected) / (len(found) + len(expected))


def find(reading: Reading, expected: dict[str, Any]) -> Statement | None:
    """Return the statement whose words are the nearest to those expected, the cue deciding between equals."""
    part = "content" if expected["words"] else "cue"
    words = re.escape(expected["words"] or expected["cue"])
    places = [set(range(*match.span())) for match in re.finditer(words, reading.report.text)]

    def nearness(statement: Statement) -> tuple[float, bool]:
        best = max(overlap(covered(getattr(statement, part)), place) for place in places)
        return round(best, 1), any(expected["cue"] in words for words in reading.words(statement.cue))

    nearest = max((each for each in reading.statements if each.field == "text"), key=nearness, default=None)
    return nearest if nearest and nearness(nearest)[0] >= ENOUGH else None


def same_name(found: str | None, expected: str | None) -> bool:
    """Whether two names are one: in any case, without an article; of unnamed people, one may say more."""
    if found is None or expected is None:
        return found is expected
    one, other = (re.sub(r"^(?:an?|the) ", "", name.casefold()) for name in (found, expected))
    return one == other or (expected[:1].islower() and (one.startswith(other) or other.startswith(one)))


def test_the_story_reads_as_a_careful_reader_reads_it(readings: dict[str, Reading]) -> None:
    counts = dict.fromkeys(FLOORS, 0)
    missed = []
    for expected in EXPECTED:
        reading = readings[expected["report"]]
        statement = find(reading, expected)
        if statement is None:
            missed.append(f"not found: {expected}")
            continue
        speaker = reading.entity(statement.speaker)
        hits = {
            "found": True,
            "speaker": same_name(speaker and speaker.name, expected["speaker"]),
            "stance": statement.stance == expected["stance"],
            "kind": statement.kind == expected["kind"],
        }
        for key, hit in hits.items():
            counts[key] += hit
            if not hit:
                missed.append(f"other {key}: {getattr(statement, key)} for {expected}")
    assert all(counts[key] >= floor for key, floor in FLOORS.items()), "\n".join([str(counts), *missed])


def test_every_report_of_the_story_says_something(readings: dict[str, Reading]) -> None:
    assert all(len(reading.statements) >= 5 for reading in readings.values())


def test_readings_go_to_json_and_back(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        assert Reading.from_json(reading.to_json()) == reading


def test_two_readings_of_one_report_are_the_same(readings: dict[str, Reading]) -> None:
    reading = next(iter(readings.values()))
    again = onrecord.read_many([reading.report])
    assert next(iter(again)).to_json() == reading.to_json()
