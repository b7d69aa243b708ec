"""Speakers: the person or body that the words of a source refer to."""

from __future__ import annotations

import pytest
from tests.reading.cast.scene import cast_of

from onrecord.reading._marks import Attribution

PEOPLE = {"Oren Vask": "person", "Vask": "person", "Mara Lind": "person", "Lind": "person", "Tull": "person"}

NAMED = [
    ("[Mara Lind] {said} <it was late>.", "Mara Lind"),
    ("[mayor Mara Lind] {said} <it was late>.", "Mara Lind"),
    ("[Mara Lind, the mayor of Osk,] {said} <it was late>.", "Mara Lind"),
    ("[The mayor of Osk, Mara Lind,] {said} <it was late>.", "Mara Lind"),
    ("[the leader of the Harbour Union of Norway Mara Lind] {said} <it was late>.", "Mara Lind"),
    ("[Mara Lind of the Harbour Union] {said} <it was late>.", "Mara Lind"),
    ("[his wife Mara Lind] {said} <it was late>.", "Mara Lind"),
    ("[lawyers such as Mara Lind] {said} <it was late>.", "Mara Lind"),
    ("[Mara Lind, 43] {said} <it was late>.", "Mara Lind"),
    ("[Mara Lind’s] {promise} <to return>.", "Mara Lind"),
    ("[The Norwegian president] Mara Lind {made a promise} <to return>.", "Mara Lind"),
    ("[Mara Lind’s brother] {said} <it was late>.", "Mara Lind’s brother"),
    ("[a spokesman for Mara Lind] {said} <it was late>.", "a spokesman for Mara Lind"),
    ("[the Harbour Union] {said} <it was late>.", "Harbour Union"),
    ("[officials at the Harbour Union] {said} <it was late>.", "officials at the Harbour Union"),
    ("[the Norwegian army] {said} <it was late>.", "Norwegian army"),
    ("[Norway’s trade ministry] {said} <it was late>.", "Norway’s trade ministry"),
]


@pytest.mark.parametrize(("sentence", "name"), NAMED)
def test_the_name_that_a_source_is_about(sentence: str, name: str) -> None:
    assert cast_of(sentence, names=PEOPLE | {"Harbour Union": "organization"}).name() == name


def test_an_unnamed_source_keeps_its_words() -> None:
    cast = cast_of("[A senior harbour official] {said} <it was late>.")
    speaker = cast.speaker()
    assert speaker is not None
    assert (speaker.name, speaker.named, speaker.type) == ("a senior harbour official", False, "person")


@pytest.mark.parametrize(
    ("words", "type"), [("Residents", "group"), ("A witness", "person"), ("The report", "document")]
)
def test_the_type_of_those_described(words: str, type: str) -> None:
    speaker = cast_of(f"[{words}] {{said}} <it was late>.").speaker()
    assert speaker is not None
    assert speaker.type == type


def test_two_witnesses_are_two_and_officials_are_one() -> None:
    cast = cast_of(
        "[A witness] {said} <it fell>.",
        "[A witness] {said} <it stood>.",
        "[Officials] {said} <it rained>.",
        "[officials] {said} <it snowed>.",
    )
    ids = [cast.cast.speaker("text", index).entity for index in range(4)]
    assert ids[0] != ids[1]
    assert ids[2] == ids[3]


def test_no_source_no_speaker() -> None:
    assert cast_of("{Reportedly}, <it fell>.").speaker() is None


JOINT = [
    ("[Norway and Sweden] {said} <it was late>.", "Norway and Sweden"),
    ("[Both Lind and Tull] {said} <it was late>.", "Lind and Tull"),
    ("[Neither Lind nor Tull] {said} <it was late>.", "Lind and Tull"),
    ("[residents and rescuers] {said} <it was late>.", "residents and rescuers"),
    ("[Foreign Minister and Deputy Premier Mara Lind] {said} <it was late>.", "Mara Lind"),
    ("[the Ministry of Ports and Fisheries] {said} <it was late>.", "Ministry of Ports and Fisheries"),
]


@pytest.mark.parametrize(("sentence", "name"), JOINT)
def test_joint_sources_are_one_speaker(sentence: str, name: str) -> None:
    assert cast_of(sentence, names=PEOPLE | {"Ministry of Ports and Fisheries": "organization"}).name() == name


PRONOUNS = [
    (("Oren Vask met Mara Lind.", "[He] {said} <it was late>."), "Oren Vask"),
    (("Oren Vask met Mara Lind.", "[She] {said} <it was late>."), "Mara Lind"),
    (("[Mara Lind] {said} <it was late>.", "Oren Vask nodded.", "<It was dark>, [she] {added}."), "Mara Lind"),
    (("[Oren Vask] {said} <it was late>.", "<“Tull is a fool,”> [he] {added}."), "Oren Vask"),
    (("Norway closed the port.", "<The ice was thick>, [it] {said}."), "Norway"),
    (("Mara Lind waited for Oren Vask, [who] {said} <it was late>.",), "Oren Vask"),
    (("[Residents] {said} <the road was gone>.", "[They] {blamed} <the rain>."), "residents"),
]


@pytest.mark.parametrize(("sentences", "name"), PRONOUNS)
def test_pronouns(sentences: tuple[str, ...], name: str) -> None:
    assert cast_of(*sentences, names=PEOPLE).name() == name


def test_a_pronoun_that_no_one_fits_stays_open() -> None:
    cast = cast_of("[He] {said} <it was late>.")
    speaker = cast.speaker()
    assert speaker is not None
    assert not speaker.named
    assert cast.cast.speaker("text", 0).certainty <= 0.3


