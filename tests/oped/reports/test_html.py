"""The HTML report as text: complete, self-contained, deterministic, and deaf to what stands on the page."""

import base64
import hashlib
import itertools
import json
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from compare.results import Comparison, Theme
from oped.reports.display import notebook
from oped.reports.html import html
from oped.reports.html.cards import MOST_TEXT
from oped.reports.html.page import source
from oped.reports.html.pairs import LONG_PIECE
from oped.reports.html.view import MOST_IN_MATRIX, MOST_PAIRS, ReportView
from oped.reports.report import Report, make_report
from oped.words import LANGUAGES, Labels
from seeds import parse_page
from seeds.safe import terminal_text

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title></style></textarea></noscript><img src=x onerror=alert(1)>",
    "--><svg onload=alert(1)>",
    "<!--",
    "]]><![CDATA[",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "<a href=javascript:alert(1)>读</a>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    "&lt;script&gt;&#60;b&#62;&quot;",
    "</span></a></li></ol></div></main></body>",
    "\x00\x1b[31m\x07\x9b5n",
    "abc\u202edcba\u2066x\u2069",
    "\u2028\u2029</script>",
    "\ud800<b>\udfff",
    "＜script＞alert(1)＜/script＞",
    "=HYPERLINK(\"http://x.example\",\"看\")",
    "http://x.example www.x.example a@x.example",
    "\n\n<h1>标题</h1>\n\n",
    "](javascript:alert(1)) ![x](http://x.example/y.png) [z]: http://x.example",
]  # fmt: skip
ANY_TEXT = st.text(st.characters(), max_size=40) | st.text("<>\"'&/=!-ab\x00\u2028\u202e \n`{}%", max_size=40)


def harmless(text):
    """Chinese of the same length with the same spaces: titles break at spaces."""
    return "".join(sign if sign.isspace() else "平" for sign in text)


def skeleton(source):
    """Every element with its attributes, text left out."""
    tree = LexborHTMLParser(source)
    return [(node.tag, tuple(node.attributes.items())) for node in tree.css("*")]


def structure(source):
    """What could act: elements, handlers, links, and what scripts and styles hold."""
    tree = LexborHTMLParser(source)
    elements = [node.tag for node in tree.css("*")]
    names = {name for node in tree.css("*") for name in node.attributes}
    links = [
        value
        for node in tree.css("*")
        for name, value in node.attributes.items()
        if name in ("href", "src", "action", "data", "srcset", "content", "style", "id", "class")
    ]
    scripts = [node.text() for node in tree.css("script, style") if node.attributes.get("id") != "data"]
    return elements, names, links, scripts


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_nothing_but_text(small_report, retitled, text):
    plain, source = (html(retitled(small_report, words), Labels("en")) for words in (harmless(text), text))
    assert structure(source) == structure(plain)
    assert LexborHTMLParser(source).css_first("#piece-1-title").text().split() == terminal_text(text).split()
    source.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", source)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT.filter(lambda text: terminal_text(text).strip()))
def test_any_text_changes_nothing_but_text(small_report, retitled, text):
    plain = html(retitled(small_report, harmless(text)), Labels("zh"))
    assert structure(html(retitled(small_report, text), Labels("zh"))) == structure(plain)


@pytest.mark.parametrize("text", HOSTILE)
def test_fragments_for_notebooks_are_as_deaf(small_report, retitled, text):
    plain, hostile = (retitled(small_report, words) for words in (harmless(text), text))
    for show in (
        notebook,
        lambda report: notebook(report.comparison),
        lambda report: notebook(report.comparison.pairs[0]),
        lambda report: report.summaries[0]._repr_html_(),
        lambda report: report.pages[0]._repr_html_(),
    ):
        assert skeleton(show(hostile)) == skeleton(show(plain))


def test_every_result_shows_itself_in_a_notebook(small_report):
    report = small_report
    results = [report, report.pages[0], report.summaries[0], report.comparison, report.comparison.pairs[0]]
    for result in results:
        shown = LexborHTMLParser(result._repr_html_())
        assert "河边的耐心" in shown.text()
        assert not shown.css("script, style, link, img, a")


