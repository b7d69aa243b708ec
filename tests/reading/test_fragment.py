from __future__ import annotations

from html.parser import HTMLParser

from tests.factory import make_reading, make_statement, read_story

from onrecord.reading._fragment import to_fragment


class Cells(HTMLParser):
    """Collects the rows of a table, and every tag."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.feed(fragment)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows:
            self.rows[-1][-1] += data


def test_a_row_for_each_statement() -> None:
    rows = Cells(to_fragment(read_story())).rows
    assert rows[0] == ["who", "stance", "what"]
    assert rows[4][:2] == ["Ines Calloway", "states via Harbour Radio"]
    assert rows[5] == ["", "", '"We will open it again when it is safe."']
    assert rows[10] == ["(no source given)", "claims", "Three workers were … on the bridge"]
    assert len(rows) == 13


def test_nested_statements_are_indented() -> None:
    fragment = to_fragment(read_story())
    assert fragment.count("padding-left:") == 1


def test_circles_end() -> None:
    statements = [make_statement("x", "a", content="x", in_="b"), make_statement("x", "b", content="x", in_="a")]
    assert len(Cells(to_fragment(make_reading("x", statements))).rows) == 3


def test_all_text_is_escaped() -> None:
    text = "<script>alert('1')</script>\"&"
    reading = make_reading(text, [make_statement(text, "s", content=text, stance="<b>")], title="</caption><svg>")
    assert Cells(to_fragment(reading)).tags == {"table", "caption", "thead", "tbody", "tr", "th", "td"}


def test_notebooks_show_it() -> None:
    assert read_story()._repr_html_() == to_fragment(read_story())
