"""Times: the dates, clock times, durations and sets that a report tells, valued against its date."""

from onrecord.reading.times._find import find_times

__all__ = ["find_times"]
