"""Names: the names of a text, from what the network marks and from how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.reading._marks import Name
from onrecord.reading._reading import Span
from onrecord.reading.cast._agreement import agree_on_types, without_adjectives
from onrecord.reading.cast._bodies import widen_bodies
from onrecord.reading.cast._found import Found, Labels
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._lexicon import Lexicon
from onrecord.reading.cast._name_types import is_no_name, type_of_name
from onrecord.reading.cast._runs import find_runs

__all__ = ["find_names"]

_MOST = 0.99
_SURE = 0.3
"""The least score at which the network's mark alone makes capitalised words a name."""


def find_names(layout: Layout, names: Iterable[Name], sources: Sequence[Span], lexicon: Lexicon) -> list[Found]:
    """Return the names of one text in order, none over another.

    A name is a run of capitalised words that the network marks, or that stands in a source, follows a title, begins
    with a given name, or ends in a noun for a body; titles, articles and possessive endings are no part of it. The
    network's marks vote on its type. A noun for a body in small letters joins the name before it ("the Ostian army").
    """
    labels = Labels(layout, names, sources, lexicon)
    found: list[Found] = []
    doubtful: list[Found] = []
    for run_first, run_last in find_runs(labels):
        for first, last in _parts(labels, run_first, run_last):
            name = _name(labels, first, last)
            if name is not None:
                (found if _is_safe(labels, name) else doubtful).append(name)
    known = {name.text for name in found}
    found += [name for name in doubtful if name.text in known]
    found = sorted([*found, *_family_names(labels, found)], key=lambda name: name.first)
    agree_on_types(found)
    return widen_bodies(labels, without_adjectives(found))


def _family_names(labels: Labels, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the family names of people named in full that were passed over elsewhere."""
    families = {name.words[-1].bare for name in found if name.type == "person" and name.last > name.first}
    taken = {index for name in found for index in range(name.first, name.last + 1)}
    for index, word in enumerate(labels.words):
        if word.bare in families and index not in taken and not _is_other_word(labels, index):
            yield Found(labels.layout, index, index, "person", _SURE)


def _is_other_word(labels: Labels, index: int) -> bool:
    """Whether a family name that is also a month, a verb or a title ("May", "Will", "Judge") is that here."""
    words, lexicon = labels.words, labels.lexicon
    if words[index].lower not in lexicon.function and not labels.is_title(index):
        return False
    before = words[index - 1].lower if labels.adjacent(index) else ""
    after = words[index + 1] if labels.adjacent(index + 1) else None
    return before in lexicon.prepositions or after is None or after.capital or after.text[0].isdigit()


def _parts(labels: Labels, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a run before a person's name, where a title, a country or a body stands ahead of it."""
    cut = _person_start(labels, first, last)
    if cut is None:
        yield first, last
        return
    end = _end_before_titles(labels, first, cut - 1)
    if end >= first:
        yield first, end
    yield cut, last


def _end_before_titles(labels: Labels, first: int, last: int) -> int:
    words, lexicon = labels.words, labels.lexicon
    while last >= first:
        lower = words[last].lower
        if not (labels.is_title(last) or lower in lexicon.modifiers or lower in lexicon.links):
            break
        last -= 1
    return last


def _person_start(labels: Labels, first: int, last: int) -> int | None:
    """Where in a run a person's name begins after something else; none where it does not."""
    words, lexicon = labels.words, labels.lexicon
    titles = [i for i in range(first, last) if labels.is_title(i) and words[i].text not in lexicon.given]
    if not titles:
        return _person_after_name(labels, first, last)
    begin = titles[-1] + 1
    while begin < last and words[begin].lower in lexicon.modifiers and not labels.joined(begin):
        begin += 1
    if words[last].lower in lexicon.heads or words[begin].lower in lexicon.links - lexicon.particles:
        return None
    votes = labels.votes(begin, last)
    person = votes.get("person", 0.0)
    if words[begin].text in lexicon.countries:
        return None
    likely = person == max(votes.values()) or set(votes) == {"other"}
    return begin if likely or words[begin].text in lexicon.given else None


def _person_after_name(labels: Labels, first: int, last: int) -> int | None:
    """Where a person's name follows a country, a body or an acronym: "the Party of Ostia Ana Lind"."""
    words, lexicon = labels.words, labels.lexicon
    for index in range(first + 1, last + 1):
        before = words[index - 1]
        country = before.bare in lexicon.countries
        if not (country or before.lower in lexicon.heads or (before.text.isupper() and len(before.text) > 2)):
            continue
        given = words[index].text in lexicon.given and index < last
        marked = labels.type(index) == "person" and not labels.joined(index)
        if given or marked or (country and _mostly_person(labels, index, last)):
            return index
    return None


def _mostly_person(labels: Labels, first: int, last: int) -> bool:
    people = sum(labels.type(i) == "person" for i in range(first, last + 1))
    return 2 * people > last + 1 - first


def _name(labels: Labels, first: int, last: int) -> Found | None:
    while first < last and (labels.words[first].lower in labels.lexicon.function or _only_begins(labels, first)):
        first += 1
    if is_no_name(labels, first, last):
        return None
    kind, score = type_of_name(labels, first, last)
    marked = max(labels.score(index) for index in range(first, last + 1))
    return Found(labels.layout, first, last, kind, max(score, min(marked, _MOST)))


def _only_begins(labels: Labels, index: int) -> bool:
    """Whether a word has its capital from the head of the sentence, and the network has the name begin after it."""
    if labels.score(index) > 0 or not labels.score(index + 1) or not labels.layout.begins_sentence(index):
        return False
    word = labels.words[index]
    known = word.text in labels.lexicon.given or word.bare in labels.lexicon.countries or labels.is_title(index)
    return not known and labels.type(index + 1) in ("person", "place") and word.text[1:].islower()


def _is_safe(labels: Labels, name: Found) -> bool:
    """Whether the words are a name without seeing them elsewhere in the text as one."""
    if name.score >= 0.5 or max(labels.score(i) for i in range(name.first, name.last + 1)) >= _SURE:
        return True
    alone = name.last == name.first and labels.layout.begins_sentence(name.first)
    return labels.in_source(name.first) and not alone
