"""A text in a notebook with what was found in it marked: whole, safe, and labelled."""

import pytest
from selectolax.lexbor import LexborHTMLParser

import oped
from seeds import UsageError, article, seed_page

PIECE, OTHER = seed_page().pieces[1:3]


def test_the_text_is_whole_and_what_was_found_is_marked():
    found = oped.highlight(PIECE, OTHER, lang="en")
    assert str(found) == "\n".join(paragraph.text for paragraph in PIECE.paragraphs)
    marked = "".join(s.text for paragraph in found.paragraphs for s in paragraph if "matches" in s.what)
    assert "党的十九届六中全会" in marked
    labels = {label for paragraph in found.paragraphs for stretch in paragraph for label in stretch.labels}
    assert {"set phrase", "parallelism"} <= labels


def test_what_is_shown_can_be_chosen():
    found = oped.highlight(PIECE, OTHER, show=["themes"])
    assert {what for paragraph in found.paragraphs for stretch in paragraph for what in stretch.what} == {
        "themes"
    }
    with pytest.raises(UsageError, match="matches, devices, themes"):
        oped.highlight(PIECE, show=["verbs"])


def test_plain_text_and_hostile_text_are_shown_and_not_obeyed():
    text = "<script>alert(1)</script>学习要有恒心，做事要有耐心，待人要有诚心。\x1b[31m"
    tree = LexborHTMLParser(oped.highlight(article(text)).html)
    assert not tree.css("script")
    assert "alert(1)" in tree.text()
    assert "\x1b" not in oped.highlight(text).html


def test_results_have_a_short_repr_and_show_themselves():
    results = [seed_page(), PIECE, oped.summarize(PIECE), oped.compare(PIECE, OTHER), oped.rhetoric(PIECE)]
    results += [oped.highlight(PIECE), oped.report([seed_page()]), oped.compare_all([PIECE, OTHER])]
    for result in results:
        assert len(repr(result)) < 120
        if result is not PIECE:
            assert LexborHTMLParser(result._repr_html_()).css_first("section")
