"""Names: the names of a text, from what the network marks and from how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading._marks import Name
from onrecord.reading._reading import Span
from onrecord.reading.cast._layout import Layout, Word
from onrecord.reading.cast._lexicon import Lexicon
from onrecord.reading.cast._members import Member

__all__ = ["Found", "find_names", "is_title"]

_TYPES = {"person": "person", "organization": "body", "place": "place", "other": "other"}
_LONGEST = 9
_SURE = 0.3
"""The least score at which the network's mark alone makes a single word at the head of a sentence a name."""


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
    def possessive(self) -> bool:
        """Whether the name stands in the possessive."""
        return self.layout.text[self.end : self.end + 1] in ("'", "\u2019")


def find_names(layout: Layout, names: Iterable[Name], sources: Sequence[Span], lexicon: Lexicon) -> list[Found]:
    """Return the names of one text in order, none over another.

    A name is a run of capitalised words that the network marks, or that stands in a source, follows a title, begins
    with a given name, or ends in a noun for a body; titles, articles and possessive endings are no part of it. The
    network's marks vote on its type. A noun for a body in small letters joins the name before it ("the Ostian army").
    """
    reader = _NameReader(layout, names, sources, lexicon)
    found = [name for first, last in reader.runs() for name in reader.read_run(first, last)]
    return reader.with_bodies([*found, *reader.second_look()])


