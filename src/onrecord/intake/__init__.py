"""Intake: from files, pages and addresses to reports."""

from onrecord.intake._report import Report

__all__ = ["Report"]
