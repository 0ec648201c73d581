"""Texts to try things on: what Chinese pages hold, and what breaks programs, far more often than by chance."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from seeds.errors import OpedError

MARKS = (*"。，、；：？！“”‘’「」『』《》〈〉（）【】〔〕…—～·．", "……", "——", "！？", "。”", "：“", "）。")
ASCII_MARKS = tuple(".,;:!?\"'()[]{}<>/\\|&#=+-@*_`~^$%")
SPACES = (" ", "  ", "\u3000", "\u3000\u3000", "\t", "\xa0", "\u2003")
LINE_ENDS = ("\n", "\n\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029")
CONTROLS = (
    "\x00",
    "\x07",
    "\x08",
    "\x1b",
    "\x1b[31m",
    "\x1b]0;名\x07",
    "\x7f",
    "\x80",
    "\x9b",
    "\x9d",
    "\xad",
)
SURROGATES = ("\ud800", "\udbff", "\udc00", "\udfff", "\ud83d")
ASTRAL = ("𠀀", "𪚥", "😀", "👩\u200d👩\u200d👧", "🇨🇳", "\U0010ffff", "\U000e0041", "𝟙")
BIDI = ("\u200e", "\u200f", "\u202a", "\u202e", "\u202c", "\u2066", "\u2069", "\u061c")
INVISIBLE = (
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u180e",
    "\u0301",
    "e\u0301\u0327",
    "\ufe0f",
    "\ufffe",
)
FULL_WIDTH = ("Ａ", "ｚ", "１", "２０２１", "％", "＝", "＋", "－", "＠", "＃", "ｶﾞ")
DIGITS = (
    "1",
    "２",
    "二",
    "12:30",
    "1,000",
    "3.14",
    "2021年",
    "①",
    "一、",
    "（一）",
    "1.",
    "第1版",
    "½",
    "²",
    "٣",
)
LATIN = ("a", "B", "the", "COVID-19", "https://a.b/c?d=e&f", "x@y.cn", "ß", "İ", "ﬁ")
WORDS = (
    *"的了是在不有人我们要把让就都和", "发展", "改革", "群众", "干部", "获得感", "实事求是", "画龙点睛", "习近平",
    "习近平总书记指出", "鲁迅说", "高质量发展", "難", "爲", "黨員",
)  # fmt: skip
CLAUSES = (
    "门开了才算数", "要有人管，要有人用，更要有人愿意来", "既要看得见，又要摸得着", "不是没有人来，而是没有人管",
    "让活动室的门开起来", "规则面前没有例外", "什么是好？好就是不坏", "习近平总书记强调：“人民就是江山。”",
)  # fmt: skip
LINES = (
    "□ 王五", "■李晓燕", "作者：张三", "文/赵六", "本报评论员 李四", "（王建国）", "（作者单位：某县委）", "——刘洋",
    "一、门开了才算数", "【来论】", "03 评论", "责任编辑：赵六", "图/王五", "（来源：某报）", "投稿邮箱：a@b.cn",
    "========", "编者按：以下是两篇来稿。", "2021年11月24日 星期三", "# 标题", "| a | b |", "```", "> 引",
)  # fmt: skip
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)

FRAGMENTS = st.one_of(
    st.sampled_from(CLAUSES),
    st.sampled_from(WORDS),
    st.sampled_from(MARKS),
    st.sampled_from(MARKS),
    st.sampled_from(LINE_ENDS),
    st.sampled_from([f"\n{line}\n" for line in LINES]),
    st.sampled_from(SPACES + ASCII_MARKS),
    st.sampled_from(CONTROLS + SURROGATES + ASTRAL),
    st.sampled_from(BIDI + INVISIBLE + FULL_WIDTH),
    st.sampled_from(DIGITS + LATIN),
    HAN,
    st.characters(exclude_categories=()),
)


def texts(pieces: int = 24, least: int = 0) -> st.SearchStrategy[str]:
    """Texts of `least` to so many fragments, empty ones and ones of nothing but marks among them."""
    return st.lists(FRAGMENTS, min_size=least, max_size=pieces).map("".join)


def lines(pieces: int = 12) -> st.SearchStrategy[str]:
    """Texts without a line feed."""
    return texts(pieces).map(lambda text: text.replace("\n", "").replace("\r", ""))


def not_blank(pieces: int = 24) -> st.SearchStrategy[str]:
    """Texts with something to read in them."""
    return texts(pieces).map(lambda text: text if text.lstrip("\ufeff").strip() else f"{text}好")


@st.composite
def printed_pages(draw: st.DrawFn, articles: int = 3) -> str:
    """Pages that look like pages: titles, bylines and paragraphs, with damage anywhere."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, articles))):
        parts.append(draw(st.sampled_from(CLAUSES) | lines(3)))
        parts.append(draw(st.sampled_from(LINES) | st.just("")))
        for _ in range(draw(st.integers(0, 3))):
            sentences = draw(st.lists(st.sampled_from(CLAUSES) | lines(4), min_size=1, max_size=5))
            parts.append("　　" + "，".join(sentences) + "。")
    page: str = draw(st.sampled_from(["\n", "\n\n", "\r\n"])).join(parts)
    return page if page.strip() else f"{page}好"


def pages() -> st.SearchStrategy[str]:
    """Anything that could be given for a page, with something to read in it."""
    return not_blank() | printed_pages()


def a_tenth() -> settings:
    """A tenth of the examples of the profile, for what spends its time in a database or in a parser of others."""
    return settings(max_examples=max(10, settings.default.max_examples // 10))


def covers(*names: str) -> object:
    """Say of which public functions, by full name, a test states a property; `test_public` reads it."""
    return lambda test: test


def explained(error: OpedError) -> None:
    """An error of ours says something, on one line."""
    assert str(error).strip()
    assert "\n" not in str(error)
