"""Roles: the offices and descriptions that a report gives its people, with their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading._reading import Field, Role, Span
from onrecord.reading.cast._found import Found
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._lexicon import Lexicon
from onrecord.reading.cast._members import Member
from onrecord.reading.cast._phrases import office_of

__all__ = ["find_roles"]

_AFTER = re.compile(r"(?:,\s*(?:\d{1,2},\s*)?|\s+\(|\s+[\u2014\u2013-]+\s+)(?=[A-Za-z])")
_APPOSITION_END = re.compile(
    r"[,;:.()\u2014\n]|\s[\u2013-]\s|\s(?:who|whose|which|said|says|told|added|wrote|has|was|is|were|had)\s|[\"\u201c\u201d]"
)
_IS = re.compile(
    r"(?:\s*[\u2014\u2013,(-][^.\n\"\u201c]{1,80}[\u2014\u2013,)-]\s*|\s+)(?:is|was|has been|became|remains|served as|serves as|had been)\s+"
    r"(?:also |now |then |still |currently |once )?(?=(?:the|a|an|one of the)\s)"
)
_ARTICLE = re.compile(r"(?:the|a|an|one of the|also|now|currently|then|his|her|their)\s+", re.IGNORECASE)
_SPLIT = re.compile(r"\s+and\s+(?:(?:now|currently|also|later|then|formerly)\s+)?(?:the\s+|a\s+|an\s+)?")
_INNER_END = re.compile(
    r",(?=\s)|[;:.](?=\s|$)|\s(?:since|when|while|after|before|serving|until|at the time|in \d{4}|on \w+day)\b"
)
_NO_ROLE = re.compile(r"(?:who|whose|whom|which|where|when|that|in|on|at|of|for|from|with|and|or|but|accused|then)\b")
_COURTESY = re.compile(r"[\s,]+(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Engr)\b\.?\s*)+$")
_LONGEST_TITLE = 10
_DOT = re.compile(r"\b(?:[A-Z]|Mr|Dr|Gen|Lt|Col|No|St|U\.S|U\.K)\.$")


def find_roles(found: Sequence[Found], sources: Sequence[tuple[Layout, Span]], lexicon: Lexicon) -> None:
    """Give the people among ``found`` their roles: titles before a name, appositions after, "X is the head of Y"."""
    heads = {(layout.field, end): start for layout, (start, end) in sources}
    others = {
        (name.layout.field, index)
        for name in found
        if name.type != "person"
        for index in range(name.first, name.last + 1)
    }
    for name in found:
        if name.member is None or name.member.type != "person":
            continue
        source_start = heads.get((name.layout.field, name.end))
        _before(name, source_start, others, lexicon)
        _after(name, lexicon)


def _before(name: Found, source_start: int | None, others: set[tuple[Field, int]], lexicon: Lexicon) -> None:
    layout = name.layout
    if source_start is not None and source_start < name.start:
        _source_title(name, source_start, lexicon)
    first, titles = _title_words(layout, name.first, others, lexicon)
    if titles:
        _add(name.member, layout, layout.words[first].start, layout.words[name.first - 1].end, lexicon)
    else:
        _comma_title(name, lexicon)
    genders = (lexicon.title_gender.get(layout.words[index].lower) for index in titles)
    gender = next((gender for gender in genders if gender is not None), None)
    if gender is not None and name.member is not None:
        name.member.gender = gender


def _title_words(layout: Layout, end: int, others: set[tuple[Field, int]], lexicon: Lexicon) -> tuple[int, list[int]]:
    """Go back from the name at ``end`` over its title: where that begins, and which words are titles or role nouns."""
    titles: list[int] = []
    at = end
    while at and layout.adjacent(at) and end - at < _LONGEST_TITLE:
        word = layout.words[at - 1]
        if word.lower in lexicon.titles or lexicon.role(word.lower) is not None:
            titles.append(at - 1)
        elif not _widens(layout, at - 1, bool(titles), lexicon) and not (titles and (layout.field, at - 1) in others):
            break
        at -= 1
    return at, titles


def _widens(layout: Layout, index: int, titled: bool, lexicon: Lexicon) -> bool:
    """Whether a word before a title belongs to it: "former", a country, a body's name."""
    word = layout.words[index]
    if word.lower in lexicon.modifiers or word.bare in lexicon.countries:
        return True
    if not titled or word.lower in lexicon.function:
        return False
    return "-" in word.text or (word.capital and not layout.begins_sentence(index))


