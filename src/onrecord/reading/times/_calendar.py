"""Rules for dates of the calendar: days, months, years, decades and centuries by number or name."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import DAY_NUMBER, MONTH, MONTHS, NAMES, NOUNS_COUNTED, WEEKDAY, YEAR, alternatives
from onrecord.reading.times._period import Period

__all__ = ["EDGE", "RULES", "day_found", "month_found", "month_number"]

EDGE = (
    r"(?P<edge>(?:the )?(?:very )?(?:early|late|mid|middle|beginning|start|end|close|part)(?: of|-| in)? (?:the )?"
    r"|mid-|pre-|post-|around |about )?"
)
"""What says which part of the period is meant: it belongs to the words, and leaves the value as it is."""

_PLAUSIBLE = range(1900, 2060)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|of|until|till|from|through|after|before|during|between|for|by|to|and|year|early|late|circa|around|back)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"(?:\b(?:the|its|his|her|their|our|a|that|this|in|since)|['\u2019]s)\s+$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[ -]([A-Za-z]+)(?![\w\u2019'])")
_NO_PLURALS = frozenset(
    ["was", "is", "has", "as", "this", "his", "its", "does", "us", "versus", "plus", "unless", "across"]
)


def month_number(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]


def day_found(context: Context, month: int, day: int, year: str | None, match: re.Match[str]) -> Found | None:
    """Return the day of that month; without a year, the one that makes sense against the report's date."""
    if year:
        return _day(int(year), month, day)
    if context.written is None:
        return Found("DATE", f"XXXX-{month:02d}-{day:02d}") if _day(2000, month, day) else None
    years = range(max(context.written.year - 1, 1), min(context.written.year + 2, 9999))
    days = [found.period for y in years if (found := _day(y, month, day))]
    return context.nearest(days, match)


def _day(year: int, month: int, day: int) -> Found | None:
    try:
        period = Period("day", date(year, month, day))
    except ValueError:
        return None
    return Found("DATE", period.value, period)


def month_found(context: Context, month: int, year: str | None, match: re.Match[str]) -> Found | None:
    """Return the month; without a year, the one that makes sense against the report's date."""
    if year:
        period = Period("month", date(int(year), month, 1))
        return Found("DATE", period.value, period)
    if context.written is None:
        return Found("DATE", f"XXXX-{month:02d}")
    years = range(max(context.written.year - 1, 1), min(context.written.year + 2, 9999))
    return context.nearest([Period("month", date(y, month, 1)) for y in years], match)


def _named(match: re.Match[str]) -> bool:
    """Whether the month is written as a name: "may" and "march" are verbs, and "Mar" needs its number."""
    return match["month"][0].isupper()


def _month_and_day(match: re.Match[str], context: Context) -> Found | None:
    if not _named(match):
        return None
    return day_found(context, month_number(match["month"]), int(match["day"]), _long_year(match["year"]), match)


def _long_year(year: str | None) -> str | None:
    if year is None or len(year) == 4:
        return year
    return ("19" if int(year[-2:]) >= 50 else "20") + year[-2:]


def _month_and_year(match: re.Match[str], context: Context) -> Found | None:
    return (
        month_found(context, month_number(match["month"]), _long_year(match["year"]), match) if _named(match) else None
    )


def _month_of_relative_year(match: re.Match[str], context: Context) -> Found | None:
    if not _named(match):
        return None
    month = month_number(match["month"])
    if context.written is None:
        return Found("DATE", f"XXXX-{month:02d}")
    year = context.written.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    found = month_found(context, month, str(year), match)
    return found and found._replace(inferred=True)


