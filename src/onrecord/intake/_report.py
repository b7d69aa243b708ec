"""The report: one version of one published text."""

from __future__ import annotations

import hashlib

import msgspec

__all__ = ["Report"]


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
