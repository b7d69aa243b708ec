"""Small words for people: dates, and text made safe to show."""

from __future__ import annotations

import re

__all__ = ["capitalized", "date_in_words", "printable"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DATE = re.compile(
    r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?"
)
# Controls of the terminal and of the browser's parser, lone surrogates, noncharacters.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Embeddings, overrides and isolates, which change the order of what follows them on the line (Unicode UAX 9).
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


def capitalized(name: str) -> str:
    """Return ``name`` as it begins a line: "officials" as "Officials"; "iPhone makers" and "eBay" as they are."""
    first = name.partition(" ")[0]
    return name[:1].upper() + name[1:] if first.islower() else name


def date_in_words(date: str) -> str:
    """Return an ISO 8601 date in words: "6 February 2026", "February 2026"; any other text as it is.

    A time and zone are kept: "6 February 2026, 14:05 +03:00".
    """
    found = DATE.fullmatch(date)
    if not found:
        return date
    year, month, day, time, zone = found.groups()
    words = " ".join(part for part in (day and str(int(day)), month and MONTHS[int(month) - 1], year) if part)
    clock = " ".join(part for part in (time, "UTC" if zone == "Z" else zone) if part)
    return f"{words}, {clock}" if clock else words


def printable(text: str, *, keep_direction: bool = False) -> str:
    """Return ``text`` with whatever could steer a terminal or a parser replaced by U+FFFD.

    Controls that change the writing direction are dropped, unless the place shown contains them.
    """
    text = UNPRINTABLE.sub("\ufffd", text)
    return text if keep_direction else DIRECTION.sub("", text)
