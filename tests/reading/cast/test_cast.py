"""The cast as a whole: entities asked for by span, offsets, and texts of any kind."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.cast.scene import cast_of

from onrecord.intake import Report
from onrecord.reading._marks import Attribution, Marks, Name
from onrecord.reading.cast import find_cast
from onrecord.vocabulary import load_vocabulary

TYPES = frozenset(load_vocabulary("entity_types"))
WORDS = ["Mara", "Lind", "Mr.", "Gen.", "the", "minister", "of", "Norway", "Oslo", "he", "who", "(ZTB)", "and", "said", "“it", "late.”", "\n\n", ",", "army", "I"]  # fmt: skip


def test_an_outlet_told() -> None:
    cast = cast_of("[Mara Lind] {told} the Selden Gazette <it was late>.", names={"Mara Lind": "person"})
    start = cast.text.index("Selden")
    id = cast.cast.entity_at("text", (start, start + len("Selden Gazette")), "outlet")
    entity = next(entity for entity in cast.cast.entities if entity.id == id)
    assert (entity.name, entity.type, entity.named) == ("Selden Gazette", "outlet", True)


def test_the_accused_by_pronoun_name_and_capital() -> None:
    cast = cast_of("Norway waited.", "Mara Lind accused him, Oslo and Lind.", names={"Mara Lind": "person"})

    def name(words: str) -> str:
        start = cast.text.rindex(words)
        id = cast.cast.entity_at("text", (start, start + len(words)))
        return next(entity.name for entity in cast.cast.entities if entity.id == id)

    assert (name("Oslo"), name("Lind")) == ("Norway", "Mara Lind")


def test_an_entity_asked_for_twice_is_one() -> None:
    cast = cast_of("They blamed the harbour pilots for it.")
    span = (12, 30)
    assert cast.cast.entity_at("text", span) == cast.cast.entity_at("text", span)


@settings(deadline=None)
@given(st.data())
def test_any_text_and_any_marks(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=25))
    text = " ".join(words)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: (min(pair), max(pair)))
    tuples = st.lists(spans, max_size=2).map(tuple)
    other = st.none() | st.integers(0, 3)
    made = st.builds(Attribution, tuples, tuples, tuples, st.just(0.5), other, other)
    attributions = data.draw(st.lists(made, min_size=4, max_size=4))
    names = [Name(*span, "person", 0.5) for span in data.draw(st.lists(spans, max_size=4))]
    cast = find_cast(Report(id="r", text=text), {"text": Marks(attributions, names)})
    speakers = [cast.speaker("text", index) for index in range(4)] if text else []
    span = data.draw(spans)
    if text:
        cast.entity_at("text", span, "outlet")
    ids = {entity.id for entity in cast.entities}
    assert all(speaker.entity in ids | {None} and 0 <= speaker.certainty <= 1 for speaker in speakers)
    for entity in cast.entities:
        assert entity.type in TYPES
        assert all(0 <= m.start <= m.end <= len(text) for m in entity.mentions)
        assert all(text[role.start : role.end] == role.title for role in entity.roles)


def test_the_same_report_has_the_same_cast() -> None:
    sentences = ("[Mara Lind] {said} <it fell>.", "[The Norwegian army] {denied} <it>.", "[It] {blamed} <ice>.")
    first, second = (cast_of(*sentences, names={"Mara Lind": "person"}) for _ in range(2))
    assert first.cast.entities == second.cast.entities
