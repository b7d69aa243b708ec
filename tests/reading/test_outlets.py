"""Outlets and sources: known names, names told by their words, and what a source is."""

from __future__ import annotations

import pytest

from onrecord.reading._outlets import find_outlets
from onrecord.reading._sources import source_kind
from onrecord.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reuters and AFP said so.", [("Reuters", "Reuters", "agency"), ("AFP", "Agence France-Presse", "agency")]),
        ("It was on BBC Radio 4’s programme.", [("BBC Radio 4", "BBC", "broadcaster")]),
        ("The Selden Evening Gazette and the newspaper Havnen came.", ["Selden Evening Gazette", "Havnen"]),
        ("Russian state TV showed it.", ["Russian state TV"]),
        ("The sun and the times changed in the post.", []),
        ("Time passed. Sky fell. X won.", []),
    ],
)  # fmt: skip
def test_outlets(text: str, expected: list[tuple[str, str, str] | str]) -> None:
    found = find_outlets(text)
    assert [text[outlet.start : outlet.end] for outlet in found] == [
        e if isinstance(e, str) else e[0] for e in expected
    ]
    for outlet, each in zip(found, expected, strict=True):
        assert isinstance(each, str) or (outlet.name, outlet.type) == each[1:]


def test_names_that_are_words_count_where_an_outlet_is_expected() -> None:
    assert [outlet.name for outlet in find_outlets("told Time", expected=True)] == ["Time"]
    assert find_outlets("told Time") == []


def test_a_part_of_the_text() -> None:
    text = "Reuters said, AFP said"
    assert [text[outlet.start : outlet.end] for outlet in find_outlets(text, 8)] == ["AFP"]


def test_every_name_is_found() -> None:
    vocabulary = load_vocabulary("outlets")
    for type in ("agency", "newspaper", "broadcaster", "channel", "platform"):
        for name, others in vocabulary[type]["names"].items():
            for form in (name, *others):
                if "(" not in form:
                    found = find_outlets(f"told {form}", expected=True)
                    assert found, form
                    assert found[0].start == 5, form


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The Guardian", "outlet"),
        ("the Russian state news agency Tass", "outlet"),
        ("Ada Oro of the Guardian", "outlet"),
        ("state media", "outlet"),
        ("Facebook", "platform"),
        ("A study by two universities", "document"),
        ("Government figures", "document"),
        ("the report by the permanent secretary", "own_document"),
        ("the army statement", "own_document"),
        ("the US Geological Survey", "measuring"),
        ("CNN president Ada Oro", "authority"),
        ("Health officials", "authority"),
        ("Ada Oro", "authority"),
        ("Mr Oro", "authority"),
        ("Zorb", "unknown"),
    ],
)
def test_what_a_source_is(source: str, kind: str) -> None:
    assert source_kind(source) == kind
