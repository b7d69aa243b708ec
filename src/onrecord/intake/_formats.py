"""Formats of input: which one a name or the first bytes show, and what is no text at all."""

from __future__ import annotations

import re
from enum import Enum

from onrecord._exceptions import NotTextError
from onrecord.intake._encoding import utf_16_without_mark

__all__ = [
    "HEAD_BYTES",
    "NOTES",
    "SUFFIXES",
    "Format",
    "format_of_head",
    "format_of_name",
    "is_report_name",
    "refuse_binary",
]

HEAD_BYTES = 8192
"""How many of the first bytes are looked at."""


class Format(Enum):
    """How reports are written in an input."""

    PLAIN = "plain text"
    HTML = "HTML"
    JSON_LINES = "JSON lines"
    JSON = "JSON"


SUFFIXES = {
    ".txt": Format.PLAIN,
    ".md": Format.PLAIN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".json": Format.JSON,
}
"""The suffixes that are known, each also with ``.gz`` after it."""

NOTES = (".md",)
"""Suffixes of what stands beside reports more often than it is one: read where it is named, passed over in a folder."""

_BINARY = (
    (b"%PDF-", "it is a PDF: save its text as .txt"),
    (b"{\\rtf", "it is an RTF document: save it as plain text"),
    (b"PK\x03\x04", "it is a ZIP archive or an office document: unpack it, or save its text as .txt"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is an old office document: save its text as .txt"),
    (b"\x89PNG\r\n", "it is a PNG image"),
    (b"\xff\xd8\xff", "it is a JPEG image"),
    (b"GIF87a", "it is a GIF image"),
    (b"GIF89a", "it is a GIF image"),
    (b"RIFF", "it is an image, a sound or a film (RIFF)"),
    (b"ID3", "it is a sound (MP3)"),
    (b"OggS", "it is a sound or a film (Ogg)"),
    (b"\x1f\x8b", "it is a gzip file inside a gzip file"),
    (b"BZh", "it is a bzip2 archive: unpack it first"),
    (b"\xfd7zXZ\0", "it is an XZ archive: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "it is a 7z archive: unpack it first"),
    (b"Rar!\x1a\x07", "it is a RAR archive: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "it is a Zstandard archive: unpack it first"),
    (b"SQLite format 3\0", "it is an SQLite database"),
    (b"PAR1", "it is a Parquet file"),
    (b"\x7fELF", "it is a program"),
)
_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))) + b"\x7f"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b", re.I | re.S
)


def format_of_name(name: str) -> Format | None:
    """Return the format that the suffix of ``name`` shows, ``None`` if it shows none."""
    name = name.lower().removesuffix(".gz")
    dot = name.rfind(".")
    return SUFFIXES.get(name[dot:]) if dot >= 0 else None


def is_report_name(name: str) -> bool:
    """Tell whether a file of that name in a folder is read as a report."""
    return format_of_name(name) is not None and not name.lower().removesuffix(".gz").endswith(NOTES)


def format_of_head(head: bytes) -> Format:
    """Return the format that the first bytes show: HTML, JSON (lines or one report), else plain text."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(head):
        return Format.HTML
    return Format.JSON if re.match(rb'\s*\{\s*(?:"|$)', head) else Format.PLAIN


def refuse_binary(head: bytes, name: str) -> None:
    """Raise `NotTextError` if the first bytes are those of a known binary format, or of none that holds text."""
    for magic, cause in _BINARY:
        # Words may begin a text too: "BZh", "PAR1".
        if head.startswith(magic) and not (magic.isalnum() and head.isascii() and 0 not in head):
            raise NotTextError(name, cause)
    if head.startswith(_UTF_16_OR_32):
        return
    zeros = head.count(0)
    if zeros and not utf_16_without_mark(head):
        raise NotTextError(name, "it is binary: it holds zero bytes")
    if len(head) - zeros - len(head.translate(None, _CONTROLS)) > len(head) * 0.05:
        raise NotTextError(name, "it is binary: it is full of control characters")
