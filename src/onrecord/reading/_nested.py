"""Nested statements: a second look at a content, for who is said in it to have said what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading._attributions import find_attributions
from onrecord.reading._cues import CueTable, cue_table, cue_tokens, is_cue
from onrecord.reading._marks import Attribution
from onrecord.reading._network import Network
from onrecord.reading._quotations import find_quotations
from onrecord.reading._reading import Span
from onrecord.reading._sections import shift
from onrecord.reading._tokens import tokenize

__all__ = ["find_nested"]

_FEWEST_WORDS = 6
_FEWEST_SAID = 3
_LEAST_SCORE = 0.8
_PRONOUNS = frozenset(
    [
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "these",
        "those",
        "who",
        "which",
        "one",
        "someone",
        "somebody",
        "everyone",
        "everybody",
        "nobody",
        "people",
    ]
)
"""Inside what somebody says these are as a rule the speaker, or nobody in particular."""
_NO_SUBJECT = _PRONOUNS | frozenset(
    [
        "to",
        "a",
        "an",
        "the",
        "of",
        "for",
        "in",
        "on",
        "and",
        "or",
        "not",
        "no",
        "be",
        "been",
        "being",
        "our",
        "my",
        "his",
        "her",
        "their",
        "its",
        "your",
    ]
)
_MARKS = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e"


def find_nested(text: str, attributions: Sequence[Attribution], network: Network) -> list[Attribution]:
    """Return the statements inside the contents of ``attributions``; ``parent`` is an index into these.

    The training data mark no statement inside another, so each content that holds a cue of the table is read once
    more as a text of its own. Only what another than the speaker is said to have said counts: a source with a name or
    a noun, and a cue of the table.
    """
    found: list[Attribution] = []
    for index, attribution in enumerate(attributions):
        for start, end in attribution.content:
            start, end = _bare(text, start, end)
            if text.count(" ", start, end) + 1 >= _FEWEST_WORDS and _tells_of_another(text[start:end]):
                found.extend(replace(inner, parent=index) for inner in _look(text, start, end, network))
    return found


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _MARKS or text[end - 1].isspace()):
        end -= 1
    return start, end


def _look(text: str, start: int, end: int, network: Network) -> list[Attribution]:
    inner = text[start:end]
    quotations = find_quotations(inner)
    tokens = tokenize(network.tokenizer, inner, quotations)
    return [
        shift(attribution, start)
        for attribution in find_attributions(inner, tokens, network.score(tokens), quotations)
        if attribution.score >= _LEAST_SCORE and _is_anothers(inner, attribution)
    ]


def _tells_of_another(words: str) -> bool:
    """Whether a verb of telling stands after what can be its subject."""
    tokens, table = cue_tokens(words), cue_table()
    for found in table.find(tokens):
        if found.cue.lemma in table.telling:
            before = found.start - 1
            while before >= 0 and tokens[before] != "to" and _is_between(tokens[before], table):
                before -= 1
            if found.cue.lemma == "according to" or (before >= 0 and tokens[before] not in _NO_SUBJECT):
                return True
    return False


def _is_between(token: str, table: CueTable) -> bool:
    return token in table.auxiliaries or token.endswith("ly")


def _is_anothers(text: str, attribution: Attribution) -> bool:
    source = " ".join(text[start:end] for start, end in attribution.source).casefold().split()
    said = sum(text[start:end].count(" ") + 1 for start, end in attribution.content)
    cue = " ".join(text[start:end] for start, end in attribution.cue)
    return bool(source) and source[0] not in _PRONOUNS and said >= _FEWEST_SAID and is_cue(cue)
