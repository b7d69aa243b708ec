"""The lexicon: the vocabulary files that the cast needs, as tables for looking up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from onrecord.vocabulary import load_vocabulary

__all__ = ["Country", "Gender", "Lexicon", "Pronoun", "RoleNoun", "lexicon", "singular"]

Gender = Literal["man", "woman", "thing"]


class Pronoun(NamedTuple):
    """What a pronoun tells of the one it stands for."""

    gender: Gender | None
    person: int
    number: str | None
    relative: bool


class RoleNoun(NamedTuple):
    """A noun for what a person is: the groups that it belongs to, the wider ones, and its gender."""

    groups: frozenset[str]
    wider: frozenset[str]
    gender: Gender | None


class Country(NamedTuple):
    """A country by the words for it: ``kind`` is ``name``, ``adjective``, ``people`` or ``capital``."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All tables; words are in lower case unless said otherwise."""

    pronouns: dict[str, Pronoun]
    titles: frozenset[str]
    title_gender: dict[str, Gender]
    after: frozenset[str]
    modifiers: frozenset[str]
    roles: dict[str, RoleNoun]
    alike: frozenset[str]
    """Groups of role nouns that mean the same."""
    plural: dict[str, str]
    given: dict[str, Gender | None]
    """As written, with a capital."""
    countries: dict[str, Country]
    """As written, with a capital."""
    country_names: frozenset[str]
    heads: frozenset[str]
    vague: frozenset[str]
    many: frozenset[str]
    companies: frozenset[str]
    outlet_heads: frozenset[str]
    country_heads: frozenset[str]
    suffixes: frozenset[str]
    seats: frozenset[str]
    """As written."""
    issued: frozenset[str]
    records: frozenset[str]
    outlets: frozenset[str]
    """As written."""
    function: frozenset[str]
    """Words that begin no name though sentences begin with them."""
    links: frozenset[str]
    """Small words within names."""
    particles: frozenset[str]
    """Those of them that stand in people's names."""
    place_ends: frozenset[str]
    outlet_ends: frozenset[str]
    followers: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    other_determiners: frozenset[str]
    possessive: frozenset[str]
    prepositions: frozenset[str]

    def role(self, noun: str) -> tuple[RoleNoun, bool] | None:
        """Return the role noun in the words ``noun`` and whether they are its plural."""
        found = self.roles.get(noun)
        if found is not None:
            return found, False
        if "-" in noun and noun not in self.plural:
            return self.role(noun.rpartition("-")[2])
        found = self.roles.get(singular(noun, self.plural))
        return None if found is None else (found, True)

    def document(self, noun: str) -> str | None:
        """Return ``issued`` or ``records`` where ``noun``, singular or plural, is a document."""
        for form in (noun, singular(noun, self.plural)):
            if form in self.issued:
                return "issued"
            if form in self.records:
                return "records"
        return None


def singular(noun: str, irregular: dict[str, str]) -> str:
    """Return the singular of a plural noun by rule; other words come back changed or not, and match nothing."""
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read once."""
    titles, bodies, documents = (load_vocabulary(name) for name in ("titles", "bodies", "documents"))
    words = load_vocabulary("name_words")
    roles = load_vocabulary("role_nouns")
    kinds = ("men", "women", "ranks", "offices", "learned")
    genders: dict[str, Gender] = dict.fromkeys(titles["men"], "man")
    genders.update(dict.fromkeys(titles["women"], "woman"))
    return Lexicon(
        pronouns={word: _pronoun(row) for word, row in load_vocabulary("pronouns").items()},
        titles=frozenset(word for kind in kinds for word in titles[kind]),
        title_gender=genders,
        after=frozenset(titles["after"]),
        modifiers=frozenset(titles["modifiers"]),
        roles=_roles(roles["group"]),
        alike=frozenset(row["name"] for row in roles["group"] if row.get("alike")),
        plural=dict(roles["plural"]),
        given=_given(load_vocabulary("given_names")),
        countries=_countries(load_vocabulary("countries")["country"]),
        country_names=frozenset(row["name"].lower() for row in load_vocabulary("countries")["country"]),
        heads=frozenset(bodies["heads"]),
        vague=frozenset(bodies["vague"]),
        many=frozenset(bodies["many"]),
        companies=frozenset(bodies["companies"]),
        outlet_heads=frozenset(bodies["outlets"]),
        country_heads=frozenset(bodies["countries"]),
        suffixes=frozenset(bodies["suffixes"]),
        seats=frozenset(bodies["seats"]),
        issued=frozenset(documents["issued"]),
        records=frozenset(documents["records"]),
        outlets=_outlets(load_vocabulary("outlets")),
        function=frozenset(words["function"]),
        links=frozenset(words["links"]) | frozenset(words["particles"]),
        particles=frozenset(words["particles"]),
        place_ends=frozenset(words["places"]),
        outlet_ends=frozenset(words["outlets"]),
        followers=frozenset(words["followers"]),
        definite=frozenset(words["definite"]),
        indefinite=frozenset(words["indefinite"]),
        other_determiners=frozenset(words["other_determiners"]),
        possessive=frozenset(words["possessive"]),
        prepositions=frozenset(words["prepositions"]),
    )


def _pronoun(row: dict[str, Any]) -> Pronoun:
    return Pronoun(row.get("gender"), row["person"], row.get("number"), row.get("relative", False))


def _given(lists: dict[str, str]) -> dict[str, Gender | None]:
    given: dict[str, Gender | None] = dict.fromkeys(lists["either"].split())
    given.update(dict.fromkeys(lists["men"].split(), "man"))
    given.update(dict.fromkeys(lists["women"].split(), "woman"))
    return given


def _roles(groups: list[dict[str, Any]]) -> dict[str, RoleNoun]:
    under = {row["name"]: frozenset(row.get("under", ())) for row in groups}
    found: dict[str, RoleNoun] = {}
    genders: tuple[tuple[str, Gender | None], ...] = (("nouns", None), ("men", "man"), ("women", "woman"))
    for row in groups:
        for key, gender in genders:
            for noun in row.get(key, ()):
                known = found.get(noun, RoleNoun(frozenset(), frozenset(), gender))
                wider = known.wider | _closure(row["name"], under)
                found[noun] = RoleNoun(known.groups | {row["name"]}, wider, gender)
    return found


def _closure(name: str, under: dict[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    todo = set(under.get(name, ()))
    while todo:
        group = todo.pop()
        if group not in found:
            found.add(group)
            todo |= under.get(group, frozenset())
    return frozenset(found)


def _countries(rows: Iterable[dict[str, Any]]) -> dict[str, Country]:
    found: dict[str, Country] = {}
    for row in rows:
        name = row["name"]
        found[name] = Country(name, "name")
        for key, kind in (("also", "name"), ("adjectives", "adjective"), ("people", "people"), ("capitals", "capital")):
            for word in row.get(key, ()):
                found.setdefault(word, Country(name, kind))
    return found


def _outlets(kinds: dict[str, Any]) -> frozenset[str]:
    common = frozenset(kinds["common"]["names"])
    names = {
        form
        for kind in kinds.values()
        if isinstance(kind.get("names"), dict)
        for name, others in kind["names"].items()
        for form in (name, *others)
    }
    return frozenset(names - common)