_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|through|of|during|by|from|to|between|and|for|before|after|early|late|mid|last|next|this|as early as|on|or)[ -]\s*$",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(
    r"\b(?:in|since|until|till|through|during|early|late|mid|last|next|this|before|after|between)[ -]\s*$",
    re.IGNORECASE,
)
_CAPITAL_AFTER = re.compile(r"\s+(?=[A-Z])(\w+)")
_OF_NAME = re.compile(alternatives(NAMES["before_may"]) + r"\s+$")
_NAME_BEFORE = re.compile(r"[A-Z][\w.]*[a-z.]\s+$")


def _month_alone(match: re.Match[str], context: Context) -> Found | None:
    if not _named(match) or not _month_stands_alone(match, context.text):
        return None
    return month_found(context, month_number(match["month"]), None, match)


def _month_stands_alone(match: re.Match[str], text: str) -> bool:
    """Whether a month's name without a number tells a time, and names neither a person nor a march."""
    name, start = match["month"], match.start("month")
    before = text[max(0, start - 20) : start]
    if len(name.rstrip(".")) < 5 and not name.endswith(".") and name.lower() not in {"may", "june", "july"}:
        return False
    if match["edge"]:
        return True
    if name.lower() == "may":
        return bool(_IN_MONTH.search(before)) or (
            bool(_BEFORE_MONTH.search(before)) and not re.search(_MAY_PERSON, text)
        )
    if name.lower() == "march":
        return bool(_BEFORE_MONTH.search(before)) and not re.match(
            rf" {alternatives(NAMES['after_march'])}\b", text[match.end() :]
        )
    after = _CAPITAL_AFTER.match(text, match.end())
    if after and (after[1] in NAMES["after_month"] or not _BEFORE_MONTH.search(before)):
        return False
    return not (
        _NAME_BEFORE.search(before) and name.lower() in {"april", "june", "august"} and not _BEFORE_MONTH.search(before)
    )


_MAY_PERSON = re.compile(alternatives(NAMES["before_may"]) + r"\s+May\b")


def _year(match: re.Match[str], context: Context) -> Found | None:
    year, start = int(match["year"]), match.start("year")
    before = context.text[max(0, start - 24) : start]
    following = _NEXT_WORD.match(context.text, match.end())
    noun = following[1].lower() if following else ""
    told = bool(match["edge"]) or bool(_BEFORE_YEAR.search(before))
    if year not in _PLAUSIBLE and not (told and 1000 <= year < 2200 and not noun.endswith("s")):
        return None
    plural = noun in NOUNS_COUNTED or (noun.endswith("s") and len(noun) > 3 and noun not in _NO_PLURALS)
    if plural and (noun in NOUNS_COUNTED or not _DETERMINED.search(before)):
        return None
    return _of_year(year)


def _of_year(year: int) -> Found:
    period = Period("year", date(year, 1, 1))
    return Found("DATE", period.value, period)


def _named_year(match: re.Match[str], context: Context) -> Found | None:
    year = _long_year(match["year"])
    return _of_year(int(year)) if year else None


_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}


def _decade(match: re.Match[str], context: Context) -> Found | None:
    figures, words = match["figures"], match["words"]
    if words:
        year = 1900 + _TENS[words.lower()[:-3]]
    elif len(figures) == 2:
        year = int(figures) + (2000 if int(figures) < 30 else 1900)
    else:
        year = int(figures)
    unit = "century" if year % 100 == 0 and len(figures or "") == 4 and year < 1950 else "decade"
    period = Period(unit, date(year, 1, 1))
    return Found("DATE", period.value, period, inferred=bool(words) or len(figures) == 2)


def _century(match: re.Match[str], context: Context) -> Found | None:
    from onrecord.reading.times._lexicon import ordinal

    number = ordinal(match["ordinal"])
    if not 2 <= number <= 30:
        return None
    period = Period("century", date((number - 1) * 100, 1, 1))
    return Found("DATE", period.value, period)


def _iso(match: re.Match[str], context: Context) -> Found | None:
    found = _day(int(match["year"]), int(match["month"]), int(match["day"]))
    if found is None or not match["time"]:
        return found
    return found._replace(type="TIME", value=f"{found.value}T{match['time']}")


