"""The report: one version of one published text."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import msgspec

from onrecord._exceptions import EmptyInputError, MalformedInputError, TooLargeError
from onrecord.intake._dates import iso_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

__all__ = ["TEXT_LIMIT", "Report", "make_report"]

_SURROGATE = re.compile("[\ud800-\udfff]")

TEXT_LIMIT = 20_000_000
"""The largest report that is read: 20 MB, of a file or page as it comes and of a text in UTF-8."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One version of one published text, as taken in; nothing alters it afterwards.

    Dates are ISO 8601: ``2026-02-06``, or with time and zone where the page gives them.
    """

    id: str
    """Given by the input, or made from publisher, title and text."""
    text: str
    """The text that every offset indexes, end exclusive."""
    title: str | None = None
    """A headline that is not part of the text."""
    url: str | None = None
    publisher: str | None = None
    byline: list[str] = []
    published: str | None = None
    modified: str | None = None
    language: str | None = None

    @staticmethod
    def make_id(text: str, title: str | None = None, publisher: str | None = None) -> str:
        """Return an id that the same content always gets: 16 hexadecimal digits."""
        key = "\x1f".join((publisher or "", title or "", text))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def make_report(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    date: str | dt.date | None = None,
    modified: str | dt.date | None = None,
    byline: Iterable[str] = (),
    language: str | None = None,
    name: str = "text",
) -> Report:
    """Return the report of a text in memory, the text kept character by character.

    ``date`` is when it was published, as ISO 8601 or a `datetime.date`; ``name`` names the text in errors.

    Raises `EmptyInputError` if there is nothing but white space, `TooLargeError` over `TEXT_LIMIT` in UTF-8,
    `MalformedInputError` if it holds half of a surrogate pair, which no encoding can write, `OptionError` if a date is
    none.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    if not text or text.isspace():
        raise EmptyInputError(name, "it holds no text")
    if exceeds(text, TEXT_LIMIT):
        raise TooLargeError(name, f"the text is larger than {TEXT_LIMIT // 1_000_000} MB, the most that is read")
    for words in (text, title or ""):
        if half := _SURROGATE.search(words):
            cause = f"half of a surrogate pair at character {half.start()}: it is no Unicode text"
            raise MalformedInputError(name, cause)
    title, publisher = title or None, publisher or None
    return Report(
        id=id or Report.make_id(text, title, publisher),
        text=text,
        title=title,
        url=url or None,
        publisher=publisher,
        byline=list(byline),
        published=iso_date(date),
        modified=iso_date(modified),
        language=language or None,
    )


def exceeds(text: str, limit: int) -> bool:
    """Tell whether ``text`` takes more than ``limit`` bytes in UTF-8, without encoding it where its length decides."""
    if len(text) > limit:
        return True
    return len(text) * 4 > limit and len(text.encode("utf-8", "surrogatepass")) > limit
