"""The work of reading grows with the page and no faster: counted in steps, not in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

import seeds
from compare import compare
from compare.mining import timeline
from compare.rhetoric import rhetoric
from oped.reports.views.timeline import timeline_document
from oped.words import Labels
from seeds.page import Excerpt, Span

PIECE = "门开了才算数\n\n□ 王建国\n\n　　近年来，门常年锁着。有人问：“为什么？”没有人答。\n　　要有人管，要有人用。\n\n"

LINKED = f"<html><body><h1>门开了才算数</h1><p>{PIECE * 3}</p><div class='recommend'>{{}}</div></body></html>"


def steps(work: Callable[[], object]) -> int:
    """Lines of Python run; what C does is not counted."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Callable[..., object]:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def excerpt(text: str) -> Excerpt:
    return Excerpt(text, (Span(0, len(text)),))


WORK: dict[str, Callable[[int], object]] = {
    "a page of many pieces": lambda n: seeds.parse_page(PIECE * n),
    "a page of many lines": lambda n: seeds.parse_page("门开了\n" * 6 * n),
    "a page of bylines": lambda n: seeds.parse_page("□ 王五\n" * 6 * n),
    "a page of blank lines": lambda n: seeds.parse_page("好" + "\n" * 60 * n + "好"),
    "a page of slashes": lambda n: seeds.parse_page("http://a.cn/x " * n),
    "a web page of links": lambda n: seeds.read_page(
        LINKED.format("<div><a href='1'>推荐文章</a><i>3次</i></div>" * n).encode()
    ),
    "a web page of headings": lambda n: seeds.read_page(
        f"<html><body><p>{PIECE * 3}</p>{'<h2>门</h2>' * 20 * n}<p>{PIECE * 3}</p></body></html>".encode()
    ),
    "sentences": lambda n: seeds.sentences(excerpt("门开了。" * 10 * n)),
    "open brackets": lambda n: seeds.sentences(excerpt("（“《" * 10 * n)),
    "end marks": lambda n: seeds.sentences(excerpt("。”" * 10 * n)),
    "clauses": lambda n: seeds.clauses(excerpt("门开了，" * 10 * n)),
    "spaces": lambda n: seeds.clauses(excerpt("门，" + "\u3000" * 40 * n)),
    "a timeline of many years": lambda n: timeline_document(
        timeline([(f"{year:04}-01-01", PIECE) for year in (2021 - 20 * n, 2021)], ["常年锁着"]), Labels("en")
    ),
    "lists of many items": lambda n: compare("一、门开了\n" * 10 * n, "二、门开了\n" * 10 * n),
    "rhetoric": lambda n: rhetoric("要有人管，要有人用，更要有人愿意来。门为什么锁着？" * n),
}


@pytest.mark.parametrize("work", WORK.values(), ids=WORK.keys())
def test_twice_the_input_is_about_twice_the_work(work: Callable[[int], object]) -> None:
    work(1)
    small, large = (steps(lambda n=n: work(n)) for n in (20, 80))  # type: ignore[misc]
    assert large < 5.5 * small


def test_a_square_would_be_noticed() -> None:
    def square(n: int) -> int:
        total = 0
        for left in range(n):
            for right in range(n):
                total += left * right
        return total

    small, large = (steps(lambda n=n: square(n)) for n in (40, 160))  # type: ignore[misc]
    assert large > 5.5 * small


@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.html", "x.xml"])
def test_many_comments_before_a_text_are_passed_over_in_one_go(name: str) -> None:
    """To try every way to part them into comments takes longer than the world has."""
    page = seeds.read_page(f"{'<!-- 旧稿 -->' * 60}门开了才算数。\n".encode(), name=name)
    assert "门开了才算数" in page.text


@pytest.mark.parametrize("sign", ["1", "一", "第1章", "(1)", "2021-", "a1 "])
def test_a_long_name_of_numbers_is_looked_at_in_one_go(sign: str) -> None:
    page = seeds.read_page("门开了才算数。\n".encode(), name=f"{sign * 60}a.txt")
    assert page.text == "门开了才算数。\n"


@pytest.mark.parametrize("part", ["[转载]", "甲/文 ", "第一条 "])
def test_a_byline_without_end_is_looked_at_in_one_go(part: str) -> None:
    """To ask of each mark whether names follow takes an hour."""
    page = seeds.parse_page(f"门开了才算数\n周明\n门要有人管，要有人用。\n王五{part * 15_000}李四\n")
    assert "要有人管" in page.pieces[0].body


@pytest.mark.parametrize(
    "line",
    [
        "2021年5月6日{}王五",
        "来源：江城日报{}作者：王五{}2021-05-06",
        "□ 王五{}李四",
        "门开{}了才算数",
        "王五·赵{}著{}李四{}译",
    ],
)
def test_a_line_of_spaces_is_looked_at_in_one_go(line: str) -> None:
    """To begin anew at each of them takes half an hour."""
    page = seeds.parse_page(f"门开了才算数\n{line.replace('{}', ' ' * 300_000)}\n要有人管，要有人用。\n")
    assert "要有人管" in page.pieces[0].body


@pytest.mark.slow
def test_marks_of_markdown_that_are_never_closed_are_read_in_one_go() -> None:
    """Looking for the end of each through all of the text takes longer than a test may."""
    page = seeds.read_page(f"# 门开了才算数\n\n{'要 **有人' * 120_000}\n".encode(), name="x.md")
    assert len(page.pieces[0].body) > 400_000
