"""Stance: what a speaker does with what is said, told by the cue's lemma and its grammar, not by its tone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.reading._cues import Cue, CueTable, Found, cue_table, cue_tokens
from onrecord.reading._lemma import is_past
from onrecord.reading._sources import SourceKind, source_kind

if TYPE_CHECKING:
    from onrecord.reading._marks import Attribution

__all__ = ["Judgement", "judge_stance"]

_BREAK = re.compile(r"[.,;:!?\n\"\u201c\u201d\u2014()]")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "get", "got", "gets"})
_PLAIN_SAYING = frozenset({"say", "report"})
_FORECASTS = frozenset({"estimate", "predict", "forecast", "project", "assess"})
_REFUSALS = frozenset({"decline", "refuse", "refusal"})
_GIVING = frozenset({"give", "provide", "identify", "name", "mention", "address", "return", "release"})
_TRANSITIVE = frozenset({"express", "offer", "voice", "raise", "release", "file"})
_ITSELF = re.compile(r"^\W*(?:it|its|we|our)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"^\s*(?:not )?to [a-z]")
_STAND_INS = ("it", "they", "which", "that", "who", "agency")
_PREFIXES = ("counter", "re-", "re", "mis", "over", "out", "pre", "co-")
_SUFFIXES = (
    *(("ation", "e"), ("ation", ""), ("ment", ""), ("al", ""), ("al", "e"), ("ance", "")),
    *(("er", ""), ("er", "e"), ("or", ""), ("ion", ""), ("ion", "e")),
)


class Judgement(NamedTuple):
    """A stance of the vocabulary, and why."""

    stance: str
    reason: str


class _Window(NamedTuple):
    """The cue's tokens with those just before and after; the cue is ``tokens[start:end]``."""

    tokens: list[str]
    start: int
    end: int


def judge_stance(
    text: str, attribution: Attribution, *, before: Judgement | None = None, speaker: str | None = None
) -> Judgement:
    """Return the stance of ``attribution`` and the reason.

    ``before`` is the judgement of the attribution that this one continues; ``speaker`` the resolved name of its
    speaker, which tells what "it" is.
    """
    if not attribution.cue:
        return _continued(before)
    table = cue_table()
    window = _window(text, attribution, table)
    words = " ".join(text[start:end] for start, end in attribution.cue)
    silent = _silent(window, table) or _nobody(text, attribution, window, table)
    if silent:
        return Judgement("no_comment", f"\u201c{words}\u201d: {silent}")
    found = _head(window, table)
    found = _carried(text, attribution, found, table) if found else None
    if found is None or not found.cue.stance:
        return _unknown(text, attribution, words, speaker)
    stance, why = _by_grammar(text, attribution, window, found, table)
    if stance in ("state", "report", "believe"):
        stance, why = _by_source(text, attribution, found.cue, stance, why, speaker)
    doubt = f" ({found.cue.doubt})" if found.cue.doubt and stance == found.cue.stance else ""
    return Judgement(stance, f"\u201c{words}\u201d: {found.cue.lemma}{why}{doubt}")


def _unknown(text: str, attribution: Attribution, words: str, speaker: str | None) -> Judgement:
    kind = _kind_of_source(text, attribution, speaker) if attribution.source else "unknown"
    if kind in ("outlet", "document", "measuring"):
        return Judgement("report", f"\u201c{words}\u201d is no cue of the table: taken as the report of its source")
    return Judgement("state", f"\u201c{words}\u201d is no cue of the table: taken as plain saying")


def _continued(before: Judgement | None) -> Judgement:
    if before is not None and before.stance in ("warn", "report"):
        return Judgement(before.stance, "the quotation goes on: " + before.reason)
    return Judgement("state", "no cue: the quotation goes on")


def _window(text: str, attribution: Attribution, table: CueTable) -> _Window:
    start, end = attribution.cue[0][0], attribution.cue[-1][1]
    left = cue_tokens(_BREAK.split(text[max(0, start - 50) : start])[-1])
    kept = len(left)
    while kept > 0 and len(left) - kept < 4 and _is_auxiliary(left[kept - 1], table):
        kept -= 1
    cue = [token for span in attribution.cue for token in cue_tokens(text[span[0] : span[1]])]
    right = cue_tokens(_BREAK.split(text[end : end + 40], maxsplit=1)[0])[:4]
    return _Window([*left[kept:], *cue, *right], len(left) - kept, len(left) - kept + len(cue))


