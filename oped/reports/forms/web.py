"""A document as a page of HTML in the dress of the report, and as a part of a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from oped.reports.forms.listing import plain

if TYPE_CHECKING:
    from oped.reports.model import ReportDocument
    from oped.words import Labels

AROUND = 26
"""Characters on either side of a key word that fit one line of a page."""


def web(document: ReportDocument, label: Labels) -> str:
    """The document as a page complete in itself; it has no script and asks the network for nothing."""
    from markupsafe import Markup

    from oped.reports.html.page import environment, policy, source

    style = source("report.css") + source("document.css")
    page = environment().get_template("document.html")
    return page.render(**_values(document, label), style=Markup(style), policy=policy(style, ""))


def fragment(document: ReportDocument, label: Labels) -> str:
    """The blocks of a document without style or script, for the end of a notebook cell."""
    from oped.reports.html.page import environment

    page = environment().get_template("fragment.html")
    return page.render(**_values(document, label))


def _values(document: ReportDocument, label: Labels) -> dict[str, Any]:
    return {
        "document": document,
        "t": label,
        "plain": plain,
        "around": AROUND,
        "kind_of": lambda block: type(block).__name__,
    }
