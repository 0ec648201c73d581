"""Reports of whole pages: one `Report`, drawn by one module a format."""

from oped.reports.report import Report, make_report

__all__ = ["Report", "make_report"]
