"""Types of names: person, body, outlet, place, document or other, from tables, words and the network's marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.cast._found import Labels
from onrecord.reading.cast._lexicon import Lexicon

__all__ = ["is_no_name", "type_of_name"]

_SURE = 0.6


def is_no_name(labels: Labels, first: int, last: int) -> bool:
    """Whether capitalised words name nobody: pronouns, titles, role nouns, adjectives of countries."""
    words, lexicon = labels.words[first : last + 1], labels.lexicon
    text = " ".join(word.bare for word in words)
    country = lexicon.countries.get(text)
    if country is not None:
        return country.kind == "adjective"
    if all(word.lower in lexicon.function for word in words):
        return True
    if len(words) == 1:
        if text in lexicon.seats or (text.isupper() and len(text) > 1):
            return False
        return _is_common(words[0].lower, lexicon) and not _is_family_name(labels, first)
    before = all(_is_common(word.lower, lexicon) or word.bare in lexicon.countries for word in words[:-1])
    return before and lexicon.role(words[-1].lower) is not None


def _is_family_name(labels: Labels, index: int) -> bool:
    """Whether a common word is a family name here: after a title, or by the network and no title or office itself."""
    if labels.adjacent(index) and labels.words[index - 1].lower in labels.lexicon.title_gender:
        return True
    sure = labels.type(index) == "person" and labels.score(index) > _SURE
    return sure and not labels.is_title(index) and labels.words[index].lower not in labels.lexicon.many


def type_of_name(labels: Labels, first: int, last: int) -> tuple[str, float]:
    """Return the type of a name and how safe it is: 1 where a table has it, else less."""
    words, lexicon = labels.words[first : last + 1], labels.lexicon
    text = " ".join(word.bare for word in words)
    known = _known_type(text, lexicon)
    if known is not None:
        return known, 1.0
    lowers = [word.lower for word in words]
    given = words[0].text in lexicon.given
    given = given and _reads_as_person(lowers, lexicon)
    if len(words) > 1 and not given and (ending := _type_by_ending(lowers, lexicon)) is not None:
        return ending, 0.7
    if given:
        return "person", 0.7
    before = labels.words[first - 1].lower if labels.adjacent(first) else ""
    if before in lexicon.outlet_heads and not lexicon.role(before):
        return "outlet", 0.6
    votes = labels.votes(first, last)
    if before in lexicon.companies and len(words) < 4:
        return "body", 0.6
    if before and labels.is_title(first - 1) and len(words) <= 4 and votes.get("person", 0.0) >= votes.get("body", 0.0):
        return "person", 0.7
    if len(words) == 1 and text.isupper() and 2 <= len(text) <= 6:
        return "body", 0.4
    return max(votes.items(), key=lambda vote: vote[1])[0], 0.3


def _known_type(text: str, lexicon: Lexicon) -> str | None:
    if text in lexicon.countries:
        return "place"
    if text in lexicon.seats:
        return "body"
    return "outlet" if text in lexicon.outlets else None


def _type_by_ending(lowers: Sequence[str], lexicon: Lexicon) -> str | None:
    if lowers[-1] in lexicon.outlet_ends:
        return "outlet"
    if lexicon.document(lowers[-1]) == "records":
        return "document"
    if _has_head(lowers, lexicon):
        return "body"
    return "place" if lowers[-1] in lexicon.place_ends else None


def _has_head(lowers: Sequence[str], lexicon: Lexicon) -> bool:
    if lowers[-1] in lexicon.heads or lowers[-1] in lexicon.suffixes:
        return True
    return any(lower in lexicon.heads and following in ("of", "for", "on") for lower, following in pairwise(lowers))


def _reads_as_person(lowers: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words that begin with a given name are a person's name and not a school's or a street's."""
    if not 1 < len(lowers) <= 5 or any(lower in lexicon.links - lexicon.particles for lower in lowers):
        return False
    return lowers[-1] not in lexicon.heads and lowers[-1] not in lexicon.place_ends


def _is_common(lower: str, lexicon: Lexicon) -> bool:
    if lower in lexicon.titles or lower in lexicon.heads or lower in lexicon.modifiers:
        return True
    return lexicon.role(lower) is not None or lexicon.document(lower) is not None
