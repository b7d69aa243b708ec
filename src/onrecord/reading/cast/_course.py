"""The course of a report: its names, sources and pronouns met in order, as a reader meets them."""

from __future__ import annotations

from onrecord.reading._reading import Field, Span
from onrecord.reading.cast._found import Found
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._pronouns import choose
from onrecord.reading.cast._scene import Scene
from onrecord.reading.cast._speakers import Resolver

__all__ = ["follow"]

_CLEAR = 0.15
"""How far ahead of the next an antecedent must be for a pronoun that is no source to count."""


def follow(scene: Scene, resolver: Resolver) -> None:
    """Resolve all sources, the title's first, and on the way "he" and "she" wherever they stand."""
    for field, layout in scene.layouts.items():
        for _, _, kind, index in _events(scene, field, layout):
            if kind == "name":
                _meet(scene, layout, scene.names[field][index])
            elif kind == "source":
                _speak(scene, resolver, field, index)
            else:
                _stand_in(scene, layout, index)


def _events(scene: Scene, field: Field, layout: Layout) -> list[tuple[int, int, str, int]]:
    events = [(name.start, 1, "name", at) for at, name in enumerate(scene.names[field])]
    held: set[int] = set()
    for at, attribution in enumerate(scene.marks[field].attributions):
        spans = attribution.source or attribution.cue or attribution.content
        if spans:
            events.append((spans[0][0], 0, "source", at))
            held.update(start for start, _ in attribution.source)
    pronouns = scene.lexicon.pronouns
    for at, word in enumerate(layout.words):
        if word.lower in pronouns and pronouns[word.lower].gender in ("man", "woman") and word.start not in held:
            events.append((word.start, 2, "pronoun", at))
    return sorted(events)


def _meet(scene: Scene, layout: Layout, name: Found) -> None:
    if name.member is not None:
        subject = not name.possessive and _is_subject(layout, name.start, scene.lexicon.prepositions)
        scene.trail.add(layout, (name.start, name.end), name.member, subject=subject, possessive=name.possessive)


def _is_subject(layout: Layout, start: int, prepositions: frozenset[str]) -> bool:
    """Whether a reference stands early in its sentence, with no preposition before it."""
    at = layout.word_at(start)
    first = at
    while first and at - first < 8 and not layout.begins_sentence(first) and layout.adjacent(first):
        if layout.words[first - 1].lower in prepositions:
            return False
        first -= 1
    return layout.begins_sentence(first)


def _speak(scene: Scene, resolver: Resolver, field: Field, index: int) -> None:
    who = resolver.speaker(field, index)
    attribution = scene.marks[field].attributions[index]
    if who.member is None or not attribution.source:
        return
    span: Span = attribution.source[0]
    for member in (*who.member.parts, who.member):
        scene.trail.add(
            scene.layouts[field],
            span,
            member,
            subject=True,
            source=attribution.parent is None,
            pronoun=who.kind == "pronoun",
        )


def _stand_in(scene: Scene, layout: Layout, index: int) -> None:
    word = layout.words[index]
    if layout.quotation(word.start) >= 0:
        return
    pronoun = scene.lexicon.pronouns[word.lower]
    span = (word.start, word.end)
    choice = choose(pronoun, layout, span, scene.trail)
    if choice is None or choice.margin < _CLEAR:
        return
    if word.lower in ("he", "she"):
        scene.trail.add(
            layout,
            span,
            choice.member,
            subject=_is_subject(layout, word.start, scene.lexicon.prepositions),
            pronoun=True,
        )
    choice.member.note(layout.field, span, "pronoun")
    choice.learn_gender(pronoun)
