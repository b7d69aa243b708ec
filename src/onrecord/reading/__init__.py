"""Reading: from one report to who says what in it."""

from onrecord.reading._reader import Reader
from onrecord.reading._reading import (
    Entity,
    Event,
    Field,
    Kind,
    Mention,
    Place,
    Reading,
    Role,
    Sentence,
    Span,
    Statement,
    Time,
)

__all__ = [
    "Entity",
    "Event",
    "Field",
    "Kind",
    "Mention",
    "Place",
    "Reader",
    "Reading",
    "Role",
    "Sentence",
    "Span",
    "Statement",
    "Time",
]