def is_title(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word can stand before a person's name as a title."""
    return word.lower in lexicon.titles or word.lower in lexicon.roles


class _NameReader:
    def __init__(self, layout: Layout, names: Iterable[Name], sources: Sequence[Span], lexicon: Lexicon) -> None:
        self.layout = layout
        self.words = layout.words
        self.lexicon = lexicon
        self.labels: dict[int, tuple[str, float]] = {}
        self.joined: set[int] = set()
        for name in names:
            span = layout.words_in(name.start, name.end)
            for index in span:
                self.labels[index] = _TYPES.get(name.type, "other"), name.score
            self.joined.update(span[1:])
        self.known: set[str] = set()
        self.passed: list[tuple[int, int]] = []
        self.in_source = {index for start, end in sources for index in layout.words_in(start, end)}

    # -- runs of capitalised words

    def runs(self) -> Iterator[tuple[int, int]]:
        """Yield first and last word of each run of capitalised words that may hold names."""
        words, index, stop = self.words, 0, len(self.words)
        while index < stop:
            if not self._may_begin(index):
                index += 1
                continue
            first = index
            while index - first < _LONGEST:
                step = self._step(first, index)
                if not step:
                    break
                index += step
            yield first, index
            index += 1
        del words

    def _may_begin(self, index: int) -> bool:
        word = self.words[index]
        return word.capital and (
            word.lower not in self.lexicon.function
            or (index in self.labels and word.text.isupper() and len(word.text) > 1)
        )

    def _step(self, first: int, index: int) -> int:
        """How many words further the run goes on from ``index``: 0, 1, or 2 to 3 over small words."""
        words = self.words
        if words[index].text != words[index].bare and not (words[index].bare + "'s").lower() in (
            "people's",
            "men's",
            "women's",
            "children's",
        ):
            return 0
        following = index + 1
        if not self._adjacent(following):
            return 0
        if words[following].capital:
            return 0 if words[following].lower in self.lexicon.function and following not in self.joined else 1
        if words[following].lower not in self.lexicon.links:
            return 0
        after = following + 1
        if self._adjacent(after) and words[after].lower == "the":
            after += 1
        if not self._adjacent(after) or not words[after].capital or words[after].lower in self.lexicon.function:
            return 0
        if words[following].lower in self.lexicon.particles:
            return after - index
        return after - index if self._links(first, index, following, after) else 0

    def _links(self, first: int, index: int, following: int, after: int) -> bool:
        """Whether "of", "for" or "and" joins what stands on both sides to one name."""
        if following in self.joined and after in self.joined:
            return True
        words = self.words
        heads = [
            i
            for i in range(first, index + 1)
            if words[i].lower in self.lexicon.heads or self.lexicon.document(words[i].lower)
        ]
        if words[following].lower in ("of", "for", "on"):
            return (
                bool(heads)
                and (heads[-1] == index or words[following].lower == "of")
                and not is_title(words[first], self.lexicon)
            )
        linked = any(words[i].lower in ("of", "for", "on") for i in range(first, index + 1))
        return words[following].lower in ("and", "&") and linked and bool(heads) and self._same_kind(index, after)

    def _same_kind(self, one: int, other: int) -> bool:
        a, b = self.labels.get(one), self.labels.get(other)
        return (
            (a is None or a[0] != "person")
            and (b is None or b[0] != "person")
            and self.words[other].text not in self.lexicon.countries
        )

    def _adjacent(self, index: int) -> bool:
        return index < len(self.words) and self.layout.adjacent(index)

    # -- names within a run

    def read_run(self, first: int, last: int) -> Iterator[Found]:
        """Yield the names of a run: its titles and adjectives left out, a country before a person apart."""
        cut = self._person_start(first, last)
        if cut is not None and cut > first:
            before = self._trim_titles(first, cut - 1)
            if before is not None:
                name = self._name(first, before)
                if name is not None:
                    yield name
            first = cut
        name = self._name(first, last)
        if name is not None:
            yield name

    def _trim_titles(self, first: int, last: int) -> int | None:
        """The last word of what stands before a person and is a name: a country, or a body; none where it is a title."""
        words = self.words
        while last >= first and (
            is_title(words[last], self.lexicon)
            or words[last].lower in self.lexicon.modifiers
            or words[last].lower in self.lexicon.links
        ):
            last -= 1
        if last < first:
            return None
        country = self.lexicon.countries.get(words[last].bare)
        return None if first == last and country is not None and country.kind == "adjective" else last

    def _person_start(self, first: int, last: int) -> int | None:
        """Where in a run a person's name begins after a title, a country or an acronym; none where it holds no person."""
        words, lexicon = self.words, self.lexicon
        begin = first
        for index in range(first, last):
            word = words[index]
            if is_title(word, lexicon) and word.text not in lexicon.given:
                begin = index + 1
        if begin == first:
            begin = self._person_after_place(first, last)
            return begin
        rest = words[begin : last + 1]
        if begin > last or rest[-1].lower in lexicon.heads or rest[0].lower in lexicon.links - lexicon.particles:
            return None
        while begin < last and words[begin].lower in lexicon.modifiers and begin not in self.joined:
            begin += 1
        return begin if begin <= last and self._reads_as_person(begin, last) else None

    def _person_after_place(self, first: int, last: int) -> int | None:
        for index in range(first + 1, last + 1):
            label = self.labels.get(index)
            before = self.words[index - 1]
            ends_other = (
                before.bare in self.lexicon.countries
                or before.lower in self.lexicon.heads
                or (before.text.isupper() and len(before.text) > 2)
            )
            given = self.words[index].text in self.lexicon.given and index < last
            marked = label is not None and label[0] == "person" and index not in self.joined
            if ends_other and (
                given or marked or (before.bare in self.lexicon.countries and self._mostly_person(index, last))
            ):
                return index
        return None

    def _mostly_person(self, first: int, last: int) -> bool:
        """Whether the network marks most of the words as a person, one at least."""
        people = sum(self.labels.get(i, ("", 0.0))[0] == "person" for i in range(first, last + 1))
        return 2 * people > last + 1 - first

    def _reads_as_person(self, first: int, last: int) -> bool:
        votes = [self.labels[i] for i in range(first, last + 1) if i in self.labels]
        person = sum(score for kind, score in votes if kind == "person")
        if person >= sum(score for kind, score in votes if kind != "person"):
            return all(self.words[i].text not in self.lexicon.countries for i in (first, last) if first == last)
        return self.words[first].text in self.lexicon.given

    def _name(self, first: int, last: int) -> Found | None:
        words, lexicon = self.words, self.lexicon
        while first < last and words[first].lower in lexicon.function:
            first += 1
        if self._is_no_name(first, last):
            return None
        kind, score = self._type(first, last)
        if kind == "person":
            while first < last and is_title(words[first], lexicon) and words[first].text not in lexicon.given:
                first += 1
        marked = max((self.labels[i][1] for i in range(first, last + 1) if i in self.labels), default=0.0)
        if (
            marked < _SURE
            and score < 0.5
            and not (first in self.in_source and (last > first or not self.layout.begins_sentence(first)))
        ):
            self.passed.append((first, last))
            return None
        name = Found(self.layout, first, last, kind, max(marked, score))
        self.known.add(name.text)
        return name

    def second_look(self) -> Iterator[Found]:
        """Yield the names passed over that are names elsewhere in the text."""
        for first, last in self.passed:
            kind, score = self._type(first, last)
            name = Found(self.layout, first, last, kind, score)
            if name.text in self.known:
                yield name

    def _is_no_name(self, first: int, last: int) -> bool:
        """Pronouns, titles, role nouns, adjectives of countries, days: words with capitals that name nobody."""
        words, lexicon = self.words[first : last + 1], self.lexicon
        text = " ".join(word.bare for word in words)
        country = lexicon.countries.get(text)
        if country is not None:
            return country.kind == "adjective"
        lowers = [word.lower for word in words]
        if all(lower in lexicon.function for lower in lowers):
            return True
        if len(words) == 1:
            if words[0].text.isupper() and len(words[0].text) > 1:
                return False
            person = self.labels.get(first, ("", 0.0))
            common = self._is_common(lowers[0])
            return common and (text not in lexicon.seats) and not (person[0] == "person" and person[1] > 0.6)
        return lexicon.role(" ".join(lowers)) is not None or (
            lexicon.role(lowers[-1]) is not None
            and all(self._is_common(word.lower) or word.bare in lexicon.countries for word in words[:-1])
        )

    def _is_common(self, lower: str) -> bool:
        lexicon = self.lexicon
        return (
            lower in lexicon.titles
            or lexicon.role(lower) is not None
            or lower in lexicon.heads
            or lexicon.document(lower) is not None
            or lower in lexicon.modifiers
        )

    def _type(self, first: int, last: int) -> tuple[str, float]:
        """The type of a name from tables, its words, and the network's marks; the score tells how safe it is."""
        words, lexicon = self.words[first : last + 1], self.lexicon
        text = " ".join(word.bare for word in words)
        if text in lexicon.countries:
            return "place", 0.9
        if text in lexicon.seats:
            return "body", 0.9
        if text in lexicon.outlets:
            return "outlet", 0.9
        lowers = [word.lower for word in words]
        given = words[0].text in lexicon.given
        if len(words) > 1 and not given and self._has_head(lowers):
            return ("outlet" if lowers[-1] in ("tv", "news", "television", "radio", "times", "post") else "body"), 0.7
        if (
            given
            and 1 < len(words) <= 5
            and lowers[-1] not in lexicon.heads
            and not any(lower in lexicon.links - lexicon.particles for lower in lowers)
        ):
            return "person", 0.7
        votes: dict[str, float] = {}
        for index in range(first, last + 1):
            kind, score = self.labels.get(index, ("other", 0.1))
            votes[kind] = votes.get(kind, 0.0) + score
        if self._titled(first) and len(words) <= 4 and votes.get("person", 0.0) >= votes.get("body", 0.0):
            return "person", 0.7
        if len(words) == 1 and text.isupper() and 2 <= len(text) <= 6:
            return "body", 0.4
        return max(votes.items(), key=lambda vote: vote[1])[0], 0.3

    def _has_head(self, lowers: Sequence[str]) -> bool:
        lexicon = self.lexicon
        if lowers[-1] in lexicon.heads or lowers[-1] in lexicon.suffixes:
            return True
        return any(
            lower in lexicon.heads and lowers[at + 1] in ("of", "for", "on") for at, lower in enumerate(lowers[:-1])
        )

    def _titled(self, first: int) -> bool:
        return first > 0 and self.layout.adjacent(first) and is_title(self.words[first - 1], self.lexicon)

    # -- bodies told by a noun

    def with_bodies(self, names: list[Found]) -> list[Found]:
        """Return the names with those of bodies widened: by a noun in small letters, by whose body it is."""
        by_last = {name.last: name for name in names}
        for at, word in enumerate(self.words):
            if word.lower in self.lexicon.heads and self._is_bare_noun(at, by_last):
                self._join_noun(at, by_last)
        for name in list(by_last.values()):
            if name.type == "body" and name.last in by_last:
                self._join_owner(name, by_last)
        return sorted(by_last.values(), key=lambda name: name.first)

    def _is_bare_noun(self, at: int, by_last: dict[int, Found]) -> bool:
        known = by_last.get(at)
        if known is None:
            return not self.words[at].capital
        return (
            known.first == at
            and at > 0
            and not self.words[at - 1].capital
            and self.words[at].lower in ("tv", "television", "media")
        )

    def _join_noun(self, at: int, by_last: dict[int, Found]) -> None:
        """Make a body of "the Ostian army", "Ostia's trade ministry", "Harbour police"."""
        first = at
        while at - first < 3 and self.layout.adjacent(first) and not self.words[first - 1].capital:
            lower = self.words[first - 1].lower
            near = lower in self.lexicon.modifiers or lower in self.lexicon.heads
            if lower in self.lexicon.function or lower in self.lexicon.links or not (near or self._owns(first - 2)):
                return
            first -= 1
        if not self._adjacent(first) or not first:
            return
        owner = by_last.get(first - 1)
        if owner is None:
            country = self.lexicon.countries.get(self.words[first - 1].bare)
            vague = self.words[at].lower in self.lexicon.companies or self.words[at].lower in self.lexicon.country_heads
            if (
                (country is not None and vague)
                or country is None
                and not (
                    self.words[first - 1].capital
                    and self.words[first - 1].lower not in self.lexicon.function
                    and not self.layout.begins_sentence(first - 1)
                )
            ):
                return
            owner_first = first - 1
        elif owner.type == "person" and (
            owner.possessive
            or self.words[at].lower
            not in ("administration", "government", "campaign", "team", "camp", "regime", "family")
        ):
            return
        elif (
            owner.type == "place"
            and not owner.possessive
            and self.words[at].lower in self.lexicon.companies | self.lexicon.country_heads
        ):
            return
        else:
            owner_first = by_last.pop(owner.last).first
        by_last[at] = Found(
            self.layout,
            owner_first,
            at,
            "outlet" if self.words[at].lower in ("tv", "television", "radio", "media") else "body",
            0.6,
        )

    def _owns(self, index: int) -> bool:
        return index >= 0 and (
            self.words[index].bare in self.lexicon.countries or self.words[index].bare != self.words[index].text
        )

    def _join_owner(self, name: Found, by_last: dict[int, Found]) -> None:
        """Join "Ostia's" to the "Foreign Ministry" that follows."""
        owner = by_last.get(name.first - 1)
        if owner is None or owner.type != "place" or not owner.possessive or not self.layout.adjacent(name.first):
            return
        del by_last[owner.last]
        by_last[name.last] = Found(self.layout, owner.first, name.last, "body", name.score)
