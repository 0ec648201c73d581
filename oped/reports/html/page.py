"""Writes the HTML report: templates, style and script of this package in one file that needs no network."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from oped.reports.figures import differing, pair_facts, piece_facts, profile_facts, rarity, reference, what
from oped.reports.forms.terminal import plain
from oped.reports.html.view import ReportView
from oped.reports.views import glossary, parts
from oped.reports.views.full import full
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from oped.reports.report import Report
    from oped.words import Labels


SCRIPT_WORDS = ("dark", "light", "copied", "copy_text")
PLAIN_WIDTH = 1000
"""Columns of the report as text: a mail wraps it, we do not."""


def html(report: Report, label: Labels) -> str:
    """The report as one self-contained HTML file, the same bytes for the same report.

    Text from pages is escaped and stripped of control characters; a Content-Security-Policy admits the
    script and the style of this package by their hashes and nothing else.
    """
    view, corpus = ReportView(report, label), reference(report.comparison, label)
    style, script = source("report.css"), source("report.js")
    return (
        environment()
        .get_template("page.html")
        .render(
            view=view,
            report=report,
            t=label,
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script),
            data={
                "words": {key: label(key) for key in SCRIPT_WORDS},
                "plain": plain(full(report, label), PLAIN_WIDTH),
            },
            rarity=lambda match: rarity(match, corpus, label),
            pair_facts=lambda shown: pair_facts(shown.pair, label),
            profile_facts=profile_facts,
            piece_facts=lambda member: piece_facts(report, member.id, label),
            reprint=lambda pair: parts.reprint(pair, label),
            differing=differing,
            what=lambda match: what(match, label),
            note_lines=lambda notes: parts.note_lines(notes, label),
            line_of=lambda summary: parts.line_of(summary, label),
            glossary=glossary.entries(label),
        )
    )


@cache
def environment() -> Environment:
    """Templates in which every text is made plain and then escaped, whatever it is; compiled once."""
    return Environment(
        loader=PackageLoader("oped.reports.html"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy: one style, one script, the icon, nothing from anywhere."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _finalize(value: Any) -> Any:
    return value if isinstance(value, Markup) else terminal_text(str(value))


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def source(name: str) -> str:
    """A style or script of this package."""
    return (files("oped.reports.html") / name).read_text("utf-8")
