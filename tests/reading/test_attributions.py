"""Attributions from scores made by hand: what belongs together, contents in pieces, shared sources."""

from __future__ import annotations

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from onrecord.reading._attributions import find_attributions
from onrecord.reading._network import NAME_TAGS, TAGS, Scores
from onrecord.reading._tokens import Tokens, tokenize
from onrecord.reading._windows import Window

SURE = -0.01


def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def _scores(tokens: Tokens, text: str, marked: list[tuple[str, str]], links: list[tuple[int, int]]) -> Scores:
    """Scores that are sure of ``marked`` (role, words) spans and of ``links`` (from span, to span or -1)."""
    tags = np.full((len(tokens), len(TAGS)), -6.0, np.float32)
    tags[:, 0] = SURE
    ranges, at = [], 0
    for role, words in marked:
        at = text.index(words, at)
        inside = np.flatnonzero((tokens.starts >= at) & (tokens.ends <= at + len(words)))
        tags[inside, 0] = -6
        tags[inside, TAGS.index(f"I-{role}")] = SURE
        tags[inside[0], TAGS.index(f"B-{role}")] = 0.0
        tags[inside[0], TAGS.index(f"I-{role}")] = -6
        ranges.append(inside)
        at += len(words)
    link = np.full((len(tokens), 1 + len(tokens)), -8.0, np.float32)
    for origin, target in links:
        link[ranges[origin], 0 if target < 0 else 1 + ranges[target][0]] = SURE
    names = np.zeros((len(tokens), len(NAME_TAGS)), np.float32)
    return Scores(tags, names, [(Window(0, len(tokens), 0, len(tokens)), link)])


CASES = [
    (
        "one",
        "Brant said the bridge fell .",
        [("source", "Brant"), ("cue", "said"), ("content", "the bridge fell")],
        [(2, 1), (1, 0)],
        [("Brant", "said", ["the bridge fell"])],
    ),
    (
        "a content in two pieces",
        "It fell , said Brant , at noon .",
        [("content", "It fell"), ("cue", "said"), ("source", "Brant"), ("content", "at noon")],
        [(0, 1), (3, 1), (1, 2)],
        [("Brant", "said", ["It fell", "at noon"])],
    ),
    (
        "one source, two cues",
        "Brant said it fell , adding nobody died .",
        [("source", "Brant"), ("cue", "said"), ("content", "it fell"), ("cue", "adding"), ("content", "nobody died")],
        [(2, 1), (4, 3), (1, 0), (3, 0)],
        [("Brant", "said", ["it fell"]), ("Brant", "adding", ["nobody died"])],
    ),
    (
        "no source",
        "It reportedly fell .",
        [("cue", "reportedly"), ("content", "fell")],
        [(1, 0), (0, -1)],
        [("", "reportedly", ["fell"])],
    ),
    (
        "a source farther off than another",
        "Brant , who met Oro , said it fell .",
        [("source", "Brant"), ("source", "Oro"), ("cue", "said"), ("content", "it fell")],
        [(3, 2), (2, 0)],
        [("Brant", "said", ["it fell"])],
    ),
    (
        "contents that touch are parted where their cue changes",
        "Brant said it fell it stands Oro said .",
        [("source", "Brant"), ("cue", "said"), ("content", "it fell"), ("content", "it stands"), ("source", "Oro"), ("cue", "said")],
        [(2, 1), (3, 5), (1, 0), (5, 4)],
        [("Brant", "said", ["it fell"]), ("Oro", "said", ["it stands"])],
    ),
    ("a cue without content is none", "Brant said .", [("source", "Brant"), ("cue", "said")], [(1, 0)], []),
    ("nothing", "The bridge fell .", [], [], []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "marked", "links", "expected"), CASES, ids=[case[0] for case in CASES])
def test_find_attributions(
    name: str,
    text: str,
    marked: list[tuple[str, str]],
    links: list[tuple[int, int]],
    expected: list[tuple[str, str, list[str]]],
) -> None:
    tokens = tokenize(_tokenizer(), text)
    found = find_attributions(text, tokens, _scores(tokens, text, marked, links), [])
    words = [
        ("".join(text[a:b] for a, b in f.source), text[f.cue[0][0] : f.cue[0][1]], [text[a:b] for a, b in f.content])
        for f in found
    ]
    assert words == expected
    assert all(0 < f.score <= 1 for f in found)


def test_an_empty_text_has_none() -> None:
    tokens = tokenize(_tokenizer(), "")
    assert (
        find_attributions("", tokens, Scores(np.zeros((0, 7), np.float32), np.zeros((0, 9), np.float32), []), []) == []
    )
