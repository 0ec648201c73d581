"""`oped background`: your own reference for how rare a phrase is."""

from __future__ import annotations

import click

from oped.cli import tell
from oped.cli.options import Reader, pages_argument, reading_options
from seeds.errors import OpedError


@click.group(
    "background",
    short_help="Use your own corpus to judge how rare a phrase is.",
    epilog="\b\nExample:\n  oped background build articles.jsonl --output own.npz",
)
def command() -> None:
    """Build the reference that tells how rare a phrase is."""


@command.command("build", epilog="\b\nExample:\n  oped background build articles.jsonl --output own.npz")
@pages_argument()
@click.option("--output", "-o", required=True, metavar="FILE", help="File to write.")
@click.option(
    "--name", default="own", show_default=True, metavar="NAME", help="Name of the background in results."
)
@reading_options
def build(pages: tuple[str, ...], output: str, name: str, reader: Reader) -> None:
    """Count the character n-grams of a corpus (JSON Lines, files or folders). The text cannot be read back.

    Use it with `oped compare --background FILE`.
    """
    from compare.reference.build import build_reference

    background = build_reference(
        (piece.body for page in reader.pages(pages) for piece in page.pieces), name=name
    )
    try:
        background.save(output)
    except OSError as problem:
        raise OpedError(
            f"cannot write {output!r}: {problem.strerror}; name another file by --output"
        ) from None
    tell(f"{output}: {background.items:,} items, {background.characters:,} characters")
