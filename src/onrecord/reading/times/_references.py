"""Rules for no time in particular: "now", "recently", "the future"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import REFERENCES, alternatives

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["RULES"]

_PAST_ALONE = re.compile(r" ?[.,;:!?)\"']| (?:and|but|have|has|was|were|when|is)\b")
_AHEAD = re.compile(r" (?:[\w']+ ){0,3}(?:will|may|might|could)\b")
_AFTER_THAT = re.compile(r" (?:after|as)\b")


def _is_now(text: str, start: int, end: int) -> bool:
    return not text.startswith(" that", end) and not text.endswith("from ", 0, start)


def _is_past(text: str, start: int, end: int) -> bool:
    """The past by itself, not that of "the past two weeks" or "the past champion"."""
    return text.endswith("in ", 0, start) or _PAST_ALONE.match(text, end) is not None


_CHECKS: dict[str, Callable[[str, int, int], bool]] = {
    "now": _is_now,
    "the past": _is_past,
    "the recent past": _is_past,
    "soon": lambda text, _, end: _AFTER_THAT.match(text, end) is None,
    "one day": lambda text, _, end: _AHEAD.match(text, end) is not None,
}
"""What the words round a reference must allow."""


def _reference(value: str) -> Rule:
    def read(match: re.Match[str], context: Context) -> Found | None:
        check = _CHECKS.get(match[0].lower())
        return Found("DATE", value) if check is None or check(context.text, *match.span()) else None

    return rule(f"{alternatives(REFERENCES[value])}(?![\\w-])", read)


RULES: list[Rule] = [_reference(value) for value in REFERENCES]
