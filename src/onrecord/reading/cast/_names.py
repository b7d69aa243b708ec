"""Names: the names that the network found, cleaned, and those that it missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading._marks import Name
from onrecord.reading._reading import Span
from onrecord.reading.cast._layout import Layout, Word
from onrecord.reading.cast._lexicon import Lexicon
from onrecord.reading.cast._members import Member

__all__ = ["Found", "find_names"]

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec am pm".split()
)
_FUNCTION = frozenset(
    "the a an this that these those his her their its our my your he she it they we i you who which what when where why "
    "how both all some many several few most other another each every no not neither either and or but if as at by for "
    "from in into of on over to under up with about after before since until during between among against according asked "
    "one two three four five six seven eight nine ten hundreds thousands dozens also only even just more than there here "
    "mr mrs ms while though although because so then now however meanwhile according despite yes no".split()
)
_LINKS = frozenset(
    [
        "of",
        "for",
        "and",
        "the",
        "de",
        "la",
        "al",
        "el",
        "bin",
        "ibn",
        "van",
        "von",
        "der",
        "den",
        "di",
        "da",
        "del",
        "dos",
        "le",
        "on",
        "&",
    ]
)
_PARTICLES = frozenset(
    [
        "de",
        "la",
        "al",
        "el",
        "bin",
        "ibn",
        "van",
        "von",
        "der",
        "den",
        "di",
        "da",
        "del",
        "dos",
        "le",
        "ben",
        "abu",
        "ul",
        "ur",
    ]
)
_TYPES = {"person": "person", "organization": "body", "place": "place", "other": "other"}
_LONGEST = 8


@dataclass(slots=True, eq=False)
class Found:
    """A name in one text: words ``first`` to ``last`` (inclusive) of its layout."""

    layout: Layout
    first: int
    last: int
    type: str
    score: float
    member: Member | None = None

    @property
    def words(self) -> Sequence[Word]:
        return self.layout.words[self.first : self.last + 1]

    @property
    def start(self) -> int:
        return self.layout.words[self.first].start

    @property
    def end(self) -> int:
        """Where the name ends, without a possessive ending."""
        word = self.layout.words[self.last]
        return word.start + len(_bare(word.text))

    @property
    def text(self) -> str:
        return " ".join(self.layout.text[self.start : self.end].split())

    @property
    def possessive(self) -> bool:
        return self.end < self.layout.words[self.last].end or self.layout.text[self.end : self.end + 1] in (
            "'",
            "\u2019",
        )


def find_names(layout: Layout, names: Iterable[Name], sources: Sequence[Span], lexicon: Lexicon) -> list[Found]:
    """Return the names of one text in order, none over another.

    The network's names are cut to the name proper: no title, article, or possessive ending. To them come capitalised
    words within ``sources``, those after a title or that begin with a given name, and bodies told by their last word
    ("the Syrian army", "China's commerce ministry").
    """
    taken = [False] * len(layout.words)
    found: list[Found] = []

    def take(name: Found | None) -> None:
        if name is not None and not any(taken[name.first : name.last + 1]):
            taken[name.first : name.last + 1] = [True] * (name.last + 1 - name.first)
            found.append(name)

    marked = [name for mark in names if (name := _clean(layout, mark, lexicon)) is not None]
    for body in _described_bodies(layout, lexicon, marked):
        take(body)
    for name in marked:
        take(name)
    for start, end in sources:
        for run in _runs(layout, layout.words_in(start, end), taken, lexicon):
            take(run)
    for run in _runs(layout, range(len(layout.words)), taken, lexicon):
        if run.type == "person" or (run.type != "other" and run.score > 0.5):
            take(run)
    return sorted(found, key=lambda name: name.first)


def _bare(text: str) -> str:
    for ending in ("'s", "\u2019s", "'", "\u2019"):
        if text.endswith(ending) and len(text) > len(ending):
            return text[: -len(ending)]
    return text


def _clean(layout: Layout, mark: Name, lexicon: Lexicon) -> Found | None:
    span = layout.words_in(mark.start, mark.end)
    if not span:
        return None
    first, last = span[0], span[-1]
    kind = _TYPES.get(mark.type, "other")
    words = layout.words
    while (
        first <= last
        and (not words[first].capital or words[first].lower in _FUNCTION)
        and words[first].lower not in _PARTICLES
    ):
        first += 1
    while last >= first and not words[last].capital and not words[last].text[0].isdigit():
        last -= 1
    if kind == "person":
        while first < last and _is_title(words[first], lexicon) and words[first + 1].capital:
            first += 1
        if first <= last:
            first, last = _whole_person(layout, first, last, lexicon)
    if first > last or _is_no_name(words[first : last + 1], kind, lexicon):
        return None
    return Found(layout, first, last, kind, mark.score)


def _whole_person(layout: Layout, first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """Widen a person's name by a given name or initial left out before it, and by the rest of it after."""
    words = layout.words
    while (
        first and layout.adjacent(first) and (words[first - 1].text in lexicon.given or _is_initial(words[first - 1]))
    ):
        if _bare(words[first - 1].text) != words[first - 1].text:
            break
        first -= 1
    while (
        last + 1 < len(words)
        and layout.adjacent(last + 1)
        and _bare(words[last].text) == words[last].text
        and (last == first or words[last + 1].lower in lexicon.after or _is_initial(words[last]))
        and words[last].text in lexicon.given | dict.fromkeys([words[last].text] if last > first else [])
        and words[last + 1].capital
        and not layout.begins_sentence(last + 1)
        and words[last + 1].lower not in _FUNCTION | _CALENDAR
        and not _is_title(words[last + 1], lexicon)
    ):
        last += 1
    return first, last


