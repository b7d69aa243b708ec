"""About: the words that name whom a statement accuses or blames."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.reading._cues import cue_table, cue_tokens
from onrecord.reading._lemma import is_past
from onrecord.reading._surroundings import sentence_of

if TYPE_CHECKING:
    from onrecord.reading._marks import Attribution
    from onrecord.reading._reading import Span

__all__ = ["find_about"]

_WORD = re.compile(r"[^\W_][\w\u2019'-]*")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "stands", "stand"})
_ON = re.compile(r"^.{0,120}?\bon\s+(?=(?:the |a |an |his |her |their |its )?[\w\"\u201c])", re.DOTALL)
_TOWARDS = re.compile(r"^\s*(?:against|at|about|of|with|on|to|towards?|into|for)\s+")
_OBJECT_END = re.compile(
    r"\s+(?:of|for|over|after|with|by|because|in connection|in|as|on|during|while|when|that|who|which|at|from|and accus|and said)\b"
    r"|\s*[,.;:!?()\u2014\n\"\u201c\u201d]|(?:\u2019s|'s|\u2019(?=\s)|'(?=\s))"
)
_CLAUSE = re.compile(
    r"[;:!?\n\u2014()\"\u201c\u201d]|\s+(?:and|but|while|although|though|because|that|when|as|or|if|whether)\s+"
)
_AUXILIARY = re.compile(
    r"(?:\s*,?\s*\b(?:is|are|was|were|has|have|had|be|been|being|also|since|now|already|later|long|repeatedly|formally|however|then"
    r"|twice|often|will|would|could|may|might|\w+ly))+\s*$"
)
_RELATIVE = re.compile(r",?\s*\b(?:who|which|that|whom)$")
_LEAD = re.compile(
    r"^\s*(?:(?:In|On|By|Last|This|Earlier)\s+(?:(?:week|month|year|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|[A-Z][a-z]{2,5}day|\d{1,2}(?!\d)|\d{4})\b,?\s*)+|(?:In|On|At|By|During|After|Before|Since|For)\b[^,]*,\s*|(?:However|Meanwhile|Earlier|Separately|Later|Still|Also),?\s+)"
)
_AGE = re.compile(r"^\s*(?:\d|aged\b|from\b|of\b|a\b|an\b|the\b|who\b|which\b|whose\b|formerly\b|also\b|Jr|Sr|[a-z])")


def find_about(text: str, attribution: Attribution) -> Span | None:
    """Return the words naming the accused of an accusation, or none.

    Passive cues have them before ("X has been accused by"), others after ("accused X of", "blamed it on X",
    "accusations against X").
    """
    if not attribution.cue:
        return None
    start, end = sentence_of(text, attribution)
    verb = _accusing(text, attribution)
    if verb is None:
        return None
    at, stop, form = verb
    if _is_passive(text, start, at, form):
        return _subject(text, start, at)
    return _object(text, stop, end, form)


def _accusing(text: str, attribution: Attribution) -> tuple[int, int, str] | None:
    """The word of the cue that accuses: its place and its form; of a phrase the last word that is in the cue."""
    table = cue_table()
    for start, end in attribution.cue:
        words = [(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(text, start, end)]
        for at, stop, form in words:
            single = table.single.get(form)
            if single is not None and single.stance == "accuse":
                return at, stop, form
    if any(
        hit.cue.stance == "accuse" for hit in table.find(cue_tokens(" ".join(text[s:e] for s, e in attribution.cue)))
    ):
        start, end = attribution.cue[-1]
        return start, end, ""
    return None


def _is_passive(text: str, start: int, at: int, form: str) -> bool:
    before = [match[0].lower() for match in _WORD.finditer(text, max(start, at - 40), at)]
    while before and (
        before[-1].endswith("ly") or before[-1] in ("also", "since", "long", "now", "not", "however", "been")
    ):
        if before.pop() == "been":
            return is_past(form)
    return bool(before) and before[-1] in _BE and is_past(form)


def _object(text: str, stop: int, end: int, form: str) -> Span | None:
    if form.startswith(("blam", "attribut", "pin")):
        match = _ON.match(text[stop:end])
        if match and not re.match(r"^\s*(?:the )?[A-Z][^,.]*?\b(?:for|in)\b", text[stop : stop + match.end()]):
            stop += match.end()
    towards = _TOWARDS.match(text[stop:end])
    if towards:
        stop += towards.end()
    match = _OBJECT_END.search(text, stop, end)
    return _trimmed(text, stop, match.start() if match else end)


def _subject(text: str, start: int, at: int) -> Span | None:
    """The subject of a passive cue; "who" gives what stands before it, and "Lee, 48, was" gives Lee."""
    for match in _CLAUSE.finditer(text, start, at):
        start = match.end()
    lead = _LEAD.match(text[start:at])
    start += lead.end() if lead else 0
    auxiliary = _AUXILIARY.search(text[start:at])
    at = start + auxiliary.start() if auxiliary else at
    relative = _RELATIVE.search(text[start:at])
    at = start + relative.start() if relative else at
    pieces = text[start:at].split(",")
    kept = pieces[0] if len(pieces) > 1 and all(_AGE.match(piece) for piece in pieces[1:]) else pieces[-1]
    offset = start if kept is pieces[0] else at - len(kept)
    return _trimmed(text, offset, offset + len(kept))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    bare = words.strip(" ,\t\u00a0")
    if not bare or len(bare) > 120:
        return None
    start += words.index(bare)
    return start, start + len(bare)
