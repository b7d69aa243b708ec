"""Names: where they begin and end, of what type they are, and which of them are one."""

from __future__ import annotations

import pytest
from tests.reading.cast.scene import cast_of

SPANS = [
    ("We met President Mara Lind.", {}, "Mara Lind"),
    ("We met Gov. Mara Lind there.", {"Lind": "person"}, "Mara Lind"),
    ("We met Lt. Gen. Oren Vask there.", {"Oren Vask": "person"}, "Oren Vask"),
    ("We met Omar al-Harun there.", {"Omar": "person"}, "Omar al-Harun"),
    ("The Party of Norway Mara Lind leads won.", {"Mara Lind": "person"}, "Mara Lind"),
    ("Absent Vask, they lost.", {"Vask": "person"}, "Vask"),
    ("The Norwegian navy sailed.", {"Norwegian": "other"}, "Norwegian navy"),
    ("The Ministry of Ports and Fisheries closed.", {"Ministry": "organization"}, "Ministry of Ports and Fisheries"),
    (
        "Norway’s Foreign Ministry closed.",
        {"Norway": "place", "Foreign Ministry": "organization"},
        "Norway’s Foreign Ministry",
    ),
    ("Harbour police came.", {"Harbour": "other"}, "Harbour police"),
]


@pytest.mark.parametrize(("text", "names", "name"), SPANS)
def test_where_a_name_begins_and_ends(text: str, names: dict[str, str], name: str) -> None:
    assert name in cast_of(text, names=names).names()


TYPES = [
    ("It left Selden Street.", {"Selden Street": "person"}, "place"),
    ("The channel BLIP closed.", {"BLIP": "person"}, "outlet"),
    ("The Kremlin waited.", {"Kremlin": "person"}, "body"),
    ("It read Reuters.", {"Reuters": "organization"}, "outlet"),
    ("They signed the Selden Treaty.", {"Selden Treaty": "organization"}, "document"),
    ("The miner Brackwater closed.", {"Brackwater": "person"}, "body"),
    ("They built Karl Selden Hospital.", {"Karl Selden Hospital": "person"}, "body"),
    ("They met in Norway.", {"Norway": "person"}, "place"),
]


@pytest.mark.parametrize(("text", "names", "type"), TYPES)
def test_types_follow_the_words_before_the_network(text: str, names: dict[str, str], type: str) -> None:
    name = next(iter(names))
    assert cast_of(text, names=names).entity(name).type == type


@pytest.mark.parametrize(
    "text", ["The President left.", "He left on Monday.", "Russian winters.", "Police came.", "It was May."]
)
def test_titles_days_and_adjectives_name_nobody(text: str) -> None:
    words = {word.strip("."): "person" for word in text.split()}
    assert cast_of(text, names=words).names("person") == []


