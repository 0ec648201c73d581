"""Names of people in bylines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from seeds.desks import DESK, desks_of
from seeds.language.characters import HAN
from seeds.language.tokens import default_tokenizer
from seeds.language.variants import simplified
from seeds.lexicon import words
from seeds.offices import is_unit, place_behind
from seeds.papers import is_paper

_DOTS = "·•・.．"
_TRANSLITERATED = f"[{HAN}]+(?:[{_DOTS}][{HAN}A-Za-z]+)+"
_BY = re.compile(f"^(?:[Bb]y|BY)[ :：]+(?=[A-Z{HAN}])")
_LATIN = re.compile(r"[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){1,3}")

_MARKERS = "□■◎●○◆◇▲△▶★☆※▪◼◻⊙•·|｜丨@＠*"
_OCR_BOX = re.compile("^[口囗][ \u3000]+(?=\\S)|^[口囗](?=[■□])|^[口囗](?=(.{2,4})$)")
"""How character recognition reads □."""
_LABEL = re.compile(
    "(?:本文)?作者(?:简介)?[:：]?|(?:[^ \u3000]{0,4}特约)?撰(?:文|稿人?|述)[:：]?|执笔(?:人)?[:：]?"
    f"|(?<![{HAN}])(?:文[/／]图|图[/／]文|[文图])[ \u3000]*[/／|｜丨:： \u3000]"
    f"|(?<=[{HAN}][ \u3000])(?:口述|讲述|整理|记录|采写)(?=[ \u3000]|$)"
    # Press and rank stand before the office without a space: 新华社驻京首席记者.
    "|[^ \u3000、,，:：]{0,16}(?:记者|通讯员|评论员|撰稿人|编辑|主笔|实习生)[:：]?"
)
_TAIL = re.compile(
    f"[/／|｜丨][ \u3000]*文[ \u3000]*$|(?<=[{HAN}]{{2}})[ \u3000](?:文|译|编译|整理|整合|综合)[ \u3000]*$"
    f"|(?<=[{HAN}]{{2}})(?:原创|采访整理|采写整理|采写|摄影报道)[ \u3000]*$"
    "|[ \u3000]发[表布]于?$|和[^ \u3000、，和]{2,8}记者报道$|(?<=[A-Za-z]) +@ ?[A-Z][A-Za-z. ]{1,40}$"
)
_BEFORE_NAMES = re.compile("^(?:本文)?作者[:：] *|^\\S{1,64}@\\S{1,64} +(?=[(（])")
"""A label, or the address of RSS before the name in brackets."""
_EDITORS = re.compile(f"[ \u3000/|｜]+[{HAN}]{{0,4}}(?:编辑|责编|校对|審校|审校)(?!部).*$")
"""Who edited what others wrote, on the same line."""
_REPORT = re.compile(
    f"(?:[ \u3000]{{0,4}}[/／][ \u3000]{{0,4}}(?P<place>[{HAN}]{{2,6}})|[ \u3000][{HAN}]{{0,6}}|综合|采访|编译)?"
    "报[道导][ \u3000]*$"
    "|[0-9]{1,2}日[电讯]$"
)
"""Where and how reporters report, behind their names: 记者周明／江城报道."""
_NOBODY = re.compile(
    "(?i)john doe|未知|不详|匿名|佚名|网络|(?:系统)?管理员|小编|楼主|版主|本站|本[报网刊台]讯|admin"
    "|(?:内容|作者|作品)?(?:简介|提要|摘要)|目录|文章|时[评文]|前言|序言|引言|导言|后记|附录|正文|敬[礼上启呈]|此致|谨上|注释|(?:使用)?说明|[范例作]文"
    "|第[0-9一二三四五六七八九十百]{1,4}[篇章节期回辑部版]"
    "|(?:display[_ ]?|user[_ ]?)?name|author|anonymous|unknown|none|null|na|(?:网络|综合|编辑)整理"
)
"""What programs and editors write where nobody is known to have written a text, and what parts of a text are called."""
_SPLIT = re.compile(
    "(?<=[A-Za-z]) and (?=[A-Z])|(?:(?! (?<=[A-Za-z.] )[A-Z])[ \u3000\t、,，;；/／|｜丨&]|--)+"
    f"|(?<=[{HAN}]{{2}})[和与](?=[{HAN}]{{2}})"
)
"""What stands between names; a space within a foreign name does not."""
_AND = re.compile(f"[{HAN}]{{2}}[和与][{HAN}]{{3}}")
"""What names an office or two people: 江城市文化和旅游局."""
_TOLD_OF = re.compile(
    f"({_TRANSLITERATED}|[{HAN}]{{2,4}})[ \u3000]*[（(]([^（）()，]{{1,24}}(?:[人者员家师授生]|[特专供]稿))[）)]"
)
"""A name, and who that is: 周明（媒体人）."""
_AT_END = re.compile(
    "[(（]([^()（）]{2,24})[)）]。?(?:[(（][^()（）]{2,10}[)）])?$"
    "|(?<=[。！？”])[ \u3000]*((?:本报|本刊|本网)?(?:记者|通讯员)[^。！？”（）]{2,30})$"
)
_PART = re.compile(
    f"[{_MARKERS}]?[ \u3000]*(?:[\\[［（(〔【][{HAN}]{{1,4}}[\\]］）)〕】])?[ \u3000]*([{HAN}·]{{2,12}})"
    "[ \u3000]*[/／][ \u3000]*(文图|图文|[文图摄绘译譯])"
)
_PARTS = re.compile(f"(?:{_PART.pattern}[ \u3000]*){{2,4}}")
"""Who wrote and who drew or translated, each before a stroke: 周明／文　李静／图."""
_TAGS = re.compile("(?:(?:https?://[^\\s:]{1,99}|#[^#\\s]{1,40}#)\\s{0,4}){1,4}$")
_DATELINE = re.compile(
    "(?:[^。！？]{0,28}?(?:[讯电日]|消息|报[道导])[ \u3000]{0,4})?[(（【〔\\[][^()（）【】〔〕\\[\\]]{0,24}?"
    "((?:记者|通讯员)[^()（）【】〔〕\\[\\]]{2,60})[)）】〕\\]]"
    f"|[^。！？，（(]{{0,24}}日[电讯][ \u3000]*[（(]([{HAN} \u3000、·]{{2,40}})[）)]"
)
"""How a report names its reporters before it begins: 本报江城5月3日电（记者周明 李静）."""
_OF_SPEECH = re.compile(
    f"[*＊（(]?(?:这|本文)是([{HAN}]{{2,4}}?)(?:同志|主席|总理|总书记|先生)?(?:在|为|给|对|致|关于)[^。！？]{{4,80}}"
    "(?:讲话|报告|发言|演说|演讲|谈话|指示|批示|信|文章|题词|社论|评论|序言?|电报?|决议草案)[^。！？]{0,20}。$"
)
"""What an editor of collected works says of one: 这是周明同志在江城市委会议上的讲话。"""
_ENDING, _OPENING, _LONGEST_WORD, _MANY = 100, 200, 3, 4
OCCASION = "[（(]?[^。！？，]{0,16}在[^。！？，]{4,40}(?:会议|[会坛式])上(?:的[^。！？， \u3000]{2,8})?[）)]?"
"""Where a speech was held: 2024年1月20日在江城市第五届人民代表大会上."""
_SPOKE = re.compile(f"[—－―─-]{{0,4}}{OCCASION}[ \u3000]+(?=\\S)")
"""The same before the name of who held it."""
_STUDENT = re.compile(
    f"(?<![0-9])[0-9]{{7,12}}[ \u3000]*(?=[{HAN}])"
    f"|(?<![ \u3000])(?:[ \u3000]+[{HAN}]{{1,6}}[0-9]{{2,4}}班?)?[ \u3000]+[0-9]{{7,12}}$"
    "|[小初高大]?[一二三四五六七八九]年?级? ?[（(][0-9一二三四五六七八九十]{1,2}[)）] ?(?:班|中队)"
)
"""The number of a student, and the class: 周明 计35 2013011402, 三年（4）班 周明."""
_OF_NAMES = ("nr", "nz", "x")
"""Parts of speech of what names of people are, or are taken for."""
_PLACED = re.compile(f"([{HAN}]{{2,3}})[ \u3000]+([{HAN}]{{2,4}})")
"""A place and a name, as letters to a paper are signed: 临江 周明."""
_LONGEST = 12
"""Characters of a pen name at most; offices may be longer."""
_NOT_IN_NAMES = ("u", "c", "p", "r", "y", "d", "v", "f", "t", "q")
"""Parts of speech of words that no pen name has."""
_SET_WIDE = re.compile(f"[{HAN}][ \u3000]{{1,3}}[{HAN}]")
"""A name of two characters, set as wide as one of three."""
_WIDE_INSIDE = re.compile(f"(?<![{HAN}]){_SET_WIDE.pattern}(?![{HAN}])")
_NOTED = re.compile(
    f"(?<=[{HAN}]{{2}}|[ \u3000][{HAN}])(?:[0-9](?:[,，][0-9])?[*＊]?|[*＊†①-⑨¹²³])(?=[，,、 \u3000]|$)"
)
"""The number of the note that tells where an author works: 周明1，李静2."""
_POSTCODE = re.compile("(?<=[^ \u3000])[ \u3000]*[（(][^（）()。！？/]{4,40}[，,；; \u3000][0-9]{6}[)）]$")
"""Where authors work, behind their names: （江城大学，江城 430077）."""
_COUNTED = re.compile("[范例]文[一二三四五六七八九十]")
"""A text that is counted: 范文一."""
_LISTED_NAME = re.compile(f"[{HAN}]{{2,6}}|{_TRANSLITERATED}")
_PAIRS = {"(": ")）", "（": "）)", "[": "]］", "［": "］]", "【": "】", "〔": "〕"}
_TRANSLATED = re.compile(
    "(?<![ \u3000])[ \u3000]*[著作][ \u3000，、/／]+[^著]{2,20}[译譯]$|(?<=[^ \u3000])[ \u3000]+著$"
)
"""Who translated what somebody else wrote: 托马斯·里德 著 周明 译."""
_COUNTRY = re.compile(f"[(（\\[［【〔][{HAN}]{{1,4}}[)）\\]］】〕][ \u3000]*(?={_TRANSLITERATED})")
"""Where a foreign author is from: ［英］托马斯·里德."""


def is_name(token: str) -> bool:
    """Whether a token reads as one person's name: a known surname and one or two characters, or a foreign name."""
    if len(token) > 3 and any(dot in token for dot in _DOTS) and re.fullmatch(_TRANSLITERATED, token):
        return not re.search(f"(?:周刊|副刊|专刊|专版)[{_DOTS}]", token)
    if _LATIN.fullmatch(token):
        return True
    token = simplified(token)
    if not re.fullmatch(f"[{HAN}]{{1,3}}[^报网社刊]", token) or token in words("places", ""):
        return False
    if _COUNTED.fullmatch(token):
        return False
    if token[:2] in words("surnames", "compound"):
        return len(token) in (3, 4)
    return token[0] in words("surnames", "common", "rare") and len(token) <= 3


