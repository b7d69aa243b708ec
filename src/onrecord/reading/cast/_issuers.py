"""Issuers: whose words a document is, where the report tells: "the army statement", "a report by the ministry"."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.reading._reading import Span
from onrecord.reading.cast._layout import Layout
from onrecord.reading.cast._nominals import match_nominal
from onrecord.reading.cast._phrases import Phrase, read_phrase
from onrecord.reading.cast._scene import Scene, Who

__all__ = ["find_issuer"]

_BY = re.compile(
    r"\s*(?:\w+ )?(?:(?:issued|released|published|written|filed|posted|signed|made|carried|prepared|produced) by|by|from)\s+"
)
_OF = re.compile(r"\s*of\s+")
_REACH = 8
"""How many sentences back the one who issued "the statement" may have spoken."""


def find_issuer(
    scene: Scene, layout: Layout, span: Span, phrase: Phrase, refer: Callable[[Layout, Span], Who]
) -> Who | None:
    """Return whose document the noun phrase names, or none: it is no document, or the report does not tell.

    A statement, a letter or a warning with no more said is that of whoever spoke last; a report or a law is its own.
    """
    kind = scene.lexicon.document(phrase.noun)
    if kind is None:
        return None
    named = _by(layout, span, phrase, kind, refer) or _owner(scene, layout, span, phrase, kind)
    if named is not None or kind != "issued" or not phrase.definite or phrase.tail.strip():
        return named
    for reference in scene.trail.before(layout, span[0]):
        if reference.source and layout.sentence(span[0]) - reference.sentence <= _REACH:
            return Who(reference.member, 0.6, f"\u201cthe {phrase.noun}\u201d: of the one who spoke last", "nominal")
    return None


def _by(layout: Layout, span: Span, phrase: Phrase, kind: str, refer: Callable[[Layout, Span], Who]) -> Who | None:
    match = _BY.match(layout.text, phrase.noun_end, span[1])
    if match is None and kind == "issued":
        match = _OF.match(layout.text, phrase.noun_end, span[1])
    if match is None:
        return None
    who = refer(layout, (match.end(), span[1]))
    if who.member is None or (who.kind == "words" and who.member.type not in ("body", "person")):
        return None
    return Who(who.member, 0.9 * who.certainty, "issued the document: " + who.reason, "nominal")


def _owner(scene: Scene, layout: Layout, span: Span, phrase: Phrase, kind: str) -> Who | None:
    """The name or the body before a document's noun: "the ministry statement", "Lind's letter"."""
    names = scene.names_in(layout.field, (span[0], phrase.noun_start))
    if names:
        owner = names[-1]
        if kind == "issued" or (owner.member is not None and owner.member.type == "body"):
            return Who(owner.member, 0.85, f"the document is theirs: {owner.text}", "nominal")
        return None
    words = [word for word in layout.words_of(span[0], phrase.noun_start) if word.start < phrase.noun_start]
    if not words or words[-1].lower not in scene.lexicon.heads:
        return None
    end = words[-1].end
    body = read_phrase(layout, span[0], end, scene.lexicon)
    match = (
        match_nominal(body, layout, (span[0], end), scene.near(layout, end), scene.trail, scene.lexicon)
        if body
        else None
    )
    if match is None:
        return None
    return Who(match.member, 0.8, f"the document is theirs: {match.reason}", "nominal")