def _is_auxiliary(token: str, table: CueTable) -> bool:
    if token in table.auxiliaries or token in table.negation or (token.endswith("ly") and len(token) > 4):
        return True
    single = table.single.get(token)
    return single is not None and single.stance == "claim" and single.part == "word"


def _silent(window: _Window, table: CueTable) -> str:
    """A negated or refused act of speech: "did not immediately respond", "declined to say"."""
    tokens = window.tokens
    for index, token in enumerate(tokens[: window.end]):
        single = table.single.get(token)
        if single is not None and single.lemma in _REFUSALS:
            following = tokens[index + 1 : index + 4]
            if {"comment", "interview", "interviews", "interviewed"} & set(following):
                return f"{single.lemma}, comment"
            if following[:1] == ["to"] and len(following) > 1 and following[1] in table.silence:
                return f"{single.lemma} to {following[1]}"
        elif token in table.negation:
            for offset, word in enumerate(tokens[index + 1 : index + 5], index + 1):
                if word in _GIVING and index and tokens[index - 1] in ("do", "does"):
                    break
                if word in table.silence and offset < max(window.end, index + 3) and not _passive(tokens, offset):
                    return f"{token} \u2026 {word}"
                if not (_is_auxiliary(word, table) or word in ("any", "anything", "immediate", "be")):
                    break
    return ""


def _nobody(text: str, attribution: Attribution, window: _Window, table: CueTable) -> str:
    """A source that is nobody: "neither company has identified"."""
    first = cue_tokens(text[attribution.source[0][0] : attribution.source[0][1]])[:1] if attribution.source else []
    if first and first[0] in ("neither", "no", "none", "nobody"):
        return next(
            (f"{first[0]} \u2026 {t}" for t in window.tokens[window.start : window.end] if t in table.silence), ""
        )
    return ""


def _passive(tokens: list[str], index: int) -> bool:
    if not is_past(tokens[index]):
        return False
    back = index - 1
    while back >= 0 and (tokens[back].endswith("ly") or tokens[back] in ("also", "not", "first", "long", "yet", "now")):
        back -= 1
    return back >= 0 and tokens[back] in _BE


def _head(window: _Window, table: CueTable) -> Found | None:
    """The first cue that does not merely carry another; a word of distance or of silence goes before it."""
    found = [hit for hit in table.find(window.tokens) if hit.start < window.end]
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


def _carries(hit: Found, found: list[Found], window: _Window, table: CueTable) -> bool:
    """Whether ``hit`` only brings another act: a carrying verb, or "a letter urging", "a statement denying"."""
    if hit.cue.part == "carrier" or (hit.cue.part != "phrase" and window.tokens[hit.start] in table.carriers):
        return True
    later = (window.tokens[other.start] for other in found if other.start >= hit.end)
    return hit.cue.part == "noun" and hit.cue.stance == "state" and any(token.endswith("ing") for token in later)


def _carried(text: str, attribution: Attribution, found: Found, table: CueTable) -> Found:
    """The noun that a bare carrying verb takes from the content: "voiced | concern about the vote"."""
    if found.cue.part != "carrier" and found.cue.lemma not in _TRANSITIVE:
        return found
    after = [start for start, _ in attribution.content if start >= attribution.cue[-1][1]][:1]
    for start in after:
        tokens = cue_tokens(_BREAK.split(text[start : start + 60], maxsplit=1)[0])[:6]
        for hit in table.find(tokens):
            if hit.cue.part == "phrase" or tokens[hit.start] in table.nouns:
                return Found(found.start, found.end, hit.cue)
    return found


def _unseen(window: _Window, table: CueTable) -> Found | None:
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


def _by_grammar(text: str, attribution: Attribution, window: _Window, found: Found, table: CueTable) -> tuple[str, str]:
    tokens, cue = window.tokens, found.cue
    if cue.lemma in _PLAIN_SAYING and _passive(tokens, found.start) and "by" not in tokens[found.end : found.end + 3]:
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
    text: str, attribution: Attribution, cue: Cue, stance: str, why: str, speaker: str | None
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


def _kind_of_source(text: str, attribution: Attribution, speaker: str | None) -> SourceKind:
    words = " ".join(text[start:end] for start, end in attribution.source)
    kind = source_kind(words)
    if speaker and kind in ("unknown", "authority") and words.lower().endswith(_STAND_INS):
        return source_kind(speaker)
    return kind
