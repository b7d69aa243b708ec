"""Formulas: charges in the passive, what is only reported or alleged.

Their words are fixed enough to be read by rule, and rare enough that the network has seen few: "has been accused by the
union of hiding the figures", "an alleged promise to reopen the bridge", "the firm reportedly knew".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.reading._marks import Attribution
from onrecord.reading._reading import Span

__all__ = ["add_formulas"]

_CHARGE = re.compile(
    r"""(?P<cue>\b(?:has|have|had|is|are|was|were)\s+(?:\w+\s+){0,2}?(?:accused|blamed|condemned|criticised|criticized|denounced)\s+by)\s+
    (?P<source>[^,;:\n"\u201c]{2,70}?)\s+(?P<content>(?:of|for|over)\s+[^;\n]{4,})""",
    re.VERBOSE,
)
_ALLEGED = re.compile(
    r"""(?P<cue>\b(?:an?\s+|the\s+)?(?:alleged|supposed|purported|reported)\s+(?:promise|pledge|vow|threat|offer|order|request|plan|warning))s?\s
    (?P<rest>[^,;:\n]{4,200})""",
    re.VERBOSE,
)
_HEDGE = re.compile(r"\b(?:reportedly|allegedly|purportedly|supposedly)\b")
_CLAUSE = re.compile(r"[,;:\u2014(]\s*|\b(?:that|and|but|who|which|while|where|when|because)\s+", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;\u2014)]|[.!?][\"\u201d]?$|\s+(?:but|while|because)\b")
_WHAT = re.compile(r"\b(?:to [a-z]\w+|that)\b")
_FULL_STOP = re.compile(r"[.!?]?[\"\u201d]?\s*$")
_PREPOSITION = re.compile(r"(?:of|for|over)\s+")
_SCORE = 0.85


def add_formulas(text: str, sentences: Iterable[Span], attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with each formula as one; where the network saw its cue, source and content are mended."""
    found: list[Attribution] = []
    for start, end in sentences:
        found += [_charge(match) for match in _CHARGE.finditer(text, start, end)]
        found += [made for match in _ALLEGED.finditer(text, start, end) if (made := _alleged(match)) is not None]
        found += [_hedged(text, (start, end), match.span()) for match in _HEDGE.finditer(text, start, end)]
    kept = [a for a in attributions if not any(_same(a, formula) for formula in found)]
    return sorted(kept + found, key=lambda a: a.content)


def _charge(match: re.Match[str]) -> Attribution:
    start, end = match.span("content")
    preposition = _PREPOSITION.match(match["content"])
    stop = _FULL_STOP.search(match["content"])
    start, end = start + (preposition.end() if preposition else 0), end - (len(stop[0]) if stop else 0)
    return Attribution((match.span("source"),), (match.span("cue"),), ((start, end),), _SCORE)


def _alleged(match: re.Match[str]) -> Attribution | None:
    """A promise that is only alleged has no source: nobody is said to say that it was made."""
    what = list(_WHAT.finditer(match["rest"]))
    if not what:
        return None
    start = match.start("rest") + what[-1].start()
    stop = _FULL_STOP.search(match["rest"])
    end = match.end("rest") - (len(stop[0]) if stop else 0)
    return Attribution((), (match.span("cue"),), ((start, end),), _SCORE)


def _hedged(text: str, sentence: Span, cue: Span) -> Attribution:
    """What an adverb keeps at a distance is the clause about it, and nobody is said to say it."""
    start = max((match.end() for match in _CLAUSE.finditer(text, sentence[0], cue[0])), default=sentence[0])
    close = _CLAUSE_END.search(text, cue[1], sentence[1])
    end = close.start() if close else sentence[1]
    pieces = [_bare(text, start, cue[0]), _bare(text, cue[1], end)]
    return Attribution((), (cue,), tuple(piece for piece in pieces if piece[0] < piece[1]) or (cue,), _SCORE)


def _bare(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _same(attribution: Attribution, formula: Attribution) -> bool:
    (start, end), *_ = formula.cue
    return any(a < end and b > start for a, b in attribution.cue)
