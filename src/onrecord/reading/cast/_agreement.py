"""Agreement: one type for all uses of a spelling, with what stands round them as further votes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from onrecord.reading.cast._found import Found

__all__ = ["agree_on_types", "without_adjectives"]

_LEAST = 0.01
_CERTAIN = 1.0
"""The score of types that come from tables: what stands round a name does not count against them."""
_PLACED = frozenset(["in", "near", "outside", "throughout", "northern", "southern", "eastern", "western", "central"])
_PLACED_VOTE = 0.6
_DATELINE = re.compile(r"\s?(?:\(|,|\u2014|\u2013|-\s)")
_AGE = re.compile(r", \d{1,3},")
_ENDINGS = ("n", "an", "ian", "i", "ese", "ish")


def agree_on_types(found: Sequence[Found]) -> None:
    """Give all uses of one spelling, in whatever case, the type that most of them have, by score."""
    votes: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name, following in zip_longest(found, found[1:]):
        types = votes[name.text.casefold()]
        types[name.type] += name.score + _LEAST
        if name.score < _CERTAIN or name.type != "place":
            _vote_by_place(name, following, types)
    for name in found:
        for stem in _stems(name):
            if stem.casefold() in votes:
                votes[stem.casefold()]["place"] += _PLACED_VOTE
    for name in found:
        types = votes[name.text.casefold()]
        name.type = max(types, key=lambda kind: types[kind])


def _vote_by_place(name: Found, following: Found | None, votes: defaultdict[str, float]) -> None:
    """Vote by what stands round a name: "in Selden", "Selden's Ports Ministry", "Lind, 43,", a dateline."""
    text = name.layout.text
    if name.type in ("person", "body", "other") and name.title in _PLACED and name.last == name.first:
        votes["place"] += _PLACED_VOTE
    if name.possessive and following is not None and following.type == "body" and following.first == name.last + 1:
        votes["place"] += _PLACED_VOTE
    if _AGE.match(text, name.end):
        votes["person"] += _PLACED_VOTE
    heads = not name.first or "\n" in text[name.layout.words[name.first - 1].end : name.start]
    if heads and name.text.isupper() and len(name.text) > 3 and _DATELINE.match(text, name.end):
        votes["place"] += 1.0


def without_adjectives(found: Sequence[Found]) -> list[Found]:
    """Return the names less those that are only the adjective of another: "Seldenian" beside "Seldenia"."""
    places = {name.text for name in found if name.type == "place"}
    return [name for name in found if not any(stem in places for stem in _stems(name))]


def _stems(name: Found) -> list[str]:
    """The places that a single word may be the adjective of."""
    if name.last > name.first or name.score >= _CERTAIN:
        return []
    stems = [name.text.removesuffix(ending) for ending in _ENDINGS if name.text.endswith(ending)]
    return [form for stem in stems if len(stem) > 3 for form in (stem, stem + "a")]
