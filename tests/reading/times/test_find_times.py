"""What each family of expressions is valued as, against a report of Friday 6 February 2026 unless a case says so."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.times import find_times

WRITTEN = date(2026, 2, 6)


def told(text: str, written: date | None = WRITTEN) -> list[tuple[str, str, str]]:
    return [(text[time.start : time.end], time.type, time.value) for time in find_times(text, written)]


def values(text: str, written: date | None = WRITTEN) -> list[str]:
    return [time.value for time in find_times(text, written)]


CALENDAR = [
    ("The mayor resigned on Feb 6.", [("Feb 6", "DATE", "2026-02-06")]),
    ("A bomb went off on Dec. 22.", [("Dec. 22", "DATE", "2025-12-22")]),
    ("The wall fell on Nov. 13, 1989, she said.", [("Nov. 13, 1989", "DATE", "1989-11-13")]),
    ("The treaty was signed on 6 February 2019.", [("6 February 2019", "DATE", "2019-02-06")]),
    ("They met on the 3rd of January.", [("the 3rd of January", "DATE", "2026-01-03")]),
    ("The vote will be held on March 15.", [("March 15", "DATE", "2026-03-15")]),
    ("It closed on Tuesday, Jan. 13.", [("Tuesday, Jan. 13", "DATE", "2026-01-13")]),
    ("It opened in early August 2024.", [("early August 2024", "DATE", "2024-08")]),
    ("The file is dated 2025-11-30.", [("2025-11-30", "DATE", "2025-11-30")]),
    ("Logged at 2025-11-30T08:15 by the clerk.", [("2025-11-30T08:15", "TIME", "2025-11-30T08:15")]),
    ("Stamped 12/25/98 in Lisbon.", [("12/25/98", "DATE", "1998-12-25")]),
    ("Stamped 25/12/1998 in Lisbon.", [("25/12/1998", "DATE", "1998-12-25")]),
    ("Stamped 05.02.2026 in Berlin.", [("05.02.2026", "DATE", "2026-02-05")]),
    ("The law dates from May 1968.", [("May 1968", "DATE", "1968-05")]),
    ("In June of last year the river rose.", [("June of last year", "DATE", "2025-06")]),
    ("The fair opens the week of March 9.", [("the week of March 9", "DATE", "2026-W11")]),
    (
        "The shop closed in January, and the hotel in September.",
        [("January", "DATE", "2026-01"), ("September", "DATE", "2025-09")],
    ),
    ("The work had ended by late December.", [("late December", "DATE", "2025-12")]),
    ("Feb. 30 is no day.", []),
    ("Signed (date:2025-11-30).", [("2025-11-30", "DATE", "2025-11-30")]),
    ("He left on May 26 last year.", [("May 26 last year", "DATE", "2025-05-26")]),
    ("Talks on the December accord failed.", [("December", "DATE", "2025-12")]),
]

YEARS = [
    ("She was born in 1961.", [("1961", "DATE", "1961")]),
    ("The 2016 election was close.", [("2016", "DATE", "2016")]),
    ("Profits rose in fiscal 1998.", [("fiscal 1998", "DATE", "1998")]),
    ("It failed in the mid-1990s.", [("the mid-1990s", "DATE", "199")]),
    ("The 1990s were calm.", [("The 1990s", "DATE", "199")]),
    ("Music of the '80s played.", [("the '80s", "DATE", "198")]),
    ("Trade grew in the 19th century.", [("the 19th century", "DATE", "18")]),
    ("The invasion of nineteen seventy-nine is told.", [("nineteen seventy-nine", "DATE", "1979")]),
    ("Work ends in the year two thousand.", [("the year two thousand", "DATE", "2000")]),
    ("The end of 2027 is the limit.", [("The end of 2027", "DATE", "2027")]),
    ("In 1815 peace came.", [("1815", "DATE", "1815")]),
    ("About 2000 people fled with 1950 dollars.", []),
    ("Flat 1998, $2024 and 1,990 tonnes.", [("1998", "DATE", "1998")]),
]

DAYS = [
    ("He spoke today.", [("today", "DATE", "2026-02-06")]),
    (
        "She left yesterday and returns tomorrow.",
        [("yesterday", "DATE", "2026-02-05"), ("tomorrow", "DATE", "2026-02-07")],
    ),
    ("The council meets tonight.", [("tonight", "TIME", "2026-02-06TNI")]),
    ("It rained last night.", [("last night", "TIME", "2026-02-05TNI")]),
    ("The bridge closed on Monday morning.", [("Monday morning", "TIME", "2026-02-02TMO")]),
    ("Police said Friday the man was held.", [("Friday", "DATE", "2026-02-06")]),
    ("Police said on Saturday the man was held.", [("Saturday", "DATE", "2026-01-31")]),
    ("The court will rule on Tuesday.", [("Tuesday", "DATE", "2026-02-10")]),
    ("He had been due to fly on Tuesday.", [("Tuesday", "DATE", "2026-02-03")]),
    ("They quarrelled last Friday.", [("last Friday", "DATE", "2026-01-30")]),
    ("They meet next Friday.", [("next Friday", "DATE", "2026-02-13")]),
    ("The day before yesterday he sang.", [("The day before yesterday", "DATE", "2026-02-04")]),
    ("A storm hit overnight.", [("overnight", "TIME", "2026-02-06TNI")]),
    ("Later this afternoon she spoke.", [("Later this afternoon", "TIME", "2026-02-06TAF")]),
    ("On Christmas Eve the line went dead.", [("Christmas Eve", "DATE", "2025-12-24")]),
    ("On Thanksgiving they ate.", [("Thanksgiving", "DATE", "2025-11-27")]),
    ("Good Friday 2024 was wet.", [("Good Friday 2024", "DATE", "2024-03-29")]),
    ("Memorial Day 2025 was dry.", [("Memorial Day 2025", "DATE", "2025-05-26")]),
    ("Election Day 2024 was long.", [("Election Day 2024", "DATE", "2024-11-05")]),
]

CLOCK = [
    ("It began at 10:30 a.m. in Leeds.", [("10:30 a.m.", "TIME", "2026-02-06T10:30")]),
    ("It began at 10 p.m. Wednesday.", [("10 p.m. Wednesday", "TIME", "2026-02-04T22:00")]),
    ("The offer ends at 5 p.m. EST, Feb. 9, she said.", [("5 p.m. EST, Feb. 9", "TIME", "2026-02-09T17:00")]),
    ("Sirens rang at 1100 GMT.", [("1100 GMT", "TIME", "2026-02-06T11:00")]),
    ("Sirens rang at 22:45 local time.", [("22:45 local time", "TIME", "2026-02-06T22:45")]),
    ("They met at 6 o'clock this afternoon.", [("6 o'clock this afternoon", "TIME", "2026-02-06T18:00")]),
    ("They landed at six in the morning.", [("six in the morning", "TIME", "2026-02-06T06:00")]),
    ("They landed on Jan. 5 and left at 9pm.", [("Jan. 5", "DATE", "2026-01-05"), ("9pm", "TIME", "2026-01-05T21:00")]),
    ("Talks ended at midnight Thursday.", [("midnight Thursday", "TIME", "2026-02-05T24:00")]),
    ("The shop shuts at noon.", [("noon", "TIME", "2026-02-06T12:00")]),
    ("It scored 3:2 and 61:75.", []),
]

PERIODS = [
    ("Sales fell last week.", [("last week", "DATE", "2026-W05")]),
    ("Sales may fall next week.", [("next week", "DATE", "2026-W07")]),
    ("It rose in 2019; over the next year it may fall.", [("2019", "DATE", "2019"), ("the next year", "DATE", "2027")]),
    ("Sales fell this month.", [("this month", "DATE", "2026-02")]),
    ("Earlier this year he quit.", [("Earlier this year", "DATE", "2026")]),
    ("Last year he quit.", [("Last year", "DATE", "2025")]),
    ("He quit last May.", [("last May", "DATE", "2025-05")]),
    ("It opens this September.", [("this September", "DATE", "2026-09")]),
    ("It closed last summer.", [("last summer", "DATE", "2025-SU")]),
    ("It closed in the winter of 1994.", [("the winter of 1994", "DATE", "1994-WI")]),
    ("Profit fell in the third quarter.", [("the third quarter", "DATE", "2025-Q3")]),
    ("Profit fell in the third quarter of 2019.", [("the third quarter of 2019", "DATE", "2019-Q3")]),
    ("It posted a fourth-quarter loss.", [("fourth-quarter", "DATE", "2025-Q4")]),
    ("Growth in Q2 2025 was flat.", [("Q2 2025", "DATE", "2025-Q2")]),
    ("Growth in the first half of 2024 was flat.", [("the first half of 2024", "DATE", "2024-H1")]),
    ("Next year's first quarter is open.", [("Next year's first quarter", "DATE", "2027-Q1")]),
    ("Over the weekend, roads froze.", [("the weekend", "DATE", "2026-W05-WE")]),
    ("It is due by year end.", [("year end", "DATE", "2026")]),
    (
        "Net was 3 million in the year ended March 31.",
        [("the year", "DURATION", "P1Y"), ("March 31", "DATE", "2025-03-31")],
    ),
]

SHIFTS = [
    ("She won in 2016; that day it snowed.", [("2016", "DATE", "2016"), ("that day", "DATE", "2016-XX-XX")]),
    ("He left two years ago.", [("two years ago", "DATE", "2024")]),
    ("He left five months ago.", [("five months ago", "DATE", "2025-09")]),
    ("He left 10 days ago.", [("10 days ago", "DATE", "2026-01-27")]),
    ("He left a few years ago.", [("a few years ago", "DATE", "PAST_REF")]),
    ("Two weeks from now it ends.", [("Two weeks from now", "DATE", "2026-W08")]),
    (
        "She won in 2016, and the following year she left.",
        [("2016", "DATE", "2016"), ("the following year", "DATE", "2017")],
    ),
    ("She won in 2016. That year it snowed.", [("2016", "DATE", "2016"), ("That year", "DATE", "2016")]),
    (
        "It broke on 3 May 2019. A day earlier it had rained.",
        [("3 May 2019", "DATE", "2019-05-03"), ("A day earlier", "DATE", "2019-05-02")],
    ),
    (
        "It broke on 3 May 2019. Two days later it was mended.",
        [("3 May 2019", "DATE", "2019-05-03"), ("Two days later", "DATE", "2019-05-05")],
    ),
    (
        "It broke on 3 May 2019; that night all slept.",
        [("3 May 2019", "DATE", "2019-05-03"), ("that night", "TIME", "2019-05-03TNI")],
    ),
    (
        "In the third quarter profit was 3 million, up from 2 million a year earlier.",
        [("the third quarter", "DATE", "2025-Q3"), ("a year earlier", "DATE", "2024-Q3")],
    ),
    (
        "On 31 January 2024 they met; a month later they parted.",
        [("31 January 2024", "DATE", "2024-01-31"), ("a month later", "DATE", "2024-02")],
    ),
]

DURATIONS = [
    ("It took two years.", [("two years", "DURATION", "P2Y")]),
    ("It took a few months.", [("a few months", "DURATION", "PXM")]),
    ("It took a few minutes.", [("a few minutes", "DURATION", "PTXM")]),
    ("A three-day visit began.", [("three-day", "DURATION", "P3D")]),
    ("It took more than 24 hours.", [("more than 24 hours", "DURATION", "PT24H")]),
    ("It took two and a half years.", [("two and a half years", "DURATION", "P2Y6M")]),
    ("It took half an hour.", [("half an hour", "DURATION", "PT30M")]),
    ("It lasted nearly two decades.", [("nearly two decades", "DURATION", "P20Y")]),
    ("Over the past two weeks it rained.", [("the past two weeks", "DURATION", "P2W")]),
    (
        "The 30-second spot and the weeks-long hunt.",
        [("30-second", "DURATION", "PT30S"), ("weeks-long", "DURATION", "PXW")],
    ),
    ("A five-year period began.", [("A five-year period", "DURATION", "P5Y")]),
    ("Two one-hour shows ran.", [("one-hour", "DURATION", "PT1H")]),
    ("It takes two to three weeks.", [("two to three weeks", "DURATION", "PXW")]),
    ("Years passed.", [("Years", "DURATION", "PXY")]),
    ("A 37-year-old man and a girl of 6 years old.", []),
]

SETS = [
    ("They meet each year.", [("each year", "SET", "P1Y")]),
    ("They meet every two weeks.", [("every two weeks", "SET", "P2W")]),
    ("They meet daily.", [("daily", "SET", "P1D")]),
    ("They meet every Friday.", [("every Friday", "SET", "XXXX-WXX-5")]),
    ("They meet on Sundays.", [("Sundays", "SET", "XXXX-WXX-7")]),
    ("They meet each July.", [("each July", "SET", "XXXX-07")]),
    ("They pay 300 euros a month.", [("a month", "SET", "P1M")]),
]

REFERENCES = [
    ("He is now in Rome.", [("now", "DATE", "PRESENT_REF")]),
    ("She currently chairs it.", [("currently", "DATE", "PRESENT_REF")]),
    ("It has grown in recent years.", [("recent years", "DATE", "PAST_REF")]),
    ("It worked in the past.", [("the past", "DATE", "PAST_REF")]),
    ("They fear the future.", [("the future", "DATE", "FUTURE_REF")]),
    ("Help will come soon.", [("soon", "DATE", "FUTURE_REF")]),
    ("One day the matter will end.", [("One day", "DATE", "FUTURE_REF")]),
    ("He fled soon after dawn.", []),
]

NO_TIMES = [
    "Prime Minister May said she would go.",
    "It may rain, and troops march on.",
    "The March on Bergen was peaceful.",
    "She reads the Sunday Times and The Sun.",
    "He told the Mail on Sunday all of it.",
    "April Jones met August Wilson.",
    "Shares sat still; a second man was mon ami.",
    "Prices fall and spring up.",
    "A quarter of the voters stayed away.",
    "USA Today named her Citizen of the Year.",
    "She works for 60 Minutes.",
    "Call 555-2016-88 or see page 3.1998.",
    "Version 10.30 of the code costs $1999.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*CALENDAR, *YEARS, *DAYS, *CLOCK, *PERIODS, *SHIFTS, *DURATIONS, *SETS, *REFERENCES],
)
def test_value(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NO_TIMES)
def test_words_that_tell_no_time(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He fell on Feb 6.", ["XXXX-02-06"]),
        ("He fell on Friday.", ["XXXX-WXX-5"]),
        ("He fell yesterday.", ["XXXX-XX-XX"]),
        ("He fell tonight at 10:30 p.m. and slept.", ["XXXX-XX-XXTNI", "XXXX-XX-XXT22:30"]),
        ("He fell last week.", ["XXXX-WXX"]),
        ("He fell this month.", ["XXXX-XX"]),
        ("He fell last year.", ["XXXX"]),
        ("He fell in the third quarter.", ["XXXX-Q3"]),
        ("He fell last summer.", ["XXXX-SU"]),
        ("He fell on Christmas Eve.", ["XXXX-12-24"]),
        ("He fell over the weekend.", ["XXXX-WXX-WE"]),
        ("He fell in May, two years ago.", ["XXXX-05", "XXXX"]),
        ("He fell on 03/04/2025.", ["2025-XX-XX"]),
        ("He fell in 2016 and rose the following year.", ["2016", "2017"]),
    ],
)
def test_open_without_the_date_of_the_report(text: str, expected: list[str]) -> None:
    times = find_times(text, None)
    assert [time.value for time in times] == expected
    assert not any(time.inferred for time in times)


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("on Feb 6", [True]),
        ("on Feb 6, 2026", [False]),
        ("on Friday", [True]),
        ("in 2016 and the following year", [False, False]),
        ("on Feb 3 and a day later", [True, True]),
        ("two years", [False]),
        ("now", [False]),
        ("in the third quarter of 2024", [False]),
        ("in the third quarter", [True]),
    ],
)
def test_inferred(text: str, inferred: list[bool]) -> None:
    assert [time.inferred for time in find_times(text, WRITTEN)] == inferred


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("It opened in January.", date(2026, 12, 10), ["2026-01"]),
        ("It will open in January.", date(2026, 12, 10), ["2027-01"]),
        ("He was shot on Feb. 29.", date(2025, 3, 1), ["2024-02-29"]),
        ("He was shot on Dec. 31.", date(1, 1, 1), ["0001-12-31"]),
        ("He was shot next year.", date(9999, 12, 31), ["XXXX"]),
        ("It was 12/03/98 there.", date(1998, 12, 5), ["1998-12-03"]),
        ("It was 12/03/98 there.", date(1998, 4, 5), ["1998-03-12"]),
        ("He spoke on Sunday, the first week.", date(2027, 1, 3), ["2027-01-03"]),
        ("He spoke this week.", date(2027, 1, 3), ["2026-W53"]),
    ],
)
def test_against_other_days(text: str, written: date, expected: list[str]) -> None:
    assert values(text, written) == expected


def test_a_line_break_inside_a_time_is_white_space() -> None:
    text = "The shop shut on Nov.\n13, 1989, and for two\nyears it stood empty."
    assert told(text) == [("Nov.\n13, 1989", "DATE", "1989-11-13"), ("two\nyears", "DURATION", "P2Y")]


def test_a_paragraph_ends_a_time() -> None:
    assert values("All this was in 2016.\n\nMay said no.") == ["2016"]


def test_curly_marks_and_hard_spaces() -> None:
    assert told("This year\u2019s third quarter; Feb\u00a06; the mid\u20111990s") == [
        ("This year\u2019s third quarter", "DATE", "2026-Q3"),
        ("Feb\u00a06", "DATE", "2026-02-06"),
        ("the mid\u20111990s", "DATE", "199"),
    ]


def test_the_last_time_told_is_what_the_next_is_counted_from() -> None:
    text = "The mayor won in 2016. The following year she built a bridge; the next year it fell."
    assert values(text) == ["2016", "2017", "2018"]


def test_what_is_only_compared_with_is_not_counted_from() -> None:
    text = "In the third quarter of 2024 net was 3 million, up from 2 million a year earlier. Sales doubled from a year earlier."
    assert values(text) == ["2024-Q3", "2023-Q3", "2023-Q3"]
