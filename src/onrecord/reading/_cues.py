"""The table of cues: words and phrases that attribute, looked up in a cue's tokens."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from onrecord.reading._lemma import noun_forms, verb_forms
from onrecord.vocabulary import load_vocabulary

__all__ = ["Cue", "CueTable", "Found", "cue_table", "cue_tokens", "is_cue"]

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|'(?:s|re|ve|d|ll)\b")
_HELPERS = frozenset({"carriers", "reporting", "telling", "silence", "negation", "auxiliaries"})


class Cue(NamedTuple):
    """One entry of the table: ``part`` is verb, noun, word or phrase; ``doubt`` says what else it may be."""

    lemma: str
    stance: str
    part: str
    doubt: str = ""


class Found(NamedTuple):
    """A cue found at the tokens ``[start, end)``."""

    start: int
    end: int
    cue: Cue


class CueTable:
    """The entries of ``vocabulary/cues.toml`` by their forms, and the closed classes of words around a cue."""

    def __init__(self) -> None:
        vocabulary = load_vocabulary("cues")
        self.single: dict[str, Cue] = {}
        self.nouns: set[str] = set()
        self.phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for stance, table in vocabulary.items():
            if stance not in _HELPERS:
                self._add_stance(stance, table)
        self.carriers = frozenset(form for verb in vocabulary["carriers"]["verbs"] for form in verb_forms(verb))
        self.reporting = frozenset(vocabulary["reporting"]["lemmas"])
        self.telling = frozenset(vocabulary["telling"]["lemmas"])
        self.silence = frozenset(form for verb in vocabulary["silence"]["verbs"] for form in verb_forms(verb))
        self.negation = frozenset(vocabulary["negation"]["words"])
        self.auxiliaries = frozenset(vocabulary["auxiliaries"]["words"])
        for phrase in vocabulary["carriers"]["phrases"]:
            own = self.single.get(phrase.split()[0])
            self._add_phrase(phrase, Cue(phrase, own.stance if own else "", "carrier"))
        for phrases in self.phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _add_stance(self, stance: str, table: dict[str, Any]) -> None:
        doubts: dict[str, str] = table.get("doubts", {})
        for phrase in table.get("phrases", []):
            self._add_phrase(phrase, Cue(phrase, stance, "phrase", doubts.get(phrase, "")))
        for part, forms_of in (("word", lambda word: (word,)), ("verb", verb_forms), ("noun", noun_forms)):
            for lemma in table.get(part + "s", []):
                cue = Cue(lemma, stance, part, doubts.get(lemma, ""))
                if " " in lemma:
                    self._add_phrase(lemma, cue)
                    continue
                for form in forms_of(lemma):
                    self.single.setdefault(form, cue)
                    if part == "noun":
                        self.nouns.add(form)

    def _add_phrase(self, phrase: str, cue: Cue) -> None:
        first, *rest = phrase.split()
        for form in verb_forms(first) | noun_forms(first):
            self.phrases.setdefault(form, []).append((tuple(rest), cue))

    def find(self, tokens: list[str]) -> list[Found]:
        """Return the cues in ``tokens`` in order, the longest at each place, none inside another."""
        found: list[Found] = []
        index = 0
        while index < len(tokens):
            hit = self._at(tokens, index)
            if hit is None:
                index += 1
            else:
                found.append(hit)
                index = hit.end
        return found

    def _at(self, tokens: list[str], index: int) -> Found | None:
        token = tokens[index]
        for rest, cue in self.phrases.get(token, ()):
            end = index + 1 + len(rest)
            if tuple(tokens[index + 1 : end]) == rest:
                return Found(index, end, cue)
        single = self.single.get(token)
        if single is not None:
            return Found(index, index + 1, single)
        return Found(index, index + 1, Cue(token, "", "carrier")) if token in self.carriers else None


@cache
def cue_table() -> CueTable:
    """Return the table, read once."""
    return CueTable()


def cue_tokens(words: str) -> list[str]:
    """Return the words in small letters, ``n't`` cut off as ``not``."""
    tokens: list[str] = []
    for token in _TOKEN.findall(words.replace("\u2019", "'").lower()):
        if token.endswith("n't"):
            tokens += [token[:-3], "not"]
        elif token.endswith("'s") and len(token) > 2:
            tokens += [token[:-2], "'s"]
        else:
            tokens.append(token)
    return tokens


def is_cue(words: str) -> bool:
    """Whether a cue of the table stands in ``words``."""
    return any(found.cue.stance for found in cue_table().find(cue_tokens(words)))
