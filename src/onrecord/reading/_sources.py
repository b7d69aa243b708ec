"""What a source is, told by its words: an outlet, a document, a body that measures, an authority or person."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from onrecord.reading._outlets import find_outlets
from onrecord.vocabulary import load_vocabulary

__all__ = ["SourceKind", "source_kind"]

SourceKind = Literal["outlet", "platform", "document", "measuring", "authority", "own_document", "unknown"]

_WORD = re.compile(r"[^\W_][\w'-]*")
_END_OF_HEAD = frozenset(
    {"of", "by", "from", "in", "on", "for", "with", "at", "who", "which", "that", "to", "as", "about", "filed"}
    | {"released", "published", "obtained", "issued", "and", "or", "said", "says"}
)
_BY_AUTHORITY = re.compile(
    r"\b(?:by|from|of)\s+(?:the\s+|a\s+|its\s+)?(?:[\w-]+\s+){0,3}?(?:minister|secretary|president|director|chief|officials?)\b"
)
_PERSON = re.compile(r"^(?:[A-Z][\w\u2019'-]+\s+){1,2}[A-Z][\w\u2019'-]+$")


@cache
def _words(key: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return a list's single words, and its longer ones."""
    entries = load_vocabulary("sources")[key]["words"]
    return frozenset(e for e in entries if " " not in e), tuple(e for e in entries if " " in e)


def source_kind(source: str) -> SourceKind:
    """Return what the words of ``source`` say that it is; the noun at the head of the first phrase decides."""
    plain = source.replace("\u2019", "'")
    lower = plain.lower()
    words = [word.removesuffix("'s") for word in _WORD.findall(lower)]
    if _words("measuring")[0] & set(words) or any(phrase in lower for phrase in _words("measuring")[1]):
        return "measuring"
    head = _head(plain)
    outlets = find_outlets(source, expected=True)
    if any(outlet.end >= len(source.split(",")[0]) for outlet in outlets):
        return "platform" if outlets[-1].type == "platform" else "outlet"
    for key, kind in _KINDS:
        if head in _words(key)[0] or lower.endswith(_words(key)[1] or ("\n",)):
            return "own_document" if kind == "document" and _BY_AUTHORITY.search(lower) else kind
    if (_words("authorities")[0] | _titles()) & set(words):
        return "authority"
    if outlets:
        return "platform" if all(outlet.type == "platform" for outlet in outlets) else "outlet"
    return "authority" if _PERSON.match(source) else "unknown"


@cache
def _titles() -> frozenset[str]:
    return frozenset(load_vocabulary("sources")["authorities"]["titles"])


_KINDS: tuple[tuple[str, SourceKind], ...] = (
    ("documents", "document"),
    ("own_documents", "own_document"),
    ("media", "outlet"),
    ("authorities", "authority"),
)


def _head(source: str) -> str:
    head = ""
    for word in _WORD.findall(source.split(",")[0]):
        lower = word.lower().removesuffix("'s")
        if lower in _END_OF_HEAD and head:
            break
        head = lower
    return head
