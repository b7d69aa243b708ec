"""About: the words that name the accused."""

from __future__ import annotations

import pytest
from tests.marked import marked

from onrecord.reading._about import find_about

CASES = [
    ("[Oro] {blamed} the guild for <the leak>.", "the guild"),
    ("[Oro] closed the quay, {accusing} harbour master Ivo Brant of <neglect>.", "harbour master Ivo Brant"),
    ("[Oro] {has accused the guild of} <neglect>.", "the guild"),
    ("[Rebels] {blamed} <the blast> on the army.", "the army"),
    ("{accusations} against the bank over <a loan>", "the bank"),
    ("[Oro] {condemned} the guild's <decision>.", "the guild"),
    ("[Oro] {criticised} the mayor over <delays>.", "the mayor"),
    ("[Oro] {lashed out at} the press.", "the press"),
    ("Brant {has also been accused} by [the union] of <neglect>.", "Brant"),
    ("Ivo Brant, 48, {is accused} of <neglect>.", "Ivo Brant"),
    ("They met Ivo Brant, who {is accused} of <neglect>.", "They met Ivo Brant"),
    ("In May the guild {was accused} of <neglect>.", "the guild"),
    ("On Monday, the guild {was accused} of <neglect>.", "the guild"),
    ("[Oro] {said} <it fell>.", None),
    ("<“It fell.”>", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_about(sentence: str, expected: str | None) -> None:
    text, attribution = marked(sentence)
    found = find_about(text, attribution)
    assert (text[slice(*found)] if found else None) == expected
