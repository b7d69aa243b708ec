from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import _exceptions
from onrecord._exceptions import InputError
from onrecord.intake import TEXT_LIMIT, _records
from onrecord.intake._fetch import CONTENT_TYPES, USER_AGENT
from onrecord.intake._formats import SUFFIXES

PAGE = (Path(__file__).parents[2] / "docs" / "intake.md").read_text(encoding="utf-8")
ERRORS = [name for name in _exceptions.__all__ if issubclass(getattr(_exceptions, name), InputError)]


@pytest.mark.parametrize("name", [*ERRORS, *SUFFIXES, *CONTENT_TYPES, USER_AGENT])
def test_every_error_suffix_and_type_is_documented(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_the_limits_are_documented() -> None:
    assert f"({TEXT_LIMIT:,} bytes" in PAGE
    assert f"{_records.LINE_LIMIT // 1_000_000} MB" in PAGE
