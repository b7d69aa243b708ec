from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord._exceptions import EmptyInputError, OnRecordError
from onrecord.intake._page import decode_page, read_page
from onrecord.intake._records import Given

if TYPE_CHECKING:
    from onrecord.intake import Report

PARAGRAPHS = (
    "The ferry to Skerry Island was called back to port on Tuesday night, the harbour master said.",
    "“We saw smoke from the engine room,” harbour master Tove Lind told reporters. “All forty passengers are safe.”",
    "The operator, Northline, denied that the engine had failed before. It did not say when the ferry would sail again.",
)
BODY = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
TEXT = "\n\n".join(PARAGRAPHS)

LINKED_DATA = f"""<!doctype html><html lang="en-GB"><head><title>Ferry turns back | The Skerry Times</title>
<link rel="canonical" href="/news/ferry-turns-back"><meta property="og:title" content="Smoke on the ferry!">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "Organization", "@id": "#org", "name": "The Skerry Times"}},
 {{"@type": "WebPage", "datePublished": "2020-01-01"}},
 {{"@type": ["NewsArticle"], "headline": "Ferry turns back after smoke is seen", "publisher": {{"@id": "#org"}},
   "datePublished": "2026-02-03T21:40:00+02:00", "dateModified": "2026-02-04T07:05:00.000Z",
   "author": [{{"@type": "Person", "name": "Asta Brun"}}, {{"@type": "Person", "name": "Jon Vik"}}]}}]}}</script></head>
<body><header><h1 class="logo">The Skerry Times</h1><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>
<article><h1>Ferry turns back after smoke is seen</h1>{BODY}</article>
<aside><h2>Most read</h2><ul><li><a href="/cat">Cat found on roof of town hall after long search</a></li></ul></aside>
<section class="comments"><h2>Comments</h2><div class="comment">
<p>I was on that ferry and nobody told us anything at all, said my cousin.</p></div></section>
<footer><p>Copyright The Skerry Times. All rights reserved.</p></footer></body></html>"""

META_ONLY = f"""<html><head><title>Ferry turns back - Skerry Radio</title><meta name="author" content="By Asta Brun">
<meta property="og:title" content="Ferry turns back - Skerry Radio"><meta property="og:site_name" content="Skerry Radio">
<meta property="og:locale" content="en_GB"><meta property="og:url" content="https://radio.example/ferry">
<meta property="article:published_time" content="2026-02-03T19:40:00Z">
<meta property="article:modified_time" content="2026-02-03T20:00:00Z"></head>
<body><div class="menu"><a href="/">Start</a></div><div id="content">{BODY}</div></body></html>"""

BARE = f"""<html><body><h1>Ferry turns back</h1>{BODY}
<p>Published: <time datetime="2026-02-03T21:40+02:00">3 February 2026</time></p></body></html>"""

MICRODATA = f"""<html lang="en"><body itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">Ferry turns back</h1><meta itemprop="datePublished" content="2026-02-03">
<time itemprop="dateModified" datetime="2026-02-04T08:00+02:00">today</time><div>{BODY}</div></body></html>"""


def page(html: str, **fields: str) -> Report:
    return read_page(html, "page", Given(), base="https://times.example/x?from=mail", **fields)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            LINKED_DATA,
            {
                "title": "Ferry turns back after smoke is seen",
                "url": "https://times.example/news/ferry-turns-back",
                "publisher": "The Skerry Times",
                "byline": ["Asta Brun", "Jon Vik"],
                "published": "2026-02-03T21:40:00+02:00",
                "modified": "2026-02-04T07:05:00+00:00",
                "language": "en",
            },
            id="linked data",
        ),
        pytest.param(
            META_ONLY,
            {
                "title": "Ferry turns back",
                "url": "https://radio.example/ferry",
                "publisher": "Skerry Radio",
                "byline": ["Asta Brun"],
                "published": "2026-02-03T19:40:00+00:00",
                "modified": "2026-02-03T20:00:00+00:00",
                "language": "en",
            },
            id="meta elements only",
        ),
        pytest.param(
            BARE,
            {
                "title": "Ferry turns back",
                "url": "https://times.example/x?from=mail",
                "publisher": "times.example",
                "byline": [],
                "published": "2026-02-03T21:40:00+02:00",
                "modified": None,
                "language": None,
            },
            id="bare",
        ),
        pytest.param(
            MICRODATA,
            {
                "title": "Ferry turns back",
                "published": "2026-02-03",
                "modified": "2026-02-04T08:00:00+02:00",
                "language": "en",
            },
            id="microdata",
        ),
    ],
)
def test_a_page_gives_its_article_and_what_it_says_of_itself(html: str, expected: dict[str, object]) -> None:
    report = page(html)
    assert {field: getattr(report, field) for field in expected} == expected
    assert report.text.removesuffix("\n\nPublished:") == TEXT


def test_the_headline_is_not_doubled_and_a_cross_heading_is_kept() -> None:
    article = f"<h1>Ferry turns  back</h1>{BODY}<h2>What is known</h2><p>The ferry is safe.</p>"
    report = page(f"<html><body><article>{article}</article></body></html>")
    assert report.title == "Ferry turns back"
    assert report.text == f"{TEXT}\n\nWhat is known\n\nThe ferry is safe."


@pytest.mark.parametrize(
    ("line", "left_out"),
    [
        ('<time datetime="2026-02-03">3 Feb</time> · Last modified on <time datetime="2026-02-04">4 Feb</time>', True),
        ("Updated 4 Feb 2026 09.20", True),
        ("First published on Wednesday, 4 February 2026 at 9:20 a.m. EET", True),
        ("Published diary tells of fires", False),
        ("The page was updated on Tuesday", False),
    ],
)
def test_a_first_line_of_dates_is_left_out(line: str, left_out: bool) -> None:
    html = f"<html><body><article><header><h1>Ferry turns back</h1><p>{line}</p></header>{BODY}</article></body></html>"
    text = page(html).text
    assert text.endswith(TEXT)
    assert (text == TEXT) is left_out