ONE = [
    ("Oren Vask left. Vask returned.", {"Oren Vask": "person", "Vask": "person"}, "Oren Vask", ["Vask"]),
    ("Vask left. Oren Vask returned.", {"Oren Vask": "person", "Vask": "person"}, "Oren Vask", ["Vask"]),
    ("Oren Vaskenko left. Oren Vasskenko slept.", {"Oren Vaskenko": "person", "Oren Vasskenko": "person"}, "Oren Vaskenko", ["Oren Vasskenko"]),
    ("Alexei Vasky left. Aleksey Vaskiy slept.", {"Alexei Vasky": "person", "Aleksey Vaskiy": "person"}, "Alexei Vasky", ["Aleksey Vaskiy"]),
    ("O. Vask left. Oren Vask slept.", {"O. Vask": "person", "Oren Vask": "person"}, "Oren Vask", ["O. Vask"]),
    ("Omar al-Harun left. Harun slept.", {"Omar al-Harun": "person", "Harun": "person"}, "Omar al-Harun", ["Harun"]),
    ("The Zonal Trade Board (ZTB) met. ZTB left.", {"Zonal Trade Board": "organization", "ZTB": "organization"}, "Zonal Trade Board", ["ZTB"]),
    ("The Zonal Trade Board met. The ZTB left.", {"Zonal Trade Board": "organization", "ZTB": "person"}, "Zonal Trade Board", ["ZTB"]),
    ("Brackwater Inc. met. Brackwater left.", {"Brackwater Inc": "organization", "Brackwater": "organization"}, "Brackwater Inc", ["Brackwater"]),
    ("The U.S. met. America left.", {"U.S.": "place", "America": "place"}, "America", ["U.S."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "name", "aliases"), ONE)
def test_names_of_one(text: str, names: dict[str, str], name: str, aliases: list[str]) -> None:
    cast = cast_of(text, names=names)
    assert [(entity.name, entity.aliases) for entity in cast.cast.entities] == [(name, aliases)]


APART = [
    ("Oren Vask left. Mara Vask slept.", {"Oren Vask": "person", "Mara Vask": "person"}),
    ("Oren Vask left. Oren Tull slept.", {"Oren Vask": "person", "Oren Tull": "person"}),
    ("The Danish army left. The Swedish army slept.", {}),
    ("Harbour Bank closed. Harbour Union met.", {"Harbour Bank": "organization", "Harbour Union": "organization"}),
    ("Paul Vask left. Mrs. Vask slept.", {"Paul Vask": "person", "Vask": "person"}),
]


@pytest.mark.parametrize(("text", "names"), APART)
def test_names_of_two(text: str, names: dict[str, str]) -> None:
    assert len(cast_of(text, names=names).cast.entities) == 2


def test_a_shared_family_name_goes_to_the_one_named_just_before() -> None:
    names = {"Oren Vask": "person", "Mara Vask": "person", "Vask": "person"}
    cast = cast_of("Oren Vask left.", "Vask ran.", "Mara Vask stayed.", "Vask slept.", names=names)
    assert [len(cast.entity(name).mentions) for name in ("Oren Vask", "Mara Vask")] == [2, 2]


def test_a_name_of_the_title_counts() -> None:
    cast = cast_of(
        "[Vask] {said} <it was late>.", names={"Vask": "person", "Oren Vask": "person"}, title="Oren Vask is late"
    )
    assert cast.name() == "Oren Vask"
    assert [mention.field for mention in cast.entity("Oren Vask").mentions] == ["title", "text"]


def test_a_family_name_that_is_a_month() -> None:
    cast = cast_of("Mara May left.", "In May it rained.", "May has returned.", names={"Mara May": "person"})
    spans = [cast.text[m.start : m.end] for m in cast.entity("Mara May").mentions]
    assert spans == ["Mara May", "May"]


def test_ids_follow_first_mentions() -> None:
    cast = cast_of("Norway wrote to Sweden.", "[A witness] {saw} <it>.", names={})
    assert [(entity.id, entity.name) for entity in cast.cast.entities] == [
        ("e1", "Norway"),
        ("e2", "Sweden"),
        ("e3", "a witness"),
    ]


def test_what_stands_round_a_name_tells_a_place() -> None:
    names = {"Seldenia": "person", "Seldenian": "place", "Ports Ministry": "organization", "ILP": "organization"}
    cast = cast_of(
        "SELDENIA (ILP) — Ice closed a port in Seldenia.", "Seldenia’s Ports Ministry met Seldenian crews.", names=names
    )
    assert cast.names("place") == ["Seldenia"]
    assert cast.names("body") == ["ILP", "Seldenia’s Ports Ministry"]


def test_an_acronym_need_not_be_of_the_same_tongue() -> None:
    names = {"Ostian": "other", "Ostian Intelligence Service": "organization", "RKT": "organization"}
    cast = cast_of("The Ostian Intelligence Service (RKT) met. The RKT left.", names=names)
    assert [(entity.name, entity.aliases) for entity in cast.cast.entities] == [
        ("Ostian Intelligence Service", ["RKT"])
    ]
