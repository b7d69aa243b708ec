"""What a page says of itself: headlines, writers, publisher, language, address and times.

Read from JSON-LD (schema.org), then from ``meta`` elements (Open Graph, Dublin Core, microdata), then from the page's
own elements. What none of them gives is left to trafilatura and htmldate, which read it from the page's layout.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from onrecord.intake._dates import parse_date
from onrecord.intake._linked_data import article_of, find_objects, names_of

__all__ = ["Metadata", "fold", "host_of", "read_metadata"]

_TITLE = ("og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "title")
_AUTHOR = ("author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")
_PUBLISHER = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
_PUBLISHED = (
    *("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("publish-date", "publication_date", "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created"),
    *("dc.date", "date"),
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")
_SEPARATOR = re.compile(r"\s+[|\u2013\u2014\u00b7\u00bb:-]\s+")
_BY = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)
_BETWEEN_WRITERS = re.compile(r"\s*(?:[,;|]|\band\b|\bund\b|&)\s*")


class Metadata(NamedTuple):
    """What a page says of itself; ``headlines`` are its headline in every form, the best first."""

    headlines: list[str]
    byline: list[str]
    publisher: str | None
    language: str | None
    url: str | None
    published: str | None
    modified: str | None


def read_metadata(tree: Any, url: str | None) -> Metadata:  # noqa: ANN401 (lxml is not typed)
    """Return what the parsed page ``tree``, fetched from ``url``, says of itself."""
    meta = _meta(tree)
    objects = find_objects(tree)
    article = article_of(objects)
    publisher = next(iter(names_of(article.get("publisher"), objects)), None) or _first(meta, _PUBLISHER)
    address = _address(tree, meta, url)
    published = _date(article.get("datePublished")) or _first_date(meta, _PUBLISHED)
    byline = names_of(article.get("author"), objects) or _writers(_first(meta, _AUTHOR))
    layout = _read_layout(tree, address) if not (published and byline) else _NO_LAYOUT
    return Metadata(
        headlines=_headlines(tree, article, meta, publisher),
        byline=[writer for writer in byline or layout.byline if fold(writer) != fold(publisher or "")],
        publisher=publisher,
        language=_language(tree, article, meta),
        url=address,
        published=published or _time_element(tree, layout.published),
        modified=_date(article.get("dateModified")) or _first_date(meta, _MODIFIED),
    )


def fold(text: str) -> str:
    """Return the letters and digits of ``text`` in small letters: what two forms of one headline share."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _meta(tree: Any) -> dict[str, str]:  # noqa: ANN401
    found: dict[str, str] = {}
    for element in tree.xpath("//meta | //*[@itemprop][@datetime or @content]"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or element.get("datetime") or "").strip()
        if key and content:
            found.setdefault(key.strip().lower(), " ".join(content.split()))
    return found


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key] for key in keys if key in meta and not meta[key].startswith(("http", "@"))), None)


def _first_date(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((date for key in keys if key in meta and (date := parse_date(meta[key]))), None)


def _date(value: object) -> str | None:
    return parse_date(value) if isinstance(value, str) else None


def _headlines(tree: Any, article: dict[str, Any], meta: dict[str, str], publisher: str | None) -> list[str]:  # noqa: ANN401
    """Return the headline's forms: what the page shows as such before what it tells machines and other sites."""
    shown = [" ".join(h1.text_content().split()) for h1 in tree.iter("h1")]
    shown = [h1 for h1 in shown if h1 and fold(h1) != fold(publisher or "")]
    told = [_without_site(meta[key], publisher) for key in _TITLE if key in meta]
    told += [
        _without_site(" ".join(title.text_content().split()), publisher) for title in tree.xpath("//head/title[1]")
    ]
    headline = article.get("headline")
    if isinstance(headline, str) and headline.strip():
        told.insert(0, " ".join(unescape(headline).split()))
    folded = {fold(title) for title in told}
    in_both = [h1 for h1 in shown if fold(h1) in folded]
    lone = shown if len(shown) == 1 else []
    return [title for title in dict.fromkeys([*in_both, *lone, *told, *shown]) if title]


def _without_site(title: str, publisher: str | None) -> str:
    parts = _SEPARATOR.split(title)
    if publisher and len(parts) > 1 and fold(parts[-1]) == fold(publisher):
        return title[: title.rindex(parts[-1])].rstrip(" |\u2013\u2014\u00b7\u00bb:-")
    return title


def _writers(value: str | None) -> list[str]:
    parts = _BETWEEN_WRITERS.split(_BY.sub("", value)) if value else []
    return list(dict.fromkeys(part for part in parts if part))


def _language(tree: Any, article: dict[str, Any], meta: dict[str, str]) -> str | None:  # noqa: ANN401
    stated = (tree.get("lang"), article.get("inLanguage"), meta.get("og:locale"), meta.get("language"))
    for value in stated:
        match = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", value) if isinstance(value, str) else None
        if match:
            return match[1].lower()
    return None


def _address(tree: Any, meta: dict[str, str], url: str | None) -> str | None:  # noqa: ANN401
    """Return the canonical address, unless it is a front page's, as misconfigured sites give, or no web address."""
    stated = [*tree.xpath("//link[@rel='canonical']/@href"), meta.get("og:url")]
    for value in filter(None, stated):
        try:
            address = urljoin(url or "", value.strip())
            parts = urlsplit(address)
            front = not (parts.path.strip("/") or parts.query) and bool(url and urlsplit(url).path.strip("/"))
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc and not front:
            return str(address)
    return url


def host_of(url: str | None) -> str | None:
    """Return the host of an address without ``www.``, ``None`` if there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
    except ValueError:
        return None


class _Layout(NamedTuple):
    byline: list[str]
    published: str | None


_NO_LAYOUT = _Layout([], None)


def _read_layout(tree: Any, url: str | None) -> _Layout:  # noqa: ANN401
    """Return the writers and the day that the page's layout shows; not the day of some date anywhere in its text."""
    from trafilatura import extract_metadata

    found = extract_metadata(tree, url, {"original_date": True, "extensive_search": False})
    return _Layout(_writers((found.author or "").replace("; ", ", ")), parse_date(found.date) if found.date else None)


def _time_element(tree: Any, day: str | None) -> str | None:  # noqa: ANN401
    """Return the time and zone of the ``time`` element that gives ``day``, else ``day``."""
    times = (parse_date(value) for value in tree.xpath("//time/@datetime")) if day else ()
    return next((time for time in times if time and time.startswith(day or "")), day)
