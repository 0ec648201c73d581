"""What the page says of a line, and which lines before a title belong behind it."""

import pytest

from seeds import parse_page
from seeds.layout.evidence import collect
from seeds.layout.lines import split_lines
from seeds.layout.wrap import unwrap

PARAGRAPHS = (
    "近年来，各地把改善村容村貌摆在重要位置，道路通了，路灯亮了，垃圾有人收了。",
    "可是走进一些村子，文化活动室的门却常年锁着，书架上落满了灰。",
    "让活动室的门开起来，要有人管，要有人用，更要有人愿意来。",
    "平台应当把时间放宽一点，把处罚放轻一点，把保障做实一点。",
)


def runs_of(*lines):
    return unwrap(split_lines("\n".join(lines)))


def test_a_reprint_is_told_from_a_pull_quote():
    reprinted = collect(runs_of("门开了才算数", *PARAGRAPHS, *PARAGRAPHS[:2]))
    assert reprinted[1]["repeats whole"] == reprinted[1]["among repeats"] == 1.0
    quoted = collect(runs_of("门开了才算数", *PARAGRAPHS[:2], PARAGRAPHS[2][:22], *PARAGRAPHS[2:]))
    assert quoted[3]["repeats"] > 0
    assert "among repeats" not in quoted[3]


@pytest.mark.parametrize("rest", ["", "某某 摄\n"])
def test_a_page_that_breaks_off_keeps_every_line(rest):
    page = parse_page(f"{PARAGRAPHS[0]}\n可是走进一些村子，文化活动室的门却\n慢一分钟又何妨\n{rest}")
    read = {at for start, end, _, _ in page.layout for at in range(start, end)}
    assert read >= {at for at, character in enumerate(page.text) if not character.isspace()}


def test_a_break_that_parts_a_word_of_the_page_is_seen():
    lines = ("".join(PARAGRAPHS), "文化活动", "室的门开了", "一分钟", "：慢一点", "算法平台", "骑手路人")
    goes_on = ["runs into the next" in seen for seen in collect(runs_of(*lines))]
    assert goes_on[1:] == [True, False, True, False, False, False]


def test_what_is_counted_is_no_name():
    seen = collect(runs_of("范文一", *PARAGRAPHS[:2], "范文二", *PARAGRAPHS[2:], "范文华"))
    assert ["names" in seen[at] for at in (0, 3, 6)] == [False, False, True]
