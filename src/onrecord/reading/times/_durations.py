"""Rules for how long and how often: "two years", "the past three-day weekend", "a few months", "each year", "daily"."""

from __future__ import annotations

import re

from onrecord.reading.times._calendar import month_number
from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import (
    COUNT,
    MONTHS,
    NAMES,
    NUMBER,
    SEASONS,
    UNIT,
    UNITS,
    WEEKDAYS,
    alternatives,
    number,
    unit,
)
from onrecord.reading.times._shifts import ABOUT

__all__ = ["RULES", "duration"]


def duration(count: float | None, name: str) -> str:
    """Return the TIMEX3 value of so many units; X where the number is left open."""
    entry = UNITS[name]
    clock = "T" if entry.get("clock") else ""
    if count is None:
        return f"P{clock}X{entry.get('vague', entry['letter'])}"
    total = count * entry.get("factor", 1)
    if total == int(total):
        return f"P{clock}{int(total)}{entry['letter']}"
    whole, half = int(total), total - int(total)
    smaller = {"Y": f"{round(half * 12)}M", "H": f"{round(half * 60)}M", "D": f"T{round(half * 24)}H"}.get(
        entry["letter"]
    )
    if smaller is None:
        return f"P{clock}{total:g}{entry['letter']}"
    return f"P{clock}{f'{whole}' + entry['letter'] if whole else ''}{smaller}"


_AGE = re.compile(r"[ -]olds?\b| of age\b", re.IGNORECASE)
_FRACTION = frozenset(["a", "one", "three"])
"""So many quarters are parts of a whole, as often as not."""
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_COMPARED = re.compile(r" (?:before|after|later|earlier)\b")
_DURING = re.compile(
    r"\b(?:in|for|within|over|than|after|about|nearly|almost|of|least|another|once|during|takes?|took|lasted|spent?|every"
    r"|just|only|and|to|last|is|be|at|by|half)\s+$",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?:\d[\w.,%]*|million|billion|hundred|times|twice|once|percent|hours?|days?|weeks?|months?|[\w-]+s)\s+$",
    re.IGNORECASE,
)


def _counted(match: re.Match[str], context: Context) -> Found | None:
    name, words = unit(match["unit"]), match["count"].lower()
    count = number(words)
    if _is_no_duration(match, context, name, count):
        return None
    if match.groupdict().get("upper"):
        count = None  # "two to three weeks"
    alone = words in {"a", "an"} and match.start() == match.start("count")
    if alone and not _COMPARED.match(context.text, match.end()):
        before = context.text[max(0, match.start() - 20) : match.start()]
        if not _DURING.search(before):
            return Found("SET", duration(1, name)) if _RATE.search(before) and name != "second" else None
    return Found("DURATION", duration(count, name))


def _is_no_duration(match: re.Match[str], context: Context, name: str, count: float | None) -> bool:
    """Whether the words are an age, a fraction, an ordinal, a year or the title of a programme."""
    words = match["count"].lower()
    return bool(
        _AGE.match(context.text, match.end())
        or _YEAR.match(words)  # "the 2010-11 fiscal year"
        or (name == "quarter" and words in _FRACTION)
        or (name == "second" and (words == "a" or count is None or count > 120))
        or match[0] in NAMES["titles"]
    )


def _plural(match: re.Match[str], context: Context) -> Found | None:
    if match[0].lower().endswith("early hours"):
        return None
    if _AGE.match(context.text, match.end()):
        return None
    return Found("DURATION", duration(None, unit(match["unit"])))


def _span(match: re.Match[str], context: Context) -> Found | None:
    return Found("DURATION", duration(1, unit(match["unit"])))


def _each(match: re.Match[str], context: Context) -> Found | None:
    count = number(match["count"]) if match["count"] else 2 if match["other"] else 1
    name = unit(match["unit"])
    return Found("SET", "XXXX-WXX-WE" if name == "weekend" and count == 1 else duration(count, name))


_ADVERBS = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y"}


def _adverb(match: re.Match[str], context: Context) -> Found | None:
    if match[0][0].isupper() and not match[0].isupper() and match.start() and context.text[match.start() - 1] == " ":
        head = context.text[max(0, match.start() - 3) : match.start()]
        if not re.search(r"[.!?\"'\u201c]\s*$", head):
            return None  # the name of a paper
    return Found("SET", _ADVERBS[match["adverb"].lower()])


def _each_named(match: re.Match[str], context: Context) -> Found | None:
    name = match["name"]
    if not name[0].isupper() and name.lower() not in SEASONS:
        return None
    low = name.lower()
    if low in SEASONS:
        return Found("SET", f"XXXX-{SEASONS[low]}")
    return Found("SET", f"XXXX-{month_number(low):02d}" if low in MONTHS else f"XXXX-WXX-{WEEKDAYS[low]}")


_full_days = alternatives(word for word in WEEKDAYS if len(word) > 5)
_full_months = alternatives(word for word in MONTHS if len(word) > 4 or word in {"may", "june", "july"})
_kind = (
    "(?:more |other |additional |full |whole |straight |consecutive |business |trading |working |calendar |long |short "
    "|fiscal |further |extra )?"
)
_which = "(?:last|past|next|first|latest|previous|coming|final|following|preceding|initial)"
_upper = f"(?P<upper>(?: to | or |-){COUNT})"
_ends = "(?!\\w|-year|-day|-month)(?: or (?:so|more))?"
RULES: list[Rule] = [
    rule(f"(?:the )?{_which} {ABOUT}(?P<count>{COUNT}){_upper}?[ -]{_kind}{UNIT}s?{_ends}", _counted),
    rule(f"(?:the|these|those) (?P<count>{COUNT})[ -]{_kind}{UNIT}s{_ends}", _counted),
    rule(f"{ABOUT}(?P<count>{COUNT}){_upper}?[ -]{_kind}{UNIT}s?{_ends}(?:-long)?", _counted),
    rule(f"(?:a|the) (?P<count>{NUMBER})-{UNIT} period(?!\\w)", _counted),
    rule(f"{ABOUT}half[ -](?P<unit>hour)(?!\\w)", lambda match, context: Found("DURATION", "PT30M")),
    rule("(?P<unit>year|month|week|day|decade|century|hour)(?:-| )?long(?!\\w)", _span),
    rule(
        "(?:(?:the |these |those )(?:first |last |final |early )?)?"
        "(?P<unit>hour|day|week|month|year|decade|centurie)s(?!-long)(?![\\w'])",
        _plural,
    ),
    rule("(?P<unit>hour|day|week|month|year|decade|centurie)s-long(?!\\w)", _plural),
    rule("(?:the )?(?:past|last) (?P<unit>week|month|year|decade|century|hour|day)(?![\\w-])", _span),
    rule(f"(?:each|every)(?: (?P<other>other))?(?: (?P<count>{COUNT}))? {UNIT}s?(?![\\w-])", _each),
    rule(f"(?P<adverb>{alternatives(_ADVERBS)})(?!\\w)", _adverb),
    rule(f"(?:each|every) (?P<name>{_full_days}|{_full_months}|{alternatives(SEASONS)})(?!\\w)", _each_named),
    rule(f"(?P<name>{_full_days})s(?!\\w)", _each_named),
]
