"""What a summary looks like on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from seeds.prose import Prose
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from summarize.summary import Summary


def summary_report(summary: Summary) -> RenderableType:
    """Title, headline and paragraph, one below the other; text from the page is never read as markup."""
    number = f"{summary.piece_id} "
    return Group(
        Prose(Text.assemble((number, "bold magenta"), (terminal_text(summary.title), "bold"))),
        Padding(
            Prose(Text.assemble(("▸ ", "bold magenta"), (terminal_text(summary.headline.text), "magenta"))),
            (0, 0, 0, len(number)),
        ),
        Padding(Prose(terminal_text(summary.paragraph.text)), (0, 0, 1, len(number))),
    )
