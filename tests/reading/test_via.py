"""Via: what passed a statement on, and how far it holds."""

from __future__ import annotations

import pytest
from tests.marked import marked

from onrecord.reading._marks import Attribution
from onrecord.reading._via import find_via, find_vias

CASES = [
    ("[The minister] {told} CNN <he would go>.", ["CNN"]),
    ("[The minister] {told CNN} that <he would go>.", ["CNN"]),
    ("<“I go,”> [he] {told} The Associated Press in an email.", ["Associated Press"]),
    ("[He] {told} Fox News host Ada Oro that <he would go>.", ["Fox News"]),
    ("[He] {told} the local newspaper Selden Gazette <he would go>.", ["Selden Gazette"]),
    ("[He] {told} Sky News and Radio Selden that <he would go>.", ["Sky News", "Radio Selden"]),
    ("In an interview with the Financial Times, [Oro] {said} <it was over>.", ["Financial Times"]),
    ("Speaking to Al Jazeera from the quay, [Oro] {said} <it was over>.", ["Al Jazeera"]),
    ("[She] {wrote} on Twitter: <“No.”>", ["Twitter"]),
    ("[She] {wrote} in a post on X: <“No.”>", ["X"]),
    ("[The rebels] {said} in a statement carried by TASS that <it was over>.", ["TASS"]),
    ("According to Interfax, [the minister] {said} <it was over>.", ["Interfax"]),
    ("The Daily Beacon reported that [the minister] {said} <it was over>.", ["Daily Beacon"]),
    ("State news agency Anadolu quoted [him] as {saying} <it was over>.", ["Anadolu"]),
    ("<“It is over,”> [Oro] {was quoted as saying} by the Xinhua news agency.", ["Xinhua news agency"]),
    ("<It was over>, [the ministry] {said}, according to Kyodo.", ["Kyodo"]),
    ("<“It is over,”> [Oro] {said} in a statement issued by Selden police.", ["Selden police"]),
    # none of these passed anything on
    ("[He] {told} reporters <he would go>.", []),
    ("[He] {told} parliament <he would go>.", []),
    ("[He] {said} at a press conference in Selden <he would go>.", []),
    ("[CNN] {reported} that <he would go>.", []),
    ("[He] {said} <he would sue the New York Times>.", []),
    ("[Facebook] {said} <the page was gone>.", []),
    ("<“I go.”>", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_via(sentence: str, expected: list[str]) -> None:
    text, attribution = marked(sentence)
    assert [text[start:end] for start, end in find_via(text, attribution)] == expected


def story(*sentences: str) -> tuple[str, list[Attribution]]:
    text, found = "", []
    for sentence in sentences:
        words, attribution = marked(sentence)
        shift = len(text)
        moved = [
            tuple((start + shift, end + shift) for start, end in spans) for spans in attribution_spans(attribution)
        ]
        found.append(Attribution(*moved, 1.0))
        text += words + " "
    return text, found


def attribution_spans(attribution: Attribution) -> tuple[tuple[tuple[int, int], ...], ...]:
    return attribution.source, attribution.cue, attribution.content


@pytest.mark.parametrize(
    ("sentences", "speakers", "expected"),
    [
        (["<“I go,”> [Oro] {told} CNN.", "[She] {said} <it was late>."], ["e1", "e1"], [["CNN"], ["CNN"]]),
        (["[Oro] {said} <it was late>.", "<“I go,”> [she] {told} CNN."], ["e1", "e1"], [[], ["CNN"]]),
        (["<“I go,”> [Oro] {told} CNN.", "[Brant] {said} <it was late>."], ["e1", "e2"], [["CNN"], []]),
        (["<“I go,”> [Oro] {told} CNN.", "[She] {told} reporters <it was late>."], ["e1", "e1"], [["CNN"], []]),
        (
            ["[The minister] {told} TASS and Interfax <it was over>.", "They {quoted} [her] as {saying} <“I left.”>"],
            ["e1", "e2"],
            [["TASS", "Interfax"], ["TASS", "Interfax"]],
        ),
    ],
)  # fmt: skip
def test_how_far_a_via_holds(sentences: list[str], speakers: list[str | None], expected: list[list[str]]) -> None:
    text, attributions = story(*sentences)
    found = find_vias(text, attributions, speakers)
    assert [[text[start:end] for start, end in via] for via in found] == expected


def test_an_outlet_that_holds_a_statement_passes_it_on() -> None:
    text, outer = marked("[TASS] {reported} <that the minister denied the raid>.")
    at = text.index("the minister")
    inner = Attribution(((at, at + 12),), ((at + 13, at + 19),), ((at + 20, at + 28),), 1.0, parent=0)
    assert [text[start:end] for start, end in find_vias(text, [outer, inner], ["e1", "e2"])[1]] == ["TASS"]


def test_a_quotation_that_goes_on_keeps_its_via() -> None:
    text, (first, second) = story("<“I go,”> [Oro] {told} CNN.", "<“And I stay gone.”>")
    second = Attribution((), (), second.content, 1.0, continues=0)
    assert [len(via) for via in find_vias(text, [first, second], ["e1", "e1"])] == [1, 1]
