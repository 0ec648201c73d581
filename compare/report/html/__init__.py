"""The HTML report: one self-contained file."""

from compare.report.html.page import html

__all__ = ["html"]
