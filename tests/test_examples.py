"""The example story holds together, and what it is said to show stands in its words."""

from __future__ import annotations

import html
import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from onrecord.vocabulary import load_vocabulary

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
REPORTS: dict[str, dict[str, Any]] = {
    report["id"]: report for report in map(json.loads, (EXAMPLES / "story.jsonl").read_text("utf-8").splitlines())
}
EXPECTED: dict[str, Any] = json.loads((Path(__file__).with_name("story.json")).read_text("utf-8"))
COPIES = {each["id"]: each["copy_of"] for each in EXPECTED["copies"]}
EVIDENCE = [(claim["id"], piece) for claim in EXPECTED["claims"] for piece in claim["evidence"]]
ANSWERS = [
    (silence["party"], piece)
    for silence in EXPECTED["unanswered"]
    for piece in (*silence["asked"], *filter(None, [silence["answered"]]))
]


def published(report: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(report.get("modified") or report["date"])


def shared_words(copy: str, original: str) -> float:
    """Return the share of the copy's runs of six words that stand in the original too."""
    runs = [Counter(zip(*(words[i:] for i in range(6)), strict=False)) for words in (copy.split(), original.split())]
    return (runs[0] & runs[1]).total() / runs[0].total()


def test_every_report_has_its_own_id() -> None:
    lines = (EXAMPLES / "story.jsonl").read_text("utf-8").splitlines()
    assert len(REPORTS) == len(lines) >= 12


def test_reports_stand_in_the_order_of_their_publication() -> None:
    dates = [published(report) for report in REPORTS.values()]
    assert dates == sorted(dates)
    assert all(date.tzinfo for date in dates)
    assert (dates[-1].date() - dates[0].date()).days == 3


@pytest.mark.parametrize("id", REPORTS)
def test_a_report_is_of_a_usual_length_and_of_no_real_site(id: str) -> None:
    report = REPORTS[id]
    assert 200 <= len(report["text"].split()) <= 600
    assert report["url"].split("/")[2].endswith(".example")
    assert not report["text"].startswith(report["title"])


@pytest.mark.parametrize(("copy", "original"), COPIES.items())
def test_a_copy_shares_the_words_of_its_original(copy: str, original: str) -> None:
    assert shared_words(REPORTS[copy]["text"], REPORTS[original]["text"]) > 0.35
    assert published(REPORTS[copy]) > published(REPORTS[original])


def test_no_other_reports_share_their_words() -> None:
    versions = {tuple(version["reports"]) for version in EXPECTED["versions"]}
    alike = {
        (one, other)
        for one in REPORTS
        for other in REPORTS
        if one != other and shared_words(REPORTS[other]["text"], REPORTS[one]["text"]) > 0.2
    }
    copies = {(original, copy) for copy, original in COPIES.items()}
    siblings = {(one, other) for one in COPIES for other in COPIES if one != other and COPIES[one] == COPIES[other]}
    known = copies | versions | siblings
    assert alike <= known | {(other, one) for one, other in known}


@pytest.mark.parametrize("id", EXPECTED["shared_background"]["reports"])
def test_the_background_stands_in_each_report_that_prints_it(id: str) -> None:
    assert EXPECTED["shared_background"]["words"] in REPORTS[id]["text"]
    assert id not in COPIES


@pytest.mark.parametrize("version", EXPECTED["versions"])
def test_versions_have_one_address_and_the_changes_told(version: dict[str, Any]) -> None:
    before, after = (REPORTS[id] for id in version["reports"])
    assert (before["url"], before["date"]) == (after["url"], after["date"])
    assert [before["title"], after["title"]] == version["headlines"]
    assert version["correction"] in after["text"]
    for change in version["changes"]:
        for words, one, other in ((change["before"], before, after), (change["after"], after, before)):
            assert words is None or (words in one["text"] and words not in other["text"])


@pytest.mark.parametrize(("spelling", "ids"), [pair for each in EXPECTED["names"].values() for pair in each.items()])
def test_a_spelling_stands_where_it_is_said_to_stand(spelling: str, ids: list[str]) -> None:
    assert [id for id, report in REPORTS.items() if spelling in report["text"]] == ids


def test_a_slip_is_told_apart_from_a_spelling() -> None:
    spellings = {spelling for each in EXPECTED["names"].values() for spelling in each}
    assert EXPECTED["typos"].keys() <= spellings
    assert len([each for each in spellings - EXPECTED["typos"].keys() if each.isascii()]) == 3


@pytest.mark.parametrize(("claim", "piece"), EVIDENCE)
def test_evidence_has_its_words(claim: str, piece: dict[str, Any]) -> None:
    assert piece["words"] in REPORTS[piece["report"]]["text"], claim
    assert piece["side"] in ("for", "against")
    assert piece["report"] not in COPIES


@pytest.mark.parametrize(("party", "piece"), ANSWERS)
def test_silence_and_answer_have_their_words(party: str, piece: dict[str, str]) -> None:
    assert piece["words"] in REPORTS[piece["report"]]["text"], party


@pytest.mark.parametrize("silence", EXPECTED["unanswered"])
def test_an_answer_follows_the_last_question(silence: dict[str, Any]) -> None:
    if silence["answered"]:
        asked = [published(REPORTS[each["report"]]) for each in silence["asked"]]
        assert published(REPORTS[silence["answered"]["report"]]) > max(asked)


@pytest.mark.parametrize("event", EXPECTED["background"])
def test_background_stands_where_it_is_said_to_stand(event: dict[str, Any]) -> None:
    name = event.get("place") or event["when"]
    assert [id for id, report in REPORTS.items() if name in report["text"]] == event["reports"]


@pytest.mark.parametrize(
    "statement", EXPECTED["statements"], ids=lambda each: f"{each['report']}: {each['words'][:40]}"
)
def test_a_statement_has_its_words_and_a_known_stance(statement: dict[str, Any]) -> None:
    text = REPORTS[statement["report"]]["text"]
    assert statement["words"] in text
    assert statement["cue"] in text
    assert statement["stance"] in load_vocabulary("stances")
    assert (statement["stance"] == "accuse") == ("about" in statement)
    assert statement["kind"] in ("direct", "indirect", "mixed")


def test_all_stances_but_none_other_occur() -> None:
    assert {each["stance"] for each in EXPECTED["statements"]} == set(load_vocabulary("stances"))


def test_the_plain_report_is_one_of_the_story() -> None:
    headline, _, text = (EXAMPLES / "report.txt").read_text("utf-8").partition("\n\n")
    assert (headline, text) == (REPORTS["interlake-2"]["title"], REPORTS["interlake-2"]["text"] + "\n")


def test_the_page_holds_one_of_the_story() -> None:
    report = REPORTS["albion-register-2"]
    page = html.unescape((EXAMPLES / "page.html").read_text("utf-8"))
    assert all(paragraph in page for paragraph in report["text"].split("\n\n"))
    assert report["title"] in page
    assert report["date"] in page
    assert report["modified"] in page


def test_the_readme_names_every_report() -> None:
    readme = (EXAMPLES / "README.md").read_text("utf-8")
    assert all(f"`{id}`" in readme for id in REPORTS)
