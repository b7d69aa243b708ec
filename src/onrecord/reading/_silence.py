"""Silence: a party that has not spoken, told by a negated or refused act of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading._cue_window import CueWindow, is_auxiliary, is_passive
from onrecord.reading._cues import CueTable, cue_tokens

if TYPE_CHECKING:
    from onrecord.reading._marks import Attribution

__all__ = ["why_silent"]

_REFUSALS = frozenset({"decline", "refuse", "refusal"})
_ANSWERS = frozenset({"comment", "interview", "interviews", "interviewed"})
_GIVING = frozenset({"give", "provide", "identify", "name", "mention", "address", "return", "release"})
"""After "does not" these tell of a habit or of things, not of an answer withheld."""
_LONGEST_NOBODY = 6
_FILLERS = frozenset({"any", "anything", "immediate", "be"})


def why_silent(text: str, attribution: Attribution, window: CueWindow, table: CueTable) -> str:
    """Return the words that show a silence ("not \u2026 respond", "decline to say"), or nothing where there is none."""
    for index, token in enumerate(window.tokens[: window.end]):
        single = table.single.get(token)
        if single is not None and single.lemma in _REFUSALS:
            following = [
                word for word in window.tokens[index + 1 : index + 5] if not word.endswith("ly") or word == "reply"
            ]
            why = _refused(following, single.lemma, table)
        else:
            why = _negated(window, index, table) if token in table.negation else ""
        if why:
            return why
    return _nobody(text, attribution, window, table)


def _refused(following: list[str], lemma: str, table: CueTable) -> str:
    if not _ANSWERS.isdisjoint(following):
        return f"{lemma}, comment"
    refused = following[:1] == ["to"] and len(following) > 1 and following[1] in table.silence
    return f"{lemma} to {following[1]}" if refused else ""


def _negated(window: CueWindow, index: int, table: CueTable) -> str:
    tokens = window.tokens
    for offset, word in enumerate(tokens[index + 1 : index + 5], index + 1):
        if word in _GIVING and index and tokens[index - 1] in ("do", "does"):
            return ""
        if word in table.silence and offset < max(window.end, index + 3) and not is_passive(tokens, offset):
            return f"{tokens[index]} \u2026 {word}"
        if not (is_auxiliary(word, table) or word in _FILLERS):
            return ""
    return ""


def _nobody(text: str, attribution: Attribution, window: CueWindow, table: CueTable) -> str:
    """A source that is nobody: "neither company has identified"."""
    first = cue_tokens(text[attribution.source[0][0] : attribution.source[0][1]]) if attribution.source else []
    if first and len(first) <= _LONGEST_NOBODY and first[0] in ("neither", "no", "none", "nobody"):
        return next(
            (f"{first[0]} \u2026 {t}" for t in window.tokens[window.start : window.end] if t in table.silence), ""
        )
    return ""
