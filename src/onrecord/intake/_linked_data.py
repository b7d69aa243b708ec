"""JSON-LD in a page: schema.org objects, and the one that describes its article."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["article_of", "find_objects", "names_of"]

_OTHER_ARTICLES = {"report", "blogposting", "liveblogposting", "socialmediaposting"}
_HOLDERS = ("@graph", "mainEntity")


def find_objects(tree: Any) -> list[dict[str, Any]]:  # noqa: ANN401 (lxml is not typed)
    """Return the objects at the head of the page's JSON-LD, in order; blocks that are no JSON are passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                found.extend(_objects(json.loads(_unwrapped(script.text), strict=False)))
            except (ValueError, RecursionError):
                continue
    return found


def _unwrapped(text: str) -> str:
    """Return the JSON without the comment or CDATA marks that some pages put round it, and without a last semicolon."""
    start, end = text.find("{"), text.rfind("}")
    if "[" in text[: max(start, 0)] and "CDATA" not in text[: max(start, 0)]:
        start, end = text.find("["), text.rfind("]")
    return text[start : end + 1]


def _objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        for key in _HOLDERS:
            yield from _objects(value.get(key))


def article_of(objects: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the first object that is an article of any kind, an empty one if none is."""
    return next((value for value in objects if any(_is_article(kind) for kind in _listed(value.get("@type")))), {})


def _is_article(kind: object) -> bool:
    return isinstance(kind, str) and (kind.lower().endswith("article") or kind.lower() in _OTHER_ARTICLES)


def names_of(value: object, objects: list[dict[str, Any]]) -> list[str]:
    """Return the names of the persons or bodies in ``value``: strings, objects, or references by ``@id``."""
    named = {known["@id"]: known for known in objects if isinstance(known.get("@id"), str) and "name" in known}
    names: list[str] = []
    for item in _listed(value):
        if isinstance(item, dict) and "name" not in item and "@id" in item:
            item = named.get(item["@id"], item) if isinstance(item["@id"], str) else item
        given = _listed(item.get("name") if isinstance(item, dict) else item)
        names.extend(" ".join(unescape(name).split()) for name in given if isinstance(name, str))
    return [name for name in dict.fromkeys(names) if name and not name.startswith(("http:", "https:"))]


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
