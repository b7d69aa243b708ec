"""Training examples: annotated reports as windows of word pieces with tags, names and pointers."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from network import NAMES, TAGS
from onrecord.reading._tokens import tokenize

IGNORE = -100
UNLINKED, NO_SOURCE = -1, -2
SILVER = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place", "MISC": "other"}


@dataclass
class Example:
    """One report: pieces with their tag, name and link.

    A piece of a content links to the first piece of its cue, a piece of a cue to the first piece of its source.
    """

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    tags: NDArray[np.int64]
    names: NDArray[np.int64]
    links: NDArray[np.int64]


def load(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """Read annotated reports, JSONL, as examples."""
    with path.open(encoding="utf-8") as lines:
        return [_example(json.loads(line), tokenizer) for line in lines if line.strip()]


def _example(row: dict, tokenizer: Tokenizer) -> Example:
    tokens = tokenize(tokenizer, row["text"])
    tags, names = np.zeros(len(tokens), np.int64), np.zeros(len(tokens), np.int64)
    links = np.full(len(tokens), UNLINKED, np.int64)
    pieces = lambda span: np.flatnonzero((tokens.starts < span[1]) & (tokens.ends > span[0]))
    for attribution in row["attributions"]:
        cue = [int(pieces(span)[0]) for span in attribution["cue"] if len(pieces(span))]
        source = [int(pieces(span)[0]) for span in attribution["source"] if len(pieces(span))]
        target = {"source": UNLINKED, "cue": source[0] if source else NO_SOURCE, "content": cue[0] if cue else UNLINKED}
        for role in ("source", "cue", "content"):
            for span in attribution[role]:
                at = pieces(span)
                if len(at):
                    tags[at] = TAGS.index(f"I-{role}")
                    tags[at[0]] = TAGS.index(f"B-{role}")
                    links[at] = target[role]
    silver = row.get("silver")
    if silver is None:
        names[:] = IGNORE
    for start, end, kind in silver["names"] if silver else ():
        at = pieces((start, end))
        if len(at) and kind in SILVER:
            names[at] = NAMES.index(f"I-{SILVER[kind]}")
            names[at[0]] = NAMES.index(f"B-{SILVER[kind]}")
    return Example(tokens.ids, tokens.shapes, tags, names, links)


def windows(
    examples: list[Example], size: int, stride: int, rng: random.Random | None
) -> list[tuple[Example, int, int]]:
    """Cut examples into windows of at most ``size`` pieces; with ``rng``, from a random first cut, shuffled."""
    cut = []
    for example in examples:
        start, n = 0, len(example.ids)
        if rng and n > size:
            first = rng.randint(size // 3, size)
            cut.append((example, 0, first))
            start = max(0, first - (size - stride))
        while True:
            cut.append((example, start, min(start + size, n)))
            if start + size >= n:
                break
            start += stride
    if rng:
        rng.shuffle(cut)
    return cut


def batches(
    cut: list[tuple[Example, int, int]], size: int, drop: float, rng: random.Random
) -> Iterator[tuple[NDArray[np.int64], ...]]:
    """Yield padded arrays: ids, shapes, real, tags, names, links; of ``drop`` of the windows the shapes lose quotation."""
    pool = 8 * size
    for at in range(0, len(cut), pool):  # windows of like length side by side, so that little is padding
        block = sorted(cut[at : at + pool], key=lambda w: w[2] - w[1])
        groups = [block[i : i + size] for i in range(0, len(block), size)]
        rng.shuffle(groups)
        for group in groups:
            yield _pad(group, drop, rng)


def _pad(group: list[tuple[Example, int, int]], drop: float, rng: random.Random) -> tuple[NDArray[np.int64], ...]:
    n = max(end - start for _, start, end in group) + 2
    ids, shapes = np.zeros((len(group), n), np.int64), np.zeros((len(group), n), np.int64)
    real = np.zeros((len(group), n), bool)
    tags, names, links = (np.full((len(group), n), IGNORE, np.int64) for _ in range(3))
    for row, (example, start, end) in enumerate(group):
        span, width = slice(1, 1 + end - start), end - start
        ids[row, 0], ids[row, 1 + width] = 101, 102
        ids[row, span], real[row, : width + 2] = example.ids[start:end], True
        shapes[row, span] = example.shapes[start:end]
        if rng.random() < drop:
            shapes[row, span] &= ~2
        tags[row, span], names[row, span] = example.tags[start:end], example.names[start:end]
        link = example.links[start:end]
        inside = (link >= start) & (link < end)
        links[row, span] = np.where(inside, link - start + 1, np.where(link == NO_SOURCE, 0, IGNORE))
    return ids, shapes, real, tags, names, links