def _is_initial(word: Word) -> bool:
    return word.text[0].isupper() and word.text.endswith(".") and len(word.text) <= 4


def _is_title(word: Word, lexicon: Lexicon) -> bool:
    return (
        word.lower in lexicon.titles
        or word.lower in lexicon.roles
        or word.lower in ("former", "acting", "vice", "deputy")
    )


def _is_no_name(words: Sequence[Word], kind: str, lexicon: Lexicon) -> bool:
    """Pronouns, titles, role nouns, adjectives of countries, days: words with capitals that name nobody."""
    country = lexicon.countries.get(" ".join(_bare(word.text) for word in words))
    if country is not None:
        return country.kind == "adjective"
    lowers = [word.lower for word in words]
    if all(lower in _FUNCTION or lower in lexicon.pronouns for lower in lowers):
        return True
    if kind != "person" and all(lower in _CALENDAR or lower.isdigit() for lower in lowers):
        return True
    if len(words) == 1 and kind == "person":
        return lowers[0] in lexicon.titles or _is_common(lowers[0], lexicon)
    return " ".join(lowers) in lexicon.roles


def _is_common(lower: str, lexicon: Lexicon) -> bool:
    return lexicon.role(lower) is not None or lower in lexicon.heads or lexicon.document(lower) is not None


def _runs(layout: Layout, indices: range, taken: Sequence[bool], lexicon: Lexicon) -> Iterator[Found]:
    """Yield runs of capitalised words that read as a name."""
    words = layout.words
    index, stop = indices.start, indices.stop
    while index < stop:
        word = words[index]
        if taken[index] or not word.capital or word.lower in _FUNCTION or word.lower in _CALENDAR:
            index += 1
            continue
        first = index
        index += 1
        while index < stop and not taken[index] and index - first < _LONGEST and layout.adjacent(index):
            if _bare(words[index - 1].text) != words[index - 1].text:
                break
            if words[index].capital and words[index].lower not in _CALENDAR:
                index += 1
            elif (
                words[index].lower in _LINKS
                and index + 1 < stop
                and words[index + 1].capital
                and not taken[index + 1]
                and layout.adjacent(index + 1)
            ):
                index += 2
            else:
                break
        run = _run(layout, first, index - 1, lexicon)
        if run is not None:
            yield run


