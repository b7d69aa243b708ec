"""Pages: the report in an HTML page, its paragraphs kept, what stands round it left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from onrecord._exceptions import EmptyInputError, MalformedInputError, TooLargeError
from onrecord.intake._encoding import decode, mend
from onrecord.intake._metadata import Metadata, fold, host_of, read_metadata
from onrecord.intake._report import TEXT_LIMIT, Report, exceeds, make_report

if TYPE_CHECKING:
    from onrecord.intake._records import Given

__all__ = ["decode_page", "read_page"]

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]+)", re.I
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")  # what the HTML parser cannot take
_LIST_MARK = re.compile(r"^- ")
_SENTENCE_END = re.compile("[.!?\u2026][\"'\u201d\u2019\u00bb)\\]]*(?:\\s|$)|[\u3002\uff01\uff1f]")
# What is left of a line of dates whose <time> elements were taken for metadata: "· Last modified on".
_DATE_LINE = re.compile(
    r"\W*(?:(?:first|last)\s+)?(?:modified|posted|published|updated)\b"
    r"(?:[\W\d]|(?:on|at|[ap]\.?m|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?"
    r"|(?-i:[A-Z]{2,4}))(?![a-z])){0,40}",
    re.I,
)
_SPACELESS_END = re.compile("[\u3002\uff01\uff1f]")


def decode_page(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the HTML of ``data``; ``declared`` is the encoding in the HTTP header, before the one in the page."""
    match = _CHARSET.search(data, 0, 4096)
    in_page = (match[1] or match[2]).decode("ascii") if match else None
    return decode(data, name, declared or in_page)


def read_page(html: str, name: str, given: Given, *, base: str | None = None, **fields: Any) -> Report:  # noqa: ANN401
    """Return the report in a page that came from ``base``; ``fields`` are known already and go before the page's own.

    Raises `EmptyInputError` if the page has no article, `TooLargeError` over `TEXT_LIMIT`.
    """
    if exceeds(html, TEXT_LIMIT):
        raise TooLargeError(name, f"the page is larger than {TEXT_LIMIT // 1_000_000} MB, the most that is read")
    metadata, text = _extract(html, name, base)
    headline, text = _part_from_headline(mend(text), [mend(title) for title in metadata.headlines])
    text = _without_date_line(text)
    if not any(map(_holds_sentence, text.split("\n"))):
        raise EmptyInputError(name, "the page holds no article")
    found = {
        "title": headline,
        "url": metadata.url,
        "publisher": mend(metadata.publisher or "") or given.publisher or host_of(base),
        "date": metadata.published or given.date,
        "modified": metadata.modified,
        "byline": [mend(writer) for writer in metadata.byline],
        "language": metadata.language,
    }
    return make_report(text, name=name, **{**found, **fields})


def _extract(html: str, name: str, url: str | None) -> tuple[Metadata, str]:
    from trafilatura import bare_extraction, load_html

    html = _NO_CHARACTER.sub("\ufffd", _XML_DECLARATION.sub("", html, count=1))
    try:
        # The parser refuses a page of a single element, which a wrapped one never is.
        tree = load_html(html if "<html" in html[:5000].lower() else f"<html><body><div>{html}</div></body></html>")
        metadata = read_metadata(tree, url) if tree is not None else None
        document: Any = bare_extraction(tree, url=url, include_comments=False) if tree is not None else None
    except Exception as error:  # whatever a damaged page sets off in the libraries, the batch goes on
        raise MalformedInputError(name, "the page cannot be read as HTML") from error
    if metadata is None or document is None:
        raise EmptyInputError(name, "the page holds no article")
    return metadata, _paragraphs(document)


def _paragraphs(document: Any) -> str:  # noqa: ANN401 (trafilatura's document or dictionary)
    lines = (document.text or "").split("\n")
    if document.body.find(".//list") is not None:
        lines = [_LIST_MARK.sub("", line) for line in lines]
    if document.body.find(".//table") is not None:
        lines = [line.strip("| ") for line in lines]
    return "\n\n".join(line.strip(" ") for line in lines if line and not line.isspace())


def _part_from_headline(text: str, headlines: list[str]) -> tuple[str | None, str]:
    """Return the headline and the text without it, where it is the text's first paragraph too."""
    first, _, rest = text.partition("\n\n")
    if rest and fold(first) and any(fold(first) == fold(title) for title in headlines):
        return first, rest
    return (headlines[0] if headlines else None), text


def _without_date_line(text: str) -> str:
    """Return ``text`` without a first paragraph that only says when the page was published or changed."""
    first, _, rest = text.partition("\n\n")
    return rest if rest and _DATE_LINE.fullmatch(first) else text


def _holds_sentence(paragraph: str) -> bool:
    """Five words or more and the end of a sentence: what lists of links and menus lack."""
    if len(paragraph.split(None, 4)) < 5 and not _SPACELESS_END.search(paragraph):
        return False
    return _SENTENCE_END.search(paragraph) is not None
