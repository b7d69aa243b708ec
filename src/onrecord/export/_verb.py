"""The verb of a statement: the label of its stance, in the number of its speaker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from onrecord.reading import Entity

__all__ = ["find_verb", "is_plural"]

ONE = re.compile(r"(?:an?|one|another|each|every|no)\s", re.IGNORECASE)
# What follows the noun that decides: "videos from the port", "rebels there", "posts seen by the paper".
AFTER_THE_NOUN = re.compile(
    r"\s+(?:at|by|close|familiar|for|from|here|in|of|on|seen|shared|that|there|who|with)\b.*", re.IGNORECASE | re.DOTALL
)
OWN_LINK = re.compile(r"(?:about|are|could|declined|did|do|does|had|has|have|is|on|refused|that|to|was|were)\b")
PLURAL_WITHOUT_S = {"authorities", "media", "men", "people", "percent", "police", "women"}
SINGULAR_WITH_S = ("ss", "us", "is", "'s", "’s")


def find_verb(stance: str, speaker: Entity | None, words: str = "") -> str:
    """Return the label of ``stance`` as it reads between the speaker and the ``words`` said.

    Several people or papers take the plural. Reports that report are said to say. Silence is silence on something.
    """
    label: str = load_vocabulary("stances").get(stance, {}).get("label", stance)
    if stance == "no_comment" and words and not OWN_LINK.match(words):
        label += " on"
    if speaker is None or not is_plural(speaker):
        return label
    if label.startswith("has "):
        return "have " + label.removeprefix("has ")
    if speaker.name.lower() == label:
        return "say"
    return stance if label.startswith(stance[:-1]) else label


def is_plural(speaker: Entity) -> bool:
    """Whether ``speaker`` is several people or papers, as told by its type and its words."""
    if speaker.type in ("group", "person"):
        return speaker.type == "group"
    if ONE.match(speaker.name):
        return False
    words = AFTER_THE_NOUN.sub("", speaker.name).lower().split()
    if not words or words[-1] in PLURAL_WITHOUT_S:
        return bool(words)
    return not speaker.named and words[-1].endswith("s") and not words[-1].endswith(SINGULAR_WITH_S)
