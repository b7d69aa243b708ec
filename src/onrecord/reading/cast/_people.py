"""People: the names of persons joined into members, full names first and short ones after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.reading.cast._aliases import alike, fold, same_person
from onrecord.reading.cast._found import Found
from onrecord.reading.cast._lexicon import Gender, Lexicon
from onrecord.reading.cast._members import Member

__all__ = ["gather_people", "tell_gender"]

_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az)-")
_FEMALE_ENDINGS = ("ova", "eva", "skaya", "ska", "dottir")


def gather_people(people: Sequence[Found], lexicon: Lexicon) -> list[Member]:
    """Return the persons whom the names are of, and give each name its member.

    Full names go to the first person whom they fit. A name of one word goes to whoever bears it, as family name before
    given name, by exact spelling before a like one; a title may tell a man from a woman of one name.
    """
    members = _gather_full([name for name in people if len(name.words) > 1], lexicon)
    for member in members:
        tell_gender(member, lexicon)
    gathering = _Short(members, people, lexicon)
    named: dict[str, list[Found]] = {}
    for name in people:
        if name.member is None:
            named.setdefault(name.text, []).append(name)
    for text, names in named.items():
        for gender, group in _by_title(names, lexicon).items():
            gathering.place(text, group, gender)
    return members


def _gather_full(people: Sequence[Found], lexicon: Lexicon) -> list[Member]:
    members: list[Member] = []
    by_text: dict[str, Member] = {}
    by_key: dict[str, list[Member]] = {}
    for name in people:
        member = by_text.get(name.text)
        if member is None:
            words = [word.lower for word in name.words]
            keys = dict.fromkeys([*map(fold, words), fold(words[-1])[:3]])
            near = {id(m): m for key in keys for m in by_key.get(key, ())}
            fits = (m for m in near.values() if any(same_person(words, f.lower().split(), lexicon) for f in m.forms))
            member = next(fits, None)
            if member is None:
                members.append(member := Member("person", name.text))
            by_text[name.text] = member
            for key in keys:
                by_key.setdefault(key, []).append(member)
        member.take(name)
    return members


def tell_gender(member: Member, lexicon: Lexicon) -> None:
    """Set the gender that a person's given name or family name tells, if any."""
    for form in sorted(member.forms, key=lambda form: -form.count(" ")):
        gender = lexicon.given.get(form.split()[0])
        if gender is not None:
            member.gender = gender
            return
    if " " in member.name and member.name.lower().endswith(_FEMALE_ENDINGS):
        member.gender = "woman"


def _by_title(names: list[Found], lexicon: Lexicon) -> dict[Gender | None, list[Found]]:
    """Part the uses of a family name by "Mr" and "Mrs"; bare ones go with the others where those agree."""
    parted: dict[Gender | None, list[Found]] = {}
    for name in names:
        parted.setdefault(lexicon.title_gender.get(name.title), []).append(name)
    if len(parted) == 2 and None in parted:
        gender = next(gender for gender in parted if gender is not None)
        return {gender: names}
    return parted


def _keys(form: str) -> list[str]:
    """The words by which a full name may be called in short; "al-Harun" is also called "Harun"."""
    words = form.lower().split()
    return [fold(word) for word in words] + [fold(_ARTICLE.sub("", word)) for word in words]


class _Short:
    """Places names of one word among people named in full."""

    def __init__(self, members: list[Member], people: Sequence[Found], lexicon: Lexicon) -> None:
        self._members = members
        self._full = [name for name in people if len(name.words) > 1]
        self._after = lexicon.after
        self._words = {id(m): {key for form in m.forms for key in _keys(form)} for m in members}

    def place(self, text: str, names: list[Found], gender: Gender | None) -> None:
        """Give the uses of ``text`` to the person who bears it, and to the nearest where several do."""
        bearers = self._bearers(text, gender)
        if not bearers:
            bearers = [Member("person", text, gender=gender)]
            self._members += bearers
        last: Member | None = None
        for name in names:
            last = bearers[0] if len(bearers) == 1 else self._nearest(name, bearers, last)
            last.take(name)

    def _bearers(self, text: str, gender: Gender | None) -> list[Member]:
        able = [m for m in self._members if gender is None or m.gender is None or m.gender == gender]
        key = fold(text)
        bearers = [m for m in able if key in self._words.get(id(m), ())]
        family = [m for m in bearers if any(fold(self._family(form)) == key for form in m.forms if " " in form)]
        if family or bearers:
            return family or bearers
        return [m for m in able if any(alike(text.lower(), self._family(form)) for form in m.forms)]

    def _family(self, form: str) -> str:
        words = [word for word in form.lower().split() if word.rstrip(".") not in self._after]
        return _ARTICLE.sub("", words[-1] if words else form.lower())

    def _nearest(self, name: Found, bearers: list[Member], last: Member | None) -> Member:
        """The one named in full just before; else the one meant last; else the one named most before."""
        before = [
            n.member for n in self._full if n.layout is name.layout and n.start < name.start and n.member in bearers
        ]
        near = [n for n in self._full if n.layout is name.layout and n.start < name.start and n.member in bearers][-1:]
        for full in near:
            if full.member and name.layout.sentence(name.start) - name.layout.sentence(full.start) <= 1:
                return full.member
        if last is not None:
            return last
        counts = Counter(id(member) for member in before)
        return max((m for m in reversed(before) if m), key=lambda m: counts[id(m)], default=bearers[0])
