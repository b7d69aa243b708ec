"""Rules for no time in particular: "now", "recently", "the future"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import REFERENCES

if TYPE_CHECKING:
    import re

__all__ = ["RULES"]


def _reference(value: str) -> Rule:
    def read(match: re.Match[str], context: Context) -> Found | None:
        return Found("DATE", value)

    return rule(f"(?:{'|'.join(REFERENCES[value])})(?!\\w|-)", read)


RULES: list[Rule] = [_reference(value) for value in REFERENCES]
