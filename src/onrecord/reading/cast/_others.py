"""Others: the names of bodies, outlets, places and documents joined into members."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.reading.cast._aliases import all_initials, body_words, fold, same_body
from onrecord.reading.cast._found import Found
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._lexicon import Lexicon
from onrecord.reading.cast._members import Member

__all__ = ["country_of", "gather_others"]

_BRACKETED = re.compile(r"\(\s*(?:the |or )?[\"'\u201c]?([A-Z][A-Za-z&.-]{1,9})[\"'\u201d]?\s*\)")
_BEFORE_BRACKET = 100
_LONGEST_ACRONYM = 6
_SEVERAL = 2


def gather_others(others: Sequence[Found], layouts: Iterable[Layout], lexicon: Lexicon) -> list[Member]:
    """Return the members whom the names are of, and give each name its member; long names are placed first."""
    gathering = _Gathering(_declared(layouts), lexicon)
    for name in sorted(others, key=lambda n: (-len(n.words), n.layout.field != "title", n.start)):
        gathering.place(name)
    return gathering.members


def country_of(member: Member, lexicon: Lexicon) -> str | None:
    """Return the country that a member's names name, as the vocabulary calls it; a capital names none."""
    countries = (lexicon.countries.get(form) for form in member.forms)
    return next((country.name for country in countries if country is not None and country.kind != "capital"), None)


def _declared(layouts: Iterable[Layout]) -> dict[str, str]:
    """Acronyms in brackets, with the words before them: "the Zonal Trade Board (ZTB)"."""
    found: dict[str, str] = {}
    for layout in layouts:
        for match in _BRACKETED.finditer(layout.text):
            before = layout.text[max(0, match.start() - _BEFORE_BRACKET) : match.start()].rstrip()
            found.setdefault(match[1], before)
    return found


class _Gathering:
    def __init__(self, declared: dict[str, str], lexicon: Lexicon) -> None:
        self.members: list[Member] = []
        self._by_text: dict[str, Member] = {}
        self._by_key: dict[str, dict[int, Member]] = {}
        self._declared = declared
        self._lexicon = lexicon

    def place(self, name: Found) -> None:
        member = self._by_text.get(name.text)
        if member is None:
            fits = self._fits(name)
            member = self._nearest(name, fits) if fits else Member(name.type, name.text)
            if not fits:
                self.members.append(member)
            if len(fits) < _SEVERAL:
                self._by_text[name.text] = member
            for key in self._keys(name.text):
                self._by_key.setdefault(key, {})[id(member)] = member
        member.take(name)

    def _keys(self, text: str) -> set[str]:
        """What a name can be found by: its telling words, its initials, its sound, its country."""
        country = self._lexicon.countries.get(text)
        if country is not None and country.kind != "capital":
            return {f"country {country.name}"}
        initials = (f"initials {letters}" for letters in all_initials(text))
        return {*body_words(text, self._lexicon), *initials, f"sound {fold(text)}"}

    def _called(self, *keys: str) -> list[Member]:
        return list({at: member for key in keys for at, member in self._by_key.get(key, {}).items()}.values())

    def _fits(self, name: Found) -> list[Member]:
        """The members whose name this can be."""
        country = self._lexicon.countries.get(name.text)
        if country is not None:
            return [] if country.kind == "capital" else self._called(f"country {country.name}")
        spelled_out = self._spelled_out(name.text)
        if spelled_out is not None:
            return spelled_out
        if name.type == "place":
            return [m for m in self._called(f"sound {fold(name.text)}") if m.type == "place"]
        bodies = (m for m in self._called(*body_words(name.text, self._lexicon)) if m.type != "place")
        return [m for m in bodies if any(same_body(name.text, form, self._lexicon) for form in m.forms)]

    def _spelled_out(self, text: str) -> list[Member] | None:
        """The members for which an acronym stands; none where the name is no acronym."""
        before = self._declared.get(text)
        if before is not None:
            near = self._called(*body_words(before, self._lexicon))
            declared = [m for m in near if m.type != "place" and any(before.endswith(form) for form in m.forms)]
            if declared:
                return declared
        letters = text.replace(".", "")
        if " " in text or not letters.isupper() or not 2 <= len(letters) <= _LONGEST_ACRONYM:
            return None
        return self._called(f"initials {letters}")

    def _nearest(self, name: Found, fits: list[Member]) -> Member:
        """Of several whom a short name fits, the one named last before it, else the first."""

        def place(member: Member) -> int:
            spans = (span[0] for field, span in member.mentions if field == name.layout.field)
            return max((start for start in spans if start <= name.start), default=-1)

        return max(fits, key=place)
