"""Five hundred hostile texts through every command and every format: text they were, text they stay."""

from __future__ import annotations

import csv
import importlib
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from compare import pairs
from oped import reports as report
from oped.cli import COMMANDS, oped

from .hostile import PAYLOADS, hostile_texts
from .test_seeds_properties import UNSAFE

TEXTS = hostile_texts()
ROWS = 10
HOSTILE_ID = "=<b>[red]PWN\u202e"
SHARED = "让活动室的门开起来，要有人管，要有人用，更要有人愿意来，这就是我们想说的话。"
LANGUAGES = ("zh", "en")
STYLE_SIGNS = re.compile(r"\x1b\[[0-9;]*m")
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
SOURCES = [path for path in Path(report.__file__).parent.rglob("*.*") if path.suffix in (".html", ".py")]
OWN_TAGS = {"html", "head", "body", "tbody"} | {
    tag for path in SOURCES for tag in re.findall(r"<([a-z][a-z0-9]*)", path.read_text("utf-8"))
}
"""The elements that our templates write."""
IN_HTML = [payload for payload in PAYLOADS if payload[0] in "<'{&}\"" and payload.isprintable()]


def formats_of(command: click.Command) -> Iterator[str]:
    for option in command.params:
        if option.name == "format_" and isinstance(option.type, click.Choice):
            yield from map(str, option.type.choices)


def runs() -> Iterator[tuple[str, ...]]:
    """Every command that reads pages, with every form of text it knows; new ones are found by themselves."""
    return (arguments for arguments in _runs() if arguments[-1] not in OFFICE)


def _runs() -> Iterator[tuple[str, ...]]:
    for name in ("read", "summarize", "compare", "report", "themes", "rhetoric", "timeline"):
        for format_ in formats_of(importlib.import_module(COMMANDS[name]).command):
            followed = ("--formula", "PWN", "--formula", "=PWN()") if name == "timeline" else ()
            yield (name, *followed, "--format", format_)
    for format_ in ("terminal", "markdown", "csv"):
        yield ("report", "--piece", "1", "--format", format_)
    yield ("corpus", "pairs")
    for format_ in formats_of(importlib.import_module("oped.cli.corpus.phrases").command):
        yield ("corpus", "phrases", "--least-chars", "2", "--format", format_)
    for format_ in formats_of(importlib.import_module("oped.cli.corpus.show").command):
        yield ("corpus", "show", "--strongest", "500", "--format", format_)
        yield ("corpus", "show", "--article", HOSTILE_ID, "--format", format_)
        yield ("corpus", "show", "--phrase", "PWN", "--top", "9999", "--format", format_)


