"""The Markdown report, read back by a CommonMark parser."""

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from oped.reports.forms.markdown import escape
from oped.reports.forms.markdown import markdown as draw
from oped.reports.views.full import full
from oped.words import LANGUAGES, Labels
from seeds.safe import terminal_text

HOSTILE = [
    "# 标题", "- 条目", "+ 条目", "1. 条目", "12) 条目", "> 引文", "---", "===", "***",
    "___", "```", "~~~", "    代码", "\t代码", "| a | b |", "[读](http://x.example)", "![x](y.png)",
    "<b>粗</b>", "<script>alert(1)</script>", "<!-- x", "http://x.example", "https://x.example/a_b",
    "www.x.example", "a@x.example", "@all", "&lt;", "*粗*", "_斜_", "`码`", "a\\", "$x$", "[^1]",
    "[x]: http://x.example", "行\n# 行", "\u2028# 行", "\u0000\u001b[0m", "\u202e", "<http://x>",
    "**“引号”**,", "FTP://x.example", "- [ ] 事", ":---", "\u3000\u3000# 缩进",
    "\xa0\xa0\xa0\xa0码",
]  # fmt: skip
PLAIN = "平常的话"


def markdown(report, label):
    return draw(full(report, label))


def rendered(source):
    return LexborHTMLParser(MarkdownIt("gfm-like", {"html": True}).disable("linkify").render(source))


def elements(source):
    return [(node.tag, tuple(node.attributes)) for node in rendered(source).css("*")]


@pytest.mark.parametrize(
    "around", ["{}", "> {}", "### 3 {}", "- **{}** · x", "| {} | b |\n| --- | --- |\n| {} | d |"]
)
def test_escaped_text_is_only_text(around):
    for text in HOSTILE:
        source, plain = (around.replace("{}", escape(words)) for words in (text, PLAIN))
        shown, expected = rendered(source), rendered(plain)
        assert [node.tag for node in shown.css("*")] == [node.tag for node in expected.css("*")], text
        words = " ".join(terminal_text(text).split())
        assert " ".join(shown.text().split()) == " ".join(expected.text().replace(PLAIN, words).split())


@settings(deadline=None)
@given(st.text(max_size=30) | st.text("#*_`~-+=>|[]()!<&\\1. \n甲@:w", max_size=30))
@example("1.")
def test_any_escaped_text_is_only_text(text):
    shown = rendered(f"x\n\n{escape(text)}\n\ny")
    words = " ".join(terminal_text(text).split())
    assert [node.tag for node in shown.css("*")] == [
        node.tag for node in rendered(f"x\n\n{'甲' * bool(words)}\n\ny").css("*")
    ]
    assert shown.text().split() == f"x {words} y".split()


@pytest.mark.parametrize(
    "text", ["http://x.example", "HTTPS://x.example", "www.x.example", "a@x.example", "@all"]
)
def test_no_bare_address_or_name_is_left_for_github_to_link(text):
    """GitHub looks for these in the source: `://` after a scheme, `www.`, and `@` before a name."""
    escaped = escape(text)
    assert not re.search(r"(?i)(?<!\\)(://|(?<=www)\.)", escaped)
    assert "@x" not in escaped
    assert "@all" not in escaped


def test_hostile_text_changes_nothing_but_text(small_report, retitled):
    for text in HOSTILE:
        plain, hostile = (
            markdown(retitled(small_report, words), Labels("en")) for words in ("平" * len(text), text)
        )
        # A space alone is not made bold.
        one, other = ([tag for tag in elements(told) if tag[0] != "b"] for told in (hostile, plain))
        assert one == other or not terminal_text(text).strip(), text


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=20))
def test_no_link_or_script_comes_from_any_text(small_report, retitled, text):
    tree = rendered(markdown(retitled(small_report, text), Labels("en")))
    assert not tree.css("a, img, script, iframe, pre, code")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_whole(small_report, language):
    tree = rendered(markdown(small_report, Labels(language)))
    assert [node.tag for node in tree.css("h1")] == ["h1"]
    matrix, phrases = tree.css("table")
    assert [cell.text() for cell in matrix.css("tbody tr")[0].css("td")][1:] == ["—", "84", "40"]
    assert [cell.text() for cell in matrix.css("tbody tr")[1].css("td")][1:] == ["31", "—", "20"]
    assert "要有耐心" in phrases.text()
    assert "治〔水〕要有耐心,〔更〕要有恒心" in tree.text()
    assert "幸福感、获得感" in [node.text() for node in tree.css("mark")]


@pytest.mark.parametrize(
    "text", ["#1", "见#12", "GH-7", ":smile:", "0123456789abcdef0123", "a1b2c3d", "@all"]
)
def test_nothing_is_left_for_github_to_act_on(text):
    escaped = escape(f"甲 {text} 乙")
    for sign in (r"#\d", r"(?i)gh-\d", r":\w+:", r"\b[0-9a-f]{7,40}\b", r"@\w"):
        assert not re.search(sign, escaped)
    assert rendered(escaped).text().strip() == f"甲 {text} 乙"


def test_one_piece_is_still_a_report(builder, make):
    page = builder("one.txt")
    page.piece("独此一篇", "只有一篇文章,没有别的可比。")
    text = markdown(make.report(page.build()), Labels("en"))
    assert "One piece only: nothing to compare.\n" in text
