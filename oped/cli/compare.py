"""`oped compare`: what pieces share."""

from __future__ import annotations

import click

from oped.cli.options import Reader, comparing_options, pages_argument, quiet_option, reading_options
from oped.cli.output import Output, out_options
from oped.cli.own_words import OwnWords, own_words_options
from oped.cli.progress import Progress


@click.command(
    "compare",
    short_help="What the pieces share.",
    epilog="\b\nExamples:\n  oped compare monday.txt tuesday.txt --format json\n  oped compare issue/ -o pairs.xlsx",
)
@pages_argument()
@comparing_options
@own_words_options
@out_options()
@quiet_option
@reading_options
def command(
    pages: tuple[str, ...],
    expect: float,
    background: str | None,
    own_words: OwnWords,
    out: Output,
    quiet: bool,
    reader: Reader,
) -> None:
    """Compare every two pieces: shared wording, common themes, scores.

    JSON is one oped/comparison/1 object, JSON Lines a pair a line; pieces of several pages are numbered on.
    """
    from compare import compare_all
    from compare.reference.corpus import load_reference

    pieces = [piece for page in reader.pages(pages) for piece in page.pieces]
    if not pieces:
        return
    with Progress(out.label, quiet=quiet).during("comparing", len(pieces)):
        comparison = compare_all(
            pieces,
            reference=load_reference(background),
            expect=expect,
            tokenizer=own_words.tokenizer,
            stopwords=own_words.stopwords,
        )
    if out.form == "json":
        out.stream([comparison.to_dict()])
    elif out.form == "jsonl":
        out.stream(pair.to_dict() for pair in comparison.pairs)
    else:
        from oped.reports.views.full import comparison as document

        out.document(document(comparison, out.label))
