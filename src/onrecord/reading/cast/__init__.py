"""The cast of a report: who and what it names, and who speaks each statement."""

from onrecord.reading.cast._cast import Cast, find_cast
from onrecord.reading.cast._speakers import Resolution

__all__ = ["Cast", "Resolution", "find_cast"]
