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
_BY = f"(?:[{HAN}]{{2,4}}|[{HAN}][ \u3000]+[{HAN}])"
_AGENCY = "(?:新华社|中新社|人民视觉|人民图片|视觉中国|影像中国|东方IC|CFP)"
_CREDITED = re.compile(
    f"^[^。！？]{{4,80}}。?[（(][{HAN}]{{2,8}}[摄攝][）)]$|"
    f"(?:记者|通讯员|新华社|中新社)[ \u3000]*{_BY}[ \u3000]*摄[)）]?$"
    f"|[{HAN}]供图[（(][{HAN}]{{2,8}}发[)）]$"
    f"|[。 \u3000]{_BY}[ \u3000]*[/／]?[ \u3000]*摄[ \u3000]*(?:[（(][^（）()。]{{2,12}}[)）])?$"
    f"|[。 \u3000]{_AGENCY}(?:记者)?[ \u3000]*(?:发|供图)?[ \u3000]*[（(][^（）()。]{{2,16}}摄[)）]$"
)
"""Who took the picture, at the end of what it shows."""
_NUMBER = "[0-9一二三四五六七八九十]{1,2}(?:[-—.][0-9]{1,2})?"
_SHOWN = re.compile(
    f"^(?:△(?![△ ])[^。]{{4,80}}。?$|[【\\[]?图(?:片说明|[说注])(?:[】\\]]|[:：])|图[①-⑳](?:[:：为、]|至图?[①-⑳])"
    f"|(?:附[图表]|图表?|表)[ \u3000]?{_NUMBER}(?:[:：.]|[ \u3000])[ \u3000]*[^。！？]{{2,60}}$"
    "|附[图表][:：][^。！？]{2,60}$|(?:[上下左右题主组]图[:：]|图为)[^。]{4,100}(?:。|$)"
    "|(?:手迹|书影|小画家|题照|封面图|插图)[:：][^。！？，]{2,40}$|[^。，：:！？]{0,12}书影$"
    "|(?:木刻|版画|国画|油画|漫画|剪纸|速写|水彩画?|素描|篆刻|宣传画|年画)[ \u3000]*[（(《][^。！？]{2,40}[）)》]"
    f"[ \u3000]+{_BY}[ \u3000]*[作绘]$"
    "|(?![0-9#])[^。！？]{4,60}。?[（(](?!附)[^（）()。，]{2,10}(?:照片|(?<![收西])藏|供图|翻拍|截图)[)）]$"
    "|[（(]?(?:资料(?:图片?|照片)|图片?由[^。，]{2,20}提供|[^。，：:《]{2,12}供图)[)）]?$|图源[:：/／|｜][^。]{1,20}$"
    "|[（(]?(?:数据|资料|图[片表])来源[:：/／|｜][^。]{2,40}[)）]?$"
    "|[（(]?单位[:：][^。，：]{0,8}[元人吨里亩%％件户个次米斤顷头岁村家][）)]?$"
    f"|[（(]?(?:摄|绘图|制图)[/／|｜丨][ \u3000]?[^。]{{2,20}}[)）]?$|{_BY}[作绘][（(][^（）()。]{{0,6}}发[)）]$"
    ")"
)
"""What a line begins or ends with that tells what a picture or a table shows, and no sentence has."""


def is_caption(text: str) -> bool:
    """Whether a line tells what a picture shows, or whose it is."""
    return shows_picture(text) or (len(text) <= _LONGEST and _CAPTION.search(simplified(text)) is not None)


def shows_picture(text: str) -> bool:
    """Whether a line is a caption wherever it stands: its beginning or its end says so, or it says all twice, as the
    name of a picture and the line below it do.
    """
    half, odd = divmod(len(text), 2)
    twice = not odd and _DOUBLED <= half <= _CREDIT and text[:half] == text[half:]
    if twice and _SENTENCE.search(text) is None:
        return True
    if len(text) > _CREDIT:
        return False
    said = simplified(text)
    return _SHOWN.match(said) is not None or _CREDITED.search(said) is not None
