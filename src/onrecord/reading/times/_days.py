"""Rules for days told by the week or by the day of writing: "Friday", "yesterday", "tonight", "the following day"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.reading.times._context import Context, Found, Rule, rule
from onrecord.reading.times._lexicon import DAY_PARTS, HOLIDAYS, NAMES, WEEKDAY, WEEKDAYS, YEAR, alternatives
from onrecord.reading.times._period import OPEN, Period, easter

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


def _day_named(match: re.Match[str], context: Context) -> Found:
    part = match["part"] or ("night" if match["day"].lower() == "tonight" else None)
    return part_of(named_day(context, match["day"]), part)


def _part_of_near_day(match: re.Match[str], context: Context) -> Found | None:
    which, part = match["which"].lower(), match["part"].lower()
    if part == "day":
        return None if which == "last" else context.relative("day", 0)
    return part_of(context.relative("day", -1 if which == "last" else 0), part)


def _part_of_day_told(match: re.Match[str], context: Context) -> Found | None:
    """ "The morning" is that of the day last told; with no day told it is left alone."""
    told = context.told
    if told is None or told.period is None or told.period.unit != "day" or match.start() - context.told_at > 400:
        return None
    return part_of(context.anchored("day", 0), match["part"])


_STEPS = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0, "very next": 1, "very same": 0}


def _day_from_told(match: re.Match[str], context: Context) -> Found | None:
    which = match["which"].lower().removeprefix("the ").removeprefix("that ")
    day = context.anchored("day", _STEPS.get(which, 0))
    part = match["part"].lower()
    return day if part == "day" else part_of(day, part)


def _day_before(match: re.Match[str], context: Context) -> Found | None:
    step = -1 if match["side"].lower() == "before" else 1
    if match["day"]:
        return context.relative("day", step + _NAMED_DAYS[match["day"].lower()])
    return context.anchored("day", step)


def _overnight(match: re.Match[str], context: Context) -> Found:
    return part_of(context.relative("day", 0), "night")


def _noon(match: re.Match[str], context: Context) -> Found:
    day = context.anchored("day", 0) if match.start() - context.told_at < 100 else context.relative("day", 0)
    return part_of(day, match["part"])


def _holiday(match: re.Match[str], context: Context) -> Found | None:
    recipe = HOLIDAYS[re.sub(r"\s+", " ", match["holiday"].lower().replace("\u2019", "'"))]
    if not match["holiday"][0].isupper():
        return None
    if match["year"]:
        period = Period("day", _holiday_of(int(match["year"]), recipe))
        return Found("DATE", period.value, period)
    written = context.written
    if written is None:
        return Found("DATE", f"XXXX-{recipe}" if len(recipe) == 5 else OPEN["day"])
    years = range(max(written.year - 1, 1), min(written.year + 2, 9999))
    return context.nearest([Period("day", _holiday_of(year, recipe)) for year in years], match)


def _holiday_of(year: int, recipe: str) -> date:
    if recipe.startswith("easter"):
        return easter(year) + timedelta(days=int(recipe[6:]))
    if len(recipe) == 5:
        return date(year, int(recipe[:2]), int(recipe[3:]))
    rest, _, extra = recipe.partition("+")
    month, nth, weekday = (int(part) for part in re.findall(r"(?:(?<=-)-)?\d+", rest))
    first = date(year, month, 1)
    if nth < 0:
        last = date(year, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1) + int(extra or 0))


_edge = "(?:(?:very )?(?:early|late|later|earlier|mid)(?: on)? )?"
_which = "(?P<which>last|next|this past|this coming|this|the previous|the preceding|the following|the next)"
_part = f"(?: (?P<part>{DAY_PART})(?!\\w))?"
_dayparts = f"(?P<part>{DAY_PART}|day)"
RULES: list[Rule] = [
    rule(f"{_edge}(?:{_which} )?{WEEKDAY}{_part}(?!-)", _weekday),
    rule(f"{_edge}(?P<day>today|tonight|yesterday|tomorrow)(?!\\w){_part}", _day_named),
    rule(f"{_edge}(?:mid-)?(?P<which>last|this) {_dayparts}(?!\\w|-)", _part_of_near_day),
    rule(
        f"{_edge}(?P<which>(?:the |that )(?:very )?(?:next|following|previous|preceding|same)|that) {_dayparts}(?!\\w|-)",
        _day_from_told,
    ),
    rule(f"{_edge}the (?P<part>morning|afternoon|evening|night)(?!\\w|-)", _part_of_day_told),
    rule(f"(?:mid-| ?mid )(?P<part>morning|afternoon)(?!\\w|-)", _noon),
    rule(
        f"(?:the )?day (?P<side>before|after)(?: (?P<day>yesterday|today|tomorrow))?(?!\\w)(?= ?[,.;]|$|(?<=day)|(?<=tomorrow))",
        _day_before,
    ),
    rule("overnight(?!\\w|-)", _overnight),
    rule("(?P<part>noon|midday|midnight)(?!\\w|-)", _noon),
    rule(
        f"(?P<holiday>{alternatives(HOLIDAYS)})(?!\\w)(?:,? {YEAR})?(?! (?:shop|sale|season|weekend|parade|tree|card|gift|dinner|party))",
        _holiday,
    ),
]
