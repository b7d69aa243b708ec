"""A name found in a text, and what the network says of its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.reading._marks import Name
from onrecord.reading._reading import Span
from onrecord.reading.cast._layout import Layout, Word
from onrecord.reading.cast._lexicon import Lexicon
from onrecord.reading.cast._members import Member

__all__ = ["Found", "Labels"]

_TYPES = {"person": "person", "organization": "body", "place": "place", "other": "other"}


@dataclass(slots=True, eq=False)
class Found:
    """A name in one text: words ``first`` to ``last`` (inclusive) of its layout."""

    layout: Layout
    first: int
    last: int
    type: str
    score: float
    member: Member | None = None
    start: int = 0
    end: int = 0
    text: str = ""

    def __post_init__(self) -> None:
        """Set where the name stands, without a possessive ending, and its words with single blanks."""
        words = self.layout.words
        self.start = words[self.first].start
        self.end = words[self.last].start + len(words[self.last].bare)
        self.text = " ".join(self.layout.text[self.start : self.end].split())

    @property
    def words(self) -> Sequence[Word]:
        """The words of the name."""
        return self.layout.words[self.first : self.last + 1]

    @property
    def title(self) -> str:
        """The word before the name, where it stands right before it; else nothing."""
        return self.layout.words[self.first - 1].lower if self.first and self.layout.adjacent(self.first) else ""

    @property
    def possessive(self) -> bool:
        """Whether the name stands in the possessive."""
        return self.layout.text[self.end : self.end + 1] in ("'", "\u2019")


class Labels:
    """The words of one text with the network's marks on them, and which of them stand in a source."""

    def __init__(self, layout: Layout, names: Iterable[Name], sources: Iterable[Span], lexicon: Lexicon) -> None:
        self.layout = layout
        self.words = layout.words
        self.lexicon = lexicon
        self._marks: dict[int, tuple[str, float]] = {}
        self._joined: set[int] = set()
        for name in names:
            span = layout.words_in(name.start, name.end)
            self._marks.update(dict.fromkeys(span, (_TYPES.get(name.type, "other"), name.score)))
            self._joined.update(span[1:])
        self._in_source = {index for start, end in sources for index in layout.words_in(start, end)}

    def type(self, index: int) -> str:
        """The type that the network gives the word, or nothing."""
        return self._marks.get(index, ("", 0.0))[0]

    def score(self, index: int) -> float:
        """How sure the network is that the word is part of a name."""
        return self._marks.get(index, ("", 0.0))[1]

    def votes(self, first: int, last: int) -> dict[str, float]:
        """The network's scores for each type, summed over words; a word without a mark is a little ``other``."""
        votes: dict[str, float] = {}
        for index in range(first, last + 1):
            kind, score = self._marks.get(index, ("other", 0.1))
            votes[kind] = votes.get(kind, 0.0) + score
        return votes

    def joined(self, index: int) -> bool:
        """Whether the network has the word and the one before it in one name."""
        return index in self._joined

    def in_source(self, index: int) -> bool:
        """Whether the word stands in the source of an attribution."""
        return index in self._in_source

    def is_title(self, index: int) -> bool:
        """Whether a word can stand before a person's name as a title."""
        lower = self.words[index].lower
        return lower in self.lexicon.titles or self.lexicon.role(lower) is not None

    def adjacent(self, index: int) -> bool:
        """Whether there is a word of that index, with only blanks between it and the one before."""
        return 0 < index < len(self.words) and self.layout.adjacent(index)
