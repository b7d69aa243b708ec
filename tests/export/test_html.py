from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import lxml.html
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.export import make_entry, to_html, to_html_index
from onrecord.intake import Report
from onrecord.reading import Entity, Reading, Role
from tests.factory import HEADLINE, STORY, make_reading, make_statement, read_story

if TYPE_CHECKING:
    from collections.abc import Callable

VOID = {"br", "meta"}
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)></style><svg onload=x>&amp;\"'--><!-- ]]>\u202eevil\x00\x1b"
)


class Balance(HTMLParser):
    """Checks that every element is closed where it was opened."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parse(page: str) -> lxml.html.HtmlElement:
    balance = Balance()
    balance.feed(page)
    balance.close()
    assert balance.open == []
    tree = lxml.html.document_fromstring(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")} <= set(ids)
    return tree


def words_of(tree: lxml.html.HtmlElement, path: str) -> str:
    for number in tree.xpath(f"{path}//a[contains(@class, 'number')]"):
        number.drop_tree()
    return " ".join(element.text_content() for element in tree.xpath(path))


def hostile_reading() -> Reading:
    statement = make_statement(
        HOSTILE, "\"><script>", content=HOSTILE, speaker="e", about="e", via=["e"], said=HOSTILE, stance=HOSTILE,
        reasons={HOSTILE: HOSTILE},
    )  # fmt: skip
    entity = Entity(id="e", type=HOSTILE, name=HOSTILE, aliases=[HOSTILE], roles=[Role(title=HOSTILE, start=0, end=1)])
    report = Report(
        id=HOSTILE, text=HOSTILE, title=HOSTILE, url="javascript:alert(1)", publisher=HOSTILE, byline=[HOSTILE],
        published=HOSTILE, modified=HOSTILE, language=HOSTILE,
    )  # fmt: skip
    return Reading(report=report, statements=[statement], entities=[entity], version=HOSTILE)


def test_the_whole_report_is_on_the_page() -> None:
    tree = parse(to_html(read_story()))
    assert words_of(tree, "//div[@class='text']/p").split() == STORY.split()
    assert words_of(tree, "//h1") == HEADLINE


def test_every_statement_is_linked_both_ways() -> None:
    tree = parse(to_html(read_story()))
    for number in range(1, 13):
        there = tree.xpath(f"//article//a[@id='words-{number}']/@href")
        assert there == [f"#statement-{number}"]
        assert tree.xpath(f"//*[@id='statement-{number}']//a[@href='#words-{number}']")
        assert tree.xpath(f"//article//a[contains(concat(' ', @class, ' '), ' s{number} ') and not(@id)]")


def test_marks_tell_source_cue_and_content() -> None:
    tree = parse(to_html(read_story()))
    marked = {
        part: [each.text for each in tree.xpath(f"//article//a[contains(concat(' ', @class, ' '), ' {part} ')]")]
        for part in ("source", "cue", "content")
    }
    assert "the city council" in marked["source"]
    assert "reportedly" in marked["cue"]
    assert {"Three workers were ", "on the bridge"} <= {*marked["content"], "Three workers were "}
    assert tree.xpath("//article//span[@class='own']")[-1].text == "The bridge opened in 1962."


def test_the_list_is_by_speaker() -> None:
    tree = parse(to_html(read_story()))
    assert [head.text_content() for head in tree.xpath("//section[@id='who']//h3")] == [
        "Ines Calloway", "Dockers' union", "City council", "Tomas Reil", "Our engineers", "No source given", "Residents",
        "The ministry's chief engineer",
    ]  # fmt: skip
    card = tree.xpath("//*[@id='statement-4']")[0]
    assert "".join(card.xpath(".//p")[0].text_content().split()) == "statesviaHarbourRadio3March2025"
    assert [quote.text_content().strip() for quote in card.xpath(".//blockquote")] == [
        '"We saw cracks on Monday, and we shut it within the hour," … "Nobody was hurt.',
        '5 "We will open it again when it is safe."',
    ]
    assert dict(zip((dt.text for dt in card.xpath(".//dt")), (dd.text for dd in card.xpath(".//dd")), strict=True)) == {
        "speaker": 'the words name her: "Mayor Ines Calloway"',
        "via": '"told Harbour Radio"',
        "certainty": "90 %",
    }


def test_nested_statements_lead_to_one_another() -> None:
    tree = parse(to_html(read_story()))
    assert tree.xpath("//*[@id='statement-8']//a[@href='#statement-9']")
    assert tree.xpath("//*[@id='statement-9']//a[@href='#statement-8']")


def test_names_stand_with_their_roles() -> None:
    tree = parse(to_html(read_story()))
    names = {" ".join(entry.text_content().split()) for entry in tree.xpath("//section[@aria-labelledby='names']//li")}
    assert "Ines Calloway person Mayor also Calloway" in names
    assert not any("Residents" in name for name in names)


def test_the_policy_allows_the_style_sheet_and_nothing_else() -> None:
    page = to_html(read_story())
    tree = parse(page)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert not tree.xpath(
        "//script | //img | //iframe | //link | //object | //@style | //@*[starts-with(name(), 'on')]"
    )
    assert tree.xpath("//a[not(starts-with(@href, '#'))]/@href") == ["https://example.org/bridge"]


@pytest.mark.parametrize("make", [to_html, lambda reading: to_html_index([make_entry(reading, "p.html")])])
def test_a_hostile_report_stays_text(make: Callable[[Reading], str]) -> None:
    page = make(hostile_reading())
    tree = parse(page)
    assert not tree.xpath("//script | //img | //svg | //@*[starts-with(name(), 'on')]")
    assert tree.xpath("//a/@href[starts-with(., 'javascript')]") == []
    assert len(tree.xpath("//style")) == 1
    assert "<!--" not in page
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", page)


def test_writing_direction_is_contained() -> None:
    tree = parse(to_html(hostile_reading()))
    for element in tree.iter():
        if "\u202e" in (element.text or "") + "".join(child.tail or "" for child in element):
            holders = [element, *element.iterancestors()]
            assert any(each.tag == "bdi" or each.get("dir") == "auto" for each in holders), element.tag


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str | None, linked: bool) -> None:
    reading = Reading(report=Report(id="r", text="x", url=url))
    outside = parse(to_html(reading)).xpath("//a[not(starts-with(@href, '#'))]/@href")
    assert outside == ([url] if linked else [])


def test_a_headline_in_the_text_is_shown_once() -> None:
    tree = parse(to_html(make_reading("Bridge shut\n\nIt was shut.", title="Bridge shut")))
    assert tree.text_content().count("Bridge shut") == 2  # the heading and the page's title
    assert words_of(tree, "//div[@class='text']/p") == "It was shut."


def test_a_report_without_statements() -> None:
    tree = parse(to_html(make_reading("It was shut.", id="r")))
    assert "No statement was found" in tree.xpath("//section[@id='who']")[0].text_content()
    assert words_of(tree, "//h1") == "Report r"


def test_a_statement_without_words_is_listed_without_a_link() -> None:
    tree = parse(to_html(make_reading("x", [make_statement("x", "s")])))
    assert not tree.xpath("//a[@href='#words-1']")
    assert tree.xpath("//*[@id='statement-1']")


def test_an_index_leads_to_each_page() -> None:
    entries = [make_entry(read_story(), "0001-mayor.html"), make_entry(make_reading("x", id="r"), "0002.html")]
    tree = parse(to_html_index(entries))
    assert tree.xpath("//ol//a/@href") == ["0001-mayor.html", "0002.html"]
    assert "Selden Courier" in tree.xpath("//li")[0].text_content()
    assert "12 statements, 7 speakers" in tree.xpath("//li")[0].text_content()


def test_the_same_reading_gives_the_same_page() -> None:
    assert to_html(read_story()) == to_html(read_story())


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_any_text_makes_a_sound_page(text: str, spans: list[tuple[int, int]]) -> None:
    base = make_statement("", "s")
    statements = [msgspec.structs.replace(base, id=f"s{n}", content=[span]) for n, span in enumerate(spans)]
    page = to_html(make_reading(text, statements))
    page.encode()
    parse(page)
