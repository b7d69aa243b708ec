"""The lexicon: the words that tell times, as tables to look up and as pieces of patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from onrecord.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "COUNT",
    "DAY_NUMBER",
    "DAY_PARTS",
    "HOLIDAYS",
    "MAY_PERSON",
    "MONTH",
    "MONTHS",
    "NAMES",
    "NOUNS_COUNTED",
    "NUMBER",
    "NUMBERS",
    "ORDINAL",
    "ORDINALS",
    "REFERENCES",
    "SEASONS",
    "SIDE",
    "SIDE_AFTER",
    "SPOKEN_YEAR",
    "UNIT",
    "UNITS",
    "WEEKDAY",
    "WEEKDAYS",
    "YEAR",
    "ZONE",
    "alternatives",
    "number",
    "ordinal",
    "pattern",
    "unit",
    "year_of",
]

_words = load_vocabulary("times")

NUMBERS: dict[str, int] = _words["numbers"]
ORDINALS: dict[str, int] = _words["ordinals"]
MONTHS: dict[str, int] = _words["months"]
WEEKDAYS: dict[str, int] = _words["weekdays"]
SEASONS: dict[str, str] = _words["seasons"]
DAY_PARTS: dict[str, str] = _words["day_parts"]
UNITS: dict[str, dict[str, Any]] = _words["units"]
HOLIDAYS: dict[str, str] = _words["holidays"]
REFERENCES: dict[str, list[str]] = _words["references"]
NAMES: dict[str, list[str]] = _words["names"]
NOUNS_COUNTED = frozenset[str](_words["counted"]["nouns"])


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of ``words``, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


def pattern(source: str) -> re.Pattern[str]:
    """Compile ``source``, where a space stands for up to three; case is left to the rule."""
    spaced = _SPACE.sub(lambda match: match[0] if match[0][0] == "[" else "(?: {1,3})", source.replace("\\ ", " "))
    return re.compile(spaced, re.IGNORECASE)


_SPACE = re.compile(r"\[(?:\\.|[^\]\\])*\]| ")

_FULL = frozenset(["march", "april", "may", "june", "july"])


def _names(table: Iterable[str]) -> str:
    """Full names, and short ones with or without their full stop."""
    full = [name for name in table if len(name) > 5 or name in _FULL]
    short = [name for name in table if name not in full]
    return f"(?:{alternatives(full)}|{alternatives(short)}\\b\\.?)"


MONTH = f"(?P<month>{_names(MONTHS)})(?!\\w)"
WEEKDAY = f"(?P<weekday>{_names(WEEKDAYS)})(?!\\w)"
DAY_NUMBER = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.:,]\d)"
_tens = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ones = "(?:one|two|three|four|five|six|seven|eight|nine)"
_teens = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
SPOKEN_YEAR = (
    f"(?:(?:eighteen|nineteen|twenty)[ -](?:{_tens}(?:[ -]{_ones})?|{_teens}|oh[ -]{_ones})"
    f"|two thousand(?: and)? (?:{_teens}|{_ones}))(?![\\w-])(?! (?:years?|months?|days?|people))"
)
"""A year in words, as broadcasts have it."""
YEAR = rf"(?P<year>(?:1\d\d\d|20\d\d|21\d\d)(?![\w%]|[.:,]\d)|{SPOKEN_YEAR})"
ZONE = alternatives(_words["zones"]["names"])

_small = alternatives(word for word in NUMBERS if word not in {"hundred", "thousand"})
_below_100 = f"(?:{_tens}[- ]{_ones}|{_small})"
_words_number = f"(?:(?:a|{_below_100}) (?:hundred|thousand)(?: (?:and )?{_below_100})?|{_below_100})"
_figure = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?: million| billion)?"
NUMBER = f"(?:(?:{_figure}|{_words_number})(?: and a half|[- ]1/2| and one-half)?)"
"""A number in figures or words."""
COUNT = (
    f"(?:{NUMBER}|(?:a )?couple(?: of)?|a few|few|several|many|a dozen|a half-dozen|a half dozen|half a|half an|an|a)"
)
"""How many of a unit, where ``number`` tells what can be told."""
ORDINAL = f"(?:{alternatives(ORDINALS)}|\\d{{1,2}}(?:st|nd|rd|th))"
UNIT = f"(?P<unit>{alternatives(UNITS)}|centurie|millennia)"
"""A unit in the singular; its plural adds an s."""

_cues = _words["cues"]
_then = r"(?: not| also| still| soon)?(?: be| have)?(?: (?-i:[a-z]+(?:ed|ing|en|ld|aid|ade|et)))?"
SIDE = re.compile(
    rf"(?<![\w-])(?:(?:been|was|were) {alternatives(_cues['awaited'])}(?: to \w+)?"
    rf"|(?P<ahead>{alternatives(_cues['modal'])}(?![\w-]){_then}|{alternatives(_cues['ahead'])})"
    rf"|(?P<behind>{alternatives(_cues['behind'])}|(?-i:(?!un|ne)[a-z]{{2,}}ed)))(?![\w-])",
    re.IGNORECASE,
)
"""What tells that a time lies ahead ("will be held"), or behind ("was", "attended", "had been due")."""
SIDE_AFTER = re.compile(
    rf"(?<![\w-])(?:(?P<ahead>{alternatives(_cues['ahead_after'])})"
    rf"|(?P<behind>{alternatives(_cues['behind'])}|(?-i:(?!un|ne)[a-z]{{2,}}ed)))(?![\w-])",
    re.IGNORECASE,
)
MAY_PERSON = re.compile(rf"\b{alternatives(NAMES['before_may'])} May\b")


def unit(word: str) -> str:
    """Return the unit that ``word`` names, in the singular as the vocabulary has it."""
    word = word.lower()
    return {"centurie": "century", "millennia": "millennium"}.get(word, word)


def ordinal(word: str) -> int:
    """Return the number of ``word``, an ordinal in letters or figures."""
    word = word.lower()
    return ORDINALS[word] if word in ORDINALS else int(word[:-2])


def year_of(words: str) -> int:
    """Return the year that ``words`` tell: "1998", "'98", "nineteen ninety-eight"."""
    figures = words.lstrip("'")
    if figures.isdigit():
        return int(figures) if len(figures) == 4 else int(figures) + (1900 if int(figures) >= 50 else 2000)
    first, *rest = re.split(r"[\s-]+", words.lower())
    if first == "two":
        return 2000 + sum(NUMBERS.get(word, 0) for word in rest if word != "thousand")
    return {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[first] + sum(NUMBERS.get(word, 0) for word in rest)


def number(words: str) -> float | None:
    """Return the number that ``words`` tell; none where they leave it open ("a few", "several")."""
    words = re.sub(r"[\s-]+", " ", words.lower()).strip()
    half = re.search(r" ?(and a half|and one half|1/2)$", words)
    if half:
        whole = number(words[: half.start()])
        return None if whole is None else whole + 0.5
    if words.startswith("half a"):
        return 0.5
    if words.startswith(("couple", "a couple")):
        return 2
    fixed = {"a": 1, "an": 1, "a dozen": 12, "a half dozen": 6}.get(words)
    return fixed if fixed is not None else _figures(words) if words[:1].isdigit() else _in_words(words)


def _figures(words: str) -> float:
    figure, _, scale = words.partition(" ")
    return float(figure.replace(",", "")) * {"million": 1e6, "billion": 1e9}.get(scale, 1)


def _in_words(words: str) -> float | None:
    total = current = 0
    for word in words.split():
        value = 1 if word == "a" else NUMBERS.get(word)
        if value is None:
            return None
        if value >= 100:
            total, current = total + max(current, 1) * value, 0
        else:
            current += value
    return total + current
