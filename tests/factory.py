"""Readings made by hand, for tests of what comes after reading."""

from __future__ import annotations

from typing import Any

from onrecord.intake import Report
from onrecord.reading import Entity, Mention, Reading, Role, Sentence, Span, Statement, Time

__all__ = ["HEADLINE", "STORY", "make_reading", "make_statement", "read_story", "spans"]

HEADLINE = "Mayor confirms bridge closure as union blames ministry"
STORY = """\
PORT SELDEN (Coastwire) — The Marrow Bridge was closed on Tuesday after a support gave way, the city council said.
"We saw cracks on Monday, and we shut it within the hour," Mayor Ines Calloway told Harbour Radio. "Nobody was hurt.

"We will open it again when it is safe."
The dockers' union accused the Ministry of Works of ignoring its warnings. Deputy minister Tomas Reil denied that, \
adding: “Our engineers reported in May that the bridge was sound.”
Three workers were reportedly on the bridge.
Residents said they heard a loud bang. The ministry's chief engineer has yet to comment.
The bridge opened in 1962.
"""


def spans(text: str, *words: str) -> list[Span]:
    """Return where each of ``words`` first stands in ``text``."""
    return [(text.index(each), text.index(each) + len(each)) for each in words]


def make_statement(
    text: str, id: str, *, source: str = "", cue: str = "", content: str = "", **fields: Any
) -> Statement:
    """Return a statement whose spans are where ``source``, ``cue`` and ``content`` first stand; pieces part at " … ".

    A cue is looked for after the source first.
    """
    given = {"speaker": None, "kind": "indirect", "stance": "state", "certainty": 0.9, **fields}
    found = {
        part: spans(text, *words.split(" … ")) if words else []
        for part, words in (("source", source), ("cue", cue), ("content", content))
    }
    if found["source"] and cue:
        start = text.find(cue, found["source"][0][1])
        start = start if start >= 0 else text.index(cue)
        found["cue"] = [(start, start + len(cue))]
    return Statement(id=id, **found, **given)


def make_reading(text: str, statements: list[Statement] | None = None, **fields: Any) -> Reading:
    """Return the reading of a report of which little else is known."""
    report = Report(id=fields.pop("id", Report.make_id(text)), text=text, title=fields.pop("title", None))
    return Reading(report=report, statements=statements or [], **fields)


def read_story() -> Reading:
    """Return a reading with every kind of statement: nested, continued, in the headline, unnamed, uncertain, through others."""
    report = Report(
        id="story",
        text=STORY,
        title=HEADLINE,
        url="https://example.org/bridge",
        publisher="Selden Courier",
        byline=["Ada Brandt"],
        published="2025-03-04T18:20+01:00",
        language="en",
    )
    return Reading(
        report=report,
        statements=_statements(),
        entities=_entities(),
        times=[_time("Tuesday", "2025-03-04"), _time("Monday", "2025-03-03"), _time("May", "2024-05")],
        own_voice=[Sentence(start=start, end=end) for start, end in spans(STORY, "The bridge opened in 1962.")],
        version="0.1.0",
    )


def _statements() -> list[Statement]:
    def story(id: str, **fields: Any) -> Statement:
        return make_statement(STORY, id, **fields)

    return [
        make_statement(
            HEADLINE, "s1", field="title", source="Mayor", cue="confirms", content="bridge closure",
            speaker="e2", stance="confirm",
        ),
        make_statement(
            HEADLINE, "s2", field="title", source="union", cue="blames", content="ministry",
            speaker="e4", stance="accuse", about="e5",
        ),
        story(
            "s3", source="the city council", cue="said",
            content="The Marrow Bridge was closed on Tuesday after a support gave way", speaker="e1", said="2025-03-04",
            reasons={"stance": 'cue "said"'},
        ),
        story(
            "s4", source="Mayor Ines Calloway", cue="told", speaker="e2", kind="direct", via=["e3"], said="2025-03-03",
            content='"We saw cracks on Monday, and we shut it within the hour," … "Nobody was hurt.',
            reasons={"speaker": 'the words name her: "Mayor Ines Calloway"', "via": '"told Harbour Radio"'},
        ),
        story(
            "s5", content='"We will open it again when it is safe."', speaker="e2", kind="direct", continues="s4",
        ),
        story(
            "s6", source="The dockers' union", cue="accused", content="ignoring its warnings",
            speaker="e4", stance="accuse", about="e5",
        ),
        story(
            "s7", source="Deputy minister Tomas Reil", cue="denied", content="that", speaker="e6", stance="deny",
        ),
        story(
            "s8", cue="adding", content="“Our engineers reported in May that the bridge was sound.”", speaker="e6",
            kind="direct",
        ),
        story(
            "s9", source="Our engineers", cue="reported", content="that the bridge was sound", speaker="e7",
            stance="report", said="2024-05", certainty=0.31, in_="s8",
        ),
        story("s10", cue="reportedly", content="Three workers were … on the bridge", stance="claim"),
        story("s11", source="Residents", cue="said", content="they heard a loud bang", speaker="e8"),
        story(
            "s12", source="The ministry's chief engineer", cue="has yet to comment", speaker="e9", stance="no_comment",
        ),
    ]  # fmt: skip


def _entities() -> list[Entity]:
    return [
        Entity(id="e1", type="body", name="city council"),
        Entity(
            id="e2", type="person", name="Ines Calloway", aliases=["Calloway"],
            roles=[Role(title="Mayor", start=spans(STORY, "Mayor")[0][0], end=spans(STORY, "Mayor")[0][1])],
            mentions=[Mention(start=start, end=end, kind="name") for start, end in spans(STORY, "Ines Calloway")],
        ),
        Entity(id="e3", type="outlet", name="Harbour Radio"),
        Entity(id="e4", type="body", name="dockers' union"),
        Entity(id="e5", type="body", name="Ministry of Works", aliases=["ministry"]),
        Entity(
            id="e6", type="person", name="Tomas Reil",
            roles=[Role(title="Deputy minister", start=spans(STORY, "Deputy")[0][0], end=spans(STORY, "minister Tomas")[0][0] + 8)],
        ),
        Entity(id="e7", type="group", name="Our engineers", named=False),
        Entity(id="e8", type="group", name="Residents", named=False),
        Entity(id="e9", type="person", name="The ministry's chief engineer", named=False),
    ]  # fmt: skip


def _time(words: str, value: str) -> Time:
    start, end = spans(STORY, words)[0]
    return Time(start=start, end=end, type="DATE", value=value, inferred=True)
