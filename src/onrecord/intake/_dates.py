"""Dates and times of publication, as ISO 8601: a day, or a time with its zone where one is given."""

from __future__ import annotations

import datetime as dt
import re

from onrecord._exceptions import OptionError

__all__ = ["iso_date", "parse_date"]

# Zones as pages write them: a space before the offset.
_LONGEST = 64
_SPACED_ZONE = re.compile(r"\s+(?=(?:[Zz]|[+-]\d\d:?\d\d)$)")


def iso_date(value: str | dt.date | None) -> str | None:
    """Return ``value`` as ISO 8601, ``None`` if there is none; raise `OptionError` if it is no ISO 8601 date or time."""
    if value is None:
        return None
    if isinstance(value, dt.date):
        return _written(value)
    value = value.strip()
    parsed = _parse_iso(value) if len(value) <= _LONGEST else None
    if parsed is None:
        raise OptionError(f"not an ISO 8601 date such as 2026-02-06 or 2026-02-06T09:30:00+03:00: {value[:60]!r}")
    return parsed


def parse_date(value: str) -> str | None:
    """Return a date or time in ISO 8601 or RFC 5322 form as ISO 8601, ``None`` if ``value`` is neither."""
    value = value.strip()
    return (_parse_iso(value) or _parse_mail(value)) if len(value) <= _LONGEST else None


def _parse_iso(value: str) -> str | None:
    try:
        return dt.date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    try:
        return _written(dt.datetime.fromisoformat(_SPACED_ZONE.sub("", value)))
    except ValueError:
        return None


def _parse_mail(value: str) -> str | None:
    if ":" not in value:  # the parser makes a time of almost any words; a mail date always has one
        return None
    from email.utils import parsedate_to_datetime

    try:
        return _written(parsedate_to_datetime(value))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _written(value: dt.date) -> str:
    return value.isoformat("T", "seconds") if isinstance(value, dt.datetime) else value.isoformat()
