"""The reader on real weights: offsets, nesting, round trips, repeatability, and where windows fall."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.reading import Reading, Statement

STORY = Path(__file__).parents[2] / "examples/story.jsonl"
MARKS = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e"
WORDS = st.sampled_from(
    [
        *(
            "Brant",
            "Ada Oro",
            "the ministry",
            "she",
            "said",
            "told",
            "denied that",
            "according to",
            "reportedly",
            "The",
        ),
        *(
            "has yet to comment",
            "declined to comment on",
            "was accused by",
            "of",
            "an alleged promise to",
            "Meanwhile,",
        ),
        *("bridge", "fell", "Feb 6", "on Monday", ".", ",", ":", "\n", "\n\n", "\u2014", "CITY (AGENCY) \u2014"),
        *MARKS,
    ]
)
PROSE = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


def _texts() -> list[str]:
    with STORY.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def _check(reading: Reading) -> None:
    lengths = {"text": len(reading.report.text), "title": len(reading.report.title or "")}
    by_id = {statement.id: statement for statement in reading.statements}
    known = {entity.id for entity in reading.entities}
    assert len(by_id) == len(reading.statements)
    for statement in reading.statements:
        spans = [*statement.source, *statement.cue, *statement.content]
        assert statement.content
        assert all(0 <= start < end <= lengths[statement.field] for start, end in spans)
        assert 0 <= statement.certainty <= 1
        assert {statement.speaker, statement.about, *statement.via} - {None} <= known
        if statement.in_:
            _check_inside(statement, by_id[statement.in_])
    for entity in reading.entities:
        assert all(0 <= m.start < m.end <= lengths[m.field] for m in (*entity.mentions, *entity.roles))
    for found in (*reading.times, *reading.places, *reading.own_voice):
        assert 0 <= found.start < found.end <= lengths[found.field]
    assert Reading.from_json(reading.to_json()) == reading


def _check_inside(statement: Statement, parent: Statement) -> None:
    """What a statement contains stands within its content, and crosses no piece of it."""
    assert parent.field == statement.field
    low, high = parent.content[0][0], parent.content[-1][1]
    for start, end in (*statement.source, *statement.cue, *statement.content):
        assert low <= start < end <= high


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(PROSE, st.text(min_size=1, max_size=120)).filter(lambda text: not text.isspace()))
def test_every_offset_lies_in_the_text(text: str) -> None:
    _check(onrecord.read(text, date="2026-02-06"))


@settings(max_examples=40, deadline=None)
@given(PROSE.filter(lambda text: text.strip() != ""), PROSE.filter(lambda text: text.strip() != ""))
def test_a_title_is_read_with_offsets_of_its_own(title: str, text: str) -> None:
    _check(onrecord.read(text, title=title))


@pytest.mark.parametrize("text", _texts())
def test_the_story_is_read_the_same_twice(text: str) -> None:
    reading = onrecord.read(text, date="2026-04-15")
    _check(reading)
    assert reading.to_json() == onrecord.read(text, date="2026-04-15").to_json()


def test_a_headline_outside_the_text_is_read() -> None:
    reading = onrecord.read("The bridge fell at noon.", title="Bridge fell after blast, mayor Ada Oro says")
    (statement,) = reading.statements
    assert statement.field == "title"
    assert reading.words(statement.cue, "title") == ["says"]


def test_a_headline_that_heads_the_text_is_not_read_twice() -> None:
    text = "Bridge fell after blast, mayor says\n\nThe bridge fell at noon."
    assert all(s.field == "text" for s in onrecord.read(text, title=text.split("\n")[0]).statements)


def test_what_is_found_hangs_little_on_where_windows_fall() -> None:
    texts = [text for text in _texts() if len(text) > 1500][:6]
    alone = [{_key(text, 0, s) for s in onrecord.read(text).statements} for text in texts]
    joined, starts, at = "\n\n".join(texts), [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 2
    together = onrecord.read(joined).statements
    same = total = 0
    for text, start, expected in zip(texts, starts, alone, strict=True):
        found = {_key(joined, start, s) for s in together if start <= s.content[0][0] < start + len(text)}
        same += len(found & expected)
        total += len(found | expected)
    assert same / total > 0.8


def _key(text: str, offset: int, statement: Statement) -> tuple[int, str]:
    start, end = statement.content[0]
    return start - offset, text[start:end]


def test_many_reports_stream() -> None:
    reports = (onrecord.make_report(f"Brant said number {n} fell.") for n in range(3))
    readings = onrecord.read_many(reports)
    assert next(readings).report.text == "Brant said number 0 fell."
    assert len(list(readings)) == 2
