"""Roles: titles, appositions and "is the", with the words that tell them."""

from __future__ import annotations

import pytest
from tests.reading.cast.scene import cast_of

CASES = [
    ("Kremlin spokesman Oren Vask left.", ["Kremlin spokesman"]),
    ("Former Norwegian Prime Minister Oren Vask left.", ["Former Norwegian Prime Minister"]),
    ("Lt. Gen. Oren Vask left.", ["Lt. Gen."]),
    ("Prime Minister Dr Oren Vask left.", ["Prime Minister"]),
    ("Oren Vask, the mayor of Osk, left.", ["mayor of Osk"]),
    ("Oren Vask, 43, a judge, left.", ["judge"]),
    ("Oren Vask, a judge and former mayor, left.", ["judge", "former mayor"]),
    ("Oren Vask, leader of the rebels and now commander of the guard.", ["leader of the rebels", "commander of the guard"]),
    ("Oren Vask is the first deputy head of military intelligence.", ["first deputy head of military intelligence"]),
    ("Oren Vask — born in Osk — is the deputy head of police, since 2011.", ["deputy head of police"]),
    ("They met the minister, Oren Vask, at sea.", ["minister"]),
    ("They met the permanent secretary in the Ministry of Ports, Oren Vask.", ["permanent secretary in the Ministry of Ports"]),
    ("Oren Vask, who led the teachers, left.", []),
    ("Oren Vask, Mara Lind and the judge left.", []),
    ("Mr. Oren Vask left.", []),
    ("[General Secretary of the Harbour Union of Norway Oren Vask] {said} <no>.", ["General Secretary of the Harbour Union of Norway"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), CASES)
def test_roles(text: str, titles: list[str]) -> None:
    cast = cast_of(text, names={"Oren Vask": "person"})
    roles = cast.entity("Oren Vask").roles
    assert [role.title for role in roles] == titles
    assert [cast.text[role.start : role.end] for role in roles] == titles


@pytest.mark.parametrize(
    ("title", "pronoun", "name"),
    [("spokeswoman", "she", "Vask"), ("spokesman", "she", None), ("Mrs.", "she", "Vask"), ("Mr.", "she", None)],
)
def test_titles_tell_gender(title: str, pronoun: str, name: str | None) -> None:
    cast = cast_of(f"They met {title} Vask there.", f"<It was late>, [{pronoun}] {{said}}.", names={"Vask": "person"})
    speaker = cast.speaker()
    assert speaker is not None
    assert (speaker.name if speaker.named else None) == name
