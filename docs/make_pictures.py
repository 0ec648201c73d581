"""Makes the pictures of the documents from the page that comes with oped.

    python docs/make_pictures.py [FOLDER]

writes to FOLDER (`docs/pictures`): the terminal report as SVG, at a glance in both languages, in full and one pair;
reprints of its pieces that are made up, and a draft held against them; and, where Chromium is found, the HTML report:
the page, a pair and the page on a phone as PNG, and the sheets it is printed on as PDF.
"""

from __future__ import annotations

import html
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from oped.reports import make_report
from oped.reports.forms.terminal import terminal
from oped.reports.html import html as html_report
from oped.reports.views.full import full, one_pair
from oped.reports.views.glance import glance
from oped.reports.views.parts import ranked
from oped.words import Labels
from seeds import Piece, seed_page

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-prefers-reduced-motion",
)
COLUMNS = 100
CELL = 12.2
"""Width of a terminal cell in rich's SVG, in its units."""

TEXT = re.compile(r'(<text [^>]*?)x="([^"]*)"([^>]*?) textLength="[^"]*"([^>]*>)([^<]*)</text>')
FONTS = "Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"
"""Latin first: quotation marks of a Chinese font are two cells wide, those of a terminal one."""
WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)

OTHER_SECTIONS = re.compile(r'<section id="(?:pieces|overview|page-text)".*?</section>\s*', re.DOTALL)
"""Chromium's screenshot begins at the head of the page: for the picture of a pair all else is left out."""


def terminal_svg(shown: RenderableType, title: str = "oped report") -> str:
    """What a terminal shows as SVG without web fonts, every character in its cell.

    rich takes all characters for one cell wide there, so that Chinese would be squeezed to half its width.
    """
    console = Console(
        record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(shown)
    svg = TEXT.sub(_in_cells, WEB_FONT.sub("", console.export_svg(title=title, unique_id="oped")))
    svg = svg.replace("font-variant-east-asian: full-width;", "")
    return svg.replace("Fira Code, monospace", FONTS)


def _in_cells(found: re.Match[str]) -> str:
    before, start, between, after, text = found.groups()
    signs = html.unescape(text).rstrip("\xa0")
    places, at = [], float(start)
    for sign in signs:
        places.append(f"{at:.1f}")
        at += CELL * cell_len(sign)
    return f'{before}x="{" ".join(places)}"{between}{after}{html.escape(signs)}</text>'


def printings() -> list[dict[str, str]]:
    """The pieces of the page as articles of a paper, and two of them as other papers might have printed them."""

    def article(name: str, piece: Piece, cut: slice, day: str, source: str) -> dict[str, str]:
        text = "\n".join(piece.body.split("\n")[cut])
        return {"id": name, "title": piece.title, "text": text, "date": f"2021-11-{day}", "source": source}

    pieces = seed_page().pieces
    first = [article(f"a{p.id}", p, slice(None), f"2{p.id}", "吕梁日报") for p in pieces]
    again = [
        article("b1", pieces[3], slice(None, -1), "26", "晚报"),
        article("c1", pieces[3], slice(1, None), "29", "城市周刊"),
        article("b2", pieces[2], slice(None), "25", "晚报"),
    ]
    return first + again


def archive_pictures(folder: Path) -> None:
    """What `oped corpus reprints` and `oped check` show of `printings`."""
    pieces = seed_page().pieces
    draft = ["让群众的主意派上用场\n", *pieces[3].body.split("\n")[1:3], pieces[4].body.split("\n")[1]]
    commands = {
        "store": "corpus articles.jsonl --store archive --out rows.jsonl --quiet",
        "reprints": "corpus reprints articles.jsonl",
        "check": "check draft.txt --store archive",
    }
    with tempfile.TemporaryDirectory() as place:
        rows = (json.dumps(row, ensure_ascii=False) + "\n" for row in printings())
        Path(place, "articles.jsonl").write_text("".join(rows), "utf-8")
        Path(place, "draft.txt").write_text("\n".join(draft) + "\n", "utf-8")
        for name, command in commands.items():
            shown = subprocess.run(
                [sys.executable, "-m", "oped", *command.split()],
                cwd=place,
                env={**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS), "LANG": "C.UTF-8"},
                check=True,
                capture_output=True,
                text=True,
            )
            if name != "store":
                svg = terminal_svg(Text.from_ansi(shown.stdout), f"oped {command}")
                (folder / f"{name}.svg").write_text(svg, "utf-8")


def screenshot(browser: str, address: str, picture: Path, width: int, height: int) -> None:
    """A picture of what a window of `width` by `height` shows."""
    _run(browser, address, f"--window-size={width},{height}", f"--screenshot={picture}")


def printed(browser: str, address: str, file: Path) -> None:
    """The sheets that a page is printed on."""
    _run(browser, address, "--no-pdf-header-footer", f"--print-to-pdf={file}")


def _run(browser: str, address: str, *arguments: str) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        subprocess.run(
            [
                browser,
                *FLAGS,
                f"--user-data-dir={profile}",
                "--virtual-time-budget=2000",
                *arguments,
                address,
            ],
            check=True,
            capture_output=True,
        )


def main(folder: Path) -> None:
    """Write all pictures to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    report, label = make_report([seed_page()]), Labels("zh")
    pair = ranked(report.comparison.pairs)[0]
    documents = {
        "glance": glance(report, Labels("en")),
        "glance.zh": glance(report, label),
        "terminal": full(report, label),
        "pair": one_pair(report, pair, label),
    }
    for name, document in documents.items():
        (folder / f"{name}.svg").write_text(terminal_svg(terminal(document)), "utf-8")
    archive_pictures(folder)
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print(f"no PNG: none of {', '.join(BROWSERS)} is on the path", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as place:
        page, pairs = Path(place) / "report.html", Path(place) / "pairs.html"
        source = html_report(report, label)
        page.write_text(source, "utf-8")
        pairs.write_text(OTHER_SECTIONS.sub("", source), "utf-8")
        pair_address = f"{pairs.as_uri()}#pair-{pair.left.id}-{pair.right.id}-m1"
        screenshot(browser, page.as_uri(), folder / "report.png", 1280, 1500)
        screenshot(browser, pair_address, folder / "pair.png", 1280, 1680)
        screenshot(browser, page.as_uri(), folder / "phone.png", 500, 1000)
        printed(browser, page.as_uri(), folder / "report.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pictures")