def test_five_hundred_texts_are_tried() -> None:
    assert len(TEXTS) >= 500
    assert len(set(TEXTS)) == len(TEXTS)
    assert all("PWN" in text or "UFdO" in text for text in TEXTS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts as titles, bodies, ids and file names: rows, and pages with hostile names. Two rows share each body."""
    made = tmp_path_factory.mktemp("hostile")
    share = [TEXTS[number::ROWS] for number in range(ROWS)]
    rows = []
    for number, texts in enumerate(share):
        body = "\n".join(
            [*(f"{text}{SHARED}" for text in texts[: len(texts) // 2]), *share[number - number % 2][-6:]]
        )
        rows.append(
            {
                "id": f"{number}{texts[0]}",
                "title": "，".join(texts),
                "text": body,
                "date": f"2021-{number % 12 + 1:02}",
            }
        )
    (made / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    for number, text in enumerate(TEXTS[::160]):
        name = "".join(c for c in text if c not in "/\0" and not "\ud800" <= c <= "\udfff")[:60].strip(". ")
        page = f"{text}\n\n□ 王五\n\n　　{text}{SHARED}\n\n{TEXTS[number * 3 + 1]}\n\n□ 李晓燕\n\n　　{SHARED}{text}\n"
        (made / f"{number}{name}.txt").write_text(page, "utf-8", "replace")
    return made


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts as what two articles of a corpus share, and in their ids."""
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(TEXTS):
            place = {"sa": number, "ea": number + len(text), "sb": 5, "eb": 5 + len(text)}
            measured = {"kind": "verbatim", "bits": 30.0 + number, "expect": 1e-6}
            texts = {"text_a": text, "text_b": f"{text}也"}
            file.write(json.dumps({"a": HOSTILE_ID, "b": text, **place, **measured, **texts}) + "\n")
    return path


@pytest.fixture(scope="module", autouse=True)
def compared_once() -> Iterator[None]:
    """Every format of a command shows the same comparison: what takes longest is worked out once for all of them."""

    def once(function: Callable[..., object]) -> Callable[..., object]:
        done: dict[object, object] = {}

        def worked_out(items: Sequence[object], **options: object) -> object:
            if tuple(items) not in done:
                done[tuple(items)] = function(items, **options)
            return done[tuple(items)]

        return worked_out

    with pytest.MonkeyPatch.context() as patch:
        compare_once = once(pairs.compare_all)
        for user in ("compare.pairs", "oped.reports.report"):
            patch.setattr(f"{user}.compare_all", compare_once)
        patch.setattr(report, "make_report", once(report.make_report))
        yield


def run(arguments: tuple[str | Path, ...], **environment: str) -> str:
    ran = CliRunner(env={"COLUMNS": "100", **environment}).invoke(oped, [*map(str, arguments)])
    assert ran.exception is None or ran.exit_code == 1, ran.output
    assert ran.exit_code in (0, 1), ran.output
    assert not UNSAFE & set(ran.stderr)
    return ran.stdout_bytes.decode("utf-8")


def check_terminal(shown: str) -> None:
    assert not UNSAFE & set(shown)


def check_json(shown: str) -> None:
    for line in shown.rstrip("\n").split("\n"):
        json.loads(line)
    # A sign that is only invisible may stand in JSON; what a terminal acts on may not.
    assert not ACTING.search(shown)


def check_csv(shown: str) -> None:
    assert not UNSAFE & set(shown.replace("\r\n", "\n"))
    rows = list(csv.reader(io.StringIO(shown, newline="")))
    assert len({len(row) for row in rows}) == 1
    starts = tuple("=+-@＝＋－＠\t\r\n")
    for cell in (cell for row in rows[1:] for cell in row if not re.fullmatch(r"-?[0-9.e+-]+", cell)):
        assert not cell.startswith(starts), cell
        assert not cell.lstrip().startswith(starts), cell


def check_markdown(shown: str) -> None:
    assert not UNSAFE & set(shown)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = [token for block in parser.parse(shown) for token in [block, *(block.children or [])]]
    kinds = {token.type for token in tokens}
    assert not kinds & {
        "link_open",
        "image",
        "fence",
        "code_block",
        "code_inline",
        "html_block",
        "s_open",
        "hr",
    }
    # Our own marks; each hostile text with one of these tags has another one too.
    own = {f"<{end}{tag}>" for tag in ("b", "em", "mark") for end in ("", "/")} | {"<br>", "<!-- -->"}
    assert {token.content for token in tokens if token.type == "html_inline"} <= own
    assert not re.search(r"(?i)(?<!\\)(https?:/|www\.)(?=/?PWN)", shown)


def check_html(shown: str) -> None:
    assert not UNSAFE & set(shown)
    tree = LexborHTMLParser(shown)
    scripts = 0
    for node in tree.root.traverse() if tree.root else ():  # type: ignore[union-attr]
        assert node.tag in OWN_TAGS or node.tag.startswith(("-", "!")), node.tag
        if node.tag == "script":
            scripts += 1
            assert node.attributes.get("src") is None
        for name, value in node.attributes.items():
            assert "pwn" not in name.lower()
            assert not name.lower().startswith("on"), name
            if name in ("href", "src", "action", "xlink:href", "srcdoc", "data"):
                icon = (
                    node.tag == "link"
                    and (value or "").startswith("data:image/svg+xml,")
                    and "PWN" not in (value or "")
                )
                assert (value or "").startswith("#") or icon, value
            if name in ("style", "class", "id", "http-equiv", "rel", "type"):
                assert "PWN" not in (value or ""), value
    assert scripts <= 2
    for style in tree.css("style"):
        assert "PWN" not in style.text()
    assert {"p", "meta"} <= OWN_TAGS
    policy = tree.css_first("meta[http-equiv='Content-Security-Policy']")
    assert policy is not None
    content = policy.attributes["content"] or ""
    assert "default-src 'none'" in content
    assert "unsafe-inline" not in content.split("script-src")[-1].split(";")[0]
    assert tree.body is not None


CHECKS: dict[str, Callable[[str], None]] = {
    "terminal": check_terminal, "json": check_json, "jsonl": check_json, "csv": check_csv, "markdown": check_markdown,
    "html": check_html,
}  # fmt: skip
OFFICE = ("docx", "xlsx")
"""Forms of files that are no text; see test_text_stays_text_in_office_files."""


@pytest.mark.slow
@pytest.mark.parametrize("arguments", list(runs()), ids=lambda arguments: " ".join(arguments))
def test_text_stays_text(arguments: tuple[str, ...], folder: Path, rows: Path) -> None:
    format_ = arguments[-1] if "--format" in arguments else "json"
    assert format_ in CHECKS, f"{format_} is a new format: say here what it must not hold"
    if arguments[:2] == ("corpus", "show"):
        looked_at = ("--texts", folder / "rows.jsonl") if "--phrase" in arguments else (rows,)
        shown = run((*arguments, *looked_at))
    else:
        shown = run((*arguments, folder))
    assert "PWN" in shown
    CHECKS[format_](shown)
    if arguments[0] == "report" and format_ == "html":
        body = LexborHTMLParser(shown).body
        assert body is not None
        text = "".join(body.text().split())
        for payload in IN_HTML:
            forms = (
                payload,
                unescape(payload),
            )  # character references in a cell are read as what they stand for
            assert any("".join(form.split()) in text for form in forms), payload


@pytest.mark.slow
@pytest.mark.parametrize("command", ["read", "report", "summarize", "themes"])
def test_text_stays_text_in_office_files(command: str, folder: Path, tmp_path: Path) -> None:
    docx, openpyxl = pytest.importorskip("docx"), pytest.importorskip("openpyxl")
    for form in OFFICE:
        run((command, folder, "--output", tmp_path / f"a.{form}"))
    cells = [
        cell
        for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx")
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert any("PWN" in str(cell.value) for cell in cells)
    assert not [cell.value for cell in cells if cell.data_type == "f" or ACTING.search(str(cell.value))]
    document = docx.Document(str(tmp_path / "a.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    text += "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "PWN" in text
    assert not ACTING.search(text)


@pytest.mark.parametrize("command", ["read", "report", "summarize", "rhetoric", "themes"])
def test_in_colour_the_only_signs_are_our_own(command: str, folder: Path) -> None:
    shown = run((command, folder), FORCE_COLOR="1", TERM="xterm-256color")
    assert STYLE_SIGNS.search(shown)
    assert not UNSAFE & set(STYLE_SIGNS.sub("", shown))
    assert "PWN" in shown
    if command not in ("read", "report"):  # These name some of the pages, and say how many there are more.
        assert "[red]PWN" in "".join(STYLE_SIGNS.sub("", shown).split())
        assert ":smile:" in shown


def breaks(check: Callable[[str], None], shown: str) -> bool:
    try:
        check(shown)
    except (AssertionError, ValueError):
        return True
    return False


@pytest.mark.parametrize(
    ("format_", "shown"),
    [
        ("terminal", "\x1b[31m"),
        ("json", '{"a": "\u202e"}'),
        ("csv", "a,b\r\n1,=PWN()\r\n"),
        ("csv", "a,b\r\n1\r\n"),
        ("markdown", "[PWN](http://a.cn)"),
        ("markdown", "a <i>PWN</i>"),
        ("markdown", "see www.PWN.cn"),
        ("html", "<p>no policy</p>"),
        (
            "html",
            "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\"><img src=x onerror=PWN>",
        ),
    ],
)
def test_the_checks_notice(format_: str, shown: str) -> None:
    assert breaks(CHECKS[format_], shown)