def test_lists_and_tables_come_without_marks() -> None:
    extra = "<ul><li>One crew member was hurt.</li></ul><table><tr><td>Hurt</td><td>1</td></tr></table>"
    report = page(f"<html><body><article><h1>Ferry</h1>{BODY}{extra}</article></body></html>")
    assert report.text == f"{TEXT}\n\nOne crew member was hurt.\n\nHurt | 1"


def test_what_is_known_goes_before_what_the_page_says() -> None:
    report = page(LINKED_DATA, title="Mine", url="https://mine.example", publisher="Me", date="2026-01-01", id="7")
    assert (report.title, report.url, report.publisher) == ("Mine", "https://mine.example", "Me")
    assert (report.published, report.id) == ("2026-01-01", "7")


def test_what_is_given_fills_what_the_page_does_not_say() -> None:
    given_fields = Given(date="2026-01-01", publisher="Given")
    assert read_page(META_ONLY, "page", given_fields).publisher == "Skerry Radio"
    report = read_page(f"<html><body>{BODY}</body></html>", "page", given_fields)
    assert (report.publisher, report.published, report.title, report.url) == ("Given", "2026-01-01", None, None)


@pytest.mark.parametrize(
    "link",
    ["https://times.example/", "javascript:void(0)", "http://[broken", ""],
)
def test_a_canonical_address_that_cannot_be_the_page_is_not_believed(link: str) -> None:
    html = f'<html><head><link rel="canonical" href="{link}"></head><body>{BODY}</body></html>'
    assert page(html).url == "https://times.example/x?from=mail"


@pytest.mark.parametrize(
    "block",
    [
        "{broken",
        "[]",
        "null",
        '"text"',
        '{"@type": "NewsArticle", "author": 5, "publisher": [null], "datePublished": {}, "headline": []}',
        '{"@type": 3}',
        '[[[{"@type": null, "@graph": "x"}]]]',
        "[" * 50_000,
    ],
)
def test_odd_linked_data_harms_nothing(block: str) -> None:
    html = f'<html><head><script type="application/ld+json">{block}</script></head><body>{BODY}</body></html>'
    assert page(html).text == TEXT


def test_entities_in_linked_data_are_read_as_pages_mean_them() -> None:
    block = '{"@type": "Article", "headline": "Ferry &amp; harbour", "author": {"name": "O&#8217;Neil"}}'
    report = page(f'<html><head><script type="application/ld+json">{block}</script></head><body>{BODY}</body></html>')
    assert (report.title, report.byline) == ("Ferry & harbour", ["O’Neil"])


def test_what_the_caller_gives_goes_before_the_host() -> None:
    html = f"<html><body>{BODY}</body></html>"
    assert read_page(html, "page", Given(), base="https://www.times.example/x").publisher == "times.example"
    assert read_page(html, "page", Given(publisher="Given"), base="https://times.example/x").publisher == "Given"


@pytest.mark.parametrize("wrap", ["<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "{};", "[{}]"])
def test_linked_data_is_found_within_what_pages_wrap_it_in(wrap: str) -> None:
    block = wrap.replace("{}", '{"@type": "Article", "datePublished": "2026-02-03", "author": "Asta Brun"}')
    report = page(f'<html><head><script type="application/ld+json">{block}</script></head><body>{BODY}</body></html>')
    assert (report.published, report.byline) == ("2026-02-03", ["Asta Brun"])


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<p></p>",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html><body><ul>" + "<li><a href='/a'>Council meets over new plan</a></li>" * 20 + "</ul></body></html>",
        "<html><body><script>var a = 'He said that it was all over.';</script></body></html>",
    ],
)
def test_a_page_without_an_article_is_an_error(html: str) -> None:
    with pytest.raises(EmptyInputError, match=r"^page: the page holds no article$"):
        page(html)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="windows-1251">', "utf-16"),
        ("", "utf-8"),
    ],
)
def test_a_page_is_read_in_its_encoding_whatever_it_declares(head: str, encoding: str) -> None:
    html = f"<html><head>{head}</head><body>{BODY}</body></html>"
    assert page(decode_page(html.encode(encoding), "page")).text == TEXT


def test_an_xml_declaration_does_not_garble_text_that_is_decoded() -> None:
    html = f'<?xml version="1.0" encoding="windows-1251"?>\n<html><body>{BODY}</body></html>'
    assert page(decode_page(html.encode(), "page")).text == TEXT


def test_mojibake_on_the_page_is_mended_in_text_and_title() -> None:
    html = "<html><body><h1>Ferryâ€™s return</h1>" + BODY.replace("“", "â€œ") + "</body></html>"
    report = page(html)
    assert report.title == "Ferry’s return"
    assert report.text == TEXT


PIECES = [
    *("<p>", "</p>", "<html>", "<body>", "<article>", "<script type='application/ld+json'>", "</script>", "<!--", "<"),
    *("<meta property='og:title' content='", "'>", "<time datetime=2026>", "<table>", "<li>", "<base href='http://['>"),
    *(
        "&#0;",
        "&#55296;",
        "\ud800",
        "\0",
        "\x85",
        "]]>",
        "The mayor said that it was closed. ",
        "{",
        '"@type": "Article"',
    ),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_page_is_a_report_or_a_named_error(html: str) -> None:
    with suppress(OnRecordError):
        assert page(html).text.strip()