def is_word(token: str) -> bool:
    """Whether a token that reads as a name is a word in the first place: 文章, 范文, 付款."""
    tagged = default_tokenizer().tag(simplified(token)) if len(token) <= _LONGEST_WORD else []
    # Few places have three characters, and names of people are taken for them: 赵文瑄.
    unlike = (*_OF_NAMES, "ns") if len(token) == _LONGEST_WORD else _OF_NAMES
    return len(tagged) == 1 and not tagged[0][1].startswith(unlike)


def _is_list(text: str, names: Sequence[str]) -> bool:
    """Whether the `names` of a text are a list, each a name though not read as one by itself: 周明、扎西次仁."""
    listed = "、" in text and not re.search("[ \u3000]", text)
    listed = listed and all(_LISTED_NAME.fullmatch(name) and not is_unit(name) for name in names)
    return listed and 2 * sum(map(is_word, names)) <= len(names)  # 米粉、咖啡与法棍 are no names.


def may_be_pen_name(text: str) -> bool:
    """Whether a line alone between title and text may be who wrote it: 木铎, □才让卓玛; no part of a text (引言)."""
    bare = _bare(text)
    if _SET_WIDE.fullmatch(bare):
        return is_name(name := "".join(bare.split())) or not is_word(name)
    names = split_names(bare)
    wide = len(names) > 1 and _WIDE_INSIDE.search(bare) is not None
    return 0 < len(names) <= 3 and all(_is_pen_name(x) or (wide and _may_be_name(x)) for x in names)


