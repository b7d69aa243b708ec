"""Intake: from files, pages and addresses to reports."""

from onrecord.intake._inputs import STANDARD_INPUT, read_inputs
from onrecord.intake._report import TEXT_LIMIT, Report, make_report

__all__ = ["STANDARD_INPUT", "TEXT_LIMIT", "Report", "make_report", "read_inputs"]
