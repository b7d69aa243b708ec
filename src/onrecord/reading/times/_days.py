"""Rules for days told by the week or by the day of writing: "Friday", "yesterday", "tonight", "the following day"."""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import DAY_PARTS, NAMES, WEEKDAY, WEEKDAYS, alternatives
from onrecord.reading.times._period import Period

__all__ = ["DAY_PART", "RULES", "named_day", "part_of", "weekday_found"]

DAY_PART = alternatives(DAY_PARTS)
_NAMED_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def named_day(context: Context, name: str) -> Found:
    """Return the day that "today", "tonight", "yesterday" or "tomorrow" names."""
    return context.relative("day", _NAMED_DAYS[name.lower()])


def part_of(found: Found, part: str | None) -> Found:
    """Return that part of the day; the day itself where no part is told."""
    if not part:
        return found
    value = DAY_PARTS[part.lower()]
    return found._replace(type="TIME", value=f"{found.value}T{value}")


def weekday_found(context: Context, name: str, which: str, match: re.Match[str]) -> Found:
    """Return the day of the week that ``name`` means: the last one, unless the sentence tells that it lies ahead."""
    weekday = WEEKDAYS[name.rstrip(".").lower()]
    which = which.lower()
    if which.startswith(("the ", "that")) and context.told and context.told.period:
        anchor, inferred = context.told.period.start, context.told.inferred
    elif context.written is None:
        return Found("DATE", f"XXXX-WXX-{weekday}")
    else:
        anchor, inferred = context.written, True
    back = (anchor.isoweekday() - weekday) % 7
    if which in {"last", "the previous", "the preceding", "this past"}:
        days = -(back or 7)
    elif which in {"next", "the following", "the next", "this coming"}:
        days = 7 - back
    elif which == "this":
        days = weekday - anchor.isoweekday()
    else:
        days = 7 - back if back and context.side(match.start(), match.end()) > 0 else -back
    try:
        period = Period("day", anchor + timedelta(days=days))
    except OverflowError:
        return Found("DATE", f"XXXX-WXX-{weekday}")
    return Found("DATE", period.value, period, inferred)


_AFTER_NAME = re.compile(rf" (?:{alternatives(NAMES['after_weekday'])})\b")
_BEFORE_NAME = re.compile(rf"\b(?:{alternatives(NAMES['before_weekday'])})\s+$")
_CAPITAL_BEFORE = re.compile(r"[A-Z]\w* $")
_ON = re.compile(r"\b(?:on|until|by|since|from|before|after|last|next|this|late|early)\s+$", re.IGNORECASE)


def _weekday(match: re.Match[str], context: Context) -> Found | None:
    name, start = match["weekday"], match.start("weekday")
    if not name[0].isupper():
        return None
    before = context.text[max(0, start - 12) : start]
    if not match["part"] and (_AFTER_NAME.match(context.text, match.end("weekday")) or _BEFORE_NAME.search(before)):
        return None
    if len(name.rstrip(".")) < 6 and not (match["which"] or match["part"] or _ON.search(before)):
        return None  # "Sat" and "Sun" are words and names too
    return part_of(weekday_found(context, name, match["which"] or "", match), match["part"])


def _day_named(match: re.Match[str], context: Context) -> Found | None:
    before = context.text[max(0, match.start() - 20) : match.start()]
    if match["day"].istitle() and _CAPITAL_BEFORE.search(before):
        return None  # a title: "USA Today"
    part = match["part"] or ("night" if match["day"].lower() == "tonight" else None)
    return part_of(named_day(context, match["day"]), part)


def _part_of_near_day(match: re.Match[str], context: Context) -> Found | None:
    which, part = match["which"].lower(), match["part"].lower()
    if part == "day":
        return None if which == "last" else context.relative("day", 0)
    return part_of(context.relative("day", -1 if which == "last" else 0), part)


def _part_of_day_told(match: re.Match[str], context: Context) -> Found | None:
    """The morning is that of the day last told; with no day told it is left alone."""
    told = context.told
    if told is None or told.period is None or told.period.unit != "day" or match.start() - context.told_at > 400:
        return None
    return part_of(context.anchored("day", 0), match["part"])


_STEPS = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0}


def _day_from_told(match: re.Match[str], context: Context) -> Found | None:
    which = match["which"].lower().removeprefix("the ").removeprefix("that ").removeprefix("very ")
    day = context.anchored("day", _STEPS.get(which, 0))
    part = match["part"].lower()
    return day if part == "day" else part_of(day, part)


def _day_before(match: re.Match[str], context: Context) -> Found | None:
    step = -1 if match["side"].lower() == "before" else 1
    named = match.groupdict().get("day")
    if named:
        return context.relative("day", step + _NAMED_DAYS[named.lower()])
    return context.anchored("day", step)


def _overnight(match: re.Match[str], context: Context) -> Found:
    return part_of(context.relative("day", 0), "night")


def _middle(match: re.Match[str], context: Context) -> Found:
    return part_of(context.relative("day", 0), match["part"])


_edge = "(?:(?:very )?(?:early|late|later|earlier|mid)(?: on)? )?"
_which = "(?P<which>last|next|this past|this coming|this|the previous|the preceding|the following|the next)"
_part = f"(?: (?P<part>{DAY_PART})(?!\\w))?"
_dayparts = f"(?P<part>{DAY_PART}|day)"
RULES: list[Rule] = [
    rule(f"{_edge}(?:{_which} )?{WEEKDAY}{_part}(?!-)", _weekday),
    rule(f"{_edge}(?P<day>today|tonight|yesterday|tomorrow)(?!\\w){_part}", _day_named),
    rule(f"{_edge}(?:mid-)?(?P<which>last|this) {_dayparts}(?![\\w-])", _part_of_near_day),
    rule(
        f"{_edge}(?P<which>(?:the |that )(?:very )?(?:next|following|previous|preceding|same)|that) {_dayparts}"
        "(?![\\w-]| (?:in|when|on)\\b)",
        _day_from_told,
    ),
    rule(f"{_edge}the (?P<part>morning|afternoon|evening|night)(?![\\w-]| (?:of|after|before)\\b)", _part_of_day_told),
    rule("mid[- ](?P<part>morning|afternoon)(?![\\w-])", _middle),
    rule("(?:the )?day (?P<side>before|after) (?P<day>yesterday|tomorrow)(?!\\w)", _day_before),
    rule("the day (?P<side>before|after)(?= ?[,.;:)]|$)", _day_before),
    rule("overnight(?![\\w-])", _overnight),
]