def _by_numbers(match: re.Match[str], context: Context) -> Found | None:
    """Month first, as in the United States, unless that cannot be, or lies after the report where day first does not."""
    first, second, year = int(match["first"]), int(match["second"]), _long_year(match["year"]) or ""
    month_first, day_first = _day(int(year), first, second), _day(int(year), second, first)
    if match["mark"] == "." or month_first is None or day_first is None or first == second:
        return day_first if match["mark"] == "." and day_first else month_first or day_first
    if context.written is None:
        return Found("DATE", f"{year}-XX-XX")
    ahead = month_first.value > context.written.isoformat() >= day_first.value
    return (day_first if ahead else month_first)._replace(inferred=True)


_SPOKEN_TENS = "(?:oh|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_SPOKEN_ONES = "(?:one|two|three|four|five|six|seven|eight|nine)"


def _spoken(match: re.Match[str], context: Context) -> Found | None:
    from onrecord.reading.times._lexicon import number

    if match["thousand"] is not None:
        rest = number(match["thousand"]) if match["thousand"] else 0
        return _of_year(2000 + int(rest or 0)) if match["thousand"] or match["lead"] else None
    tens = re.sub("^oh[ -]", "", match["tens"].lower())
    return _of_year(
        {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[match["century"].lower()] + int(number(tens) or 0)
    )


_weekday = f"(?:{WEEKDAY},? (?:the )?)?"
_short_year = r"(?:,? (?P<year>1\d\d\d|2\d\d\d|'\d\d)(?![\w]|[.:,]\d))?"
RULES: list[Rule] = [
    rule(f"{EDGE}{_weekday}{MONTH} ?(?:the )?{DAY_NUMBER}(?! ?(?:[ap]\\.?m\\b|o'clock)){_short_year}", _month_and_day),
    rule(f"{EDGE}{_weekday}(?:the )?{DAY_NUMBER}(?: of)? {MONTH}{_short_year}", _month_and_day),
    rule(rf"{EDGE}{MONTH},?(?: of)? (?P<year>1\d\d\d|20\d\d|'\d\d)(?!\w|[.:,]\d)", _month_and_year),
    rule(f"{EDGE}{MONTH}(?: of)? (?P<which>last|this|next) year", _month_of_relative_year),
    rule(f"{EDGE}{MONTH}", _month_alone),
    rule(rf"{EDGE}(?:the )?(?:fiscal|financial|FY)(?: year)? ?(?P<year>\d{{4}}|'\d\d)(?!\w)", _named_year),
    rule(rf"{EDGE}(?:the )?(?:calendar )?year (?P<year>\d{{4}})(?!\w)", _named_year),
    rule(f"{EDGE}{YEAR}", _year),
    rule(
        rf"{EDGE}(?:the )?'?(?:(?P<figures>(?:1\d|20)\d0|(?<=')\d0)'?s|(?P<words>(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies))(?!\w)",
        _decade,
    ),
    rule(
        rf"{EDGE}(?:the )?(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|[a-z]+(?:teenth|tieth|first)|twelfth|fifth|ninth)[ -]century\b",
        _century,
    ),
    rule(
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
        _iso,
    ),
    rule(
        r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|(?<=/)\d\d)(?![\w/])", _by_numbers
    ),
    rule(
        rf"{EDGE}(?:(?P<century>eighteen|nineteen|twenty)[ -](?P<tens>(?:{_SPOKEN_TENS}(?:[ -]{_SPOKEN_ONES})?|ten|eleven|twelve|\w+teen))"
        rf"|(?P<lead>the year )?two thousand(?: and)? ?(?P<thousand>(?:{_SPOKEN_ONES}|ten|eleven|twelve|\w+teen)?))(?!\w)(?! (?:years?|months?|days?|people))",
        _spoken,
    ),
]
