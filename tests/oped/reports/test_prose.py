"""Wrapping: every line fits, nothing is lost, and the rules of Chinese typesetting hold where they can."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from oped.reports.forms.prose import NO_LINE_END, NO_LINE_START, line_breaks

TEXT = st.text(
    st.sampled_from("党的百年奋斗，。、；：？！“”《》（）…—·A b1,.% 123abcDEF０Ａ") | st.characters(),
    max_size=200,
)


def lines(text: str, width: int) -> list[str]:
    cuts = [0, *line_breaks(text, width), len(text)]
    return [text[a:b] for a, b in pairwise(cuts)]


@given(TEXT, st.integers(2, 60))
def test_lines_tile_the_text_and_fit(text, width):
    found = lines(text, width)
    assert "".join(found) == text
    assert all(cell_len(line.rstrip()) <= width for line in found)
    assert all(found[:-1]), "no empty line before the last"


@given(st.lists(st.sampled_from("党的百年奋斗史"), max_size=60).map("".join), st.integers(2, 40))
def test_plain_ideographs_fill_the_line(text, width):
    per_line = width // 2
    assert lines(text, width) == ([text[i : i + per_line] for i in range(0, len(text), per_line)] or [""])


def test_closing_marks_do_not_head_a_line_nor_opening_ones_end_it():
    text = "群众“金点子”是发展“金钥匙”，凝聚起奋进新征程的强劲动能。" * 4
    for width in range(8, 60):
        made = lines(text, width)
        assert len(made) > 1
        assert not {line[0] for line in made[1:]} & set(NO_LINE_START)
        assert not {line[-1] for line in made[:-1]} & set(NO_LINE_END)


def test_words_and_numbers_stay_whole():
    text = "目前APP下载量154.1万次，启动服务总次数2431万次，DCMM数据管理能力成熟度二级认证，见第 20 行"
    for width in range(12, 40):
        for word in ("APP", "154.1", "2431", "DCMM", "第 20 行"):
            assert any(word in line for line in lines(text, width)), (width, word)


def test_a_word_wider_than_the_line_is_broken():
    assert lines("a" * 10, 4) == ["aaaa", "aaaa", "aa"]
