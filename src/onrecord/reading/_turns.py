"""Turns: the speeches of a transcript or an interview, each under its speaker's name and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading._marks import Attribution

__all__ = ["add_turns"]

_TURN = re.compile(
    r"^[\"\u201c]?(?P<name>[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){0,3}|[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){1,3})"
    r"(?P<colon>:)[ \t]+(?P<speech>\S[^\n]*)",
    re.MULTILINE,
)
_FEWEST = 3
"""Turns in a text before they are taken for a transcript."""
_SCORE = 0.9


def add_turns(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with each turn as one; what was found inside a turn is inside its statement.

    Names and colons also head captions and notes, so turns count only where there are several and a name comes back.
    """
    turns = list(_TURN.finditer(text))
    names = Counter(turn["name"] for turn in turns)
    if len(turns) < _FEWEST or max(names.values()) < 2:
        return list(attributions)
    found = [Attribution((turn.span("name"),), (turn.span("colon"),), (turn.span("speech"),), _SCORE) for turn in turns]
    return found + _inside(attributions, found)


def _inside(attributions: Sequence[Attribution], turns: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with the turn that each stands in; indices move up by the turns put before."""
    kept = []
    for attribution in attributions:
        start, end = attribution.content[0][0], attribution.content[-1][1]
        parent = next(
            (at for at, turn in enumerate(turns) if turn.source[0][0] < end and turn.content[0][1] > start), None
        )
        moved = None if attribution.continues is None else attribution.continues + len(turns)
        kept.append(replace(attribution, parent=parent, continues=moved))
    return kept
