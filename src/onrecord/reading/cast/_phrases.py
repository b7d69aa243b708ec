"""Phrases: the words of a source taken apart into article, noun, what stands before it and what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading._reading import Span
from onrecord.reading.cast._layout import Layout, Word
from onrecord.reading.cast._lexicon import Lexicon, RoleNoun
from onrecord.reading.cast._members import Office

__all__ = ["Phrase", "office_of", "phrase_before", "read_phrase"]

_OWNED = re.compile(r"['\u2019]s?$")
_BASED = re.compile(r", (?:[A-Z][\w.]*,? ){0,2}[A-Z][\w.]*-based ")
_COMPOUND = re.compile(
    r"(?:minister|secretary|head|chief|chiefs|heads|secretaries|ministers|member|members|director|commissioner|president|chairman|chair|leader)"
    r" (?:of|for) (?:state|foreign affairs|government|staff|police|parliament|public prosecutions)\b"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase. ``noun`` is its noun in lower case; ``before`` the words ahead of it, ``tail`` what follows."""

    determiner: str
    possessor: str
    """A possessive pronoun in the place of the article."""
    noun: str
    before: tuple[str, ...]
    tail: str
    role: RoleNoun | None
    plural: bool
    definite: bool
    indefinite: bool
    noun_start: int
    """Offset of the noun's last word."""
    noun_end: int
    core_start: int
    """Offset of the first word after the article."""


def read_phrase(layout: Layout, start: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """Return the noun phrase at ``[start, end)``, or none where it holds no word."""
    words = [layout.words[index] for index in layout.words_in(start, end)]
    if not words:
        return None
    at, determiner, possessor = _determiner(words, lexicon)
    core = words[at:]
    if not core:
        return None
    stop = _noun_index(layout, core, lexicon)
    noun, last = _noun(layout, core, stop, end, lexicon)
    known = lexicon.role(noun)
    many = known[1] if known else noun in lexicon.many or (noun.endswith("s") and not noun.endswith("ss"))
    length = noun.count(" ") + 1
    return Phrase(
        determiner=determiner,
        possessor=possessor,
        noun=noun,
        before=tuple(_plain(word, lexicon) for word in core[: max(0, stop + 1 - length)]),
        tail=layout.text[core[last].end : end],
        role=known[0] if known else None,
        plural=many,
        definite=determiner in lexicon.definite
        or bool(possessor)
        or any(_OWNED.search(word.text) for word in core[:stop]),
        indefinite=determiner in lexicon.indefinite or determiner.isdigit(),
        noun_start=core[stop].start,
        noun_end=core[last].end,
        core_start=core[0].start,
    )


def _determiner(words: list[Word], lexicon: Lexicon) -> tuple[int, str, str]:
    at, determiner, possessor = 0, "", ""
    while at < len(words) and at < 3:
        lower = words[at].text.lower()
        if lower in lexicon.possessive:
            possessor = lower
        elif (
            lower in lexicon.definite
            or lower in lexicon.indefinite
            or lower.isdigit()
            or lower in lexicon.other_determiners
        ):
            determiner = lower if not determiner or lower in lexicon.indefinite else determiner
        else:
            break
        at += 1
    return at, determiner, possessor


def _noun_index(layout: Layout, core: list[Word], lexicon: Lexicon) -> int:
    """The index in ``core`` of the noun: the last word before a comma, a preposition, a relative or a participle."""
    for at, word in enumerate(core):
        if not at:
            continue
        between = layout.text[core[at - 1].end : word.start]
        if (
            ("," in between and not _BASED.match(layout.text, core[at - 1].end))
            or "(" in between
            or "\u2014" in between
            or ";" in between
            or ":" in between
        ):
            return at - 1
        lower = word.text.lower()
        if lower in lexicon.prepositions and not word.capital:
            return at - 1
        if (
            not word.capital
            and lower.endswith(("ed", "ing"))
            and (lexicon.role(core[at - 1].lower) is not None or lexicon.document(core[at - 1].lower) is not None)
        ):
            return at - 1
    return len(core) - 1


def _noun(layout: Layout, core: list[Word], stop: int, end: int, lexicon: Lexicon) -> tuple[str, int]:
    """The noun as words, two or three where they are one role ("chief of staff", "foreign minister")."""
    compound = _COMPOUND.match(layout.text[core[stop].start : end].lower())
    if compound is not None and lexicon.role(compound[0]) is not None:
        return compound[0], min(len(core) - 1, stop + compound[0].count(" "))
    for length in (3, 2):
        if stop + 1 >= length:
            noun = " ".join(word.lower for word in core[stop + 1 - length : stop + 1])
            if lexicon.role(noun) is not None or lexicon.document(noun) is not None:
                return noun, stop
    return core[stop].lower, stop


def _plain(word: Word, lexicon: Lexicon) -> str:
    text = _OWNED.sub("", word.text)
    country = lexicon.countries.get(text)
    return country.name.lower() if country is not None and country.kind in ("adjective", "name") else word.lower


def phrase_before(layout: Layout, offset: int, lexicon: Lexicon) -> Span | None:
    """Return the noun phrase that ends just before ``offset``: from its article or preposition on, at most six words."""
    last = layout.word_at(offset) - 1
    if last < 0 or layout.text[layout.words[last].end : offset].strip(" ,"):
        return None
    begins = lexicon.definite | lexicon.indefinite | lexicon.possessive
    first = last
    while last - first < 6 and layout.adjacent(first) and layout.words[first].lower not in begins:
        if layout.words[first - 1].lower in lexicon.prepositions:
            break
        first -= 1
    return layout.words[first].start, layout.words[last].end


def office_of(layout: Layout, start: int, end: int, lexicon: Lexicon) -> Office | None:
    """Return the role that the words at ``[start, end)`` tell, or none where their noun is no role."""
    phrase = read_phrase(layout, start, end, lexicon)
    if phrase is None:
        return None
    role = phrase.role
    noun = phrase.noun
    if role is None:
        return None
    words = frozenset(_plain(layout.words[i], lexicon) for i in layout.words_in(phrase.core_start, end))
    return Office(noun, role.groups, role.wider, words)
