"""Tokens: a text as the encoder reads it, word pieces with offsets and their shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.reading._paragraphs import find_breaks
from onrecord.reading._quotations import Quotation, find_quotations

__all__ = ["SHAPES", "Tokens", "tokenize"]

SHAPES = 20
"""How many shapes there are: five of letter case, twice for inside a quotation, twice for the head of a paragraph."""

_ALIKE = str.maketrans(
    {
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u2039": "'", "\u203a": "'",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    }
)  # fmt: skip
"""Marks that the encoder reads as one, character for character, so that offsets hold."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The word pieces of one text: vocabulary ids, shapes and character offsets, all of one length."""

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


def tokenize(tokenizer: Tokenizer, text: str, quotations: Sequence[Quotation] | None = None) -> Tokens:
    """Cut ``text`` into word pieces; ``quotations`` saves finding them again."""
    encoding = tokenizer.encode(text.translate(_ALIKE), add_special_tokens=False)
    quotations = find_quotations(text) if quotations is None else quotations
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    shapes = np.array([_case(text[start:end]) for start, end in encoding.offsets], dtype=np.int64)
    shapes = shapes * 4 + _quoted(offsets[:, 0], quotations) * 2 + _heads(text, offsets[:, 0])
    return Tokens(np.array(encoding.ids, dtype=np.int64), shapes, offsets[:, 0], offsets[:, 1])


def _case(piece: str) -> int:
    if piece.islower():
        return 1
    if piece.isupper():
        return 3 if len(piece) > 1 else 2
    if piece[:1].isupper():
        return 2
    return 4 if piece.isalpha() else 0


def _quoted(starts: NDArray[np.int64], quotations: Sequence[Quotation]) -> NDArray[np.int64]:
    edges = np.array([edge for q in quotations for edge in (q.start, q.end)], dtype=np.int64)
    return np.searchsorted(edges, starts, side="right") % 2


def _heads(text: str, starts: NDArray[np.int64]) -> NDArray[np.int64]:
    heads = np.zeros(len(starts), dtype=np.int64)
    after = np.searchsorted(starts, [0, *(end for _, end in find_breaks(text))])
    heads[after[after < len(starts)]] = 1
    return heads
