from __future__ import annotations

import re

import pytest

from onrecord.export import to_text
from onrecord.intake import Report
from onrecord.reading import Entity, Reading, Role, Statement
from tests.factory import make_reading, make_statement, read_story

PAGE = """\
Mayor confirms bridge closure as union blames ministry
Selden Courier · Ada Brandt · 4 March 2025, 18:20 +01:00

Ines Calloway (Mayor) confirms (headline)
  bridge closure

Dockers' union accuses Ministry of Works (headline)
  ministry

City council states
  The Marrow Bridge was closed on Tuesday after a support gave way

Ines Calloway states via Harbour Radio [3 March 2025]
  "We saw cracks on Monday, and we shut it within the hour," … "Nobody was hurt.
  "We will open it again when it is safe."

Dockers' union accuses Ministry of Works
  ignoring its warnings

Tomas Reil (Deputy minister) denies
  that

Tomas Reil states
  “Our engineers reported in May that the bridge was sound.”
    Our engineers report [May 2024] (uncertain)
      that the bridge was sound

(no source given) claims
  Three workers were … on the bridge

Residents state
  they heard a loud bang

The ministry's chief engineer has not commented

12 statements, 7 speakers, 1 sentence in the report’s own voice
"""
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def test_the_whole_story() -> None:
    assert to_text(read_story()) == PAGE


def test_color_adds_escapes_and_nothing_else() -> None:
    colored = to_text(read_story(), color=True)
    assert ESCAPES.sub("", colored) == PAGE
    assert "\x1b[1mInes Calloway\x1b[0m" in colored
    assert "\x1b[31mdenies\x1b[0m" in colored


@pytest.mark.parametrize("width", [20, 33, 60, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = to_text(read_story(), width=width, explain=True).splitlines()
    assert max(map(len, lines)) <= width
    assert not any(line != line.rstrip() for line in lines)


def test_explain_gives_each_reason_a_line() -> None:
    shown = to_text(read_story(), explain=True)
    assert '  - speaker: the words name her: "Mayor Ines Calloway"\n  - via: "told Harbour Radio"\n' in shown
    assert shown.count("- certainty: ") == 11  # a continued quotation shares the line of its beginning


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({"title": "Bridge shut"}, "Bridge shut"),
        ({"id": "r7"}, "Report r7"),
    ],
)
def test_header(fields: dict[str, str], first: str) -> None:
    assert to_text(make_reading("It was shut.", **fields)).splitlines()[0] == first


def test_a_report_that_was_changed_says_when() -> None:
    report = Report(id="r", text="It was shut.", publisher="Post", published="2025-03-04", modified="2025-03-05")
    assert to_text(Reading(report=report)).splitlines()[1] == "Post · 4 March 2025 · changed 5 March 2025"


def test_a_report_without_statements() -> None:
    shown = to_text(make_reading("It was shut.", id="r"))
    assert shown == "Report r\n\n0 statements, 0 speakers, 0 sentences in the report’s own voice\n"


@pytest.mark.parametrize(
    ("content", "first"),
    [
        ("B of lying", "A accuses\n"),
        ("the old minister B of lying", "A accuses\n"),
        ("him of lying", "A accuses B\n"),
        ("of lying, as nobody but the other one did, B", "A accuses B\n"),
    ],
)
def test_the_accused_is_named_once(content: str, first: str) -> None:
    statement = make_statement(content, "s", content=content, stance="accuse", speaker="e1", about="e2")
    entities = [Entity(id="e1", type="person", name="A"), Entity(id="e2", type="person", name="B")]
    assert first in to_text(make_reading(content, [statement], entities=entities))


@pytest.mark.parametrize(
    ("role", "first"), [("mayor", "Zell's mayor states"), ("Engineer", "Zell's mayor (Engineer) states")]
)
def test_an_office_that_the_name_tells_is_not_repeated(role: str, first: str) -> None:
    entity = Entity(id="e", type="person", name="Zell's mayor", roles=[Role(title=role, start=0, end=1)])
    reading = make_reading("A B", [make_statement("A B", "s", content="B", speaker="e")], entities=[entity])
    assert first in to_text(reading).splitlines()


def test_a_quotation_mark_alone_is_not_shown() -> None:
    text = "“Yes, it is.\n“"
    statements = [
        make_statement(text, "a", content="“Yes, it is.", kind="direct"),
        Statement(id="b", source=[], cue=[], content=[(13, 14)], speaker=None, kind="direct", stance="state",
                  certainty=0.9, continues="a"),
    ]  # fmt: skip
    assert "“Yes, it is.\n\n2 statements" in to_text(make_reading(text, statements))


def test_a_headline_in_the_text_is_marked() -> None:
    text = "A says B\n\nB came. A said it was C."
    statements = [make_statement(text, "a", content="B", cue="says"), make_statement(text, "b", content="it was C")]
    shown = to_text(make_reading(text, statements)).splitlines()
    assert [line for line in shown if "states" in line] == [
        "(no source given) states (headline)",
        "(no source given) states",
    ]


def test_about_without_accusation_is_set_apart() -> None:
    text = "A fears him."
    statement = make_statement(text, "s", content="him", stance="believe", speaker="e1", about="e2")
    entities = [Entity(id="e1", type="person", name="A"), Entity(id="e2", type="body", name="B")]
    assert "A believes (about B)\n  him\n" in to_text(make_reading(text, [statement], entities=entities))


def test_the_report_cannot_steer_the_terminal() -> None:
    text = "\x1b]0;owned\x07 \u202edlrow\x9b said A"
    statement = make_statement(text, "s", content=text, speaker="e", reasons={"speaker": "\x1b[2J"})
    entities = [Entity(id="e", type="person", name="\x1b[5mA")]
    reading = make_reading(text, [statement], title="\x1b[31mT", entities=entities)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", to_text(reading, explain=True))
    assert not re.search("[\x07\x9b\u202e]", ESCAPES.sub("", to_text(reading, explain=True, color=True)))
