"""Outlets named in a text: agencies, newspapers, broadcasters, channels and platforms, known or told by their words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.vocabulary import load_vocabulary

__all__ = ["Outlet", "find_outlets"]

_TYPES = ("agency", "newspaper", "broadcaster", "channel", "platform")
_WORD = re.compile(r"[\w@](?:[\w.&/+!\u2019'-]*[\w+!])?")
_STATE = r"(?:[A-Z][\w\u2019'-]*\s+)?[Ss]tate(?:-run|-owned|-controlled|-backed)?\s+(?:TV|television|radio|media|broadcaster)"
_NAME = r"[A-Z0-9][\w.&+-]*(?:['\u2019](?!s\b)\w+)?"
_NATIONALITY = re.compile(
    r"(?:ian|ean|can|man|ish|ese|nch|tch|aqi|ani|eli|eek|iss|ai|wegian|Local|Public|Private|State|Several)$"
)
_CALL_SIGN = r"\b(?:[KW][A-Z]{3}(?<!WADA|WIPO)|[KW][A-Z]{2,3}-(?:TV|FM|AM))\b"
_NO_NAME = frozenset(
    {"The", "A", "An", "He", "She", "It", "They", "In", "On", "But", "And", "According", "This", "That"}
)


class Outlet(NamedTuple):
    """An outlet's words ``[start, end)`` in the text, its full name where it is known, and its type."""

    start: int
    end: int
    name: str
    type: str


class _Lexicon:
    def __init__(self) -> None:
        vocabulary = load_vocabulary("outlets")
        self.common = frozenset(vocabulary["common"]["names"])
        self.by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for type in _TYPES:
            for name, others in vocabulary[type]["names"].items():
                for form in (name, *others):
                    first, *rest = (word for word, _ in _words(form, 0, len(form)))
                    self.by_first.setdefault(first, []).append((tuple(rest), name, type))
        for forms in self.by_first.values():
            forms.sort(key=lambda form: -len(form[0]))
        generic = vocabulary["generic"]
        heads, weak = ("|".join(sorted(generic[key], key=len, reverse=True)) for key in ("heads", "weak_heads"))
        kinds = "|".join(sorted(generic["kinds"], key=len, reverse=True))
        self.described = self._pattern(heads, kinds)
        self.expected = self._pattern(
            f"{heads}|{weak}", kinds, rf"|\b[Tt]he\s+(?P<alone>{heads})\b(?!\s+[A-Z])|(?P<sign>{_CALL_SIGN})"
        )

        # Without one of these words the patterns cannot match, and need not be tried.
        self.triggers = {
            word for key in ("heads", "weak_heads", "kinds") for entry in generic[key] for word in entry.split()
        }
        self.triggers |= {
            "Channel",
            "Evening",
            "Sunday",
            "state",
            "state-run",
            "state-owned",
            "state-controlled",
            "State",
        }

    @staticmethod
    def _pattern(heads: str, kinds: str, more: str = "") -> re.Pattern[str]:
        before = rf"\b(?:{kinds})\s+(?P<after>{_NAME}(?:\s+{_NAME}){{0,3}})"
        headed = rf"(?P<headed>(?:{_NAME}\s+){{1,4}}(?:{heads})\b)(?!\s+[A-Z][a-z])"
        led = rf"(?P<led>(?:Daily|Sunday|Evening|Radio|Channel|TV)\s+{_NAME})"
        named = rf"(?P<named>{_NAME}(?:\s+{_NAME}){{0,2}})\s+(?:{kinds})\b"
        return re.compile(rf"(?P<state>\b{_STATE}\b)|{before}|\b{headed}|\b{led}|\b{named}{more}")


_LAST_NAME = re.compile(r"\b(?!(?:At|By|From|In|On|The|Through|Via)\b)[A-Z][\w\u2019'-]+ $")


@cache
def _lexicon() -> _Lexicon:
    return _Lexicon()


def find_outlets(text: str, start: int = 0, end: int | None = None, *, expected: bool = False) -> list[Outlet]:
    """Return the outlets in ``text[start:end]``, in order, none overlapping another.

    With ``expected`` (after "told", "in an interview with") names that are common words too ("Time", "The Sun") count.
    """
    end = len(text) if end is None else end
    words = _words(text, start, end)
    found = _known(text, words, expected)
    if not _lexicon().triggers.isdisjoint(word for word, _ in words):
        found += _described(text, start, end, expected)
    return _without_overlaps(sorted(found, key=lambda outlet: (outlet.start, -outlet.end)))


def _words(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """The words of ``text[start:end]`` without a possessive ending, and where each begins."""
    found = ((match[0], match.start()) for match in _WORD.finditer(text, start, end))
    return [(word[:-2] if word.endswith(("'s", "\u2019s")) else word, at) for word, at in found]


def _known(text: str, words: list[tuple[str, int]], expected: bool) -> list[Outlet]:
    lexicon = _lexicon()
    found: list[Outlet] = []
    for index, (word, at) in enumerate(words):
        for rest, name, type in lexicon.by_first.get(word, ()):
            last = index + len(rest)
            if last < len(words) and all(words[index + 1 + n][0] == part for n, part in enumerate(rest)):
                stop = words[last][1] + len(words[last][0])
                longer = type == "platform" and _LAST_NAME.search(
                    text, max(0, at - 20), at
                )  # "Orsk Signal" is no Signal
                if not longer and (expected or text[at:stop] not in lexicon.common):
                    found.append(Outlet(at, stop, name, type))
                break
    return found


def _described(text: str, start: int, end: int, expected: bool) -> list[Outlet]:
    lexicon = _lexicon()
    found: list[Outlet] = []
    for match in (lexicon.expected if expected else lexicon.described).finditer(text, start, end):
        group = match.lastgroup or "state"
        at, stop = match.span(group)
        words = text[at:stop].split()
        while words and words[0] in _NO_NAME:
            at += len(words[0]) + 1
            words.pop(0)
        name = text[at:stop].rstrip(".")
        if words and name and "\n" not in name and not (group == "named" and _NATIONALITY.search(name)):
            found.append(Outlet(at, at + len(name), name, "channel" if "channel" in match[0].lower() else "newspaper"))
    return found


def _without_overlaps(outlets: list[Outlet]) -> list[Outlet]:
    kept: list[Outlet] = []
    for outlet in outlets:
        if not kept or outlet.start >= kept[-1].end:
            kept.append(outlet)
    return kept
