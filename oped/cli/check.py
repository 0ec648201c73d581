"""`oped check`: whether a draft was printed before."""

from __future__ import annotations

from pathlib import Path

import click

from oped.cli.options import Reader, background_option, name_of, pages_argument, reading_options
from oped.cli.output import Output, out_options


@click.command(
    "check",
    short_help="Was a draft, or part of it, printed before?",
    epilog="\b\nExamples:\n  oped corpus articles.jsonl --store archive --out rows.jsonl\n"
    "  oped check draft.txt --store archive",
)
@pages_argument()
@click.option(
    "--store",
    required=True,
    metavar="ARCHIVE",
    help="Folder of a corpus made by `oped corpus INPUT --store`.",
)
@background_option
@out_options()
@reading_options
def command(pages: tuple[str, ...], store: str, background: str | None, out: Output, reader: Reader) -> None:
    """Check whether a draft, or part of it, was printed before: by line, with the articles it matches.

    Only free wording suggests copying; quotations, titles of documents, set phrases and idioms are common property.
    What says the same in other words is not found: an empty list does not prove a draft to be original. The first
    check adds an index to the archive. JSON is one object a draft: {"draft", "chars",
    "shared": {"total", "quotation", "document", "formula", "idiom", "free"}, "passages"}.
    """
    from compare.corpus.archive import Archive
    from compare.corpus.checking import check
    from compare.reference.corpus import load_reference
    from oped.reports.views.check import CheckedDraft, check_document

    archive, reference = Archive.of_store(Path(store)), load_reference(background)
    found = (
        CheckedDraft(check(piece, archive, reference, name=name_of(page, piece)), page, piece.id, piece.title)
        for page in reader.pages(pages)
        for piece in page.pieces
    )
    if out.is_json:
        out.stream(draft.checked.to_dict() for draft in found)
    else:
        out.document(check_document(list(found), len(archive.articles), out.label))
