"""`oped background`: what rarity is measured against."""

from __future__ import annotations

import click

from oped.cli.options import Reader, pages_argument, reading_options
from seeds.errors import OpedError


@click.group(
    "background",
    short_help="Make a background for rarity from your own corpus.",
    epilog="\b\nExample:\n  oped background build articles.jsonl --output own.npz",
)
def command() -> None:
    """Make what the rarity of phrases is measured against."""


@command.command("build", epilog="\b\nExample:\n  oped background build articles.jsonl --output own.npz")
@pages_argument()
@click.option("--output", "-o", required=True, metavar="FILE", help="Where the background goes.")
@click.option("--name", default="own", show_default=True, metavar="NAME", help="How results call it.")
@reading_options
def build(pages: tuple[str, ...], output: str, name: str, reader: Reader) -> None:
    """Count the character n-grams of a corpus: JSON Lines, files or folders. The text cannot be read back from it.

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
    click.echo(f"{output}: {background.items:,} items, {background.characters:,} characters", err=True)