def _may_be_name(name: str) -> bool:
    short = re.fullmatch(f"[{HAN}]{{2,4}}", name) and not _NOBODY.fullmatch(simplified(name))
    return bool(short) and not (is_unit(name) or is_paper(name))


def _is_pen_name(name: str) -> bool:
    if not _may_be_name(name):
        return False
    tags = [tag for _, tag in default_tokenizer().tag(simplified(name))]
    if is_name(name):
        surname = len(name) < _LONGEST_WORD and simplified(name)[0] in words("surnames", "common")
        return not is_word(name) or surname or tags == ["ns"]  # 应用层 is no name, 文静 is.
    if any(tag.startswith("nr") for tag in tags):
        return True
    placed = "ns" in tags and not any(tag.startswith(_NOT_IN_NAMES) for tag in tags)
    return len(tags) > 1 and (placed or all(tag.startswith(("n", "x")) for tag in tags))


def people_among(tokens: Sequence[str]) -> list[str]:
    """The tokens that are names, or lists of them; a word that reads as one (石羚) is a name beside others only."""
    runs = [list(run) for named, run in groupby(tokens, all_names) if named]
    return [name for run in runs if not all(map(is_word, run)) for name in run]


def split_names(text: str) -> list[str]:
    """The tokens of a list of names; those set wide (徐　馨, 周 恩 来, 沈　伯庸) are put together."""
    tokens = [token for token in _SPLIT.split(text) if token]
    names: list[str] = []
    for single, run in groupby(tokens, lambda token: len(token) == 1 and not token.isascii()):
        group = list(run)
        size = 3 if single and len(group) == 3 else 2 if single else 1
        parts = ["".join(group[at : at + size]) for at in range(0, len(group), size)]
        if single and names and len(group) == 1 and names[-1] in words("surnames", "compound"):
            names[-1] += parts.pop()
        names += parts
    surnamed = len(names) == 2 and names[0] != "文" and names[0] in words("surnames", "common")
    return ["".join(names)] if surnamed and re.fullmatch(f"[{HAN}]{{2}}", names[1]) else names


