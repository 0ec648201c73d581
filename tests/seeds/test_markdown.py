"""Markdown as crawlers and archives leave it, in words of our own."""

from __future__ import annotations

import pytest

from .articles import PARAGRAPHS, TITLE, body, read

PLAIN = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("label", ["CDS收藏", "cdt收藏"])
def test_a_label_in_any_case_is_read(label):
    (piece,) = read(f"# {TITLE}\n\n标题：{TITLE}\n\n作者：周明\n\n{label}：公民馆\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("周明",), PARAGRAPHS)


MENU = "[首页](https://a.example) &nbsp;|&nbsp; [导读](https://b.example) | [手机版](https://c.example)"


@pytest.mark.parametrize("menu", [f"#### {MENU}", MENU])
@pytest.mark.parametrize("title", [f"### {TITLE}\n------", f"### 专栏 | {TITLE}"])
def test_links_between_bars_are_a_menu(title, menu):
    (piece,) = read(f"{title}\n\n{menu}\n\n{PLAIN}\n\n------\n{menu}\n", "a.md")
    assert (piece.title, piece.column, body(piece)) == (TITLE, None, PARAGRAPHS)


@pytest.mark.parametrize(
    "box",
    [
        '<div id="headpic">\n<img src="a"/>\n<div id="headpiccaption">\n{}\n<!-- end -->\n</div>\n</div>',
        "<div class='image-caption'><span>{}</span><span></span></div>",
        '<div class="share-box">{}</div>',
        '<div style="display: none">{}</div>',
    ],
)
def test_what_elements_of_html_are_called_tells_what_they_hold(box):
    text = "<br/>\n<br/>\n".join(PARAGRAPHS[1:])
    box = box.format("2019年6月12日，村民在河滩上修路")
    (piece,) = read(f"# {TITLE}\n\n{box}\n\n<p>{PARAGRAPHS[0]}</p>\n{box}\n<p>{text}</p>\n", "a.md")
    assert (piece.title, body(piece)) == (TITLE, PARAGRAPHS)


def test_an_element_without_an_end_holds_text():
    source = f'# {TITLE}\n\n<div class="caption"><p>{"</p><p>".join(PARAGRAPHS)}</p>\n'
    assert body(read(source, "a.md")[0]) == PARAGRAPHS


def test_a_paragraph_or_sentence_is_text_whatever_its_element_is_called():
    paragraphs = f'<p class="my-comment">{PARAGRAPHS[0]}</p>\n\n<div class="hot">{PARAGRAPHS[1]}</div>\n\n'
    assert body(read(f"# {TITLE}\n\n{paragraphs}{PARAGRAPHS[2]}\n", "a.md")[0]) == PARAGRAPHS


@pytest.mark.parametrize("line", ["Published 2018年8月5日 2019年6月1日", "Posted on 2018-08-05"])
def test_indented_html_is_no_program(line):
    below = "".join(f"    <p>\n     {text}\n    </p>\n" for text in PARAGRAPHS[1:])
    source = f'# {TITLE}\n\n<div>\n  {PARAGRAPHS[0]}\n\n    <a href="a">\n{below}    <div>{line}</div>\n'
    (piece,) = read(source, "a.md")
    assert (body(piece), piece.date) == (PARAGRAPHS, "2018-08-05")


@pytest.mark.parametrize(
    "line",
    [
        "**延伸阅读：**[江城人，你真的去过江边吗？](a)",
        "<p><b>延伸阅读：</b><a href='a'>你真的去过江边吗？</a></p>",
    ],
)
def test_a_link_behind_what_says_that_other_articles_follow(line):
    (piece,) = read(f"# {TITLE}\n\n{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n", "a.md")
    assert body(piece) == PARAGRAPHS


@pytest.mark.parametrize("site", ["江城观察", "JiangPost"])
def test_a_heading_shows_the_title_without_its_site(site):
    front = f'---\ntitle: "{TITLE} - {site}"\n---\n'
    (piece,) = read(f"{front}<article>\n <h1>\n  {TITLE}\n </h1>\n</article>\n\n{PLAIN}\n", "a.md")
    assert (piece.title, [p.text for p in piece.paragraphs]) == (TITLE, list(PARAGRAPHS))