def test_the_policy_names_the_script_and_the_style_by_their_hashes(small_report):
    tree = LexborHTMLParser(html(small_report, Labels("en")))
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for element, directive in (("script:not([type])", "script-src"), ("style", "style-src")):
        (node,) = tree.css(element)
        digest = base64.b64encode(hashlib.sha256(node.text().encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy


def test_nothing_is_fetched_and_no_handler_or_style_stands_in_an_attribute(small_report):
    tree = LexborHTMLParser(html(small_report, Labels("en")))
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            assert name not in ("style", "src", "srcset", "action")
            if name == "href":
                assert value.startswith(("#", "data:image/svg+xml,"))
    assert "url(" not in source("report.css")
    assert "@import" not in source("report.css")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere_and_every_id_is_one_of_a_kind(small_report, language):
    check_links(html(small_report, Labels(language)))


def check_links(source):
    tree = LexborHTMLParser(source)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    named = [node.attributes["href"][1:] for node in tree.css("a[href]")]
    named += [
        name
        for attribute in ("aria-labelledby", "aria-describedby")
        for node in tree.css(f"[{attribute}]")
        for name in node.attributes[attribute].split()
    ]
    assert set(named) <= set(ids)


def test_the_texts_are_whole_and_the_marks_cover_the_matches(small_report):
    tree = LexborHTMLParser(html(small_report, Labels("en")))
    pairs = ReportView(small_report, Labels("en")).pairs
    assert any(pair.matches for pair in pairs)
    for shown in pairs:
        for side, view in (("l", shown.left), ("r", shown.right)):
            column = tree.css_first(f"#{shown.anchor} .column[data-side={side}]")
            paragraphs = [node.text() for node in column.css(".text p")]
            piece = small_report.piece(view.member.id)
            assert paragraphs == [paragraph.text for paragraph in piece.paragraphs]
            for item in shown.matches:
                marked = "".join(
                    node.text()
                    for node in column.css("a[data-m]")
                    if str(item.number) in node.attributes["data-m"].split()
                )
                assert marked == str(item.match.left if side == "l" else item.match.right)


def test_headings_go_down_one_step_at_a_time(small_report):
    tree = LexborHTMLParser(html(small_report, Labels("en")))
    levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_the_language_of_interface_and_article_are_told(small_report):
    for language, code in (("en", "en"), ("zh", "zh-Hans")):
        tree = LexborHTMLParser(html(small_report, Labels(language)))
        assert tree.css_first("html").attributes["lang"] == code
        assert all(
            node.attributes.get("lang") == "zh" for node in tree.css(".pane, .digest, .headline, .set")
        )


def test_the_script_gets_its_words_and_the_report_as_text(small_report):
    data = json.loads(LexborHTMLParser(html(small_report, Labels("en"))).css_first("#data").text())
    assert "河边的耐心" in data["plain"]
    assert "</" not in json.dumps(data)


def test_the_page_as_read_shows_every_role_once_and_all_text(small_report):
    tree = LexborHTMLParser(html(small_report, Labels("en")))
    shown = "".join(node.text() for node in tree.css(".set"))
    assert "".join(shown.split()) == "".join(small_report.pages[0].text.split())
    assert {node.text() for node in tree.css(".roles li")} >= {"kicker", "title", "deck", "body", "furniture"}


def test_the_same_report_gives_the_same_bytes(small_report):
    assert html(small_report, Labels("zh")) == html(small_report, Labels("zh"))


def test_one_piece_or_none_is_still_a_report(builder, make):
    page = builder("one.txt")
    page.piece("独此一篇", "只有一篇文章,没有别的可比。")
    alone = html(make.report(page.build()), Labels("zh"))
    assert "只有一篇" in alone
    assert not LexborHTMLParser(alone).css(".pair, .matrix")
    assert "<h1>" in html(Report((), (), Comparison((), ())), Labels("en"))


def test_untitled_pieces_without_authors_or_scores_are_drawn(builder, make):
    page = builder("")
    page.piece("", "甲乙丙丁戊己庚辛。", authors=())
    page.piece("", "子丑寅卯辰巳午未。", authors=())
    one, two = page.pieces
    report = make.report(
        page.build(),
        matches={(1, 2): [make.match(one, two, "甲乙", "子丑", kind="near", background=None)]},
        scores={(1, 2): {"theme": 0.1}},
        themes=(Theme("无", 0.0),),
    )
    tree = LexborHTMLParser(html(report, Labels("en")))
    assert tree.css_first("#piece-1-title").text() == "(untitled)"
    assert "–" in tree.css_first(".matrix").text()


def test_hundreds_of_pieces_stay_sensible_and_what_is_left_out_is_said(builder, make):
    many_pieces = 120
    pages, matches = [], {}
    for number in range(many_pieces // 4):
        page = builder(f"page-{number:03}.txt")
        for _ in range(4):
            page.piece(f"第{len(pages)}版短评", "稳扎稳打,久久为功,方能行稳致远。" * 200)
        pages.append(page.build())
    pieces = [piece for page in pages for piece in page.pieces]
    for left in range(1, many_pieces):
        pair = (pieces[left - 1], pieces[left])
        matches[left, left + 1] = [make.match(*pair, "稳扎稳打,久久为功,方能行稳致远")]
    report = make.report(*pages, matches=matches)
    source = html(report, Labels("en"))
    tree = LexborHTMLParser(source)
    assert len(tree.css(".card")) == many_pieces
    assert len(tree.css(".pair")) == min(MOST_PAIRS, many_pieces - 1)
    assert len(tree.css(".matrix tbody tr")) == MOST_IN_MATRIX
    assert f"{MOST_IN_MATRIX} of {many_pieces} pieces" in tree.css_first("caption").text()
    if many_pieces > MOST_PAIRS:
        assert f"{many_pieces - 1 - MOST_PAIRS} more pairs" in tree.css_first(".ranking .note").text()
    assert "1 more page is left out" in tree.css_first("#page-text").text()
    assert "more pieces is left out" in tree.css_first("#pieces").text()
    assert len(source) < 5 * MOST_TEXT
    check_links(source)


def test_a_long_piece_is_abridged_around_its_matches(builder, make):
    page = builder("long.txt")
    page.piece("长文", "山" * LONG_PIECE + "久久为功" + "水" * LONG_PIECE, "没有共用语句的一段。")
    page.piece("短文", "久久为功。")
    one, two = page.pieces
    report = make.report(page.build(), matches={(1, 2): [make.match(one, two, "久久为功")]})
    column = LexborHTMLParser(html(report, Labels("en"))).css_first("#pair-1-2 .column[data-side=l]")
    text = column.css_first(".text").text()
    assert "久久为功" in text
    assert len(text) < 1000
    assert "没有共用语句" not in text
    assert "whole text stands with the piece" in column.css_first(".note").text()


def test_matches_that_no_paragraph_holds_are_listed_without_a_mark(small_report):
    pair = small_report.comparison.pairs[0]
    stray = replace(pair.matches[0], left=replace(pair.matches[0].left, spans=()))
    pairs = (replace(pair, matches=(stray,)), *small_report.comparison.pairs[1:])
    report = replace(small_report, comparison=replace(small_report.comparison, pairs=pairs))
    source = html(report, Labels("en"))
    check_links(source)
    assert len(LexborHTMLParser(source).css("#pair-1-2 .matches li")) == 1


def test_the_first_sentence_says_what_a_glance_says():
    """Two pieces that share no more than any two do are not named at the head of the page."""
    label = Labels("en")
    sluice, theatre = "村口的水闸修好了，船工们忙着过闸。" * 3, "剧院的大幕拉开了，演员们唱起老戏。" * 3

    def head(*texts):
        pages = [parse_page(f"题目之{number}\n\n{text}\n") for number, text in enumerate(texts)]
        return LexborHTMLParser(html(make_report(pages), label)).css_first(".standfirst").text()

    assert head(sluice, theatre) == label("no_pair")
    assert head(sluice, sluice).startswith(label("closest_pair"))
