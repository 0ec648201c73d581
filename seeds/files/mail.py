"""Mails and posts of bulletin boards as plain text: what stands around the article that somebody sent on.

Above it lines tell who wrote to whom and when, perhaps a note of the sender's, and a line that says that another mail
follows, with lines of its own; below it the sender signs. Lines of a mail may be quoted, with a mark before each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from seeds import lexicon
from seeds.files.document import Wrapped
from seeds.files.lineforms import bare
from seeds.files.quoted import QuotedLine, are_quoted, marks_of, quoted_lines
from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.metadata import Fields, iso_date
from seeds.names import is_name
from seeds.page import Span

_HEAD = re.compile(
    f"[*|\\s]*(?P<label>[A-Za-z{HAN}][A-Za-z{HAN} \u3000-]{{0,24}})[* ]*[:：][* \u3000]*(?P<value>.*)"
)
_CELL = re.compile(
    f"\\|[ \u3000]*(?P<label>[A-Za-z{HAN} ]{{2,12}})[ \u3000]*\\|[ \u3000]*(?P<value>[^|]*)\\|?"
)
"""A line above a mail, and one that lost the table around it: | 发件人 | 周明 |."""
_ADDRESSES = re.compile('["“<]?[^@]{0,60}@')
"""A line on which those go on to whom a mail was written."""
_ANYWHERE = "anywhere"
_FOLLOWS = re.compile(
    "[-—_=*─ ]{3,}(?=[^-—_=*─]*(?:转发|转寄|原始|原邮件|forwarded|original))[^-—_=*─]{2,40}[-—_=*─ ]{2,}"
    "|(?:begin forwarded message|开始转发的邮件|以?下面?[是为]?被?转?发?的?(?:邮件|内容|原文|全文|文章))[:：]?"
    "|【 ?(?:以下文字转载自|原文由).{1,40}】",
    re.IGNORECASE,
)
"""A line that says that another mail follows."""
_WROTE = re.compile(
    "(?=.*[0-9])(?:(?:在|于|On ).{4,120}|(?:19|20)[0-9]{2}.{6,120})(?:写道|wrote) ?[:：]", re.IGNORECASE
)
"""The same where its lines are quoted."""
_ANSWERED = re.compile(
    "(?:(?:re|fwd?|转发|转寄|轉寄|轉發|回复|回覆|答复|转|答)(?:[\\[（(][0-9]{1,3}[\\]）)])?[ \u3000]*[:：][ \u3000]*)+",
    re.IGNORECASE,
)
"""What mail programs put before a subject."""
_MAILBOX = re.compile('<[^<>]*>|[(（][^()（）]*[)）]|["“”;；,，]|\\S+@\\S+')
_SIGNED = re.compile(
    "--|[—_]{2,}"
    "|(?:best|best wishes|(?:best|kind|warm)? ?regards|cheers|thanks|sincerely|yours)[,，.]?"
    "|(?:发自|来自)我的.{2,20}|(?:从|由).{2,16}(?:[发传]送|寄出)|(?:发自|来自).{2,12}(?:邮箱|邮件|客户端)"
    "|sent from .{2,40}|get outlook for .{2,20}|※ ?(?:修改|来源|转载)[:：].*"
    "|【 ?在 .{1,60}提到[:：] ?】"
    "|(?:本(?:电子)?邮件|this e-?mail).{0,40}(?:附件|保密|机密|attachment|confidential).*",
    re.IGNORECASE,
)
"""What stands above the name of a sender, tells what a mail was sent by, or whom it is for."""
_ENDED = re.compile("[。！？…!?][”’」』）)】]*$")
_NOTE, _LEAST_TITLE = re.compile("[。！!：:]$"), 4
_SURE, _LONGEST, _SEVERAL = 3, 40, ("receiver", "other")
"""Labels of a head that nothing else announces, lines of a head at most, and what may stand in it several times."""
_SUBMITTED = re.compile("[【\\[(（]?(?:自由)?(?:投稿|来稿|评论稿|稿件)")
"""How the subject of a mail begins whose sender wrote the article in it."""
_POSTER = re.compile("([\\w.-]{2,20}) ?(?:[(（]([^()（）]{0,40})[)）])?[,，] ?信区[:：]")
"""Who posted on a board, perhaps with a name, and on which: qingshi (周明), 信区: Society."""
_SIGNATURE, _SHORT, _LONGEST_SENDER = 12, 60, 200
"""Lines of a signature at most, their characters, and those of a line that tells who sent a mail."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines above a mail: where they end, and what they tell by role."""

    end: int
    told: dict[str, str]


def mail_in(text: str) -> Wrapped | None:
    """The mail that a text is, read down to the last one in it; None for any other text."""
    lines = list(quoted_lines(text))
    first = _head(lines, 0)
    heads = [first] if first else []
    start = at = first.end if first else 0
    left, note = sum(len(line.text) for line in lines[start:]), 0
    while at < len(lines):
        below = _next_mail(lines, at, bool(heads))
        # Where more is written above it than is left, the note is the text.
        if below is not None and 2 * note < left:
            heads.append(below)
            left -= sum(len(line.text) for line in lines[at : below.end])
            start, at, note = below.end, below.end, 0
        else:
            note, left = note + len(lines[at].text), left - len(lines[at].text)
            at += 1
    if not heads:
        return None
    signers = _names(heads[0].told.get("sender", "")) if len(heads) > 1 else ()
    end = _end_of(lines, start, signers)
    inner = [at for at in range(start, len(lines)) if lines[at].quoted]
    if inner and are_quoted(lines[inner[0] : inner[-1] + 1]) and _most(lines, inner, start):
        start, end = inner[0], inner[-1] + 1
    if start >= end:
        return None
    told = {role: value for head in heads for role, value in head.told.items() if value}
    fields = fields_of_mail(told.get("subject", ""), told.get("date", ""))
    fields |= Fields(authors=_writer(told.get("sender", ""), fields.title or "") if len(heads) == 1 else ())
    if (named := _named(lines[start:end], fields.title or "")) > 0:
        start += named
        fields = replace(fields, title=lines[start].text)
    begins, ends = lines[start].start, lines[end - 1].end
    marks = marks_of(text, begins, ends) if are_quoted(lines[start:end]) else ()
    return Wrapped((Span(0, begins), *marks, Span(ends, len(text))), fields)


