"""What pictures show and whose they are: lines that stand in a text and are none of it."""

from __future__ import annotations

import re

from seeds.language.characters import HAN
from seeds.language.variants import simplified

_LONGEST, _CREDIT, _DOUBLED = 120, 200, 8
"""Characters of a caption, of one that says who took the picture or is said twice, and what is said twice at least."""
_SENTENCE = re.compile("[。！？!?]")
_CAPTION = re.compile(
    "^(?:[▲▼△↑↓]|(?:封面|配)?图[:：/为]|图 ?[一二三0-9]+(?: ?[:：、|｜.．]| |$)|图片来源|资料图|题图|供图|制图"
    f"|[(（]?(?:新华社|本报|视觉中国).{{0,12}}[摄发][)）]?$|.{{4,50}}[ \u3000。][{HAN} ]{{2,12}}(?:摄|供图)$"
    "|.{2,50}[ \u3000。](?:新华社|视觉中国|人民视觉|东方IC|CFP|图虫(?:创意)?|摄图网"
    "|(?i:IC ?photo|getty ?images|unsplash|pixabay))[ \u3000]*(?:资料图?|供?图|发)?$"
    f"|.{{2,50}}供图[ \u3000]+[{HAN}]{{2,8}}$"
    "|[（(].{2,50}(?:摄于|供图)[^。]{0,24}[）)]$|[（(]?(?:网络|资料)图片?[）)]?$|[（(]图文无关[）)]?$"
    "|(?:《[^》]{1,20}》|[^。，]{2,20})(?:剧照|宣传照|书影)$|(?i:fig(?:ure)?\\.?|图表) ?[0-9]+[ \u3000:：.]"
    "|[^。]{4,60}截图$|图[注说][:：]|[(（]图为[^。]{2,50}[)）]$"
    "|.{4,}[(（](?:(?:取自|翻摄|图源|图[/／:：])[^）)]{2,20}|[^）)]{0,8}资料[图照][^）)]{0,20})[）)]$"
    "|[^。]{2,50}[ ，,（(]图源[:：]|图[ \u3000:：]?[^。，：]{2,30}[ \u3000]来源[ \u3000:：]?\\S{2,30}$"
    f"|\\[[{HAN}]{{6,30}}\\]$)"
)
_CREDITED = re.compile(
    f"^[^。！？]{{4,80}}。?[（(][{HAN}]{{2,8}}[摄攝][）)]$|"
    f"(?:记者|通讯员|新华社|中新社)[ \u3000]*(?:[{HAN}]{{2,4}}|[{HAN}][ \u3000]+[{HAN}])[ \u3000]*摄[)）]?$"
    f"|[{HAN}]供图[（(][{HAN}]{{2,8}}发[)）]$"
)
"""Who took the picture, at the end of what it shows."""


def is_caption(text: str) -> bool:
    """Whether a line tells what a picture shows, or whose it is."""
    return shows_picture(text) or (len(text) <= _LONGEST and _CAPTION.search(simplified(text)) is not None)


def shows_picture(text: str) -> bool:
    """Whether a line is a caption wherever it stands: it tells at its end who took the picture, or says all twice,
    as the name of a picture and the line below it do.
    """
    half, odd = divmod(len(text), 2)
    twice = not odd and _DOUBLED <= half <= _CREDIT and text[:half] == text[half:]
    if twice and _SENTENCE.search(text) is None:
        return True
    return len(text) <= _CREDIT and _CREDITED.search(simplified(text)) is not None
