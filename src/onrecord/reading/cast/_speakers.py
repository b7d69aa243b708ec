"""Speakers: who says each statement, from the words of its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.reading._marks import Attribution, Marks
from onrecord.reading._reading import Field, Span
from onrecord.reading.cast._aliases import is_acronym_of
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._lexicon import Lexicon, Pronoun
from onrecord.reading.cast._members import Member
from onrecord.reading.cast._found import Found
from onrecord.reading.cast._nominals import match_nominal
from onrecord.reading.cast._phrases import PREPOSITIONS, Phrase, read_phrase
from onrecord.reading.cast._pronouns import Choice, antecedent, choose
from onrecord.reading.cast._trail import Trail

__all__ = ["Resolution", "Resolver", "Who"]

_AND = re.compile(r",?\s+(?:and|or|nor|as well as|along with)\s+|,\s+(?=[A-Z\u00c0-\u00de])")
_LEAD = re.compile(r"(?:both|neither|either|even|only|not)\s+", re.IGNORECASE)
_OWNER = re.compile(r"['\u2019]s?$")
_CLAUSE = re.compile(r",\s|\s(?:who|which|that|where)\s")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who speaks: the id of the entity (none without a source), how likely that is right, and why."""

    entity: str | None
    certainty: float
    reason: str


@dataclass(frozen=True, slots=True)
class Who:
    """A resolution before ids are given."""

    member: Member | None
    certainty: float
    reason: str
    kind: str = "name"


_NOBODY = Who(None, 0.95, "no source is given")