def test_reasons_are_told_in_words() -> None:
    cast = cast_of("[Oren Vask] {said} <it fell>.", "[He] {said} <it was late>.", names=PEOPLE)
    assert cast.reason() == "“He”: the last man who spoke, in the sentence before"


def test_first_person_within_a_quotation_is_the_one_quoted() -> None:
    text = "[Mara Lind] {told the court}: <“I said it was late.”>"
    bare = "Mara Lind told the court: “I said it was late.”"
    start = bare.index("I said")
    inner = Attribution(((start, start + 1),), ((start + 2, start + 6),), ((start + 7, start + 18),), 1.0, parent=0)
    assert cast_of(text, names=PEOPLE, extra=[inner]).name(1) == "Mara Lind"


def test_the_quoted_man_is_not_he_within_his_own_quotation() -> None:
    text = "[Oren Vask] {said}: <“Tull told me he said it was late.”>"
    bare = "Oren Vask said: “Tull told me he said it was late.”"
    start = bare.index("he said")
    inner = Attribution(((start, start + 2),), ((start + 3, start + 7),), ((start + 8, start + 19),), 1.0, parent=0)
    assert cast_of(text, names=PEOPLE, extra=[inner]).name(1) == "Tull"


def test_a_quotation_that_goes_on_has_the_speaker_of_what_it_continues() -> None:
    text = "<“It fell,”> [Mara Lind] {said}."
    more = Attribution((), (), ((0, 10),), 1.0, continues=0)
    cast = cast_of(text, names=PEOPLE, extra=[more])
    assert cast.name(1) == "Mara Lind"
    assert cast.reason(1).startswith("the quotation goes on")


def test_attributions_that_continue_one_another_end() -> None:
    first = Attribution((), (), ((0, 2),), 1.0, continues=1)
    second = Attribution((), (), ((3, 5),), 1.0, continues=0)
    assert cast_of("It fell.", extra=[first, second]).speaker() is None


NOMINALS = [
    (("Kremlin spokesman Oren Vask met Mara Lind.", "[The spokesman] {said} <it was late>."), "Oren Vask"),
    (("Kremlin spokesman Oren Vask met Mara Lind.", "[The Kremlin spokesperson] {said} <it was late>."), "Oren Vask"),
    (("Oren Vask, the mayor, met judge Mara Lind.", "[The judge] {said} <it was late>."), "Mara Lind"),
    (("Swedish minister Mara Lind met Danish minister Oren Vask.", "[The Swedish minister] {said} <no>."), "Mara Lind"),
    (("Foreign Minister Mara Lind flew home.", "[The top diplomat] {said} <it was late>."), "Mara Lind"),
    (("General Oren Vask flew home.", "[The general] {said} <it was late>."), "Oren Vask"),
    (("The Ministry of Ports closed.", "[The ministry] {said} <it was late>."), "Ministry of Ports"),
    (("[The Norwegian army] {said} <it fell>.", "<It was late>, {said} [the army]."), "Norwegian army"),
    (("[A doctor] {said} <it hurt>.", "[The doctor] {added} <it was late>."), "a doctor"),
    (("Norway wrote to Sweden.", "[The two countries] {said} <it was late>."), "Norway and Sweden"),
    (("Mara Lind, a judge, left.", "[A judge] {said} <it was late>."), "a judge"),
]


@pytest.mark.parametrize(("sentences", "name"), NOMINALS)
def test_descriptions(sentences: tuple[str, ...], name: str) -> None:
    names = PEOPLE | {"Ministry of Ports": "organization"}
    assert cast_of(*sentences, names=names).name() == name


DOCUMENTS = [
    (("[The Norwegian army] {said} <it fell>.", "[The army statement] {said} <it was late>."), "Norwegian army"),
    (("[The Harbour Union] {spoke}.", "[A report by the Harbour Union] {said} <it was late>."), "Harbour Union"),
    (("[Mara Lind] {warned} <of ice>.", "[The warning] {said} <it was late>."), "Mara Lind"),
    (("[Mara Lind] {spoke}.", "[The indictment] {said} <it was late>."), "indictment"),
]


@pytest.mark.parametrize(("sentences", "name"), DOCUMENTS)
def test_documents_speak_for_whoever_issued_them(sentences: tuple[str, ...], name: str) -> None:
    assert cast_of(*sentences, names=PEOPLE | {"Harbour Union": "organization"}).name() == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("[Oslo] {denies} <it>.", "Norway"),
        ("[The Norwegians] {demand} <an answer>.", "Norway"),
        ("<The Norwegian> request.", None),
    ],
)
def test_a_capital_speaks_for_its_country(sentence: str, name: str | None) -> None:
    cast = cast_of("Norway closed the port.", sentence, names={"Oslo": "place"})
    assert cast.name() == name


def test_a_capital_where_something_happens_is_the_city() -> None:
    cast = cast_of("Norway closed a port in Oslo.", names={"Oslo": "place"})
    assert cast.names("place") == ["Norway", "Oslo"]


def test_whose_defence_team_it_is() -> None:
    cast = cast_of("Oren Vask was in court.", "[His defence team] {said} <it was late>.", names=PEOPLE)
    assert cast.name() == "Oren Vask’s defence team"


def test_mentions_hold_what_was_resolved() -> None:
    cast = cast_of("Kremlin spokesman Oren Vask spoke.", "[He] {left}.", "[The spokesman] {said} <no>.", names=PEOPLE)
    mentions = [(cast.text[m.start : m.end], m.kind) for m in cast.entity("Oren Vask").mentions]
    assert mentions == [("Oren Vask", "name"), ("He", "pronoun"), ("spokesman", "nominal")]
