"""Reports of whole pages: one `Report`, drawn by one module a format."""

from compare.report.report import Report, make_report

__all__ = ["Report", "make_report"]
