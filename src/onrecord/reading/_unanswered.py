"""Unanswered questions: the formulas by which a report says that somebody has not commented.

They are few and fixed, and matter most where the network is least sure: at the end of a long sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.reading._marks import Attribution
from onrecord.reading._reading import Span

__all__ = ["add_unanswered"]

_FORMULA = re.compile(
    r"""\b(?P<cue>
    (?:has|have|had|is|are|was|were)\s+(?:yet|still)\s+to\s+(?:\w+ly\s+)?(?:comment|respond|react|reply)
    | (?:did|does|do|has|have|had)\s*(?:not|n['\u2019]t)\s+(?:yet\s+)?(?:\w+ly\s+)?(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?)
    | (?:did|has|have|had)\s*(?:not|n['\u2019]t)\s+(?:\w+ly\s+)?return(?:ed)?\s+(?:\w+\s+){0,2}(?:calls?|messages?|emails?)
    | (?:(?:has|have|had)\s+)?(?:declined|refused)\s+to\s+(?:comment|respond|elaborate|be\s+interviewed)
    | could\s+not\s+(?:\w+ly\s+)?be\s+reached
    | (?:was|were)\s+(?:not\s+(?:\w+ly\s+)?available|unavailable)\s+for\s+comment
    )\b
    (?P<asked>\s+(?:to\s+[^.,;:\n]{0,40}?\brequests?\s+(?:for|seeking)\s+[\w\u2019' ]{0,30}?\bcomments?\b|for\s+comment|seeking\s+comment)
    |\s+(?:on|to|about)\s+(?P<matter>[^.,;:\n\u2014]{2,120}))?""",
    re.VERBOSE,
)
_SCORE = 0.85
_CLAUSE = re.compile(r"(?:[,;:\u2014(]|\bbut\b|\bwhile\b|\bthough\b|\balthough\b|\bwhen\b)\s*", re.IGNORECASE)
_LEAD = re.compile(r"(?:but|and|yet|so far|meanwhile|however|still|on \w+day)\b,?\s*", re.IGNORECASE)
_SHARED = re.compile(r"\band(?:\s+\w+ly)?\s*$")
_SUBJECT = re.compile(
    r"(?:\S+\s+){1,8}?(?=(?:has|have|had|is|are|was|were|will|would|did|does|do|could|can|\w+(?:ed|es))\b)"
)
_LONGEST = 12


def add_unanswered(text: str, sentences: Iterable[Span], attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with each formula of silence as one.

    Where an attribution holds the formula's cue, its source stays. What is said is the matter, where the formula names
    one ("has yet to comment on the closure"), else the formula itself.
    """
    kept, found = list(attributions), []
    for start, end in sentences:
        for match in _FORMULA.finditer(text, start, end):
            cue, content = _parts(match)
            same = [a for a in kept if any(_overlap(span, match.span()) for span in a.cue)]
            if same:
                kept = [a for a in kept if a not in same[1:]]
                kept[kept.index(same[0])] = replace(same[0], cue=(cue,), content=(content,))
            elif not any(_overlap(span, cue) and text[span[0]] in '"\u201c' for a in kept for span in a.content):
                source = _source(text, start, match.start())
                found.append(Attribution((source,) if source else (), (cue,), (content,), _SCORE))
    return _without_losers(kept, found)


def _parts(match: re.Match[str]) -> tuple[Span, Span]:
    if match["matter"]:
        return match.span("cue"), match.span("matter")
    return match.span(), match.span()


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _source(text: str, sentence: int, verb: int) -> Span | None:
    """Return the subject of the verb: the words before it in its clause, or of the clause that shares its subject."""
    if text[sentence:verb].rstrip().endswith(","):  # "the firm, which owns the quay, has yet to comment"
        start = _after_lead(text, sentence, verb)
        comma = text.find(",", start, verb)
        if start < comma and len(text[start:comma].split()) <= _LONGEST:
            return start, comma
    if _SHARED.search(text, sentence, verb) is None:
        breaks = [match.end() for match in _CLAUSE.finditer(text, sentence, verb) if match.end() < verb]
        start = _after_lead(text, breaks[-1] if breaks else sentence, verb)
        if any(map(str.isalnum, text[start:verb])) and len(text[start:verb].split()) <= _LONGEST:
            return start, start + len(text[start:verb].rstrip())
    start = _after_lead(text, sentence, verb)
    subject = _SUBJECT.match(text, start, verb)
    return (start, start + len(subject[0].rstrip())) if subject and any(map(str.isalnum, subject[0])) else None


def _after_lead(text: str, start: int, end: int) -> int:
    lead = _LEAD.match(text, start, end)
    return lead.end() if lead else start


def _without_losers(kept: list[Attribution], found: list[Attribution]) -> list[Attribution]:
    """Drop what the network made of a formula's words without seeing their cue."""
    taken = [span for a in found for span in (*a.cue, *a.content)]
    left = [a for a in kept if not all(any(_overlap(span, other) for other in taken) for span in a.content)]
    return sorted(left + found, key=lambda a: a.content)
