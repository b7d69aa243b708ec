"""The table of cues: every entry is found, in every form, under one stance."""

from __future__ import annotations

import pytest

from onrecord.reading._cues import cue_table, cue_tokens
from onrecord.reading._lemma import noun_forms, verb_forms
from onrecord.vocabulary import load_vocabulary

STANCES = {key: table for key, table in load_vocabulary("cues").items() if key in load_vocabulary("stances")}


def test_every_stance_has_cues() -> None:
    assert set(STANCES) == set(load_vocabulary("stances"))


@pytest.mark.parametrize("part", ["verbs", "nouns", "words", "phrases"])
def test_no_entry_stands_twice(part: str) -> None:
    entries = [entry for table in STANCES.values() for entry in table[part]]
    assert sorted(entries) == sorted(set(entries))


@pytest.mark.parametrize("stance", STANCES)
def test_every_entry_is_found(stance: str) -> None:
    for part in ("verbs", "nouns", "words", "phrases"):
        for entry in STANCES[stance][part]:
            found = cue_table().find(cue_tokens(entry))
            assert found, entry
            assert found[0].cue.stance in (stance, ""), entry


@pytest.mark.parametrize("stance", STANCES)
def test_a_doubt_is_of_an_entry(stance: str) -> None:
    table = STANCES[stance]
    assert set(table.get("doubts", {})) <= {
        entry for part in ("verbs", "nouns", "words", "phrases") for entry in table[part]
    }


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("admit", {"admits", "admitted", "admitting"}),
        ("label", {"labelled", "labeled", "labelling"}),
        ("recognize", {"recognised", "recognizes", "recognising"}),
        ("say", {"says", "said", "saying"}),
        ("plead", {"pleaded", "pled"}),
        ("lie", {"lied", "lying", "lies"}),
        ("dismiss", {"dismisses", "dismissed"}),
        ("argue", {"arguing", "argued"}),
        ("agree", {"agreeing", "agreed"}),
    ],
)
def test_forms_of_verbs(lemma: str, forms: set[str]) -> None:
    assert forms <= verb_forms(lemma)


def test_forms_of_nouns() -> None:
    assert noun_forms("denial") | noun_forms("worry") | noun_forms("pledge") == {
        "denial", "denials", "worry", "worries", "pledge", "pledges",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "tokens"),
    [
        ("didn’t say", ["did", "not", "say"]),
        ("can't re-open", ["ca", "not", "re-open"]),
        ("’s been Saying", ["'s", "been", "saying"]),
        ("guild's plea", ["guild", "'s", "plea"]),
    ],
)
def test_tokens(words: str, tokens: list[str]) -> None:
    assert cue_tokens(words) == tokens
