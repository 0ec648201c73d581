"""Radicals of the Kangxi and CJK supplement blocks, which PDF fonts give for the characters that look the same."""

from __future__ import annotations

import re
import unicodedata

from seeds.page import Note

_SUPPLEMENT = str.maketrans(
    "⺁⺄⺆⺇⺈⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺖⺗⺘⺙⺛⺝⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺵⺶⺷⺸⺹⺺⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乙冂几刀卜已小小兀尢尣尢巳幺彑忄心扌攵旡月母民氵氺灬爫爫丬犭王疋目示礻竹糸纟罓罒网罒羊羊羊耂聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟",
)


_RADICALS = re.compile("[\u2e80-\u2fd5\uf900-\ufa0d\ufa10-\ufad9]")
"""With them the ideographs that are there only for the sake of older encodings."""


def unradical(text: str) -> str:
    """`text` with every radical as the character it looks like: ⼈⺠ becomes 人民; the length stays."""
    return _RADICALS.sub(lambda found: unicodedata.normalize("NFKC", found[0].translate(_SUPPLEMENT)), text)


def without_radicals(text: str) -> tuple[str, tuple[Note, ...]]:
    """A text with characters for its radicals, and a note that says so if there are any."""
    count = len(_RADICALS.findall(text))
    if not count:
        return text, ()
    message = f"{count} radicals are read as the characters they look like (⼈ as 人), as in text from a PDF"
    return unradical(text), (Note(message, None, "radicals", {"n": count}),)