def all_names(text: str) -> bool:
    """Whether a text is nothing but one to six names."""
    names = split_names(text)
    return 0 < len(names) <= 6 and all(map(is_name, names))


def authors_of(byline: str) -> tuple[str, ...]:
    """The authors a byline names, in order, without labels, offices, places and marks.

    A byline of an editorial desk alone (本报评论员, 《江城日报》编辑部) gives that desk; one word alone is a pen name.
    """
    if writers := writers_among(byline):
        return writers
    text = _bare(_BEFORE_NAMES.sub("", byline))
    if _NOBODY.fullmatch(simplified(text)):
        return ()
    text = text.removeprefix(_place_before(text)).lstrip(" \u3000")
    one = is_unit(text) and _AND.search(text) and all(is_unit(x) or not is_name(x) for x in split_names(text))
    if desks := (text,) if one else desks_of(text):
        return desks
    bare = re.sub("[(（〔【][^)）〕】]{0,99}[)）〕】]", " ", text)
    if _LATIN.fullmatch(bare.strip().title()):
        return (bare.strip(),)
    folded = simplified(bare)
    desk = DESK.match(folded)
    desk_name = bare[: desk.end()] if desk else ""
    bare = "".join(
        " " if mark == "\0" else character
        for character, mark in zip(bare, _without_labels(folded), strict=True)
    )
    rest = bare.strip(" \u3000:：" + _MARKERS)
    names = split_names(rest)
    if len(names) > _MANY and 2 * sum(map(is_word, names)) > len(names):
        return ()  # A text that was taken apart into words.
    names = [_without_office(name) for name in names]
    people = [name for name in names if is_name(name)]
    if people and _is_list(rest, names):
        return tuple(names)
    if people and len(people) < len(names):
        # Among names, longer words are offices and places of work, shorter ones may be pen names.
        short = [
            name
            for name in names
            if (1 < len(name) <= 3 or may_be_pen_name(name))
            and not (is_unit(name) or _NOBODY.fullmatch(name) or name[-1] in "报网社刊" or name.islower())
        ]
        kept = (people_among(names) or people) + [name for name in short if not is_name(name)]
        return tuple(name for name in names if name in kept)
    if desk and not people:
        return (desk_name,)
    if len(people) == len(names) and "、" in rest:
        return tuple(people)  # Among names in a list, 程远州 is none of a place.
    words = [
        name
        for token in names
        if 1 < _width(name := token.strip(_MARKERS)) <= (_LONGEST if not is_unit(name) else len(name))
        and not _NOBODY.fullmatch(name)
    ]
    return tuple(word for word in words if not is_unit(word)) or tuple(words)


