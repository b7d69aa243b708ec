"""Gathering: the names of a report joined into members of its cast."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.reading.cast._aliases import fold, is_acronym_of, same_body
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._lexicon import Lexicon
from onrecord.reading.cast._members import Member
from onrecord.reading.cast._people import gather_people, tell_gender
from onrecord.reading.cast._found import Found

__all__ = ["gather"]

_BRACKETED = re.compile(r"\(\s*(?:the |or )?[\"'\u201c]?([A-Z][A-Za-z&.-]{1,9})[\"'\u201d]?\s*\)")
_NEAR = 400


def gather(found: Sequence[Found], layouts: Iterable[Layout], lexicon: Lexicon) -> list[Member]:
    """Give each name its member and return the members, each with its forms, fullest name and type."""
    votes: dict[str, Counter[str]] = {}
    for name in found:
        votes.setdefault(name.text, Counter())[name.type] += name.score + 0.01
    for name in found:
        name.type = _type(name, votes[name.text], lexicon)
    layouts = list(layouts)
    people = [name for name in found if name.type == "person"]
    others = [name for name in found if name.type != "person"]
    members = gather_people(people, lexicon)
    _join_stray(others, members, lexicon)
    members += _gather_others([name for name in others if name.member is None], layouts, lexicon)
    for member in members:
        _settle(member, lexicon)
    return members


def _type(name: Found, votes: Counter[str], lexicon: Lexicon) -> str:
    text, lowers = name.text, [word.lower for word in name.words]
    if text in lexicon.countries:
        return "place"
    if text in lexicon.seats:
        return "body"
    if text.lower().removeprefix("the ") in lexicon.outlets:
        return "outlet"
    kind = votes.most_common(1)[0][0]
    given = name.words[0].text in lexicon.given
    if (
        len(lowers) > 1
        and (lowers[-1] in lexicon.suffixes or lowers[-1] in lexicon.heads)
        and not (given and kind == "person")
    ):
        return "body"
    if kind in ("other", "place") and given and 1 < len(lowers) <= 4 and lowers[-1] not in lexicon.heads:
        return "person"
    return kind


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


def _gather_others(others: Sequence[Found], layouts: Sequence[Layout], lexicon: Lexicon) -> list[Member]:
    members: list[Member] = []
    by_text: dict[str, Member] = {}
    declared = _declared(layouts)
    for name in sorted(others, key=lambda n: (-len(n.words), n.layout.field != "title", n.start)):
        text = name.text
        member = by_text.get(text)
        if member is None:
            member = _matching(name, members, declared, lexicon)
            if member is None:
                members.append(member := Member(name.type, text))
            by_text[text] = member
        member.take(name)
    return members


def _matching(name: Found, members: Sequence[Member], declared: dict[str, str], lexicon: Lexicon) -> Member | None:
    text = name.text
    country = lexicon.countries.get(text)
    if country is not None:
        if country.kind == "capital":
            return None
        return next((m for m in members if _country(m, lexicon) == country.name), None)
    if text in declared:
        ending = declared[text]
        for member in members:
            if any(ending.endswith(form) for form in member.forms):
                return member
    letters = text.replace(".", "")
    if letters.isupper() and " " not in text and 2 <= len(letters) <= 6:
        for member in members:
            if any(is_acronym_of(text, form) for form in member.forms):
                return member
        return None
    if name.type == "place":
        return next((m for m in members if m.type == "place" and fold(m.name) == fold(text)), None)
    fits = [
        m
        for m in members
        if m.type != "place" and not _country(m, lexicon) and any(same_body(text, form, lexicon) for form in m.forms)
    ]
    if len(fits) <= 1:
        return fits[0] if fits else None
    return next(
        (
            m
            for m in fits
            if any(
                same_body(text, f, lexicon) and same_body(f, text, lexicon) and fold(f) == fold(text) for f in m.forms
            )
        ),
        fits[0],
    )


def _country(member: Member, lexicon: Lexicon) -> str | None:
    for form in member.forms:
        country = lexicon.countries.get(form)
        if country is not None and country.kind != "capital":
            return country.name
    return None


def _declared(layouts: Sequence[Layout]) -> dict[str, str]:
    """Acronyms in brackets, with the words before them: "the Zonal Trade Board (ZTB)"."""
    found: dict[str, str] = {}
    for layout in layouts:
        for match in _BRACKETED.finditer(layout.text):
            before = layout.text[max(0, match.start() - 100) : match.start()].rstrip()
            found.setdefault(match[1], before)
    return found


def _settle(member: Member, lexicon: Lexicon) -> None:
    """Choose the fullest name and the type that most mentions have."""
    member.type = member.votes.most_common(1)[0][0]
    country = member.country = _country(member, lexicon)
    if country is not None:
        forms = (
            [form for form in member.forms if lexicon.countries[form].kind == "name"]
            if all(f in lexicon.countries for f in member.forms)
            else []
        )
        member.name = max(forms, key=lambda form: (form == country, len(form)), default=country)
        member.type = "place"
        return
    order = {form: at for at, form in enumerate(member.forms)}
    member.name = max(
        member.forms, key=lambda form: (_fullness(form, member, lexicon), member.forms[form], -order[form])
    )
    if member.type == "person":
        tell_gender(member, lexicon)


def _fullness(form: str, member: Member, lexicon: Lexicon) -> int:
    if form.isupper() and any(not other.isupper() for other in member.forms):
        return 0
    return len([word for word in form.split() if word.lower() not in ("the",)])
