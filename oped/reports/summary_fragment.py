"""What a summary looks like in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.safe import html_text

if TYPE_CHECKING:
    from summarize.summary import Summary


def summary_fragment(summary: Summary) -> str:
    """A small piece of HTML: title, headline, paragraph, and the signature they depend on."""
    return (
        f"<section><p lang='zh'>{html_text(summary.title)}</p>"
        f"<p lang='zh'><strong>{html_text(summary.headline.text)}</strong></p>"
        f"<p lang='zh'>{html_text(summary.paragraph.text)}</p>"
        f"<p><small>{html_text(summary.signature)}</small></p></section>"
    )
