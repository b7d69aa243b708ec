"""Runs: stretches of capitalised words, which may hold one name, several, or none."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.cast._found import Labels

__all__ = ["find_runs"]

_LONGEST = 9
_OWNING = frozenset(["people", "men", "women", "children", "workers", "teachers", "students"])


def find_runs(labels: Labels) -> Iterator[tuple[int, int]]:
    """Yield the first and the last word of each run.

    A run goes on over small words where they join a name ("Ministry of Trade", "Ana de la Cruz"), and ends at a
    possessive ("Ostia's") and at words that begin sentences rather than names ("The", "Monday").
    """
    index, stop = 0, len(labels.words)
    while index < stop:
        if not _may_begin(labels, index):
            index += 1
            continue
        first = index
        while index - first < _LONGEST and (step := _step(labels, first, index)):
            index += step
        yield first, index
        index += 1


def _may_begin(labels: Labels, index: int) -> bool:
    word = labels.words[index]
    if not word.capital:
        return False
    acronym = len(word.text) > 1 and word.text.isupper() and labels.score(index) > 0
    return word.lower not in labels.lexicon.function or acronym


def _step(labels: Labels, first: int, index: int) -> int:
    """How many words further the run goes on from ``index``: none, one, or two or three over small words."""
    words, function = labels.words, labels.lexicon.function
    owner = words[index].text != words[index].bare
    if not labels.adjacent(index + 1) or (owner and words[index].lower not in _OWNING):
        return 0
    following = words[index + 1]
    if following.capital:
        return int(following.lower not in function or labels.joined(index + 1))
    if following.lower not in labels.lexicon.links:
        return 0
    after = index + 2
    if labels.adjacent(after) and words[after].lower == "the":
        after += 1
    if not labels.adjacent(after) or not words[after].capital or words[after].lower in function:
        return 0
    joins = following.lower in labels.lexicon.particles or _joins(labels, first, index, after)
    return after - index if joins else 0


def _joins(labels: Labels, first: int, index: int, after: int) -> bool:
    """Whether "of", "for" or "and" after ``index`` makes one name of what stands on both sides."""
    words, lexicon = labels.words, labels.lexicon
    if labels.joined(index + 1) and labels.joined(after):
        return True
    link = words[index + 1].lower
    heads = [i for i in range(first, index + 1) if words[i].lower in lexicon.heads or lexicon.document(words[i].lower)]
    if link in ("of", "for", "on"):
        return bool(heads) and (heads[-1] == index or link == "of") and not labels.is_title(first)
    linked = any(words[i].lower in ("of", "for", "on") for i in range(first, index + 1))
    alike = "person" not in (labels.type(index), labels.type(after)) and words[after].text not in lexicon.countries
    return link in ("and", "&") and linked and bool(heads) and alike
