"""Headlines: their own ways to attribute, as in "Bridge falls, mayor says"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading._cues import cue_table, cue_tokens
from onrecord.reading._marks import Attribution
from onrecord.reading._reading import Span

__all__ = ["add_headline", "headline_of"]

_LONGEST = 200
_END = re.compile(r"[.!?][\"'\u2019\u201d]?$")
_AFTER = re.compile(
    r"(?P<content>.+?)\s*(?:,|\s[\u2013\u2014-])\s+(?P<source>[^,:\u2013\u2014]{2,60}?)\s+(?P<cue>[a-z]+s|say|warn|confirm|report|claim)$"
)
_SCORE = 0.8
_LONGEST_SOURCE = 7
_TELLING = frozenset({"confirm", "claim", "warn"})


def headline_of(text: str) -> Span | None:
    """Return the headline at the head of ``text``: a first line that is short, ends no sentence, and more follows."""
    end = text.find("\n")
    if not 0 < end <= _LONGEST or _END.search(text[:end].rstrip()):
        return None
    return 0, len(text[:end].rstrip())


def add_headline(text: str, headline: Span | None, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with that of the headline, where none was found in it.

    Only a cue that tells news counts: "Bridge falls, town mourns" attributes nothing.
    """
    found = list(attributions)
    if headline is None or any(a.cue and a.cue[0][0] < headline[1] and a.cue[0][0] >= headline[0] for a in found):
        return found
    match = _AFTER.match(text, *headline)
    if match is None or not _is_cue(match["cue"]) or len(match["source"].split()) > _LONGEST_SOURCE:
        return found
    made = Attribution((match.span("source"),), (match.span("cue"),), (match.span("content"),), _SCORE)
    return [made, *(a for a in found if a.content[0][0] >= headline[1] or a.content[-1][1] <= headline[0])]


def _is_cue(word: str) -> bool:
    table = cue_table()
    return any(
        hit.cue.part == "verb" and (hit.cue.lemma in table.reporting or hit.cue.stance in _TELLING)
        for hit in table.find(cue_tokens(word))
    )
