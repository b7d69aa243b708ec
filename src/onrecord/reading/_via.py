"""Via: the outlets, agencies, channels and platforms between a speaker and the report, nearest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.reading._outlets import Outlet, find_outlets
from onrecord.reading._surroundings import outside, sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading._marks import Attribution
    from onrecord.reading._reading import Span

__all__ = ["find_via", "find_vias"]

_DESCRIBED = (
    r"(?:(?:[Tt]he|a|an|its|his|her|their|our|this|state|local|private|independent|national|official|daily|weekly|popular"
    r"|opposition|public|business|conservative|liberal|tabloid|social|media|news|network|outlet|agency|newspaper|paper"
    r"|magazine|channel|broadcaster|website|site|station|television|TV|radio|platform|service|microblog|messaging|app"
    r"|programme|program|show|portal|account|page|feed|own|verified|personal|s"
    r"|[\w-]+-(?:run|owned|controlled|based|backed|language)|[A-Z]\w+(?:n|sh|se|ch|i|'s|\u2019s))\s+|['\u2019]s\s+)*"
)
_SPEECH = (
    r"(?:interviews?|speaking|spoke|speaks|talking|talked|talks|said|saying|statements?|comments?|commenting|remarks?|quoted|cited|carried"
    r"|published|publishes|posted|posting|posts?|written|wrote|writing|message|messages|broadcast|aired|appeared|appearing|appearance"
    r"|reported|released|issued|obtained|seen|reviewed|distributed|op-ed|column|article|essay|piece|video|clip|tweet|tweets|shared|announced"
    r"|live|streamed|thread|emailed|confirmed|revealed|disclosed|given|gave|sent|run|interviewed|told|asked|relayed|conversation|phone call|podcast)"
)
_LED_TO = re.compile(
    rf"(?i:\b(?:told|tells|telling|tell|informed|assured)\s+(?:reporters\s+(?:from|at|with)\s+)?"
    rf"|\b(?:via|according to|per|citing|quoting|cites|cited by|quoted by|as quoted in|through)\s+"
    rf"|\b{_SPEECH}\b[^.!?\n\u201c\u201d\"]{{0,45}}?\b(?:with|to|by|on|in|for|via|from|at|through|of)\s+"
    rf"|\b(?:took|taking|takes|turned)\s+to\s+)"
    rf"{_DESCRIBED}$"
)
_ON_PLATFORM = re.compile(rf"\b(?:on|via|to|through)\s+{_DESCRIBED}$")
_PASSES_ON = re.compile(
    r"^(?:['\u2019]s\b)?[^.!?,\n]{0,30}?\b(?:quoted|quotes|quoting|cited|cites|citing|reported|reports|said|says|wrote|writes|has learned"
    r"|revealed|called|asked|contacted|reached|carried|broadcast|aired|published)\b"
)
_JOINED = re.compile(rf"^(?:,|,?\s+and|\s+or|\s+&)\s+{_DESCRIBED}$")
_PART_OF = re.compile(r"^['\u2019]s\s+$")
_ELSEWHERE = re.compile(
    r"\b(?:reporters|journalists|(?:news|press) (?:conference|briefing)|parliament|lawmakers|the court|congress|a statement|a rally|a crowd)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\b(?:quot|cit)(?:ed|ing|es)\b.*\bas (?:saying|telling|warning|adding)\b|\b(?:quoted|cited) by\b")
_WEBSITE = re.compile(
    r"\b(?:posted|published|released|statement|wrote|notice)\b[^.!?\n\"\u201c\u201d]{0,30}? on the ((?:[\w\u2019'-]+ ){1,4}website)\b"
)
_ISSUED_BY = re.compile(
    r"\bstatements?,? (?:[\w-]+ )?(?:issued|released|read|distributed|made public|published|given) (?:[\w-]+ )?"
    r"(?:by|through|via|on (?:his|her|their|its) behalf by) (?:the )?((?:[A-Z][\w\u2019'-]+ )*(?:[A-Z][\w\u2019'-]+|police|lawyers?))"
)


def find_via(text: str, attribution: Attribution) -> list[Span]:
    """Return the words in the sentence of the cue that name what passed the statement on, nearest first.

    An outlet that is itself the source is none, nor are "reporters", "a statement" or "a press conference".
    """
    if not attribution.cue:
        return []
    start, end = sentence_of(text, attribution)
    taken = [*attribution.content, *attribution.source]
    gaps = outside(start, end, taken)
    outlets = [outlet for at, stop in gaps for outlet in find_outlets(text, at, stop, expected=True)]
    found: list[Outlet] = []
    for outlet in outlets:
        if found and _PART_OF.match(text[found[-1].end : outlet.start]):
            continue
        if (found and _JOINED.match(text[found[-1].end : outlet.start])) or _passes_on(
            text, start, end, outlet, attribution
        ):
            found.append(outlet)
    spans = [(outlet.start, outlet.end) for outlet in found]
    return spans or _published(text, start, end, taken)


def find_vias(text: str, attributions: Sequence[Attribution], speakers: Sequence[str | None]) -> list[list[Span]]:
    """Return the via of each attribution, in their order, carried on within one interview or document.

    What one speaker says next keeps the via until a new one, or a new occasion ("told reporters"), is named; what is
    said inside a statement keeps that of the whole; an outlet that reports what another says is the other's via.
    ``speakers`` are the resolved ids, one an attribution.
    """
    found: list[list[Span]] = []
    last: tuple[str | None, list[Span]] = (None, [])
    for attribution, speaker in zip(attributions, speakers, strict=True):
        via = find_via(text, attribution)
        if not via:
            via = _inherited(text, attribution, attributions, found)
        if not via and _is_quoted(text, attribution):
            via = next((earlier for earlier in reversed(found) if earlier), [])
        if not via and speaker is not None and last[0] == speaker and not _is_elsewhere(text, attribution):
            via = last[1]
        if via and _is_same(text, attribution, via):
            via = []
        found.append(via)
        if attribution.parent is None:
            last = (speaker, via)
    return found


def _inherited(
    text: str, attribution: Attribution, attributions: Sequence[Attribution], found: Sequence[Sequence[Span]]
) -> list[Span]:
    """From what it continues, and from the statement that contains it: its via, or the outlet that makes it."""
    if attribution.continues is not None and attribution.continues < len(found):
        return list(found[attribution.continues])
    if attribution.parent is None or attribution.parent >= len(found):
        return []
    parent = attributions[attribution.parent]
    own = [(o.start, o.end) for start, end in parent.source for o in find_outlets(text, start, end, expected=True)]
    whole = sum(end - start for start, end in own) * 2 >= sum(end - start for start, end in parent.source)
    return [*(own if whole else []), *found[attribution.parent]]


def _is_quoted(text: str, attribution: Attribution) -> bool:
    """Whether somebody quotes the speaker: "they quoted her as saying", "was cited by them"."""
    return bool(attribution.cue) and bool(_QUOTED.search(text, attribution.cue[0][0], attribution.cue[-1][1]))


def _is_elsewhere(text: str, attribution: Attribution) -> bool:
    return any(_ELSEWHERE.search(text, start, min(end + 40, len(text))) for start, end in attribution.cue)


def _is_same(text: str, attribution: Attribution, via: Sequence[Span]) -> bool:
    """Whether the source is the outlet itself."""
    source = " ".join(text[start:end] for start, end in attribution.source)
    return bool(source) and any(text[start:end] in source for start, end in via)


def _overlaps(start: int, end: int, spans: Sequence[Span]) -> bool:
    return any(start < stop and at < end for at, stop in spans)


def _passes_on(text: str, start: int, end: int, outlet: Outlet, attribution: Attribution) -> bool:
    """Whether the words before or after ``outlet`` make it what passes the statement on."""
    before = text[max(start, outlet.start - 90) : outlet.start]
    if outlet.type == "platform":
        return bool(_ON_PLATFORM.search(before))
    if _LED_TO.search(before):
        return True
    return outlet.end <= attribution.cue[-1][1] and bool(_PASSES_ON.match(text[outlet.end : end]))


def _published(text: str, start: int, end: int, taken: Sequence[Span]) -> list[Span]:
    """A website of somebody named, or who gave out a statement for another."""
    for pattern in (_WEBSITE, _ISSUED_BY):
        match = pattern.search(text, start, end)
        if match and not _overlaps(*match.span(1), taken):
            return [match.span(1)]
    return []
