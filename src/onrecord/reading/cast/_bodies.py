"""Bodies told by a noun in small letters: "the Ostian army", "Ostia's trade ministry", "Harbour police"."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.reading.cast._found import Found, Labels

__all__ = ["widen_bodies"]

_FEWEST_SCORE = 0.6
_MOST_WORDS = 3


def widen_bodies(labels: Labels, names: Iterable[Found]) -> list[Found]:
    """Return the names in order, those of bodies widened by their noun and by whose body it is."""
    by_last = {name.last: name for name in names}
    lexicon = labels.lexicon
    for at, word in enumerate(labels.words):
        if word.lower in lexicon.heads and _is_last_noun(labels, at, by_last):
            _join_noun(labels, at, by_last)
    for name in list(by_last.values()):
        owner = by_last.get(name.first - 1)
        if name.type != "body" or owner is None or owner.type != "place" or not owner.possessive:
            continue
        if labels.adjacent(name.first):
            del by_last[owner.last]
            by_last[name.last] = Found(labels.layout, owner.first, name.last, "body", name.score)
    return sorted(by_last.values(), key=lambda name: name.first)


def _is_last_noun(labels: Labels, at: int, by_last: dict[int, Found]) -> bool:
    """Whether the body's noun ends here and no name follows that it only describes ("the Ostian channel BLIP")."""
    words, lexicon = labels.words, labels.lexicon
    if labels.adjacent(at + 1):
        following = words[at + 1]
        if following.lower in lexicon.heads or (following.capital and words[at].text == words[at].bare):
            return False
    known = by_last.get(at)
    if known is None:
        return not words[at].capital
    return known.first == at and words[at].lower in lexicon.outlet_ends and at > 0 and not words[at - 1].capital


def _join_noun(labels: Labels, at: int, by_last: dict[int, Found]) -> None:
    first = _first_small_word(labels, at)
    vague = labels.words[at].lower in labels.lexicon.vague
    if first is None or (vague and labels.words[at - 1].lower not in labels.lexicon.modifiers):
        return
    owner = by_last.get(first - 1)
    if owner is None:
        if not _may_own(labels, first - 1, at):
            return
        start = _owner_start(labels, first - 1)
    elif _owns_as_name(labels, owner, at):
        start = by_last.pop(owner.last).first
    else:
        return
    kind = "outlet" if labels.words[at].lower in labels.lexicon.outlet_ends else "body"
    by_last[at] = Found(labels.layout, start, at, kind, _FEWEST_SCORE)


def _first_small_word(labels: Labels, at: int) -> int | None:
    """Go back from the noun over words such as "trade" or "military" to the one after a capitalised word."""
    words, lexicon = labels.words, labels.lexicon
    first = at
    while labels.adjacent(first) and not words[first - 1].capital:
        lower = words[first - 1].lower
        fits = lower in lexicon.modifiers or lower in lexicon.heads or _is_owner(labels, first - 2)
        if at - first >= _MOST_WORDS or lower in lexicon.function or lower in lexicon.links or not fits:
            return None
        first -= 1
    return first if labels.adjacent(first) else None


def _is_owner(labels: Labels, index: int) -> bool:
    if index < 0:
        return False
    word = labels.words[index]
    return word.bare in labels.lexicon.countries or word.bare != word.text


def _may_own(labels: Labels, index: int, at: int) -> bool:
    """Whether a capitalised word that is no name itself (an adjective) tells whose body it is."""
    word, noun = labels.words[index], labels.words[at].lower
    if word.bare in labels.lexicon.countries:
        return noun not in labels.lexicon.companies and noun not in labels.lexicon.country_heads
    return word.lower not in labels.lexicon.function and not labels.layout.begins_sentence(index)


def _owner_start(labels: Labels, index: int) -> int:
    """Where an owner in the possessive begins: "the Harbour Trade Representative's office"."""
    if labels.words[index].text == labels.words[index].bare:
        return index
    while labels.adjacent(index) and labels.words[index - 1].capital:
        if labels.words[index - 1].lower in labels.lexicon.function:
            break
        index -= 1
    return index


def _owns_as_name(labels: Labels, owner: Found, at: int) -> bool:
    noun, lexicon = labels.words[at].lower, labels.lexicon
    if owner.type == "person":
        return not owner.possessive and noun in lexicon.followers
    if owner.type == "place" and not owner.possessive:
        return noun not in lexicon.companies and noun not in lexicon.country_heads
    return owner.type != "outlet"
