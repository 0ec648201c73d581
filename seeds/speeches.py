"""What a speech says of itself: who holds it, in its title or where it begins, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seeds.language.characters import HAN
from seeds.language.tokens import default_tokenizer
from seeds.language.variants import simplified
from seeds.metadata.dated import WEEKDAY
from seeds.metadata.dates import DATE, find_date
from seeds.names import is_name, is_word, signature_of

_SPEECH = re.compile(
    "([^，。：“”《》]{2,20}?)[：:]?在[^，。]{4,60}(?:上|中|时)?的[^，。]{0,4}(?:讲话|致[辞词]|发言|演讲|报告|讲稿)(?:[（(][^）)]{1,12}[）)])?$"
)
_GREETING = re.compile(
    "(?:[大同]家|[你您]们|(?<![^\n])[你您]|各位[^，。！!]{0,12}|[早中上下]午|晚上)好[！!。，,]"
)
_INTRODUCED = re.compile(f"我(?:是|叫|的名字[是叫])(?:[^。！？!?，]{{0,30}}的)?([{HAN}]{{2,4}})[，。！；]")
_BROADCAST = re.compile(
    "(?P<greeting>(?:各位[^。，！!]{2,8}|[^。，！!]{0,12}好)[，,！!。]{1,2} ?)?(?:今天是)?"
    f"(?P<day>{DATE.pattern})[，, ]{{0,2}}(?(greeting)(?:{WEEKDAY.pattern})?|(?:{WEEKDAY.pattern}))[，,。 ]{{0,2}}"
    "(?:农历[^，。]{2,12}[，。])?(?:欢迎(?:大家|您)?(?:继续)?收[看听]|您?(?:正在|现在)收[看听]|这里是)"
)
"""How a broadcast begins: 大家好，2024年3月1日星期五，欢迎收看."""
_CALLED = re.compile(
    "[我天的](?:演讲|发言|分享|汇报|讲话|朗诵)?的?(?:题目|主题)是[：:—－─-]{0,3}《([^》]{2,40})》"
)
_FUSED = re.compile(
    "[ \u3000]*(?=[^ \u3000])(?P<title>[^。！？；：，（()\n]{6,60}(?:讲话|致[辞词]|发言|演讲|报告|贺信|谈话))"
    f"(?P<day>[（(](?:{DATE.pattern})[）)])[ \u3000]*(?=[{HAN}“])"
)
"""A title and its day, and at once behind them the speaker, or the text: 在会上的讲话（2024年3月1日）周明同志们."""
_ADDRESS = re.compile(
    "(?:[^。！？：]{2,60}[，、 \u3000])?(?:[大同]家|[你您]们|[早中上下]午|晚上)好[！!。：:]"
    "|(?:[^。！？：，]{1,10}(?:们|先生|女士|来宾|朋友|同志|代表|同学|老师|同胞|领导)[，、 \u3000]{0,2}){2,8}[：:！!]"
)
_LONGEST_NAME, _LONGEST_ADDRESS = 12, 80
_OPENING = 200
"""Characters in which a speaker greets, and those below in which he says who he is."""


def speaker_of(title: str) -> tuple[str, ...]:
    """Who held the speech that a title, or the line below it, names: ——周明在江城市第五届人民代表大会上的报告."""
    title = title.lstrip("—－―─- ")
    speech = _SPEECH.match(simplified(title))
    names = signature_of(title[: speech.end(1)]) if speech else None
    return names if names and all(map(is_name, names)) else ()


def fused_head(text: str) -> list[tuple[int, int]]:
    """The gaps behind the title of a speech, its day, and perhaps the speaker, which the text follows at once."""
    head = _FUSED.match(text)
    if head is None:
        return []
    tagged = default_tokenizer().tag(simplified(text[head.end() : head.end() + _LONGEST_NAME]))
    name, part = tagged[0]
    gaps = [(head.end("title"), head.end("title")), (head.end("day"), head.end())]
    signed = head.end() + len(name)
    begins = len(text) - len(text[signed:].lstrip(" \u3000"))
    return [*gaps, (signed, begins)] if part.startswith("nr") and is_name(name) else gaps


def is_address(line: str) -> bool:
    """Whether a line does nothing but greet those who listen: 各位来宾，大家好."""
    return len(line) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(simplified(line.strip())) is not None


def speaker_within(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Who says who he is when he has greeted those who listen: 大家好！我是三班的周明，…."""
    opening = "\n".join(paragraphs)[: 2 * _OPENING]
    greeting = _GREETING.search(opening, 0, _OPENING)
    said = _INTRODUCED.search(opening, greeting.end(), greeting.end() + _OPENING) if greeting else None
    return (said[1],) if said and is_name(said[1]) and not is_word(said[1]) else ()


def day_within(paragraphs: Sequence[str]) -> str | None:
    """The day on which a broadcast says that it is held, where it begins."""
    said = _BROADCAST.match(paragraphs[0]) if paragraphs else None
    return find_date(said["day"]) if said else None


def title_within(paragraphs: Sequence[str]) -> str | None:
    """What a speech is called, where it says so: 我演讲的题目是《书屋亮了》."""
    said = _CALLED.search("\n".join(paragraphs)[: 2 * _OPENING])
    return said[1] if said else None
