from __future__ import annotations

import pytest

from onrecord.export._outline import Item, count, headline, outline, said_elsewhen
from onrecord.intake import Report
from onrecord.reading import Reading, Statement
from tests.factory import make_reading, make_statement, read_story

TEXT = "A said B said C. D went on."


def shape(items: list[Item]) -> list[object]:
    """Return ids as ``id``, ``[id, nested...]`` and ``+id`` for a continuation."""
    shown: list[object] = []
    for item in items:
        shown.append(item.statement.id)
        shown += [f"+{part.statement.id}" for part in item.continuations]
        if item.nested:
            shown.append(shape(item.nested))
    return shown


def chain(*links: tuple[str, dict[str, str]]) -> Reading:
    return make_reading(TEXT, [make_statement(TEXT, id, content="B said C", **fields) for id, fields in links])


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([("a", {}), ("b", {})], ["a", "b"]),
        ([("a", {}), ("b", {"in_": "a"}), ("c", {"in_": "b"})], ["a", ["b", ["c"]]]),
        ([("b", {"in_": "a"}), ("a", {})], ["a", ["b"]]),
        ([("a", {}), ("b", {"continues": "a"}), ("c", {"continues": "b"})], ["a", "+b", "+c"]),
        ([("a", {}), ("b", {"continues": "a"}), ("c", {"in_": "b"})], ["a", "+b", ["c"]]),
        ([("a", {"in_": "nowhere"}), ("b", {"continues": "nowhere"})], ["a", "b"]),
        ([("a", {"in_": "a"}), ("b", {"continues": "b"})], ["a", "b"]),
        ([("a", {"in_": "b"}), ("b", {"in_": "a"}), ("c", {"in_": "a"})], ["a", "b", "c"]),
        ([("a", {"continues": "b"}), ("b", {"continues": "a"})], ["a", "+b"]),
        ([("a", {"in_": "b"}), ("b", {"continues": "a"})], ["a", "+b"]),
    ],
    ids=[
        "flat", "nested", "nested before its outer", "continued", "nested in a continuation", "dangling", "own",
        "circle", "circle of continuations", "nested in its own continuation",
    ],
)  # fmt: skip
def test_hangs_statements_under_one_another(links: list[tuple[str, dict[str, str]]], expected: list[object]) -> None:
    assert shape(outline(chain(*links))) == expected


def test_every_statement_of_the_story_is_there_once() -> None:
    assert shape(outline(read_story())) == [
        "s1", "s2", "s3", "s4", "+s5", "s6", "s7", "s8", ["s9"], "s10", "s11", "s12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        ("B said C", "direct", "“B said C”"),
        ("B said C", "indirect", "B said C"),
        ("B … C", "mixed", "B … C"),
        ("", "indirect", ""),
        ("C.", "indirect", "C."),
        (" B said", "indirect", "B said"),
    ],
)
def test_words_of_the_content(content: str, kind: str, words: str) -> None:
    (item,) = outline(make_reading(TEXT, [make_statement(TEXT, "a", content=content, kind=kind)]))
    assert item.words == words


def test_a_direct_quotation_keeps_the_marks_that_it_has() -> None:
    text = "«B» said A"
    (item,) = outline(make_reading(text, [make_statement(text, "a", content="«B»", kind="direct")]))
    assert item.words == "«B»"


@pytest.mark.parametrize(
    ("content", "words"), [("“It is,” … “It was,”", "“It is,” … “It was”"), ("B,", "B"), ("1,000”", "1,000”")]
)
def test_a_comma_before_the_last_quotation_mark_is_left_out(content: str, words: str) -> None:
    text = f"{content.replace(' … ', ' he said ')} he said"
    (item,) = outline(make_reading(text, [make_statement(text, "a", content=content)]))
    assert item.words == words


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Bridge shut", "It was shut.\nToday.", ("Bridge shut", False)),
        ("Bridge shut", "Bridge shut\n\nIt was shut.", ("Bridge shut", True)),
        (None, "\nBridge shut\n\nIt was shut.", ("Bridge shut", True)),
        (None, "Bridge shut, mayor says: “wait”\nIt was shut.", ("Bridge shut, mayor says: “wait”", True)),
        (None, "The bridge was shut.\nIt was old.", (None, False)),
        (None, "“It was shut.”\nIt was old.", (None, False)),
        (None, "Bridge shut", (None, False)),
        (None, "x" * 201 + "\nIt was shut.", (None, False)),
    ],
)
def test_headline(title: str | None, text: str, expected: tuple[str | None, bool]) -> None:
    assert headline(make_reading(text, title=title)) == expected


@pytest.mark.parametrize(
    ("said", "published", "shown"),
    [
        (None, "2025-03-04", None),
        ("2025-03-04", "2025-03-04T18:20+01:00", None),
        ("2025-03-04T09:00", "2025-03-04", None),
        ("2025-03", "2025-03-04", None),
        ("2025-03-03", "2025-03-04", "2025-03-03"),
        ("2025-03-03", None, "2025-03-03"),
    ],
)
def test_when_it_was_said_is_shown_where_it_is_news(said: str | None, published: str | None, shown: str | None) -> None:
    report = Report(id="r", text=TEXT, published=published)
    reading = Reading(report=report, statements=[make_statement(TEXT, "a", content="B", said=said)])
    assert said_elsewhen(outline(reading)[0], reading) == shown


def test_counts() -> None:
    assert str(count(read_story())) == "12 statements, 7 speakers, 1 sentence in the report’s own voice"
    assert str(count(make_reading(TEXT))) == "0 statements, 0 speakers, 0 sentences in the report’s own voice"


def test_speakers_that_the_reading_does_not_hold_are_none() -> None:
    statement: Statement = make_statement(TEXT, "a", content="B", speaker="e9", via=["e9"], about="e9")
    (item,) = outline(make_reading(TEXT, [statement]))
    assert (item.speaker, item.via, item.about) == (None, [], None)
