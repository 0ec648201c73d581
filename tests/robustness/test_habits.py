"""The same two articles as different papers print them read as the same two articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pytest

import seeds

if TYPE_CHECKING:
    from .conftest import Article

BYLINES = {
    "alone": "{}",
    "box": "□ {}",
    "square": "■{}",
    "slash": "文/{}",
    "label": "作者：{}",
    "column": "撰文｜{}",
    "desk": "本报特约评论员 {}",
    "wide": "本报评论员　{}",
    "far right": "　　　　　　　　{}",
    "stars": "*{}*",
    "at": "@{}",
}
END_BYLINES = {"labelled": "（作者：{}）", "bare": "（{}）"}


def printed(
    articles: Sequence[Article], byline: str, *, end: bool = False, blank: str = "", width: int = 0
) -> str:
    """A page: title, byline, indented paragraphs, wrapped at `width` characters unless that is 0."""
    page: list[str] = []
    for article in articles:
        name = byline.format(article.author)
        body = [wrapped(f"　　{paragraph}", width) for paragraph in article.paragraphs]
        page += [article.title, *([] if end else [name]), *body, *([name] if end else [])]
    return f"\n{blank}".join(page) + "\n"


def wrapped(text: str, width: int) -> str:
    if not width:
        return text
    lines = []
    while text:
        cut = width + (text[width : width + 1] in tuple("，。、；：？！"))
        lines.append(text[:cut])
        text = text[cut:]
    return "\n".join(lines)


def found(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    page = seeds.parse_page(text)
    return [(piece.title, piece.authors, tuple(p.text for p in piece.paragraphs)) for piece in page]


def wanted(articles: Sequence[Article]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(article.title, (article.author,), article.paragraphs) for article in articles]


@pytest.mark.parametrize("blank", ["", "\n"], ids=["close", "spaced"])
@pytest.mark.parametrize("byline", BYLINES.values(), ids=BYLINES.keys())
def test_a_byline_under_the_title(articles: Sequence[Article], byline: str, blank: str) -> None:
    assert found(printed(articles, byline, blank=blank)) == wanted(articles)


@pytest.mark.parametrize("byline", END_BYLINES.values(), ids=END_BYLINES.keys())
def test_a_byline_at_the_end(articles: Sequence[Article], byline: str) -> None:
    assert found(printed(articles, byline, end=True)) == wanted(articles)


@pytest.mark.parametrize("width", [16, 18, 25, 34])
@pytest.mark.parametrize("byline", [BYLINES["alone"], BYLINES["slash"]])
def test_any_measure(articles: Sequence[Article], byline: str, width: int) -> None:
    assert found(printed(articles, byline, width=width)) == wanted(articles)


TRANSPORTS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "mark": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-32": lambda text: text.encode("utf-32"),
    "gb18030": lambda text: text.encode("gb18030"),
    "carriage returns": lambda text: text.replace("\n", "\r\n").encode(),
    "old line ends": lambda text: text.replace("\n", "\r").encode(),
    "trailing space": lambda text: text.replace("\n", " \u3000 \n").encode(),
    "cut in the middle of a character": lambda text: text.rstrip("\n").encode("gb18030") + b"\x0a",
}


@pytest.mark.parametrize("transport", TRANSPORTS.values(), ids=TRANSPORTS.keys())
def test_any_transport(articles: Sequence[Article], transport: Callable[[str], bytes]) -> None:
    page = seeds.read_page(transport(printed(articles, BYLINES["alone"])))
    assert [piece.title for piece in page] == [article.title for article in articles]
    assert [piece.authors for piece in page] == [(article.author,) for article in articles]


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(
            lambda a: "\n\n".join(line for x in a for line in ("【来论】", x.title, x.author, *x.paragraphs)),
            id="a label in brackets over each title",
        ),
        pytest.param(
            lambda a: "\n\n".join(
                "\n".join((x.title, *x.paragraphs, f"（作者{x.author}，江城大学法学院教授）")) for x in a
            ),
            id="a note names the author",
        ),
        pytest.param(
            lambda a: "\n\n".join(
                "\n".join((f"范文{n}", x.title, x.author, *x.paragraphs))
                for n, x in zip("一二", a, strict=True)
            ),
            id="a number over each title looks like a name",
        ),
        pytest.param(
            lambda a: "\n".join(f"　　{line}" for x in a for line in (x.title, x.author, *x.paragraphs)),
            id="all lines indented alike",
        ),
        pytest.param(
            lambda a: "\n\n".join("\n".join((f"□ {x.author}", x.title, *x.paragraphs)) for x in a),
            id="the name over the title",
        ),
        pytest.param(
            lambda a: "\n\n".join("\n".join((f"市人大代表 {x.author}：", x.title, *x.paragraphs)) for x in a),
            id="who speaks over the title",
        ),
        pytest.param(
            lambda a: "\n\n".join(line for x in a for line in (x.title, f"【{x.author}】", *x.paragraphs)),
            id="the name in square brackets",
        ),
        pytest.param(
            lambda a: "\n\n".join(
                line for x in a for line in (x.title, f"某县委宣传部 {x.author}", *x.paragraphs)
            ),
            id="an office before the name",
        ),
        pytest.param(
            lambda a: "\n\n".join(line for x in a for line in (x.title, *x.paragraphs, f"——{x.author}")),
            id="a name after a dash at the end",
        ),
        pytest.param(
            lambda a: (
                "========\n" + "\n========\n".join("\n".join((x.title, x.author, *x.paragraphs)) for x in a)
            ),
            id="rules between the articles",
        ),
    ],
)
def test_titles_and_texts_of(articles: Sequence[Article], make: Callable[[Sequence[Article]], str]) -> None:
    assert [(title, body) for title, _, body in found(make(articles))] == [
        (article.title, article.paragraphs) for article in articles
    ]


SIGNATURES = {"bare": "（{}）", "labelled": "（作者：{}）", "square": "【{}】", "dash": "——{}"}


@pytest.mark.parametrize("blank", ["", "\n"], ids=["close", "spaced"])
@pytest.mark.parametrize("signature", SIGNATURES.values(), ids=SIGNATURES.keys())
def test_a_name_that_closes_the_last_paragraph(
    articles: Sequence[Article], signature: str, blank: str
) -> None:
    signed = [(*x.paragraphs[:-1], x.paragraphs[-1] + signature.format(x.author)) for x in articles]
    lines = [line for x, paragraphs in zip(articles, signed, strict=True) for line in (x.title, *paragraphs)]
    # What brackets tell of the article is no text; behind a dash a name may as well be that of who is quoted.
    bodies = signed if signature.startswith("——") else [x.paragraphs for x in articles]
    assert [(title, body) for title, _, body in found(f"\n{blank}".join(lines))] == [
        (x.title, paragraphs) for x, paragraphs in zip(articles, bodies, strict=True)
    ]
