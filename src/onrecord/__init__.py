"""onrecord reads news reports and keeps the record of who says what happened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord._api import read, read_many
    from onrecord._exceptions import (
        EmptyInputError,
        FetchError,
        InputError,
        MalformedInputError,
        ModelError,
        NotFoundError,
        NotReadableError,
        NotTextError,
        OnRecordError,
        OptionError,
        OutputError,
        TooLargeError,
    )
    from onrecord.intake import Report, make_report, read_inputs
    from onrecord.reading import (
        Entity,
        Event,
        Mention,
        Place,
        Reader,
        Reading,
        Role,
        Sentence,
        Statement,
        Time,
    )

__all__ = [
    "EmptyInputError",
    "Entity",
    "Event",
    "FetchError",
    "InputError",
    "MalformedInputError",
    "Mention",
    "ModelError",
    "NotFoundError",
    "NotReadableError",
    "NotTextError",
    "OnRecordError",
    "OptionError",
    "OutputError",
    "Place",
    "Reader",
    "Reading",
    "Report",
    "Role",
    "Sentence",
    "Statement",
    "Time",
    "TooLargeError",
    "make_report",
    "read",
    "read_inputs",
    "read_many",
]

_HOMES = {
    "onrecord._api": ("read", "read_many"),
    "onrecord.intake": ("Report", "make_report", "read_inputs"),
    "onrecord.reading": (
        *("Entity", "Event", "Mention", "Place", "Reader", "Reading", "Role", "Sentence", "Statement", "Time"),
    ),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Load a public name when it is first asked for: the command's help needs none of the network's libraries."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = next((home for home, names in _HOMES.items() if name in names), "onrecord._exceptions")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
