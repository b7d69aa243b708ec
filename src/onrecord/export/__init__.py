"""Export: a reading as text, as a web page, as JSON."""

from onrecord.export._json import iterate_json, iterate_json_lines
from onrecord.export._page import Entry, make_entry, to_html, to_html_index
from onrecord.export._text import to_text

__all__ = [
    "Entry",
    "iterate_json",
    "iterate_json_lines",
    "make_entry",
    "to_html",
    "to_html_index",
    "to_text",
]
