from __future__ import annotations

import pytest

from onrecord.export._verb import find_verb
from onrecord.reading import Entity


@pytest.mark.parametrize(
    ("stance", "type", "verb"),
    [
        ("deny", "person", "denies"),
        ("deny", "group", "deny"),
        ("no_comment", "group", "have not commented"),
        ("no_comment", "body", "has not commented"),
        ("unheard_of", "group", "unheard_of"),
    ],
)
def test_the_verb_agrees_with_the_kind_of_speaker(stance: str, type: str, verb: str) -> None:
    assert find_verb(stance, Entity(id="e", type=type, name="A")) == verb


@pytest.mark.parametrize(
    ("type", "named", "name", "verb"),
    [
        ("document", False, "exit polls", "report"),
        ("document", False, "videos from the embankment", "report"),
        ("document", False, "posts seen by The Ledger", "report"),
        ("document", False, "a set of polls", "reports"),
        ("document", False, "its analysis", "reports"),
        ("document", False, "reports", "say"),
        ("body", False, "police", "report"),
        ("body", True, "Zell authorities", "report"),
        ("body", True, "Sorvat Terminals", "reports"),
        ("body", False, "the ministry’s", "reports"),
        ("other", False, "rebels there", "report"),
        ("other", False, "one of them", "reports"),
        ("person", False, "a man with two dogs", "reports"),
        ("person", True, "Hugh Walls", "reports"),
    ],
)
def test_the_verb_agrees_with_the_words(type: str, named: bool, name: str, verb: str) -> None:
    assert find_verb("report", Entity(id="e", type=type, name=name, named=named)) == verb


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("", "has not commented"),
        ("the fire", "has not commented on"),
        ("on the fire", "has not commented"),
        ("to say why", "has not commented"),
        ("that", "has not commented"),
        ("is yet to comment", "has not commented"),
    ],
)
def test_silence_is_silence_on_something(words: str, verb: str) -> None:
    assert find_verb("no_comment", None, words) == verb
