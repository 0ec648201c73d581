"""`oped corpus`: shared phrases over many articles."""

from __future__ import annotations

import click

from oped.cli.lazy import LazyGroup

COMMANDS = {
    "pairs": "oped.cli.corpus.pairs",
    "show": "oped.cli.corpus.show",
    "phrases": "oped.cli.corpus.phrases",
    "reprints": "oped.cli.corpus.reprints",
}
"""As in `oped.cli`."""


@click.group(
    "corpus",
    cls=LazyGroup,
    modules=COMMANDS,
    default="pairs",
    short_help="Shared wording in thousands of articles: find it, look at it.",
    epilog="\b\nExample:\n  oped corpus articles.jsonl --out shared.jsonl",
)
def command() -> None:
    """Find what many articles share.

    `oped corpus INPUT` is short for `oped corpus pairs INPUT`.
    """