def _named(lines: Sequence[QuotedLine], subject: str) -> int:
    """The line below a note that the subject ends with: 投稿：书屋亮了; 0 where no note stands above it."""
    whole = bare(subject)
    for at, line in enumerate(lines[:_SIGNATURE]):
        if len(called := bare(line.text)) >= _LEAST_TITLE and whole.endswith(called):
            return at if any(_NOTE.search(above.text) for above in lines[:at]) else 0
    return 0


def fields_of_mail(subject: str, date: str) -> Fields:
    """What the lines above a mail say of an article in it that says nothing itself."""
    answered = _ANSWERED.match(subject)
    return Fields(title=subject[answered.end() if answered else 0 :] or None, date=iso_date(date))


def _writer(sender: str, subject: str) -> tuple[str, ...]:
    """Who wrote the article in a mail: who posts on a board, or submits what he wrote."""
    if posted := _POSTER.match(simplified(sender)):
        named = posted[2] is not None and is_name(posted[2])
        return (sender[slice(*posted.span(2 if named else 1))],)
    name = next(iter(_names(sender)), "")
    return (name,) if _SUBMITTED.match(simplified(subject)) and is_name(name) else ()


def _next_mail(lines: Sequence[QuotedLine], at: int, within: bool) -> _Head | None:
    """The head of another mail that begins at a line, `within` a mail perhaps without lines of its own."""
    if _says_another_follows(lines[at], lines[at + 1 : at + 2]):
        return _head(lines, at + 1, announced=within) or (_Head(at + 1, {}) if within else None)
    apart = lines[at].gap or (at > 0 and not any(map(str.isalnum, lines[at - 1].text)))
    below = _head(lines, at) if within and apart else None
    return below if below and len(below.told) >= _SURE else None


@cache
def _labels() -> dict[str, str]:
    listed = lexicon.listed("mail_heads").items()
    return {label: role for role, labels in listed if role != _ANYWHERE for label in labels}


def _told(line: QuotedLine) -> tuple[str, str, str] | None:
    """The label, its role and the value of a line above a mail."""
    found = _HEAD.fullmatch(line.text) or _CELL.fullmatch(line.text)
    if found is None:
        return None
    label = re.sub("[ \u3000-]", "", simplified(found["label"]).lower())
    role = "other" if found["label"].startswith("X-") else _labels().get(label)
    return (label, role, found["value"].strip(" *")) if role else None


def _head(lines: Sequence[QuotedLine], first: int, *, announced: bool = False) -> _Head | None:
    """The lines above a mail that begin at a line: who wrote it, to whom, and what of; if `announced`, any of them."""
    told: dict[str, str] = {}
    end = first
    for line in lines[first : first + _LONGEST]:
        found = _told(line)
        if found is not None:
            label, role, value = found
            # Below a blank line the article may begin, unless there is one between all.
            apart = end > first + 1 and line.gap and not lines[first + 1].gap
            ended = apart and label in lexicon.words("mail_heads", _ANYWHERE)
            if ended or (role in told and role not in _SEVERAL):
                break
            told.setdefault(role, value)
        elif end == first or line.gap or not _ADDRESSES.match(line.text):
            break
        end += 1
    known = {"sender", "receiver", "subject"} & told.keys()
    return _Head(end, told) if len(known) > 1 or (announced and known - {"subject"}) else None


def _says_another_follows(line: QuotedLine, below: Sequence[QuotedLine]) -> bool:
    text = simplified(line.text)
    if len(text) > 2 * _SHORT:
        return False
    quotes = bool(below) and below[0].quoted > line.quoted
    return _FOLLOWS.fullmatch(text) is not None or (quotes and _WROTE.fullmatch(text) is not None)


def _names(sender: str) -> tuple[str, ...]:
    """What a sender may sign with: the whole name, and its words."""
    name = _MAILBOX.sub(" ", sender[:_LONGEST_SENDER]).strip()
    return (name, *name.split()) if name else ()


def _end_of(lines: Sequence[QuotedLine], start: int, names: Sequence[str]) -> int:
    """Where the text of a mail ends above what its sender signs with."""
    tail = takewhile(lambda at: _may_close(lines[at]), range(len(lines) - 1, start, -1))
    signed = [
        at
        for at in list(tail)[:_SIGNATURE]
        if _signs(lines[at])
        or (
            lines[at].text.strip("—-– ") in names and all(not _ENDED.search(line.text) for line in lines[at:])
        )
    ]
    return min(signed, default=len(lines))


def _may_close(line: QuotedLine) -> bool:
    """Whether a line may stand in a signature, or is of a post that a board quotes below an answer."""
    return len(line.text) <= _SHORT or _signs(line) or line.text[0] in ":："


def _signs(line: QuotedLine) -> bool:
    return len(line.text) <= _LONGEST_SENDER and _SIGNED.fullmatch(simplified(line.text)) is not None


def _most(lines: Sequence[QuotedLine], inner: Sequence[int], start: int) -> bool:
    """Whether most of what is below the head is quoted."""
    quoted = sum(len(lines[at].text) for at in inner)
    return 3 * quoted > 2 * sum(len(line.text) for line in lines[start:])
