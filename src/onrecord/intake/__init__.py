"""Intake: from files, pages and addresses to reports."""

from onrecord.intake._inputs import STANDARD_INPUT, read_inputs
from onrecord.intake._report import MAX_BYTES, Report, make_report

__all__ = ["MAX_BYTES", "STANDARD_INPUT", "Report", "make_report", "read_inputs"]
