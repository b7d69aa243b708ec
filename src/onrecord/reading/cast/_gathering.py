"""Gathering: the names of a report joined into members of its cast."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.reading.cast._agreement import agree_on_types
from onrecord.reading.cast._found import Found
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._lexicon import Lexicon
from onrecord.reading.cast._members import Member
from onrecord.reading.cast._others import country_of, gather_others
from onrecord.reading.cast._people import gather_people, tell_gender

__all__ = ["gather"]


def gather(found: Sequence[Found], layouts: Iterable[Layout], lexicon: Lexicon) -> list[Member]:
    """Give each name its member and return the members, each with its forms, fullest name and type."""
    agree_on_types(found)
    members = gather_people([name for name in found if name.type == "person"], lexicon)
    _join_stray([name for name in found if name.type != "person"], members, lexicon)
    members += gather_others([name for name in found if name.member is None], list(layouts), lexicon)
    for member in members:
        _settle(member, lexicon)
    return members


def _join_stray(others: Sequence[Found], members: list[Member], lexicon: Lexicon) -> None:
    """Give a name that was taken for no person, and is a person's name elsewhere, to that person."""
    forms: dict[str, Member] = {}
    for member in members:
        for form in member.forms:
            forms.setdefault(form, member)
            if " " in form:
                forms.setdefault(_last_word(form, lexicon), member)
    for name in others:
        if name.type in ("other", "body", "place") and name.text in forms and name.text not in lexicon.countries:
            name.type = "person"
            forms[name.text].take(name)


def _last_word(form: str, lexicon: Lexicon) -> str:
    words = [word for word in form.split() if word.lower().rstrip(".") not in lexicon.after]
    return words[-1] if words else form


def _settle(member: Member, lexicon: Lexicon) -> None:
    """Choose the fullest name and the type that most mentions have."""
    member.type = member.votes.most_common(1)[0][0]
    member.country = country_of(member, lexicon)
    if member.country is not None:
        member.type = "place"
        names = [form for form in member.forms if form in lexicon.countries and lexicon.countries[form].kind == "name"]
        member.name = max(names, key=lambda form: (form == member.country, len(form)), default=member.country)
        return
    order = {form: at for at, form in enumerate(member.forms)}
    member.name = max(member.forms, key=lambda form: (_fullness(form, member), member.forms[form], -order[form]))
    if member.type == "person":
        tell_gender(member, lexicon)


def _fullness(form: str, member: Member) -> tuple[int, int]:
    """How full a form of a name is: its words, initials last; an acronym or a form in capitals is least."""
    if form.isupper() and any(not other.isupper() for other in member.forms):
        return 0, 0
    words = form.split()
    return sum(len(word.rstrip(".")) > 1 for word in words), len(words)
