"""Stance: what a speaker does with what is said, told by the cue's lemma and its grammar, not by its tone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.reading._cue_window import CueWindow, clause_after, cue_window, is_auxiliary, is_passive
from onrecord.reading._cues import Cue, CueTable, Found, cue_table, cue_tokens
from onrecord.reading._silence import why_silent
from onrecord.reading._sources import SourceKind, source_kind

if TYPE_CHECKING:
    from onrecord.reading._marks import Attribution

__all__ = ["Judgement", "Speaker", "judge_stance"]

_PLAIN_SAYING = frozenset({"say", "report"})
_FORECASTS = frozenset({"estimate", "predict", "forecast", "project", "assess"})
_TRANSITIVE = frozenset({"express", "offer", "voice", "raise", "release", "file"})
_ITSELF = re.compile(r"^\W*(?:it|its|we|our)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"^\s*(?:not )?to [a-z]")
_STAND_INS = ("it", "they", "which", "that", "who", "agency")
_PREFIXES = ("counter", "re-", "re", "mis", "over", "out", "pre", "co-")
_SUFFIXES = (
    *(("ation", "e"), ("ation", ""), ("ment", ""), ("al", ""), ("al", "e"), ("ance", "")),
    *(("er", ""), ("er", "e"), ("or", ""), ("ion", ""), ("ion", "e")),
)


class Speaker(NamedTuple):
    """The entity that a source refers to: its name, and its type in the vocabulary of entity types."""

    name: str
    type: str = ""


class Judgement(NamedTuple):
    """A stance of the vocabulary, and why."""

    stance: str
    reason: str


def judge_stance(
    text: str, attribution: Attribution, *, before: Judgement | None = None, speaker: Speaker | None = None
) -> Judgement:
    """Return the stance of ``attribution`` and the reason.

    ``before`` is the judgement of the attribution that this one continues; ``speaker`` who its source is, which tells
    what "it" is, and an outlet that no list knows.
    """
    if not attribution.cue:
        return _continued(before)
    table = cue_table()
    window = cue_window(text, attribution, table)
    words = " ".join(text[start:end] for start, end in attribution.cue)
    silent = why_silent(text, attribution, window, table)
    if silent:
        return Judgement("no_comment", f"\u201c{words}\u201d: {silent}")
    found = _head(window, table)
    found = _carried(text, attribution, found, table) if found else None
    if found is None or not found.cue.stance:
        return _unknown(text, attribution, words, speaker)
    stance, why = _by_grammar(text, attribution, window, found, table)
    if stance == "promise" and text[attribution.content[0][0] :].startswith("no "):
        stance, why = "state", " with nothing offered"
    if stance in ("state", "report", "believe"):
        stance, why = _by_source(text, attribution, found.cue, stance, why, speaker)
    doubt = f" ({found.cue.doubt})" if found.cue.doubt and stance == found.cue.stance else ""
    return Judgement(stance, f"\u201c{words}\u201d: {found.cue.lemma}{why}{doubt}")


def _unknown(text: str, attribution: Attribution, words: str, speaker: Speaker | None) -> Judgement:
    kind = _kind_of_source(text, attribution, speaker) if attribution.source else "unknown"
    if kind in ("outlet", "document", "measuring"):
        return Judgement("report", f"\u201c{words}\u201d is no cue of the table: taken as the report of its source")
    return Judgement("state", f"\u201c{words}\u201d is no cue of the table: taken as plain saying")


def _continued(before: Judgement | None) -> Judgement:
    if before is not None and before.stance in ("warn", "report"):
        return Judgement(before.stance, "the quotation goes on: " + before.reason)
    return Judgement("state", "no cue: the quotation goes on")


def _head(window: CueWindow, table: CueTable) -> Found | None:
    """The first cue that does not merely carry another; a word of distance or of silence goes before it.

    A cue of auxiliaries alone ("was | accused") is read on.
    """
    bare = all(is_auxiliary(token, table) for token in window.tokens[window.start : window.end])
    found = [hit for hit in table.find(window.tokens) if hit.start < window.end or bare]
    for hit in found:
        if hit.cue.stance in ("claim", "no_comment") and hit.cue.part == "word":
            return hit
    found = [hit for hit in found if hit.end > window.start]
    fallback: Found | None = None
    for hit in found:
        if not _carries(hit, found, window, table):
            return hit
        if fallback is None or (not fallback.cue.stance and hit.cue.stance):
            fallback = hit
    return fallback or _unseen(window, table)


def _carries(hit: Found, found: list[Found], window: CueWindow, table: CueTable) -> bool:
    """Whether ``hit`` only brings another act: a carrying verb, or "a letter urging", "a statement denying"."""
    if hit.cue.part == "carrier" or (hit.cue.part != "phrase" and window.tokens[hit.start] in table.carriers):
        return True
    later = (window.tokens[other.start] for other in found if other.start >= hit.end)
    return hit.cue.part == "noun" and hit.cue.stance == "state" and any(token.endswith("ing") for token in later)


def _carried(text: str, attribution: Attribution, found: Found, table: CueTable) -> Found:
    """The noun that a bare carrying verb takes from the content: "voiced | concern about the vote"."""
    if found.cue.part != "carrier" and found.cue.lemma not in _TRANSITIVE:
        return found
    end = attribution.cue[-1][1]
    if not any(start >= end for start, _ in attribution.content):
        return found
    tokens = cue_tokens(clause_after(text, end, 60))[:6]
    for hit in table.find(tokens):
        if tokens[hit.start] in table.nouns:
            return Found(found.start, found.end, hit.cue)
    return found


def _unseen(window: CueWindow, table: CueTable) -> Found | None:
    """A cue that the table lacks: by the word it is made from (reaffirm, counterclaim, endorser)."""
    for index in range(window.start, window.end):
        base = _base(window.tokens[index], table)
        if base is not None:
            return Found(index, index + 1, base)
    return None


def _base(token: str, table: CueTable) -> Cue | None:
    if len(token) < 6:
        return None
    for prefix in _PREFIXES:
        if token.startswith(prefix) and token[len(prefix) :] in table.single:
            return table.single[token[len(prefix) :]]
    stem = token.removesuffix("s")
    for suffix, ending in _SUFFIXES:
        if stem.endswith(suffix) and stem[: -len(suffix)] + ending in table.single:
            return table.single[stem[: -len(suffix)] + ending]
    return None


def _by_grammar(
    text: str, attribution: Attribution, window: CueWindow, found: Found, table: CueTable
) -> tuple[str, str]:
    tokens, cue = window.tokens, found.cue
    if cue.lemma in _PLAIN_SAYING and is_passive(tokens, found.start) and "by" not in tokens[found.end : found.end + 3]:
        following = tokens[found.end : found.end + 1]
        if following == ["to"] or not attribution.source:
            return "claim", ", passive: the report keeps its distance"
    if cue.lemma in ("tell", "advise") and _told_to(text, attribution):
        return "request", " to do something"
    if _negated(tokens, found, table):
        if cue.stance in ("deny", "accuse", "claim"):
            return "state", ", negated"
        if cue.stance == "confirm":
            return "deny", ", negated"
    return cue.stance or "state", ""


def _told_to(text: str, attribution: Attribution) -> bool:
    cue_end = attribution.cue[-1][1]
    return bool(_INFINITIVE.match(text[cue_end : cue_end + 12])) or any(
        _INFINITIVE.match(text[start : start + 12]) for start, _ in attribution.content[:1]
    )


def _negated(tokens: list[str], found: Found, table: CueTable) -> bool:
    before = tokens[max(0, found.start - 4) : found.start]
    return any(word in table.negation and word != "yet" for word in before)


def _by_source(
    text: str, attribution: Attribution, cue: Cue, stance: str, why: str, speaker: Speaker | None
) -> tuple[str, str]:
    if not attribution.source:
        return stance, why
    kind = _kind_of_source(text, attribution, speaker)
    reports = stance == "state" and cue.lemma in cue_table().reporting
    if kind in ("outlet", "measuring") and reports:
        about_itself = any(_ITSELF.match(text[start:end]) for start, end in attribution.content[:1])
        return (stance, f"{why}, about itself") if about_itself else ("report", f"{why}, of an outlet")
    if kind == "document" and reports:
        return "report", f"{why}, of a document"
    if kind in ("document", "measuring") and cue.lemma in _FORECASTS:
        return "report", f"{why}, of a {'document' if kind == 'document' else 'body that measures'}"
    if stance == "report" and kind in ("authority", "own_document", "platform"):
        return "state", f"{why}, of an authority or a person"
    return stance, why


def _kind_of_source(text: str, attribution: Attribution, speaker: Speaker | None) -> SourceKind:
    words = " ".join(text[start:end] for start, end in attribution.source)
    kind = source_kind(words)
    if speaker is None or kind not in ("unknown", "authority"):
        return kind
    if speaker.type == "outlet":
        return "outlet"
    return source_kind(speaker.name) if words.lower().endswith(_STAND_INS) else kind
