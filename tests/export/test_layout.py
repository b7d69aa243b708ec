from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export._layout import Paragraph, group_by_speaker, lay_out
from onrecord.export._outline import outline
from onrecord.reading import Sentence, Span
from tests.factory import STORY, make_reading, make_statement, read_story

LETTERS = st.text("ab .\n\u202e桥", max_size=50)
SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=3)


def spell(paragraphs: list[Paragraph]) -> list[str]:
    return ["".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n\n ", []),
        ("one", ["one"]),
        ("one\ntwo\n\n\nthree\n", ["one", "two", "three"]),
        ("one\ntwo\n\nthree" + "x" * 100, ["one", "two", "three" + "x" * 100]),
        ("hard\nwrapped\n\nlines\n", ["hard\nwrapped", "lines"]),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    if text.startswith("one\ntwo\n\n\nthree\n"):
        text += "y" * 101
        paragraphs = [*paragraphs, "y" * 101]
    assert spell(lay_out(make_reading(text), "text")) == paragraphs


def test_pieces_carry_part_and_statement() -> None:
    pieces = [piece for paragraph in lay_out(read_story(), "text") for piece in paragraph.pieces if piece.classes]
    shown = {piece.text: (piece.classes, piece.target, piece.opens) for piece in pieces}
    assert shown["the city council"] == ("source i3 s3", 3, ())
    assert shown["The Marrow Bridge was closed on Tuesday after a support gave way"] == ("content i3 s3", 3, (3,))
    assert shown["Our engineers"] == ("content source i9 s8 s9", 9, (9,))
    assert shown["that the bridge was sound"] == ("content deep-2 i9 s8 s9", 9, ())
    assert shown["The bridge opened in 1962."] == ("own", None, ())


def test_own_voice_yields_to_a_statement() -> None:
    text = "He was here, A said."
    statement = make_statement(text, "s", content="He was here", source="A", cue="said")
    reading = make_reading(text, [statement], own_voice=[Sentence(start=0, end=len(text))])
    (paragraph,) = lay_out(reading, "text")
    assert [(piece.text, piece.classes) for piece in paragraph.pieces] == [
        ("He was here", "content i1 s1"), (", ", "own"), ("A", "source i1 s1"), (" ", "own"), ("said", "cue i1 s1"),
        (".", "own"),
    ]  # fmt: skip


def test_speakers_stand_in_the_order_in_which_they_speak() -> None:
    groups = group_by_speaker(outline(read_story()))
    assert [(group.speaker and group.speaker.id, [item.number for item in group.items]) for group in groups] == [
        ("e2", [1, 4]), ("e4", [2, 6]), ("e1", [3]), ("e6", [7, 8]), ("e7", [9]), (None, [10]), ("e8", [11]), ("e9", [12]),
    ]  # fmt: skip


@given(LETTERS, SPANS, SPANS, SPANS)
def test_pieces_spell_the_paragraphs_for_any_spans(
    text: str, source: list[Span], cue: list[Span], content: list[Span]
) -> None:
    base = make_statement("", "s")
    marked = [msgspec.structs.replace(base, id=id, source=source, cue=cue, content=content) for id in ("s1", "s2")]
    paragraphs = lay_out(make_reading(text, marked), "text")
    assert spell(paragraphs) == [text[paragraph.start : paragraph.end] for paragraph in paragraphs]
    assert "".join("".join(spell(paragraphs)).split()) == "".join(text.split())


def test_the_whole_story_is_shown() -> None:
    assert "\n".join(spell(lay_out(read_story(), "text"))).split() == STORY.split()