class Resolver:
    """Reads a report from its beginning and resolves what refers to its cast on the way."""

    def __init__(
        self,
        layouts: Mapping[Field, Layout],
        marks: Mapping[Field, Marks],
        names: Mapping[Field, Sequence[Found]],
        members: list[Member],
        lexicon: Lexicon,
    ) -> None:
        self.layouts = layouts
        self.marks = marks
        self.members = members
        self.lexicon = lexicon
        self.trail = Trail()
        self._names = names
        self._resolved: dict[tuple[Field, int], Who] = {}
        self._at_words: dict[tuple[Field, Span], Who] = {}
        self._open: set[tuple[Field, int]] = set()

    # -- the report from its beginning to its end

    def run(self) -> None:
        """Resolve all attributions, the title's first, and the personal pronouns between them."""
        for field, layout in self.layouts.items():
            for _, _, kind, index in self._events(field, layout):
                if kind == "name":
                    self._meet(layout, self._names[field][index])
                elif kind == "source":
                    self._speak(field, index)
                else:
                    self._stand_in(layout, index)

    def _events(self, field: Field, layout: Layout) -> list[tuple[int, int, str, int]]:
        events = [(name.start, 1, "name", at) for at, name in enumerate(self._names[field])]
        held: set[int] = set()
        for at, attribution in enumerate(self.marks[field].attributions):
            spans = attribution.source or attribution.cue or attribution.content
            events.append((spans[0][0], 0, "source", at))
            held.update(start for start, _ in attribution.source)
        pronouns = self.lexicon.pronouns
        for at, word in enumerate(layout.words):
            known = pronouns.get(word.lower)
            if known is not None and known.gender in ("man", "woman") and word.start not in held:
                events.append((word.start, 2, "pronoun", at))
        return sorted(events)

    def _meet(self, layout: Layout, name: Found) -> None:
        if name.member is not None:
            subject = self._is_subject(layout, name.start, name.end)
            self.trail.add(layout, (name.start, name.end), name.member, subject=subject, possessive=name.possessive)

    def _is_subject(self, layout: Layout, start: int, end: int) -> bool:
        """Whether a reference stands where a subject does: early in its sentence, with a verb or comma to follow."""
        at = layout.word_at(start)
        first = at
        while first and layout.adjacent(first) and at - first < 8 and not layout.begins_sentence(first):
            if layout.words[first - 1].lower in PREPOSITIONS:
                return False
            first -= 1
        if not layout.begins_sentence(first):
            return False
        return layout.text[end : end + 2] not in ("'s", "\u2019s")

    def _stand_in(self, layout: Layout, index: int) -> None:
        word = layout.words[index]
        if layout.quotation(word.start) >= 0:
            return
        pronoun = self.lexicon.pronouns[word.lower]
        span = (word.start, word.end)
        choice = choose(pronoun, layout, span, self.trail)
        if choice is None or choice.margin < 0.15:
            return
        if word.lower in ("he", "she"):
            subject = self._is_subject(layout, *span)
            self.trail.add(layout, span, choice.member, subject=subject, pronoun=True)
        choice.member.note(layout.field, span, "pronoun")
        self._learn_gender(choice, pronoun)

    def _learn_gender(self, choice: Choice, pronoun: Pronoun) -> None:
        if choice.member.gender is None and choice.margin > 0.8 and pronoun.gender in ("man", "woman"):
            choice.member.gender = pronoun.gender

    # -- one attribution

    def _speak(self, field: Field, index: int) -> None:
        who = self.speaker(field, index)
        attribution = self.marks[field].attributions[index]
        if who.member is None or not attribution.source:
            return
        layout = self.layouts[field]
        span = attribution.source[0]
        for member in who.member.parts or (who.member,):
            self.trail.add(layout, span, member, subject=True, source=True, pronoun=who.kind == "pronoun")
        if who.member.parts:
            self.trail.add(layout, span, who.member, subject=True, source=True)

    def speaker(self, field: Field, index: int) -> Who:
        """Return who speaks attribution ``index`` of ``field``."""
        key = (field, index)
        if key not in self._resolved:
            if key in self._open:
                return _NOBODY
            self._open.add(key)
            self._resolved[key] = self._speaker(field, index)
        return self._resolved[key]

    def _speaker(self, field: Field, index: int) -> Who:
        attribution = self.marks[field].attributions[index]
        if attribution.continues is not None and attribution.continues != index:
            who = self.speaker(field, attribution.continues)
            return Who(who.member, who.certainty, "the quotation goes on: " + who.reason, who.kind)
        if not attribution.source:
            return _NOBODY
        layout = self.layouts[field]
        span = self._main_span(field, attribution)
        known = self._at_words.get((field, span))
        if known is None:
            known = self._at_words[field, span] = self.refer(layout, span, attribution, index)
        return known

    def _main_span(self, field: Field, attribution: Attribution) -> Span:
        """The piece of the source that holds a name, else its first piece."""
        for span in attribution.source:
            if self._names_in(field, span):
                return span
        return attribution.source[0]

    def _names_in(self, field: Field, span: Span) -> list[Found]:
        return [name for name in self._names[field] if name.start < span[1] and name.end > span[0] and name.member]

    # -- words that refer

    def refer(
        self, layout: Layout, span: Span, attribution: Attribution | None = None, index: int | None = None
    ) -> Who:
        """Return whom the words at ``span`` refer to, making a member for those not named."""
        text = layout.text[span[0] : span[1]]
        span = (
            span[0] + len(text) - len(text.lstrip(" \n\"'\u201c\u2018(,")),
            span[1] - len(text) + len(text.rstrip(" \n,;:)")),
        )
        lead = _LEAD.match(layout.text, *span)
        pronoun = self.lexicon.pronouns.get(layout.text[span[0] : span[1]].lower())
        if pronoun is not None:
            return self._refer_pronoun(layout, span, pronoun, attribution, index)
        if lead is not None:
            span = (lead.end(), span[1])
        return self._refer_joint(layout, span) or self._refer_single(layout, span)

    def _refer_single(self, layout: Layout, span: Span) -> Who:
        name = self._head_name(layout, span)
        if name is not None and name.member is not None:
            return self._refer_name(layout, span, name, name.member)
        country = self.lexicon.countries.get(_OWNER.sub("", layout.text[span[0] : span[1]]))
        if country is not None:
            return self._refer_country(layout, span, country.name)
        phrase = read_phrase(layout, *span, self.lexicon)
        if phrase is None:
            return _NOBODY
        return self._refer_nominal(layout, span, phrase)

    def _refer_name(self, layout: Layout, span: Span, name: Found, member: Member) -> Who:
        sure = 0.97 if name.score > 0.5 else 0.9
        country = self.lexicon.countries.get(name.text)
        if country is not None and country.kind == "capital" and name.start - span[0] < 5:
            return self._refer_country(layout, (name.start, name.end), country.name)
        if member.type == "body" and name.text.isupper():
            described = next((m for m in self.members if not m.named and is_acronym_of(name.text, m.name)), None)
            if described is not None:
                described.note(layout.field, (name.start, name.end), "name")
                return Who(described, 0.85, f"\u201c{name.text}\u201d: short for {described.name}")
        return Who(member, sure, f"named: {name.text}")

    def _refer_country(self, layout: Layout, span: Span, name: str) -> Who:
        """Return the country that its capital, its people or its adjective speaks for ("Ostia's capital denies")."""
        words = layout.text[span[0] : span[1]]
        forms = self.lexicon.countries
        member = next(
            (
                m
                for m in self.members
                if m.type == "place"
                and any(f in forms and forms[f].name == name and forms[f].kind != "capital" for f in m.forms)
            ),
            None,
        )
        if member is None:
            member = Member("place", name)
            self.members.append(member)
        member.forms[_OWNER.sub("", words)] += 1
        member.note(layout.field, span, "name")
        return Who(member, 0.9, f"\u201c{words}\u201d speaks for {member.name}")

    def _refer_joint(self, layout: Layout, span: Span) -> Who | None:
        """Return several who speak under one cue, where each part of the words stands for itself."""
        parts = self._parts(layout, span)
        if len(parts) < 2:
            return None
        members = tuple(who.member for part in parts if (who := self._refer_single(layout, part)).member is not None)
        if len(set(map(id, members))) < 2:
            return None
        name = " and ".join((", ".join(m.name for m in members[:-1]), members[-1].name))
        known = next((m for m in self.members if m.parts == members), None)
        if known is None:
            named = all(member.named for member in members)
            known = Member("group", name, named=named, many=True, parts=members)
            self.members.append(known)
        known.forms[name] += 1
        known.note(layout.field, span, "nominal")
        return Who(known, 0.9, "they speak together")

    def _parts(self, layout: Layout, span: Span) -> list[Span]:
        """Cut joint sources: at each "and" or comma outside a name where a name or a plural stands on both sides."""
        names = self._names_in(layout.field, span)
        cuts = [
            match
            for match in _AND.finditer(layout.text, *span)
            if not any(name.start < match.end() and match.start() < name.end for name in names)
        ]
        if not any(match[0].strip(", ") for match in cuts):
            return [span]
        bounds = [span[0], *(edge for match in cuts for edge in match.span()), span[1]]
        parts = [(bounds[i], bounds[i + 1]) for i in range(0, len(bounds), 2)]
        if all(self._stands_alone(layout, part, names) for part in parts):
            return parts
        return [span]

    def _stands_alone(self, layout: Layout, part: Span, names: Sequence[Found]) -> bool:
        if self._head_name(layout, part) is not None:
            return True
        phrase = read_phrase(layout, *part, self.lexicon)
        if phrase is None or any(
            part[0] <= name.start < part[1] and name.member and name.member.type == "person" for name in names
        ):
            return False
        if phrase.tail.strip():
            return False
        return phrase.plural or (bool(phrase.determiner or phrase.possessor) and phrase.noun in self.lexicon.heads)

    def _head_name(self, layout: Layout, span: Span) -> Found | None:
        """Return the name that the words are about, not one that only tells whose or of what."""
        names = self._names_in(layout.field, span)
        for name in names:
            if name.type == "person" and self._is_head(layout, span, name):
                return name
        for name in names:
            if name.type != "person" and self._is_head(layout, span, name):
                return name
        return None

    def _is_head(self, layout: Layout, span: Span, name: Found) -> bool:
        title = name.first
        while (
            title
            and layout.words[title - 1].start >= span[0]
            and layout.adjacent(title)
            and layout.words[title - 1].lower in self.lexicon.titles
        ):
            title -= 1
        before = layout.text[span[0] : layout.words[title].start]
        rest = layout.text[name.end : span[1]]
        if "-based" in rest or rest[:1] in ("'", "\u2019") or not self._ends_there(layout, name, span[1]):
            return False
        if before.rstrip().endswith(("such as", "including")):
            return True
        words = [
            word.lower
            for word in (layout.words[i] for i in layout.words_in(span[0], max(span[0], name.start)))
            if word.end <= span[0] + len(before)
        ]
        prepositions = [at for at, lower in enumerate(words) if lower in PREPOSITIONS]
        if not prepositions:
            return "," not in before.rstrip(", ") or name.type == "person"
        if before.rstrip().endswith(","):
            return (
                name.type == "person"
                and read_phrase(layout, span[0], name.start, self.lexicon) is not None
                and self._leads(layout, span, name)
            )
        return name.type == "person" and self._apposed(layout, span, name, words, prepositions[-1])

    def _leads(self, layout: Layout, span: Span, name: Found) -> bool:
        phrase = read_phrase(layout, span[0], name.start, self.lexicon)
        return (
            phrase is not None
            and phrase.role is not None
            and not any(other.type == "person" for other in self._names_in(layout.field, (span[0], name.start)))
        )

    def _ends_there(self, layout: Layout, name: Found, end: int) -> bool:
        """Whether nothing that the name could be a part of follows it: "the Harbour Union spokesman"."""
        if name.last + 1 >= len(layout.words):
            return True
        following = layout.words[name.last + 1]
        if following.start >= end or not layout.adjacent(name.last + 1):
            return True
        return following.lower in PREPOSITIONS or following.lower in self.lexicon.after or following.text[0].isdigit()

    def _apposed(self, layout: Layout, span: Span, name: Found, words: list[str], preposition: int) -> bool:
        """Whether a name after "of the Harbour Union" is the one described: "leader of the Harbour Union Mara Lind"."""
        phrase = read_phrase(layout, *span, self.lexicon)
        if phrase is None or phrase.indefinite or phrase.role is None or phrase.plural or preposition == len(words) - 1:
            return False
        ahead = words[-1]
        return (
            self.lexicon.role(ahead) is None
            and ahead not in self.lexicon.titles
            and ahead not in ("the", "a", "an", "his", "her", "their")
            and not self._owned(layout, name)
        )

    def _owned(self, layout: Layout, name: Found) -> bool:
        return name.first > 0 and layout.words[name.first - 1].text.endswith(("'s", "\u2019s"))

    # -- pronouns

    def _refer_pronoun(
        self, layout: Layout, span: Span, pronoun: Pronoun, attribution: Attribution | None, index: int | None
    ) -> Who:
        word = layout.text[span[0] : span[1]]
        quoter = self._quoter(layout, span, index)
        if pronoun.person == 1:
            if quoter is None or quoter.member is None:
                return self._as_words(layout, span, None, 0.3, f"\u201c{word}\u201d, whose words these are is not told")
            quoter.member.note(layout.field, span, "pronoun")
            return Who(quoter.member, 0.9 * quoter.certainty, f"\u201c{word}\u201d: the one who is quoted", "pronoun")
        content = attribution.content if attribution is not None else ()
        if pronoun.relative:
            choice = antecedent(layout, span, self.trail, pronoun)
        else:
            in_quote = layout.quotation(span[0]) >= 0
            barred = [quoter.member] if quoter is not None and in_quote and pronoun.number == "one" else []
            choice = choose(pronoun, layout, span, self.trail, content=content, is_source=True, barred=barred)
        if choice is None:
            return self._as_words(layout, span, None, 0.3, f"\u201c{word}\u201d: no one before it fits")
        choice.member.note(layout.field, span, "pronoun")
        self._learn_gender(choice, pronoun)
        return Who(choice.member, _certainty(choice.margin), _why(layout, span, word, choice), "pronoun")

    def _quoter(self, layout: Layout, span: Span, index: int | None) -> Who | None:
        """Who speaks the statement that holds the words at ``span``."""
        attributions = self.marks[layout.field].attributions
        holding = [
            (end - start, at)
            for at, attribution in enumerate(attributions)
            if at != index
            for start, end in attribution.content
            if start <= span[0] and span[1] <= end
        ]
        parent = attributions[index].parent if index is not None else None
        if parent is None and not holding:
            return None
        return self.speaker(layout.field, parent if parent is not None else min(holding)[1])

    # -- descriptions

    def _refer_nominal(self, layout: Layout, span: Span, phrase: Phrase) -> Who:
        issuer = self._issuer(layout, span, phrase)
        if issuer is not None:
            return issuer
        if not phrase.indefinite:
            clause = _CLAUSE.search(phrase.tail)
            bare = not phrase.tail.strip() or (clause is not None and clause.start() == 0)
            if phrase.definite or phrase.before or phrase.noun in self.lexicon.many or phrase.plural:
                match = match_nominal(phrase, layout, span, self.members, self.trail, self.lexicon)
                if match is not None and (bare or match.score > 2) and self._may_be(phrase, match.member):
                    match.member.note(layout.field, (phrase.core_start, phrase.noun_end), "nominal")
                    sure = min(0.95, 0.6 + 0.2 * min(1.5, match.margin))
                    words = layout.text[phrase.core_start : phrase.noun_end]
                    return Who(match.member, sure, f"\u201c{words}\u201d: {match.reason}", "nominal")
        return self._as_words(layout, span, phrase, 0.85, "described, not named")

    def _may_be(self, phrase: Phrase, member: Member) -> bool:
        if phrase.definite or not member.named:
            return True
        return member.type != "person"

    def _issuer(self, layout: Layout, span: Span, phrase: Phrase) -> Who | None:
        """Return who issued the document that the phrase names, where the report tells."""
        kind = self.lexicon.document(phrase.noun)
        if kind is None:
            return None
        by = re.match(
            r"\s+(?:(?:\w+ )?(?:by|from|of)|(?:\w+ )?(?:issued|released|published|written|filed|posted|signed|made|carried) by)\s+",
            phrase.tail,
        )
        if by is not None:
            start = (
                span[1] - len(phrase.tail) + by.end()
                if layout.text[span[1] - len(phrase.tail) : span[1]] == phrase.tail
                else -1
            )
            if start >= 0 and (kind == "issued" or "by" in by[0] or "from" in by[0]):
                who = self.refer(layout, (start, span[1]))
                if who.member is not None and (who.member.named or who.kind != "words"):
                    return Who(who.member, 0.9 * who.certainty, "issued the document: " + who.reason, "nominal")
        owner = self._owner(layout, (span[0], phrase.noun_start))
        if owner is not None and (kind == "issued" or owner.member is not None and owner.member.type == "body"):
            return Who(owner.member, 0.85, "the document is theirs", "nominal")
        if kind == "issued" and phrase.definite and not phrase.tail.strip():
            for reference in self.trail.before(layout, span[0]):
                if reference.source and layout.sentence(span[0]) - reference.sentence <= 8:
                    return Who(
                        reference.member, 0.6, f"\u201cthe {phrase.noun}\u201d: of the one who spoke last", "nominal"
                    )
        return None

    def _owner(self, layout: Layout, span: Span) -> Who | None:
        """Return the body or person whose name stands before a document's noun: "the army statement"."""
        names = self._names_in(layout.field, span)
        if names:
            return Who(names[-1].member, 0.85, f"named: {names[-1].text}")
        words = [layout.words[i] for i in layout.words_in(*span) if layout.words[i].start < span[1]]
        if not words or words[-1].lower not in self.lexicon.heads:
            return None
        phrase = read_phrase(layout, span[0], words[-1].end, self.lexicon)
        return None if phrase is None else self._refer_nominal(layout, (span[0], words[-1].end), phrase)

    def _as_words(self, layout: Layout, span: Span, phrase: Phrase | None, certainty: float, reason: str) -> Who:
        """Make a member of people, a body or a document that the report describes and does not name."""
        if phrase is None:
            name = " ".join(layout.text[span[0] : span[1]].split())
            member = Member("group", name, named=False, forms=_forms(name))
            self.members.append(member)
            member.note(layout.field, span, "pronoun")
            return Who(member, certainty, reason, "words")
        member = self._described(layout, span, phrase)
        member.note(layout.field, span, "nominal")
        return Who(member, certainty, reason, "words")

    def _described(self, layout: Layout, span: Span, phrase: Phrase) -> Member:
        text = layout.text[span[0] : span[1]]
        comma = text.find(",")
        if comma > phrase.noun_end - span[0] - 1:
            text = text[:comma]
        name = " ".join(text.split())
        kind = self._kind(phrase)
        if kind == "body" or (phrase.determiner == "the"):
            name = re.sub(r"^(?:the|this|that)\s+", "", name, flags=re.IGNORECASE)
        if phrase.possessor:
            name = self._owned_name(layout, span, phrase, name)
        first = layout.words[layout.word_at(span[0])]
        if (
            name[:1].isupper()
            and layout.begins_sentence(layout.word_at(span[0]))
            and first.lower not in self.lexicon.countries
            and name.startswith(first.text)
        ):
            name = self._lower_first(layout, name)
        if not phrase.indefinite or phrase.plural:
            for member in self.members:
                if not member.named and member.name.lower() == name.lower():
                    return member
        role = phrase.role
        member = Member(
            kind,
            name,
            named=kind == "body",
            many=phrase.plural,
            forms=_forms(name),
            gender=role.gender if role else None,
            head=phrase.noun,
            modifiers=frozenset(phrase.before),
        )
        self.members.append(member)
        return member

    def _lower_first(self, layout: Layout, name: str) -> str:
        word = name.split()[0]
        if word.isupper() and len(word) > 1 or word in self.lexicon.countries or any(c.isupper() for c in word[1:]):
            return name
        return word.lower() + name[len(word) :]

    def _owned_name(self, layout: Layout, span: Span, phrase: Phrase, name: str) -> str:
        """Put the owner's name where a possessive pronoun stands: "her neighbour" becomes "Lind's neighbour"."""
        pronoun = self.lexicon.pronouns.get(phrase.possessor)
        bare = re.sub(r"^\w+\s+", "", name)
        if pronoun is None or pronoun.person == 1 or pronoun.relative:
            return bare
        choice = choose(pronoun, layout, span, self.trail)
        return f"{choice.member.name}\u2019s {bare}" if choice is not None and choice.member.named else bare

    def _kind(self, phrase: Phrase) -> str:
        if phrase.role is not None:
            return "group" if phrase.plural else "person"
        if phrase.noun in self.lexicon.heads:
            return "group" if phrase.noun == "authorities" else "body"
        if self.lexicon.document(phrase.noun) is not None:
            return "document"
        return "group" if phrase.plural else "other"


def _forms(name: str) -> Counter[str]:
    return Counter([name])


def _certainty(margin: float) -> float:
    return round(min(0.95, 0.55 + 0.25 * min(1.6, max(0.0, margin))), 2)


def _why(layout: Layout, span: Span, word: str, choice: Choice) -> str:
    gap = layout.sentence(span[0]) - choice.reference.sentence
    where = "in the same sentence" if gap <= 0 else "in the sentence before" if gap == 1 else f"{gap} sentences before"
    whom = {"he": "man", "she": "woman"}.get(word.lower(), "one")
    did = "who spoke" if choice.reference.source else "named" if not choice.reference.pronoun else "spoken of"
    return f"\u201c{word}\u201d: the last {whom} {did}, {where}"
