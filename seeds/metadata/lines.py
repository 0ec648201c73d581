"""Lines of a text that their form alone shows to be no text: field lines, lines of web pages and of messages.

作者：周明;李强  时间：2016-06-01 / 2018年07月10日08:15 | 来源：江城网 / 原创 周明 江城评论 2021-05-14 08:30 /
（责编：王平） / 分享到： / 首页 >> 观点. What only its place tells, a bare name or a title, is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, reduce
from operator import or_

from seeds.desks import is_group
from seeds.language.characters import HAN, han_in
from seeds.language.variants import simplified
from seeds.metadata.dated import BULLETS, LINK, SEPARATORS, dated_line
from seeds.metadata.dates import DATE, TIME, day_of_writing, find_date
from seeds.metadata.fields import NOTHING, Fields
from seeds.metadata.filenames import fields_of_path
from seeds.metadata.furniture import DIVIDING, ENDING, furniture_form
from seeds.metadata.issues import journal_head
from seeds.metadata.labelled import TAKEN, label_roles, labelled_line
from seeds.metadata.metaline import LONGEST, MetaLine
from seeds.metadata.segments import called_line, facts_among
from seeds.metadata.wires import wire_line
from seeds.names import all_names, authors_of, is_name, is_word, signature_of, writers_among
from seeds.offices import is_office, is_place
from seeds.papers import is_paper

_BRACKETS = {"(": ")）", "（": "）)", "[": "]", "【": "】", "〔": "〕", "<": ">"}
"""What may close a bracket: half and full width are mixed up as they are typed."""
_SENTENCE = re.compile("[。；]|[，：:]$")
_FINAL = re.compile("[。！？….!?，；、][”’」』）)]*$")
_FROM = re.compile(
    "[—－-]{0,4}(?:原(?:标题|题)为?[“《「][^”》」]{2,40}[”》」][，,])?(?:本文|原文|文章)?(?:原载|原刊|来源(?=于)|首发|刊[载于]|载于|发[表于]|出自|来自|(?:转载?|摘|选|转摘|摘编|摘选|节选|选编|剪藏)自)[于自]?"
    "(?:[^。，：「“《]{0,8}|[0-9一二〇○零三四五六七八九十年月日 ]{6,14})[「“《]([^」”》]{2,20})[」”》][^。]{0,40}$"
)
"""Where an article is from, without a label: 原载于公众号“江城观察”."""
_PRINTED = re.compile(
    "[—－-]{0,4}(?:本文|原文)?(?:原[载刊载載]|刊[于於载載]|[载載][于於]|[选選摘]自)[^。]{0,60}。$"
)
"""The same as a sentence, which says nothing else."""
_ALTERED = re.compile("(?<=》)。(?:有|略有|稍有|略作)(?:删改|改动|删节|删减|修改|调整)。?$")
"""What schoolbooks say behind it: 略有改动。"""
_CREDIT = re.compile(
    "(?:(?=《[^》]+》.*(?:出版社|[0-9]期|[0-9]页))|(?:本文|原文|文章)?(?:原载|原刊|刊于|载于?|据|来源|稿源|见"
    "|(?:转载?|摘|选|编|转摘|摘编|摘选|节选|选编|改编|编译|摘译|译)自)[于自]?[:：]?)[^。，「“《]{0,16}《([^》]{2,20})》[^。]{0,60}$"
)
"""The same in brackets, where nothing else can be meant: （据5月6日《江城日报》，原题为《书屋亮了》）."""
_DATED = re.compile(f".(?:{DATE.pattern})[，,、 \u3000]*")
"""The day in brackets before where an article is from: （2024年3月1日，原载《江城日报》）."""
_SPACED_LABEL = re.compile("(?:作者|撰文|撰稿)[ \u3000]+([^，。：:！？ \u3000][^，。：:！？]{1,15})")
_AUTHOR_TOO = re.compile(
    "作者[:： ]?([^，。：:]{1,12})(?:[，,](?:题图|头图|封面|配图|图片|编辑|原标题|原文标题)[^。]{0,60})?"
)
"""Who wrote it, behind where it is from: 以下文章来源于江城观察，作者周明."""
_AUTHOR_BEHIND = re.compile("[，,；; \u3000](?:作者|署名)[:： ]?([^，。：:]{2,12})$")
_ABOUT = re.compile(
    f"(?:(?:本文)?作者|笔者)[:： ]?(?P<name>(?:[{HAN}]{{2,4}}?)?)(?:系|为|是)(?=.*[{HAN}]。?$)"
)
"""Who an author is, in brackets: （作者周明系江城大学教授）, （作者系江城大学教授周明）."""
_TOLD_ABOUT = re.compile(
    f"(?:(?:本文)?作者[:：] ?(?P<named>[{HAN}]{{2,4}}?)[，,]|本文作者(?P<name>[{HAN}]{{2,4}}?)(?:，|系|是|为))"
    "[^。！？你您我]{2,80}。?"
)
"""The same as a sentence, below the text: 作者：周明，江城大学教授。"""
_CREDITED = re.compile(
    f"[{HAN}]{{0,4}}(?:[核检]查|校[对订]?|审[核校读]|设计|制[图作]|剪辑|视觉|排版|运营|策划|监制|统筹|出品|美编|配[图音]|摄[影像])"
    f" *[|｜丨] *([{HAN}·、 \u3000]{{2,40}})"
)
"""Who else had a part in an article: 事实核查 | 周明."""
_TRANSLATOR = re.compile(f"([{HAN}·、 \u3000]{{2,20}}?)[ \u3000]*(?:编?译|編?譯)者?")
"""Who translated it: 周明　译."""
_PART = re.compile(f"[{HAN}]{{2,8}}")
"""A section of a paper behind its name: 江城日报 书香周刊."""
_CLOSED = re.compile("(?<=[。！？…”’）)】\\]])[ \u3000]*(?=[^ \u3000。！？…”’）)》】\\]])")
"""Where a sentence may have ended."""
_TOLD = re.compile(
    f"{_CLOSED.pattern}"
    f"(?=(?:[（(【\\[]?[{HAN}]{{2,8}}[:：丨][^。！？，]{{0,60}}|[（(【\\[][文图][/／|｜][^。！？，]{{2,60}}[）)】\\]]|[□■◆●][^。，！？]{{2,24}}|[（(【\\[][^。，！？（）()【】]{{2,16}}[）)】\\]]|返回[^。，]{{1,8}}，查看更多|(?:查看|阅读|点击)(?:原文|全文|详情))。?$)"
)
"""Where what is told of an article may stand behind its last sentence: 。（责编：周明）, 。□李静."""
_OVER = re.compile("(?<=[^。！？…”’）)】\\]\\s])(?P<gap>[ \u3000]?)[（(【](?:全文|本文)?(?:完|结束)[）)】]$")
"""What says that a text is over, behind its last word, which has no stop."""
_MOST_CUTS, _LONGEST_LABEL = 8, 8
"""Facts behind the last sentence of a line at most, and characters of a label alone on its line."""
_NEXT_FIELD = re.compile("(?!https?:)[A-Za-z_]{2,24} ?[:：]")
"""How a field begins that follows one without a value."""
_SENTENCE_END = re.compile("[。！？…][”’」』）)]*$")
_BILINGUAL = re.compile(f"^[A-Za-z]{{2,20}}-(?=[{HAN}]{{2,8}}[:：])")
"""What databases put before a label in Chinese: Title-题名."""
_KEYED = re.compile(
    f"^([A-Za-z][A-Za-z_-]{{2,19}}(?= = |::|\t+)|[{HAN}]{{2,6}}(?==))(?: ?=|::|\t+)[ \t]*(.*)$"
)
"""The name of a field as programs write it, and its value: pub_date = 2024-03-01, 作者=周明."""
_UNMARKED = re.compile(
    "^(?:发[布表稿]|更新|刊发|出版|發[佈布表])(?:[时時][间間]|日期)(?=[ \u3000]*(?:19|20)[0-9]{2} ?[-年/.])"
)
"""A label that no colon parts from its day: 发布时间 2024-03-01."""
_OWNED = re.compile("(?:本文|文章|作品)?版[权權](?:[归歸]|[属屬][于於]?)([^，。、]{2,16}?)所有")
"""Whose the rights of an article are, of one that says nothing else of where it is from."""
_TAKEN_FROM = re.compile(f"(?<=[0-9][，, \u3000])来源于(?=[{HAN}])")
"""The same of where it is from: 2024-03-01 08:30，来源于江城日报."""
_HASH = re.compile("^[#+]+ *(?=[^#]*$)")
"""What marks a title or what stands below it, in a text of marks of its own."""
_DAY_BEFORE = re.compile(f"[\\[【（(](?:{DATE.pattern})(?:{TIME.pattern})?[\\]】）)][ \u3000]*(?=\\S)")
"""The day in brackets before a title."""
_IN_BRACKETS = re.compile("[（(][^（）()]{4,40}[)）]$")
_POSTED = re.compile(
    "(?:张贴者|发[帖贴布]者|(?i:posted by))[:：]? *([^ \u3000，。：:]{2,16})[ \u3000]+"
    "(?:(?:[于在]|at|on|时间[:：]?) *)?(?:[上下]午|凌晨|早上|中午|晚上)? ?[0-9]{1,2}:[0-9]{2}(?: ?[APap][Mm])?"
)
"""Who posted a text on a blog, and at what time: Posted by 木铎 at 8:05 PM."""
_ORIGINAL, _STACKED = re.compile("原[创創]|Original"), 5
_MOST_FACTS, _LEAST_TITLE, _TITLE = 6, 4, 60


@lru_cache(256)
def meta_line(text: str) -> MetaLine | None:
    """What a line says as metadata, or None for a line that may be text."""
    text = text.replace("\xa0", " ").strip()
    text = _HASH.sub("", text)
    text = _KEYED.sub(_as_label, _BILINGUAL.sub("", text))
    text = _TAKEN_FROM.sub("来源：", _UNMARKED.sub("\\g<0>：", text))
    limit = LONGEST * (1 + text.isascii())
    if not text or (len(text) > limit and (len(text) > 8 * LONGEST or len(LINK.sub("", text)) > limit)):
        return None
    inner = _unbracketed(text)
    bracketed = len(text) > 2 and text[-1] in _BRACKETS.get(text[0], "")
    return next(filter(None, (reader(text, inner, bracketed) for reader in _readers())), None)


def told_below(label: str, text: str) -> MetaLine | None:
    """What a line says whose label stands alone on the line above it: 作者： above 周明."""
    alone = len(label) <= _LONGEST_LABEL and label.endswith(("：", ":")) and meta_line(label) is not None
    line = meta_line(label + text) if alone and not _NEXT_FIELD.match(text) else None
    return line if line and line.fields else None


def stacked(lines: Sequence[str]) -> tuple[int, MetaLine] | None:
    """What lines say that stand one below the other though they are one: 原创, 周明, 江城评论, 2021-05-14 08:30.

    How many they are, with the place below the day, and what they say together; None if the first is no such mark.
    """
    if not lines or not _ORIGINAL.fullmatch(lines[0].strip()):
        return None
    for count in range(2, _STACKED + 1):
        told = meta_line(" ".join(lines[:count])) if find_date("".join(lines[count - 1 : count])) else None
        if told and told.fields.date:
            placed = lines[count : count + 1] and is_place(lines[count].removeprefix("发表于"))
            return count + bool(placed), told
    return None


def _origin(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    """Where an article is from, in words: 原载于公众号“江城观察”, （据5月6日《江城日报》）, 本文转自江城网."""
    dated = _DATED.match(text) if bracketed else None
    told = _ALTERED.sub("。", LINK.sub("", inner))
    told = told[:-1] if _PRINTED.match(told) else told
    origin = _FROM.match(simplified(told))
    if origin is None and bracketed:
        told = text
        origin = _CREDIT.match(simplified(text), dated.end() if dated else 1, len(text) - 1)
    if origin is not None:
        rest = DATE.sub("", told[origin.end(1) : origin.end()]).strip("」”》）) \u3000")
        too = _AUTHOR_BEHIND.search(rest)
        rest = too[1] if too else rest
        names = signature_of(rest) if rest and (find_date(text) or not is_word(rest)) else None
        names = names or (authors_of(rest) if too else ())
        return MetaLine(
            "source", fields=Fields(source=told[slice(*origin.span(1))], authors=names, date=find_date(text))
        )
    taken = TAKEN.match(simplified(inner))
    if taken is None:
        return None
    rest = LINK.sub("", taken["rest"] or "").strip(SEPARATORS + ":：")
    named = _AUTHOR_TOO.fullmatch(rest)
    if named or not rest or dated_line(rest) or (is_paper(taken["source"]) and _PART.fullmatch(rest)):
        names = authors_of(named[1]) if named else ()
        return MetaLine(
            "source",
            fields=Fields(source=inner[slice(*taken.span("source"))], authors=names, date=find_date(text)),
        )
    return None


def _around(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    """What pages, messages and scripts leave around an article, by its form alone."""
    kind = furniture_form(simplified(text))
    if kind in ("notice", "share", "nav", "editor") and (told := labelled_line(inner)) and told.fields:
        return told
    if kind is None:
        return None
    fields = fields_of_path(re.sub("^[^\\w]+|[^\\w]+$", "", text)) if kind == "file_name" else Fields()
    if (owned := _OWNED.search(text)) is not None and is_paper(owned[1]):
        fields = Fields(source=owned[1])
    first = re.split("[ \u3000|｜·]", text)[0] if kind == "date_line" else ""
    if first and not first[0].isdecimal() and is_paper(first):
        return MetaLine("source", fields=Fields(source=first))  # 江城日报客户端　1小时前
    return MetaLine("furniture", kind, fields, divides=kind in DIVIDING, ends=kind in ENDING)


def _facts(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    """Labels and values, or a day with what may stand beside it."""
    if head := journal_head(inner):
        return head
    several = _several(inner) if bracketed and "；" in inner else None
    return (
        several
        or labelled_line(inner)
        or dated_line(inner)
        or (labelled_line(text) if inner != text else None)
    )


def _wire(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    return wire_line(text)


def _in_parts(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    return called_line(inner) or facts_among(inner)


def _author(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    """Who wrote the article, in brackets: （作者周明系江城大学教授）, （北京 赵一鸣）."""
    if day_of_writing(text):
        return None
    said = _TOLD_ABOUT.fullmatch(simplified(text))
    if said and (name := text[slice(*said.span(said.lastgroup or 0))]) and is_name(name):
        return MetaLine("author_note", fields=Fields(authors=(name,)))
    if bracketed and (about := _ABOUT.match(simplified(inner))):
        # The name may stand before the office or behind it.
        named = [about["name"]] if about["name"] else authors_of(inner[about.end() :])
        return MetaLine("author_note", fields=Fields(authors=tuple(filter(is_name, named))))
    if writers := writers_among(text) or ((inner,) if is_group(inner) else ()):
        return MetaLine("byline", fields=Fields(authors=writers))
    if posted := _POSTED.fullmatch(simplified(text)):
        return MetaLine("byline", fields=Fields(authors=(text[slice(*posted.span(1))],)))
    spaced = _SPACED_LABEL.fullmatch(inner)
    names = authors_of(spaced[1]) if spaced else _in_brackets(inner) if inner != text else ()
    return MetaLine("byline", fields=Fields(authors=names)) if names else None


def _others(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    """Who else had a part in it; an address alone."""
    credit = _CREDITED.fullmatch(inner) or _TRANSLATOR.fullmatch(inner)
    if credit and all_names(credit[1]):
        return MetaLine("furniture", "editor")
    return MetaLine("furniture", "mailbox") if LINK.fullmatch(inner) else None


def _readers() -> tuple[Callable[[str, str, bool], MetaLine | None], ...]:
    """What a line is tried as, in this order: each takes it as it stands, without its brackets, whether it has any."""
    return _wire, _origin, _around, _facts, _author, _in_parts, _others


def _as_label(keyed: re.Match[str]) -> str:
    """A field as programs write it, as a label and its value."""
    name = keyed[1].lower().replace("-", "_")
    return f"{name}：{keyed[2]}" if name in label_roles() else keyed.group()


def told_behind(text: str, *, last: bool = False) -> list[tuple[int, int]]:
    """The gaps where, behind the last sentence of a line, who edited or wrote an article is told, or where it is from.

    Behind the `last` line of a text that needs no label: 。《江城日报》（2024年3月1日 05版）（责编：王平）.
    """
    form, end = _CLOSED if last else _TOLD, len(text)
    over = _OVER.search(text, max(0, end - LONGEST)) if last else None
    cuts = [over.span("gap")] if over else []
    end = over.start() if over else end
    while len(cuts) < _MOST_CUTS and (
        found := next(
            (
                cut
                for cut in form.finditer(text, max(0, end - LONGEST), end)
                if _tells(text[cut.end() : end], _SENTENCE_END.search(text, 0, cut.start()) is not None)
            ),
            None,
        )
    ):
        cuts.insert(0, found.span())
        end = found.start()
    return cuts


def _tells(tail: str, ended: bool) -> bool:
    """Whether a text, but for a full stop behind brackets, tells of an article; names do that `ended` a sentence."""
    tail = tail[:-1] if re.search("[）)\\]】]。$", tail) else tail
    if _FINAL.search(tail):
        return False
    if tail[0] in f"（([【{BULLETS}" and signature_of(tail) is not None:
        return ended and not is_word(tail.strip("（([【】])）"))
    line = meta_line(tail)
    # A label with nothing behind it begins a text, but for one in brackets, or one of those who edit.
    return line is not None and (bool(line.fields) or line.kind != "notice" or tail[-1] in "）)]】")


def title_within(text: str) -> tuple[int, int, Fields] | None:
    """Where a title stands on a line with facts around it, and what these say; None without them.

    [2024-03-01] 书屋亮了 / 书屋亮了（江城日报，2024年3月1日） / 书屋亮了2024-03-01 08:30 来源：江城日报.
    """
    if meta_line(text) is not None:
        return None
    before = _DAY_BEFORE.match(text)
    start = before.end() if before else 0
    facts = Fields(date=find_date(before.group())) if before else NOTHING
    opens = [found.start() for form in (_IN_BRACKETS, DATE) for found in form.finditer(text, start)]
    for at in sorted(opens)[:_MOST_FACTS]:
        head = text[start:at].rstrip("（([【").rstrip(SEPARATORS)
        line = meta_line(text[start + len(head) :].strip(SEPARATORS)) if _may_be_title(head) else None
        if line is not None and (line.fields.date or (line.fields.source and line.fields.authors)):
            set_off = (
                start + len(head) < at or text[at] in "（([【" or line.fields.source or line.fields.authors
            )
            return (start, start + len(head), line.fields | facts) if set_off else None
    return (start, len(text), facts) if facts.date and _may_be_title(text[start:]) else None


def _may_be_title(text: str) -> bool:
    """Whether what stands before facts is no fact itself, nor a sentence."""
    if len(text) > _TITLE or han_in(text) < _LEAST_TITLE or _SENTENCE.search(text):
        return False
    return not (is_paper(text) or signature_of(text) or meta_line(text))


def _several(text: str) -> MetaLine | None:
    """Several things in the same brackets: （作者：周明，江城大学教授；本文原载《江城日报》）."""
    told = [line for part in text.split("；") if (line := meta_line(part)) and line.fields]
    if len(told) <= text.count("；"):
        return None
    return replace(told[0], fields=reduce(or_, (line.fields for line in told)))


def _unbracketed(text: str) -> str:
    while len(text) > 2 and text[-1] in _BRACKETS.get(text[0], "") and text.count(text[0]) == 1:
        text = text[1:-1].strip()
    return text.strip()


def _in_brackets(text: str) -> tuple[str, ...]:
    """An office, or names with a place, an office or any one word before them: （北京 赵一鸣）, （江城在线 周明）."""
    signed = (text,) if is_office(text) else signature_of(text)
    tokens = text.split()
    if signed is None and len(tokens) > 1 and len(tokens[0]) <= 8 and all(map(is_name, tokens[1:])):
        return tuple(tokens[1:])
    return signed if signed and not is_word(text) else ()