def _run(layout: Layout, first: int, last: int, lexicon: Lexicon) -> Found | None:
    words = layout.words
    titled = first > 0 and layout.adjacent(first) and _is_title(words[first - 1], lexicon)
    begins = layout.begins_sentence(first)
    while first < last and (
        _is_title(words[first], lexicon)
        or words[first].lower in lexicon.modifiers
        or _is_adjective(words[first], lexicon)
    ):
        if words[first + 1].lower in _LINKS and words[first + 1].lower not in _PARTICLES:
            break
        titled = titled or words[first].lower in lexicon.titles or words[first].lower in lexicon.roles
        first += 1
        begins = False
    if words[first].lower in _LINKS and first < last:
        return None
    run = words[first : last + 1]
    if _is_no_name(run, "other", lexicon) or (
        len(run) == 1 and (_is_common(run[0].lower, lexicon) or run[0].lower in lexicon.modifiers)
    ):
        return None
    kind, score = _guess(run, titled, lexicon)
    if len(run) == 1 and begins and not titled and kind == "other":
        return None
    return Found(layout, first, last, kind, score)


def _is_adjective(word: Word, lexicon: Lexicon) -> bool:
    country = lexicon.countries.get(_bare(word.text))
    return country is not None and (country.kind == "adjective" or _bare(word.text) != word.text)


def _guess(run: Sequence[Word], titled: bool, lexicon: Lexicon) -> tuple[str, float]:
    """Guess the type of a capitalised run from its words; the score tells how safe the guess is."""
    text = " ".join(_bare(word.text) for word in run)
    if text in lexicon.countries:
        return "place", 0.9
    if text in lexicon.seats:
        return "body", 0.9
    lowers = [word.lower for word in run]
    if (
        lowers[-1] in lexicon.heads
        or lowers[-1] in lexicon.suffixes
        or any(
            lower in lexicon.heads and lowers[at + 1 : at + 2] in (["of"], ["for"]) for at, lower in enumerate(lowers)
        )
    ):
        return "body", 0.7
    if run[0].text in lexicon.given and 1 < len(run) <= 5 and not any(lower in _LINKS - _PARTICLES for lower in lowers):
        return "person", 0.7
    if (
        titled
        and len(run) <= 4
        and all(
            word.text.isalpha() or "-" in word.text or "'" in word.text or "\u2019" in word.text or _is_initial(word)
            for word in run
        )
    ):
        return "person", 0.6
    if len(run) == 1 and run[0].text.isupper() and 2 <= len(run[0].text) <= 6:
        return "body", 0.4
    return "other", 0.3


def _described_bodies(layout: Layout, lexicon: Lexicon, marked: Sequence[Found]) -> Iterator[Found]:
    """Yield bodies told by their last word: capitalised words, at most two others, and a noun for a body."""
    words = layout.words
    names = {name.first: name for name in marked}
    ends = {name.last: name for name in marked}
    for at, word in enumerate(words):
        if word.lower not in lexicon.heads or not at or (word.capital and layout.begins_sentence(at)):
            continue
        first = at
        while (
            first and at - first < 6 and layout.adjacent(first) and _modifies(words[first - 1], lexicon, at - first < 3)
        ):
            first -= 1
            if first in ends and ends[first].first < first:
                first = ends[first].first
        while first < at and not _is_possessor(words[first], layout, first, lexicon):
            first += 1
        if first == at or any(ends[i].type == "person" for i in range(first, at) if i in ends):
            continue
        if any(name.last > at for name in (names.get(i) for i in range(first, at + 1)) if name is not None):
            continue
        following = words[at + 1] if at + 1 < len(words) and layout.adjacent(at + 1) else None
        if following is not None and (lexicon.role(following.lower) is not None or following.lower in lexicon.heads):
            continue
        yield Found(layout, first, at, "body", 0.6)


def _modifies(word: Word, lexicon: Lexicon, near: bool) -> bool:
    if word.capital:
        return word.lower not in _FUNCTION and word.lower not in _CALENDAR and not _is_title(word, lexicon)
    return near and (word.lower in lexicon.modifiers or word.lower in lexicon.heads) and word.lower not in _FUNCTION


def _is_possessor(word: Word, layout: Layout, index: int, lexicon: Lexicon) -> bool:
    """Whether a body's description can begin here: with a country, a place or another name."""
    if not word.capital:
        return False
    return _bare(word.text) in lexicon.countries or not layout.begins_sentence(index)