def _place_before(text: str) -> str:
    """The small place that stands before a sure name, told by its word alone: 临江 of 临江 周明; else ""."""
    found = _PLACED.fullmatch(text)
    if found is None or not is_name(found[2]) or is_word(found[2]) or is_unit(found[2]):
        return ""
    place, name = map(simplified, found.groups())
    sure = name[0] in words("surnames", "common") or default_tokenizer().tag(name)[0][1] in _OF_NAMES
    return found[1] if sure and default_tokenizer().tag(place) == [(place, "ns")] else ""


def _width(name: str) -> int:
    """The length of a name, two Latin letters as one."""
    return len(re.sub("[!-~]{2}", "_", name)) if len(name) > _LONGEST else len(name)


def _without_labels(folded: str) -> str:
    """A byline where labels, and from where and how its authors report, are marked."""

    def marked(match: re.Match[str]) -> str:
        return "\0" * len(match.group())

    bare = _LABEL.sub(marked, _TAIL.sub(marked, folded))
    report = _REPORT.search(bare)
    if report is None or not report.start():
        return bare
    # Without a label before it the name of a reporter may stand there: 采访小组／周明报道.
    start = (
        report.end("place")
        if report["place"] and bare == folded and is_name(report["place"])
        else report.start()
    )
    return bare[:start] + "\0" * (len(bare) - start)


def _without_office(token: str) -> str:
    """The name behind an office or before a place that is written together with it: 江城社科院研究员周明, 周明北京."""
    if (place := place_behind().search(simplified(token))) and is_name(token[: place.start()]):
        return token[: place.start()]
    for length in (3, 2):
        office, name = token[:-length], token[-length:]
        if len(office) > 1 and is_name(name) and is_unit(office) and name[-1] not in "会會局院部委办辦处處":
            return name
    return token


def writers_among(line: str) -> tuple[str, ...]:
    """Who wrote, of a line that tells who wrote and who drew: 周明／文　李静／图; nobody for any other line."""
    if not _PARTS.fullmatch(line.strip()):
        return ()
    return tuple(found[1] for found in _PART.finditer(line) if "文" in found[2])


