"""What `oped themes` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from oped.reports.prose import Prose
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.themes import Term, ThemeMap
    from oped.words import Labels


def themes_report(found: ThemeMap, label: Labels) -> Group:
    """The groups of pieces with what each group shares, and what sets every piece apart."""
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(justify="right", width=4, no_wrap=True)
    table.add_column(ratio=1)
    for group in found.groups:
        table.add_row("", Rule(Text(_line(group.terms) or "–", "bold magenta"), align="left", style="dim"))
        for position in group.members:
            title = terminal_text(found.titles[position]) or label("no_title")
            apart = Text(f"\n{_line(found.peculiar[position])}", "dim")
            table.add_row(Text(str(position + 1), "bold magenta"), Prose(Text(title) + apart))
    return Group(table)


def _line(terms: Iterable[Term]) -> str:
    return "  ".join(terminal_text(term.term) for term in terms)
