"""`oped report`: the main job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from oped.cli.options import (
    NumberOption,
    Reader,
    comparing_options,
    number,
    pages_argument,
    quiet_option,
    reading_options,
    summary_options,
)
from oped.cli.output import Output, out_options, write_to
from oped.cli.own_words import OwnWords, own_words_options
from oped.cli.progress import Progress
from seeds.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.reference.corpus import ReferenceCorpus
    from compare.results import Member
    from oped.reports import Report
    from oped.reports.model import ReportDocument


@click.command(
    "report",
    short_help="What the pieces say and share, on one screen or as a file.",
    epilog="\b\nExamples:\n  oped report page.txt\n  oped report page.txt --pair 2 3\n"
    "  oped report page.txt --piece 2\n  oped report *.txt -o page.html",
)
@pages_argument(required=False)
@click.option(
    "--full", is_flag=True, help="Everything: summaries, all pairs at once, the strongest pairs, notes."
)
@click.option(
    "--pair",
    nargs=2,
    cls=NumberOption,
    type=click.IntRange(1),
    metavar="A B",
    help="What pieces A and B share, with lines.",
)
@number(
    "--piece", what="What may be changed in piece N, line by line: shared passages, set phrases, devices."
)
@summary_options(None)
@comparing_options
@own_words_options
@out_options()
@quiet_option
@reading_options
def command(
    pages: tuple[str, ...],
    full: bool,
    pair: tuple[int, int] | None,
    piece: int | None,
    engine: str,
    chars: int | None,
    headline_chars: int,
    expect: float,
    background: str | None,
    own_words: OwnWords,
    out: Output,
    quiet: bool,
    reader: Reader,
) -> None:
    """Show what the pieces of each PAGE say and share: on one screen, or more with --full, --pair or --piece.

    A file or JSON holds everything, or with --pair or --piece only that. Without a PAGE, oped reports the page it
    comes with.
    """
    from compare.reference.corpus import load_reference
    from oped.reports import make_report

    if pair is not None and piece is not None:
        raise UsageError("give --pair or --piece, not both")
    if pages:
        read = list(reader.pages(pages))
    else:
        from seeds import seed_page

        read = [seed_page()]
    if not any(page.pieces for page in read):
        return
    reference = load_reference(background)
    report = make_report(
        read,
        engine=engine,
        chars=chars,
        headline_chars=headline_chars,
        reference=reference,
        expect=expect,
        with_rhetoric=full or pair is not None or piece is not None or out.form != "terminal",
        tokenizer=own_words.tokenizer,
        stopwords=own_words.stopwords,
        watch=Progress(out.label, quiet=quiet, each=reader.each),
    )
    if out.is_json:
        out.stream(_objects(report, reference, out, pair, piece))
    elif out.form == "html" and pair is None and piece is None:
        from oped.reports.html import html

        write_to(out.path, [html(report, out.label)])
    else:
        out.document(_document(report, reference, out, full, pair, piece))


def _objects(
    report: Report, reference: ReferenceCorpus, out: Output, pair: tuple[int, int] | None, piece: int | None
) -> Iterable[dict[str, Any]]:
    if piece is not None:
        from oped.reports.findings import findings

        return findings(report, _member(report, piece), reference).to_dicts()
    found = report.comparison if pair is None else report.comparison.of_pair(*pair)
    if out.form == "jsonl":
        return (shared.to_dict() for shared in found.pairs)
    return [report.to_dict() if pair is None else found.to_dict()]


def _member(report: Report, piece: int) -> Member:
    members = report.comparison.pieces
    if piece > len(members):
        raise UsageError(f"there is no piece {piece}: name one of 1 to {len(members)} by --piece")
    return members[piece - 1]


def _document(
    report: Report,
    reference: ReferenceCorpus,
    out: Output,
    full: bool,
    pair: tuple[int, int] | None,
    piece: int | None,
) -> ReportDocument:
    if pair is not None:
        from oped.reports.views import full as whole

        return whole.one_pair(report, report.comparison.pair(*pair), out.label)
    if piece is not None:
        from oped.reports.views.piece import one_piece

        return one_piece(report, _member(report, piece), out.label, reference)
    if full or out.form in ("markdown", "docx"):
        from oped.reports.views import full as whole

        return whole.full(report, out.label, with_glossary=out.form == "docx")
    from oped.reports.views.glance import glance

    return glance(report, out.label)
