"""What the form of a line alone says: a number of a section, a caption, a heading of notes, who wrote an article."""

from __future__ import annotations

import re

from seeds.language.characters import HAN, han_in
from seeds.metadata import meta_line
from seeds.metadata.dates import day_of_writing
from seeds.names import is_name, is_word, signature_of

LEAD = 60
"""A line of more characters is text."""
LEAST_PART = 8
"""Letters of a part of a title that tells it."""
FINAL = re.compile("[。！？!?…；：:][”’」』）)】]*[ \u3000]*$")
"""How text ends, and no title: a sentence, or what announces more."""
_NUMERAL = "[一二三四五六七八九十]{1,3}"
NUMBERED = re.compile(
    f"^(?:[(（]?{_NUMERAL}[)）]?[、.．，,： ]|第{_NUMERAL}(?:[，,、：]|部分|章|节)"
    f"|[(（](?:[0-9]{{1,2}}|{_NUMERAL})[)）]|[①-⑳]"
    "|[0-9]{1,2}[.．、)）] ?|0[0-9](?:[ \u3000]|$)|(?:首先|其次|再次|最后|其一|其二|其三)[，,、：]"
    "|(?:结语|引言|前言|导语|结尾|总结)$)"
)
"""The number of a section."""
NUMBER = re.compile(
    f"[(（]?[{HAN}]{{0,16}}[〔﹝\\[(（【][12][0-9]{{3}}[〕﹞\\])）】] *第?[0-9]{{1,5}} *号[)）]?"
    f"(?:[ \u3000]*签发人[:：][ \u3000]*[{HAN}]{{2,8}})?"
    f"|[(（]?(?:[{HAN}]{{2,16}}令|[12][0-9]{{3}}年)? ?第 ?[0-9]{{1,4}} ?号[)）]?"
)
"""The number of an official document on a line of its own: 江府发〔2020〕8号."""
SECTION = re.compile(
    "^[0-9一二三四五六七八九十.、 ]*(?:摘要|引言|前言|绪论|导语|导读|背景|正文|结论|结语|总结|小结|后记|参考文献"
    "|参考资料|附录|目录|致谢|简介|概述)$"
)
"""What sections of any article are called."""
_SYMBOL = "(?:[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f? *)?"
"""A small picture before a heading."""
NOTES = re.compile(
    f"^{_SYMBOL}[【\\[]?(?:[参參]考(?:文[献獻档檔章]|[书書]目|[资資]料|[链連][接結]|[来來]源|)"
    "|[注註][ \u3000]*[释釋解]|[尾脚腳附][注註]|(?:本文|.{{2}}与)?引用(?:[来來]源|文[献獻]|)"
    "|(?:[资資]料|数据|數據)[来來]源"
    "|目[ \u3000]*[录錄次]|References?|Bibliography)[】\\]]?[:：]?$"
)
"""The heading above what an article refers to or has in it."""
END_NOTES = re.compile(
    f"{NOTES.pattern}|^(?:关于|About) ?(?:[作译]者|本[站刊号])$|^(?:[作译]者|(?:演讲|分享)?嘉宾|讲师)(?:简介|介绍)$"
    "|^(?:我的)?(?:笔记|批注|摘录|金句|素材积累|高亮|标注|划线)$"
    "|^(?:作者)?自评$|^(?:推荐|初评|审核)(?:理由|评语)$|^(?:采编过程|社会效果)$|^(?:Highlights?|Annotations?)$"
    "|^(?:网友|精彩|最新)?(?:评论|留言)(?:区| ?[(（]?[0-9]+[)）条]?)$|^(?:网友|精彩|最新)(?:评论|留言)$"
)
"""The same, and the headings of a last section about who wrote the article, or of what others wrote below it."""
WHOLE_TEXT = re.compile(
    "附?[:：]?(?:文章|作品|稿件|原文)?(?:正文|全文|(?<=[章文品件])内容)(?:内容)?[:：]?|Full (?:Document|Text)"
)
"""What says above a text that it follows."""
ISSUE = re.compile(
    "[（(]?(?:[0-9]{4}年|[〔\\[（(][0-9]{4}[〕\\]）)])?[（(]?总?第 ?[0-9一二三四五六七八九十百]{1,5} ?期"
    "(?:$|[（( \u3000][^。，]*)"
)
"""The number of an issue."""
IN_PAPER = re.compile(f"[{HAN}]{{1,10}}(?:[报網网社台]|杂志|周刊|客户端)")


def says_who(text: str) -> bool:
    """Whether a line tells who wrote what follows, or where it is from."""
    line = meta_line(text)
    return (line is not None and line.role in ("byline", "source")) or signature_of(text) is not None


def names_someone(text: str) -> bool:
    """Whether a line without a label is a signature: not where it is a word (文章, 付款) or Latin letters alone."""
    return signature_of(text) is not None and not text.isascii() and not (is_word(text) and is_name(text))


def stands_aside(text: str) -> bool:
    """Whether a line between title and text is a signature, a number, or when and where the text was written."""
    return names_someone(text) or NUMBER.fullmatch(text) is not None or day_of_writing(text) is not None


def announces(text: str) -> bool:
    """Whether what stands beside a link on its line says that other articles follow: 延伸阅读：."""
    line = meta_line(text)
    return line is not None and line.ends


def bare(text: str) -> str:
    """The letters and numbers of a line: two lines are the same but for marks and spaces if these are."""
    return "".join(filter(str.isalnum, text))


def is_called(text: str, named: str) -> bool:
    """Whether the letters and numbers of a line are `named`; told of most lines by their first."""
    return next(filter(str.isalnum, text), "") == named[:1] and bare(text) == named


def has_letters(text: str) -> bool:
    """Whether a line is more than marks and spaces."""
    return any(map(str.isalnum, text))


def is_foreign(text: str) -> bool:
    """Whether hardly a third of a text is Chinese, as in a program."""
    return 3 * han_in(text) < len(text)
