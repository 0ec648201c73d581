"""`oped rhetoric`: the devices of each piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from oped.cli.options import Reader, pages_argument, quiet_option, reading_options
from oped.cli.output import Output, out_options
from oped.cli.progress import Progress
from seeds.errors import UsageError
from seeds.page import Piece

if TYPE_CHECKING:
    from compare.rhetoric import RhetoricalProfile


def _kinds(context: click.Context, option: click.Parameter, begun: str) -> list[str]:
    from compare.rhetoric.kinds import device_kinds

    return [kind for kind in device_kinds() if kind.startswith(begun)]


@click.command(
    "rhetoric",
    short_help="排比, 对偶, 引用 and other devices of each piece.",
    epilog="\b\nExamples:\n  oped rhetoric page.txt --lang zh\n  oped rhetoric page.txt -o devices.csv --excel",
)
@pages_argument()
@click.option(
    "--device",
    "kinds",
    multiple=True,
    metavar="KIND",
    shell_complete=_kinds,
    help="Only devices of this kind, as parallelism; may be repeated.",
)
@out_options()
@quiet_option
@reading_options
def command(pages: tuple[str, ...], kinds: tuple[str, ...], out: Output, quiet: bool, reader: Reader) -> None:
    """Find the rhetorical devices (排比, 对偶, 引用 ...) of every piece.

    JSON is one oped/rhetoric/1 object a line, one line a piece, with the page and the piece it belongs to.
    """
    from compare.rhetoric.kinds import device_kinds

    for kind in kinds:
        if kind not in device_kinds():
            raise UsageError(f"there is no device {kind!r}: choose one of {', '.join(device_kinds())}")
    if out.is_json:
        placed = ((page.name, piece) for page in reader.pages(pages) for piece in page.pieces)
        out.stream(reader.each(_object, placed))
        return
    from oped.reports.views.rhetoric import rhetoric_document

    read = [(page, piece) for page in reader.pages(pages) for piece in page.pieces]
    if not read:
        return
    watched = Progress(out.label, quiet=quiet, each=reader.each)
    profiles = [*watched("rhetoric", _profile, [piece for _, piece in read])]
    places = [(page, piece.id) for page, piece in read]
    out.document(rhetoric_document(profiles, out.label, places, kinds))


def _object(placed: tuple[str, Piece]) -> dict[str, Any]:
    page, piece = placed
    return {"page": page, "piece": piece.id, **_profile(piece).to_dict()}


def _profile(piece: Piece) -> RhetoricalProfile:
    from compare.reference.corpus import load_reference
    from compare.rhetoric import rhetoric

    return rhetoric(piece, reference=load_reference())
