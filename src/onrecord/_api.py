"""The library's front door: ``read`` and ``read_many``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.intake import Report, make_report
from onrecord.reading import Reader, Reading

__all__ = ["read", "read_many"]


def read(
    text: str,
    *,
    title: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Reading:
    """Return the reading of one report.

    Args:
        text: the report, kept character by character; every offset of the reading indexes it.
        title: a headline that is not part of the text.
        date: when it was published, ISO 8601; without it dates that lack a year stay open.
        publisher: who published it.
        url: where it stands.
        id: how to call it; without one it gets an id made from its content.

    Raises:
        EmptyInputError: the text holds no words.
        TooLargeError: the text is longer than ``onrecord.intake.TEXT_LIMIT``.
        OptionError: the date is none.
        ModelError: the weights cannot be loaded.

    """
    return Reader().read(make_report(text, id=id, title=title, url=url, publisher=publisher, date=date))


def read_many(reports: Iterable[Report]) -> Iterator[Reading]:
    """Yield the reading of each report in turn; nothing is held but the report being read.

    Raises:
        ModelError: the weights cannot be loaded.

    """
    reader = Reader()
    for report in reports:
        yield reader.read(report)
