"""Makes the pictures of the documents from the page that comes with oped.

    python docs/make_pictures.py [FOLDER]

writes to FOLDER (`docs/pictures`): the terminal report as SVG, at a glance in both languages, in full and one pair,
and, where Chromium is found, the HTML report: the page, a pair and the page on a phone as PNG, and the sheets it is
printed on as PDF.
"""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console, RenderableType

from oped.reports import make_report
from oped.reports.forms.terminal import terminal
from oped.reports.html import html as html_report
from oped.reports.views.full import full, one_pair
from oped.reports.views.glance import glance
from oped.reports.views.parts import ranked
from oped.words import Labels
from seeds import seed_page

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


def terminal_svg(shown: RenderableType) -> str:
    """What a terminal shows as SVG without web fonts, every character in its cell.

    rich takes all characters for one cell wide there, so that Chinese would be squeezed to half its width.
    """
    console = Console(
        record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(shown)
    svg = TEXT.sub(_in_cells, WEB_FONT.sub("", console.export_svg(title="oped report", unique_id="oped")))
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
