"""Aliases: which names of a report are one person or body, by short forms, initials, typos and acronyms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from onrecord.reading.cast._lexicon import Lexicon

__all__ = ["acronym", "alike", "all_initials", "body_words", "fold", "same_body", "same_person"]

_SMALL = frozenset(["of", "the", "for", "and", "on", "in", "to", "a", "an", "&", "de", "la", "at"])
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'\u2019&][^\W_]+)*")
_SPELLINGS = (
    ("kh", "h"),
    ("ks", "x"),
    ("ya", "ia"),
    ("yu", "iu"),
    ("ye", "e"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("ph", "f"),
    ("oe", "o"),
    ("ou", "u"),
    ("q", "k"),
    ("ck", "k"),
)
_FEWEST_FOR_TYPO = 6


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return a word without accents, with common transliterations of one sound alike and doubled letters single."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if c.isalnum())
    for spelling, sound in _SPELLINGS:
        plain = plain.replace(spelling, sound)
    return re.sub(r"(.)\1+", r"\1", plain)


@lru_cache(maxsize=8192)
def alike(one: str, other: str) -> bool:
    """Whether two words are one, up to accents, transliteration, and a typo or two in a long word."""
    if one == other:
        return True
    a, b = fold(one), fold(other)
    if a == b:
        return len(a) > 2
    shorter = min(len(a), len(b))
    if shorter < _FEWEST_FOR_TYPO - 1 or max(len(one), len(other)) < _FEWEST_FOR_TYPO or a[0] != b[0]:
        return False
    return _distance(a, b, limit := (2 if shorter >= 8 else 1)) <= limit


def _distance(one: str, other: str, limit: int) -> int:
    """Edit distance with swaps of neighbours (Damerau 1964), given up beyond ``limit``."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        new = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, new[-1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return row[-1]


def same_person(one: Sequence[str], other: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether two names of two words or more, in lower case, can be one person's.

    Family names must be alike, and given names alike or one the other's initial; a name may also leave words of the
    other out ("Nguyen Trong" of "Nguyen Phu Trong"), but not the family name.
    """
    a, b = _proper(one, lexicon), _proper(other, lexicon)
    if len(a) < 2 or len(b) < 2:
        return False
    if alike(a[-1], b[-1]) and _given_alike(a[0], b[0]):
        exact = fold(a[-1]) == fold(b[-1]) or fold(a[0]) == fold(b[0])
        return exact and not _contradict(a[1:-1], b[1:-1])
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) == len(longer):
        return len(a) == 2 and fold(a[0]) == fold(b[1]) and fold(a[1]) == fold(b[0])
    rest = iter(fold(word) for word in longer)
    return all(fold(word) in rest for word in shorter)


def _proper(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    kept = [word for word in words if word not in lexicon.after]
    return kept or list(words)


def _given_alike(one: str, other: str) -> bool:
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0] == other[0]
    return alike(one, other) or (
        len(one) > 2 and len(other) > 2 and (fold(one).startswith(fold(other)) or fold(other).startswith(fold(one)))
    )


def _contradict(one: Sequence[str], other: Sequence[str]) -> bool:
    """Middle names that are both given in full and differ are two people's."""
    if len(one) != 1 or len(other) != 1:
        return False
    a, b = one[0].rstrip("."), other[0].rstrip(".")
    return a[0] != b[0] if min(len(a), len(b)) == 1 else not alike(a, b)


@lru_cache(maxsize=4096)
def body_words(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words of a body's name that tell it, in lower case, countries and their adjectives by name."""
    found: list[str] = []
    for match in _WORD.finditer(name):
        word = re.sub(r"['\u2019]s?$", "", match[0])
        country = lexicon.countries.get(word)
        lower = word.lower()
        if country is not None and country.kind != "capital":
            found.append(country.name.lower())
        elif lower not in _SMALL:
            found.append(lower[:-1] if lower.endswith("s") and len(lower) > 4 and not lower.endswith("ss") else lower)
    return tuple(found)


def same_body(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two names of bodies are one's: the same telling words, or one leaves some out and keeps the noun."""
    a, b = body_words(one, lexicon), body_words(other, lexicon)
    if not a or not b:
        return False
    if set(a) == set(b):
        return True
    shorter, longer = (a, b) if len(set(a)) < len(set(b)) else (b, a)
    if not set(shorter) < set(longer):
        return False
    if _noun(one, a, lexicon) == _noun(other, b, lexicon) and len(shorter) > 1:
        return True
    return longer[: len(shorter)] == shorter and all(word in lexicon.suffixes for word in longer[len(shorter) :])


def _noun(name: str, words: tuple[str, ...], lexicon: Lexicon) -> str:
    """The noun of a body's name: the word before "of" or "for", else the last one."""
    before = re.split(r"\s(?:of|for|on|in)\s", name, maxsplit=1)[0]
    nouns = body_words(before, lexicon)
    return nouns[-1] if nouns else words[-1]


def acronym(name: str) -> str:
    """Return the initials of the words of a name that are not small words."""
    return "".join(match[0][0] for match in _WORD.finditer(name) if match[0].lower() not in _SMALL).upper()


def all_initials(name: str) -> set[str]:
    """Return the acronyms that a name of two words or more can have: with its small words, and without."""
    words = [match[0] for match in _WORD.finditer(name)]
    if len(words) < 2:
        return set()
    return {acronym(name), "".join(word[0] for word in words).upper()}
