"""The HTML report: one self-contained file."""

from oped.reports.html.page import html

__all__ = ["html"]
