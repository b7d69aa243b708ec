"""Forms of English words, made from their lemmas: what a table of cues matches against a text."""

from __future__ import annotations

__all__ = ["is_past", "noun_forms", "verb_forms"]

_IRREGULAR = {
    "be": "is are am was were been being be 's 're",
    "bear": "bore borne",
    "become": "became",
    "begin": "began begun",
    "bet": "bet betted",
    "bid": "bid bade bidden",
    "blow": "blew blown",
    "break": "broke broken",
    "bring": "brought",
    "broadcast": "broadcast",
    "cast": "cast",
    "choose": "chose chosen",
    "come": "came",
    "draw": "drew drawn",
    "dream": "dreamed dreamt",
    "fall": "fell fallen",
    "feel": "felt",
    "fight": "fought",
    "find": "found",
    "forbid": "forbade forbidden",
    "foresee": "foresaw foreseen",
    "foretell": "foretold",
    "forgive": "forgave forgiven",
    "get": "got gotten",
    "give": "gave given",
    "go": "went gone goes",
    "have": "has had having",
    "hear": "heard",
    "hit": "hit",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lay": "laid",
    "lead": "led",
    "lean": "leaned leant",
    "learn": "learned learnt",
    "let": "let",
    "lie": "lied lying",
    "lose": "lost",
    "make": "made",
    "mean": "meant",
    "misunderstand": "misunderstood",
    "pay": "paid",
    "plead": "pleaded pled",
    "put": "put",
    "quiz": "quizzed quizzing quizzes",
    "rap": "rapped",
    "read": "read",
    "rethink": "rethought",
    "retell": "retold",
    "ring": "rang rung",
    "rip": "ripped",
    "run": "ran",
    "say": "said",
    "see": "saw seen",
    "seek": "sought",
    "send": "sent",
    "set": "set",
    "shake": "shook shaken",
    "shed": "shed",
    "shoot": "shot",
    "show": "showed shown",
    "sing": "sang sung",
    "speak": "spoke spoken",
    "spell": "spelled spelt",
    "spend": "spent",
    "spin": "spun",
    "stand": "stood",
    "stick": "stuck",
    "strike": "struck stricken",
    "swear": "swore sworn",
    "swing": "swung",
    "take": "took taken",
    "tear": "tore torn",
    "tell": "told",
    "think": "thought",
    "undercut": "undercut",
    "understand": "understood",
    "undertake": "undertook undertaken",
    "win": "won",
    "wind": "wound",
    "withhold": "withheld",
    "withstand": "withstood",
    "write": "wrote written",
}
_PAST_PARTICIPLES = frozenset(form for forms in _IRREGULAR.values() for form in forms.split())
_VOWELS = frozenset("aeiou")


def verb_forms(lemma: str) -> frozenset[str]:
    """Return the forms of a verb, in British and American spelling: ``deny`` → deny, denies, denied, denying."""
    spellings = {lemma}
    if lemma.endswith("ize"):
        spellings.add(lemma[:-3] + "ise")
    forms: set[str] = set()
    for word in spellings:
        forms.update((word, _with_s(word), _participle(word)))
        if lemma in _IRREGULAR:
            forms.update(_IRREGULAR[lemma].split())
        else:
            forms.add(_past(word))
        if _may_double(word):
            forms.update((word + word[-1] + "ing", word + word[-1] + "ed"))
    return frozenset(forms)


def noun_forms(lemma: str) -> frozenset[str]:
    """Return a noun's singular and plural."""
    return frozenset((lemma, _with_s(lemma)))


def is_past(form: str) -> bool:
    """Whether a verb's form is a past participle, as far as its letters tell."""
    return form.endswith("ed") or form in _PAST_PARTICIPLES


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return word + ("d" if word.endswith("e") else "ed")


def _participle(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    return (word[:-1] if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) else word) + "ing"


def _may_double(word: str) -> bool:
    """A last consonant after one vowel may double: admitted, labelled; where it does not, nobody writes it so."""
    return (
        len(word) > 2
        and word[-1] not in _VOWELS
        and word[-1] not in "wxy"
        and word[-2] in _VOWELS
        and (word[-3] not in _VOWELS or word[-3:-1] == "ui")
    )
