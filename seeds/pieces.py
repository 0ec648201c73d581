"""A piece made of its texts by role and of what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.layout import cues
from seeds.metadata import Fields
from seeds.names import is_name, is_word
from seeds.page import Paragraph, Piece, Role
from seeds.papers import is_newspaper, is_paper
from seeds.speeches import day_within, speaker_of, speaker_within, title_within

_PRESS = re.compile(
    "(?:文 ?[|｜丨/／] ?)?[□■●◆◎（(【]?《?(?P<name>(?!本|综合|据)[^ \u3000，。：:《》（(【□■●◆◎/／|｜丨]{2,10}?)》?"
    "(?:特约|首席|高级|资深|全媒体|实习|见习)?(?:记者|评论员|通讯员)(?!.*本[报刊])"
)
"""The paper that a byline begins with: 江城日报记者 周明."""

_NUMBERED_COLUMN = re.compile("[【\\[]([^】\\]]{2,14}?)[ 第]?[0-9]{1,4}期?[】\\]] *(?=.{4})")
_TAGGED = re.compile(f"(?:【([^】]{{2,10}})】|\\[([{HAN}]{{2,6}})\\]) *(?=[^【】]{{6,}}$)")
_CLOSED = re.compile(f"([{HAN}]{{2,8}})[》〉][ \u3000]*(?=[^《》〈〉]{{4,}}$)")
"""A column as papers of Taiwan set it off: 江城廣場》書屋亮了; between both marks it has to be called as one."""
_ANGLED = re.compile(f"〈([{HAN}]{{2,8}})〉[ \u3000]*(?=[^〈〉]{{6,}}$)")
_POSTED = re.compile(
    "(?:[\\[【(（〔［](?:转[载帖贴发]?|[轉][載貼發]?|原[创創]|首[发發]|剪[报報]|摘[录錄抄]|推[荐薦]|收藏|分享)[\\]】)）〕］]"
    "[ \u3000:：]*)+(?=.{2})"
)
"""What boards and blogs put before a title that somebody posted: [转载]."""
_NAMED = "[^ \u3000，。、：:！？!?《》“”（）()|｜丨-]"
_SUFFIX = re.compile("[.](?:md|txt|docx?|html?|pdf)$")
_BARRED = re.compile(f"^({_NAMED}{{2,6}}) ?[|｜丨] ?(?=[^|｜丨]{{6,}}$)")
"""A paper before a title: 江城观察 | 书屋亮了，人心也亮了; any other name is part of it: 好评江城｜书屋亮了."""
_COLUMN = ("专栏", "專欄", "栏目")
_SITED = re.compile(f"(?<=.{{6}})(?P<apart> +[-–|｜] +| ?[_|｜-])(?P<name>{_NAMED}{{2,12}})$")
"""A site behind a title: 书屋亮了，人心也亮了 - 江城之家."""
_LESSON = re.compile("(0[0-9]{1,2})[ \u3000.、_-]+(?=\\D{4})")
"""The number of a lesson, which begins the name of its file too: 04 书屋亮了."""
_SPEECH = re.compile("(?:演[讲講]|[发發]言|[讲講][话話]|致[辞詞])稿?")
"""What speeches are called that have no title."""
_HEAD, _LONGEST = 4, 80
"""Paragraphs in which a speech says what it is; characters of a title that a name may stand in."""
_SIGNED = re.compile(
    f"(?P<first>[{HAN}]{{2,4}})[:：] ?(?P<behind>.{{4,}})"
    f"|(?P<before>.{{4,}}?)(?: ?[|｜丨] ?| +- +|[ \u3000]+)(?P<last>[{HAN}]{{2,3}}|[{HAN}]{{2,6}}[·•][{HAN}]{{2,6}})"
)
_NAMED_FIRST = re.compile(
    "[\\[【]?(?P<name>[^:：|｜丨\\]】]{2,16}?)"
    "(?:[\\]】][:： ]?| ?[:：|｜丨] ?| ?[-－—]{1,2} ?(?=《)| [-－—]{1,2} )(?=.{4})"
)
"""The author before a title, set off from it: 周明：书屋亮了."""


def piece_of(
    number: int,
    texts: Mapping[Role, Sequence[str]],
    paragraphs: Iterable[Paragraph],
    fields: Fields,
    page: str,
) -> Piece:
    """The piece; its lines tell title and source where `fields` do not."""

    def joined(role: Role) -> str | None:
        return " ".join(texts.get(role, ())) or None

    whole = list(paragraphs)
    title, column, paper = _without_column(fields.title or joined("title") or "", fields.source)
    title = _without_lesson(_SUFFIX.sub("", title), page)
    title, signed = _signed_title(title, fields.authors, whole)
    said = [paragraph.text for paragraph in whole[:_HEAD]]
    if not title or _SPEECH.fullmatch(title):
        title = title_within(said) or title
    title = next(
        (title[: -len(name)].rstrip() for name in fields.authors if title.endswith(f" {name}")), title
    )
    # A heading with nothing below it heads nothing.
    whole[-1:] = [replace(last, kind="body") for last in whole[-1:]]
    press = _PRESS.match(simplified(joined("byline") or ""))
    return Piece(
        number,
        title,
        tuple(whole),
        kicker=joined("kicker"),
        authors=fields.authors
        or signed
        or next(filter(None, map(speaker_of, (title, *texts.get("deck", ())))), ())
        or speaker_within(said),
        byline=joined("byline"),
        decks=tuple(texts.get("deck", ())),
        author_note=joined("author_note"),
        source=fields.source
        or joined("source")
        or paper
        or (
            (joined("byline") or "")[slice(*press.span("name"))]
            if press and (is_paper(press["name"]) or "《" in press.group())
            else None
        ),
        page=page,
        date=day_within(said) or fields.date,
        column=fields.column or column,
        url=fields.url,
    )


def _signed_title(
    title: str, authors: Sequence[str], paragraphs: Sequence[Paragraph]
) -> tuple[str, tuple[str, ...]]:
    """A title without the name of its author before or behind it: 周明：书屋亮了, 书屋亮了 周明.

    Of whom a text speaks, it names; who wrote it, it does not. One of the `authors` who are known is told anyhow.
    """
    if (rest := unsigned(title, authors)) != title:
        return rest, ()
    found = _SIGNED.fullmatch(title) if not authors and len(title) <= _LONGEST else None
    if found is None:
        return title, ()
    name, rest = found["first"] or found["last"], found["behind"] or found["before"]
    known = is_name(name) and not is_word(name) and not is_name(rest)
    if not known or any(name in paragraph.text for paragraph in paragraphs):
        return title, ()
    return rest, (name,)


def unsigned(title: str, authors: Sequence[str]) -> str:
    """A title without one of the `authors` before it: 周明：书屋亮了."""
    named = _NAMED_FIRST.match(title) if len(title) <= _LONGEST else None
    return title[named.end() :] if named and named["name"] in authors else title


def _without_lesson(title: str, page: str) -> str:
    lesson = _LESSON.match(title)
    name = re.split("[\\\\/]", page)[-1]
    return title[lesson.end() :] if lesson and name.startswith(lesson[1]) else title


def _without_column(title: str, source: str | None) -> tuple[str, str | None, str | None]:
    """A title without the column, or the site or paper it is from, that is set off from it; the column, and the paper.

    A site behind the title of what is from another `source` is part of it.
    """
    title = title[posted.end() :] if (posted := _POSTED.match(title)) else title
    tagged = _TAGGED.match(title)
    if named := _NUMBERED_COLUMN.match(title) or _CLOSED.match(title):
        return title[named.end() :], named[1], None
    if (angled := _ANGLED.match(title)) and cues.is_column(angled[1]):
        return title[angled.end() :], angled[1], None
    if tagged and not is_name(tag := tagged[1] or tagged[2]):
        paper = is_newspaper(tag)
        return title[tagged.end() :], None if paper else tag, tag if paper else None
    return _unbarred(title, source)


def _unbarred(title: str, source: str | None) -> tuple[str, str | None, str | None]:
    """A title without the column or site that a bar, or a hyphen between spaces, sets off; the column, and the site."""
    before, behind = (form.search(title) if len(title) <= _LONGEST else None for form in (_BARRED, _SITED))
    if before and before[1] not in _COLUMN and cues.is_column(before[1]):
        return title[before.end() :], before[1], None
    if before and (is_paper(before[1]) or before[1] in _COLUMN or (source or "").startswith(before[1])):
        return title[before.end() :], None, before[1] if before[1] not in _COLUMN else None
    if behind and (is_paper(behind["name"]) or len(behind["apart"]) > 2):
        name, barred = behind["name"], behind["apart"].strip() in ("|", "｜")
        if not is_name(name) and (barred or source is None or name in source):
            column = barred and not is_paper(name)
            return title[: behind.start()], name if column else None, None if column else name
    return title, None, None
