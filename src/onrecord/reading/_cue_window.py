"""The tokens about a cue, and the grammar that they show: auxiliaries, negation, the passive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.reading._cues import CueTable, cue_tokens
from onrecord.reading._lemma import is_past

if TYPE_CHECKING:
    from onrecord.reading._marks import Attribution

__all__ = ["CueWindow", "clause_after", "cue_window", "is_auxiliary", "is_passive"]

_BREAK = re.compile(r"[.,;:!?\n\"\u201c\u201d\u2014()]")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "get", "got", "gets"})
_BETWEEN = frozenset({"also", "not", "first", "long", "yet", "now"})


class CueWindow(NamedTuple):
    """The cue's tokens with those just before and after; the cue is ``tokens[start:end]``."""

    tokens: list[str]
    start: int
    end: int


def cue_window(text: str, attribution: Attribution, table: CueTable) -> CueWindow:
    """Return the tokens of the cue with the auxiliaries, negations and adverbs before it, and four after it."""
    start, end = attribution.cue[0][0], attribution.cue[-1][1]
    left = cue_tokens(_BREAK.split(text[max(0, start - 50) : start])[-1])
    kept = len(left)
    while kept > 0 and len(left) - kept < 4 and is_auxiliary(left[kept - 1], table):
        kept -= 1
    cue = [token for span in attribution.cue for token in cue_tokens(text[span[0] : span[1]])]
    right = cue_tokens(clause_after(text, end, 40))[:4]
    return CueWindow([*left[kept:], *cue, *right], len(left) - kept, len(left) - kept + len(cue))


def is_auxiliary(token: str, table: CueTable) -> bool:
    """Whether a token may stand between a negation and its verb: auxiliaries, adverbs, words of distance."""
    if token in table.auxiliaries or token in table.negation or (token.endswith("ly") and len(token) > 4):
        return True
    single = table.single.get(token)
    return single is not None and single.stance == "claim" and single.part == "word"


def clause_after(text: str, start: int, reach: int) -> str:
    """Return the words from ``start`` to the next mark of punctuation, ``reach`` characters at most."""
    return _BREAK.split(text[start : start + reach], maxsplit=1)[0]


def is_passive(tokens: list[str], index: int) -> bool:
    """Whether the verb at ``index`` is a participle after a form of "be"."""
    if not is_past(tokens[index]):
        return False
    back = index - 1
    while back >= 0 and (tokens[back].endswith("ly") or tokens[back] in _BETWEEN):
        back -= 1
    return back >= 0 and tokens[back] in _BE
