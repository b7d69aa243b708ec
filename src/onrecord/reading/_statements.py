"""Statements: attributions with their speaker, stance, kind, chain and date, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.reading._about import find_about
from onrecord.reading._certainty import certainty
from onrecord.reading._kind import judge_kind
from onrecord.reading._marks import Attribution, Marks
from onrecord.reading._quotations import Quotation
from onrecord.reading._reading import Field, Span, Statement, Time
from onrecord.reading._said import said_date
from onrecord.reading._stance import Judgement, Speaker, judge_stance
from onrecord.reading._via import find_vias
from onrecord.reading.cast import Cast, Resolution

__all__ = ["FieldText", "make_statements"]


@dataclass(frozen=True, slots=True)
class FieldText:
    """One text of a report with what was found in it."""

    text: str
    marks: Marks
    quotations: list[Quotation]
    sentences: list[Span]
    times: list[Time]


def make_statements(fields: Mapping[Field, FieldText], cast: Cast, published: str | None) -> list[Statement]:
    """Return the statements of a report, title first, in the order of their first words."""
    order = [(field, index) for field, found in fields.items() for index in _in_order(found.marks.attributions)]
    ids = {key: f"s{number}" for number, key in enumerate(order, 1)}
    made = {}
    for field, found in fields.items():
        made.update(_Maker(field, found, cast, published, ids).make())
    return [made[key] for key in order]


def _in_order(attributions: Sequence[Attribution]) -> list[int]:
    def place(index: int) -> tuple[int, int, int]:
        found = attributions[index]
        first = min(
            start
            for start, _ in (*found.source, *found.cue, *found.content)
            if found.continues is None or start >= found.content[0][0]
        )
        return first, -found.content[-1][1], index

    return sorted(range(len(attributions)), key=place)


class _Maker:
    """Makes the statements of one text."""

    def __init__(
        self, field: Field, found: FieldText, cast: Cast, published: str | None, ids: Mapping[tuple[Field, int], str]
    ) -> None:
        self._field = field
        self._found = found
        self._cast = cast
        self._published = published
        self._ids = ids
        self._attributions = found.marks.attributions
        self._speakers = [cast.speaker(field, index) for index in range(len(self._attributions))]
        self._known = {entity.id: Speaker(entity.name, entity.type) for entity in cast.entities}

    def make(self) -> dict[tuple[Field, int], Statement]:
        speakers = [speaker.entity for speaker in self._speakers]
        vias = find_vias(self._found.text, self._attributions, speakers)
        judged: dict[int, Judgement] = {}
        return {
            (self._field, index): self._statement(index, self._judge(index, judged), vias[index])
            for index in range(len(self._attributions))
        }

    def _judge(self, index: int, judged: dict[int, Judgement]) -> Judgement:
        if index not in judged:
            attribution = self._attributions[index]
            before = None if attribution.continues is None else self._judge(attribution.continues, judged)
            speaker = self._known.get(self._speakers[index].entity or "")
            judged[index] = judge_stance(self._found.text, attribution, before=before, speaker=speaker)
        return judged[index]

    def _statement(self, index: int, judgement: Judgement, via: Sequence[tuple[int, int]]) -> Statement:
        attribution, speaker = self._attributions[index], self._speakers[index]
        kind, kind_reason = judge_kind(self._found.text, attribution, self._found.quotations)
        said, said_reason = said_date(self._found.text, attribution, self._found.times, self._published)
        about = find_about(self._found.text, attribution) if judgement.stance == "accuse" else None
        outlets = [self._cast.entity_at(self._field, span, "outlet") for span in via]
        reasons = {"speaker": speaker.reason, "stance": judgement.reason, "kind": kind_reason, "said": said_reason}
        return Statement(
            id=self._ids[self._field, index],
            field=self._field,
            source=list(attribution.source),
            cue=list(attribution.cue),
            content=list(attribution.content),
            speaker=speaker.entity,
            kind=kind,
            stance=judgement.stance,
            certainty=self._certainty(attribution, speaker),
            via=[outlet for outlet in dict.fromkeys(outlets) if outlet != speaker.entity],
            about=self._cast.entity_at(self._field, about) if about else None,
            said=said,
            in_=self._id(attribution.parent),
            continues=self._id(attribution.continues),
            reasons={key: reason for key, reason in reasons.items() if reason},
        )

    def _certainty(self, attribution: Attribution, speaker: Resolution) -> float:
        return certainty(
            attribution.score,
            speaker.certainty,
            nested=attribution.parent is not None,
            continues=attribution.continues is not None,
        )

    def _id(self, index: int | None) -> str | None:
        return None if index is None else self._ids[self._field, index]
