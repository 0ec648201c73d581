"""Lists of a corpus as files: CSV, Markdown, and one HTML page complete in itself."""

from __future__ import annotations

import csv as format_
import io
from typing import TYPE_CHECKING

from oped.reports.corpus import plain
from oped.reports.csv_table import cell
from oped.reports.html.page import environment, policy, source
from oped.reports.markdown import escape

if TYPE_CHECKING:
    from oped.reports.corpus import Listing
    from oped.words import Labels

AROUND = 26
"""Characters on either side of a key word that fit one line of a page."""


def csv(listing: Listing) -> str:
    """The rows below the keys of the columns; lines end with CR LF, and no cell is a formula."""
    written = io.StringIO(newline="")
    table = format_.writer(written, lineterminator="\r\n")
    table.writerow([column.key for column in listing.columns])
    table.writerows([[cell(value) for value in row] for row in listing.rows])
    return written.getvalue()


def markdown(listing: Listing, label: Labels) -> str:
    """The list as a table of GitHub's Markdown, every sign of article text escaped."""
    lines = [f"# {escape(listing.title)}", ""]
    if listing.facts:
        lines += [" · ".join(map(escape, listing.facts)), ""]
    if listing.rows:
        aligned = ["---:" if column.role in ("figure", "before") else "---" for column in listing.columns]
        lines.append(f"| {' | '.join(escape(column.heading) for column in listing.columns)} |")
        lines.append(f"| {' | '.join(aligned)} |")
        lines += [f"| {' | '.join(escape(plain(value)) for value in row)} |" for row in listing.rows]
    else:
        lines.append(escape(listing.empty))
    if listing.more:
        lines += ["", escape(label("more", n=f"{listing.more:,}"))]
    return "\n".join(lines) + "\n"


def html(listing: Listing, label: Labels) -> str:
    """The list as a page in the dress of the report; it has no script and asks the network for nothing."""
    from markupsafe import Markup

    style = source("report.css") + source("corpus.css")
    return (
        environment()
        .get_template("corpus.html")
        .render(
            listing=listing,
            t=label,
            plain=plain,
            around=AROUND,
            style=Markup(style),
            policy=policy(style, ""),
        )
    )