def _comma_title(name: Found, lexicon: Lexicon) -> None:
    """A role set off by commas ahead of the name: "with her deputy, Mara Lind", "the mayor of Osk, Mara Lind"."""
    layout = name.layout
    if not name.first or layout.text[layout.words[name.first - 1].end : name.start] != ", ":
        return
    at = name.first - 1
    while layout.adjacent(at) and name.first - at < _LONGEST_TITLE and lexicon.role(layout.words[at].lower) is None:
        word = layout.words[at]
        if not (word.capital or word.lower in lexicon.prepositions or word.lower in lexicon.links):
            return
        at -= 1
    role = lexicon.role(layout.words[at].lower)
    if role is None or role[1]:
        return
    first, _ = _title_words(layout, at, set(), lexicon)
    _add(name.member, layout, layout.words[first].start, layout.words[name.first - 1].end, lexicon)


def _source_title(name: Found, source_start: int, lexicon: Lexicon) -> None:
    """The words of a source before the name that ends it: "General Secretary of the Harbour Union Mara Lind"."""
    text = name.layout.text[source_start : name.start].rstrip(" ,")
    article = _ARTICLE.match(text)
    start = source_start + (article.end() if article else 0)
    if start < source_start + len(text):
        _add(name.member, name.layout, start, source_start + len(text), lexicon)


def _after(name: Found, lexicon: Lexicon) -> None:
    layout = name.layout
    match = _AFTER.match(layout.text, name.end)
    if match is not None and not _NO_ROLE.match(layout.text, match.end()):
        end = _end(layout.text, match.end(), _APPOSITION_END)
        _add_parts(name.member, layout, match.end(), end, lexicon)
    match = _IS.match(layout.text, name.end)
    if match is not None:
        end = _end(layout.text, match.end(), _INNER_END)
        _add_parts(name.member, layout, match.end(), end, lexicon)


def _end(text: str, start: int, pattern: re.Pattern[str]) -> int:
    limit = min(len(text), start + 160)
    position = start
    while True:
        match = pattern.search(text, position, limit)
        if match is None:
            return limit
        if match[0][0] == "." and _DOT.search(text, max(start, match.start() - 5), match.start() + 1):
            position = match.end()
            continue
        return match.start()


def _add_parts(member: Member | None, layout: Layout, start: int, end: int, lexicon: Lexicon) -> None:
    """Add the roles of an apposition, each part of "a judge and former mayor" on its own."""
    cuts = [start]
    ends = []
    for match in _SPLIT.finditer(layout.text, start, end):
        if (
            office_of(layout, match.end(), end, lexicon) is not None
            and office_of(layout, cuts[-1], match.start(), lexicon) is not None
        ):
            ends.append(match.start())
            cuts.append(match.end())
    for first, last in zip(cuts, [*ends, end], strict=True):
        article = _ARTICLE.match(layout.text, first, last)
        _add(member, layout, article.end() if article else first, last, lexicon)


def _add(member: Member | None, layout: Layout, start: int, end: int, lexicon: Lexicon) -> None:
    text = layout.text[start:end]
    end -= len(text) - len(_COURTESY.sub("", text).rstrip(" ,"))
    office = office_of(layout, start, end, lexicon)
    last = layout.text[start:end].lower().rstrip(".").rpartition(" ")[2]
    if member is None or end <= start or (office is None and last not in lexicon.titles):
        return
    if last in lexicon.title_gender or last in ("dr", "prof", "ms", "mr"):
        return
    member.add_role(Role(title=layout.text[start:end], start=start, end=end, field=layout.field), office)
    if office is not None and member.gender is None:
        role = lexicon.roles.get(office.noun)
        if role is not None and role.gender is not None:
            member.gender = role.gender
