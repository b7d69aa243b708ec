"""The JSON of a reading is what its schema and its page say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import msgspec
import pytest
from tests.factory import make_reading, read_story

from onrecord.intake import Report
from onrecord.reading import Entity, Event, Mention, Place, Reading, Role, Sentence, Statement, Time

DOCS = Path(__file__).parents[2] / "docs"
FULL = make_reading(
    "Rain fell on Selden.",
    places=[Place(start=13, end=19, name="Selden", country="XX", lat=1.5, lon=-2.5, geonames=7)],
    events=[
        Event(id="v1", type="weather", words=[(0, 4)], who=["e1"], when="2025-03-04", where="Selden", told_by=["s1"])
    ],
)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((DOCS / "reading.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("reading", [read_story(), FULL, make_reading("x")], ids=["story", "places and events", "bare"])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_reading_is_valid_and_comes_back(
    reading: Reading, indent: int | None, validator: jsonschema.Draft202012Validator
) -> None:
    written = reading.to_json(indent=indent)
    validator.validate(json.loads(written))
    assert Reading.from_json(written) == reading


@pytest.mark.parametrize(
    ("field", "value"),
    [("report", None), ("statements", {}), ("statements", [{"id": "s1"}]), ("entities", [{"id": 1}]), ("version", 1)],
)
def test_what_is_no_reading_is_not_valid(field: str, value: object, validator: jsonschema.Draft202012Validator) -> None:
    assert not validator.is_valid({**json.loads(FULL.to_json()), field: value})


@pytest.mark.parametrize(
    ("type", "field"),
    [
        (type, field.encode_name)
        for type in (Reading, Report, Statement, Entity, Mention, Role, Time, Place, Event, Sentence)
        for field in msgspec.structs.fields(type)
    ],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_every_field_is_documented(type: type, field: str) -> None:
    page = (DOCS / "reading.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {type.__name__}\b.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL | re.IGNORECASE)
    assert section, f"docs/reading.md has no section {type.__name__}"
    assert f"| `{field}` |" in section[0]