def signature_of(line: str) -> tuple[str, ...] | None:
    """Whom a short line of names names, alone or with places and offices; None for a line that holds anything else.

    （北京 赵一鸣）, 周　明　江城市社科院研究员, [周明], 口 周明, 《江城日报》编辑部, 本报评论员 王五, 作者：周明.
    """
    line = _POSTCODE.sub("", line.strip())
    if writers := writers_among(line):
        return writers
    if reporters := _DATELINE.fullmatch(simplified(line)):
        line = line[slice(*reporters.span(reporters.lastindex or 0))]
    if held := _SPOKE.match(line):
        line = line[held.end() :]
    text = _bare(line)
    if not 2 <= len(text) <= 60 or re.search("[。！？!?；：:]", _LABEL.sub("", text)):
        return None
    folded = simplified(text)
    if desks := desks_of(text):
        return desks
    told = [text[slice(*found.span(1))] for found in _TOLD_OF.finditer(folded)]
    if told and not _TOLD_OF.sub("", folded).strip(" \u3000、"):
        return tuple(told) if all(map(is_name, told)) else None
    label = _LABEL.match(folded)
    tokens = split_names(_without_labels(folded).replace("\0", " ").strip(" \u3000:：" + _MARKERS))
    tokens = [_without_office(token) if label else token for token in tokens]
    if not tokens or len(tokens) > 8:
        return None
    names = [token for token in tokens if is_name(token) and not is_unit(token)]
    others = [token for token in tokens if token not in names]
    if names and _is_list(text, tokens):
        return tuple(tokens)
    placed = _place_before(text) != ""
    signs = (
        placed
        or (names and all(map(is_unit, others)))
        or (label and label.end() < len(folded) and not others)
    )
    reported = others == tokens[:1] and is_unit(others[0]) and re.search("[/／].*报[道导]$", folded)
    return (authors_of(line) or None) if signs or reported else None


def is_signed(line: str) -> bool:
    """Whether a line is reporters in brackets alone, however many: 【江城日报驻北城记者 周明 江城日报记者 李静】."""
    return line[-1:] in "】)）〕]" and _DATELINE.fullmatch(simplified(line)) is not None


def signed_inside(text: str, first: str = "") -> tuple[str, ...]:
    """The authors whom the end of a text or brackets in the `first` paragraph name, where they stay: （周明）.

    Addresses and hashtags of a post may stand behind.
    """
    tags = _TAGS.search(text, max(0, len(text) - 300))
    text = text[: tags.start()].rstrip() if tags else text
    last, first = text[-_ENDING:], first[:_OPENING]
    end = _AT_END.search(simplified(last)) if len(text) > _LONGEST else None
    for inside, said in ((end, last), (_DATELINE.match(simplified(first)), first)):
        signed = signature_of(said[slice(*inside.span(inside.lastindex or 0))]) if inside else None
        if signed is not None:
            return signed
    speech = _OF_SPEECH.match(first)
    return (speech[1],) if speech and is_name(speech[1]) else ()


def _bare(byline: str) -> str:
    """A byline without the marks and the brackets around it."""
    text = _EDITORS.sub("", byline) if "编" in byline or "校" in byline else byline
    text = _STUDENT.sub(" ", text).strip() if _STUDENT.search(text) else text.strip()
    text = text.replace("\xa0", " ")
    text = _TRANSLATED.sub("", _COUNTRY.sub("", _NOTED.sub("", text)))
    while True:
        box = _OCR_BOX.match(text)
        boxed = box is not None and (not box[1] or is_name(box[1]))
        bare = (
            _BY.sub("", text[box.end() :] if box and boxed else text)
            .strip()
            .strip(_MARKERS + " \u3000-—－―─")
        )
        if len(bare) > 2 and bare[-1] in _PAIRS.get(bare[0], ""):
            bare = bare[1:-1].strip()
        if bare == text:
            return bare
        text = bare
