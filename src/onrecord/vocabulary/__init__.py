"""Vocabulary that people argue about, as data: one TOML file each, read by code, pages, exports and docs alike."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load_vocabulary"]


@cache
def load_vocabulary(name: str) -> dict[str, Any]:
    """Return the vocabulary file ``name`` (``stances``, ``cues``, ``entity_types``, ``outlets``...) as read."""
    with (files(__name__) / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
