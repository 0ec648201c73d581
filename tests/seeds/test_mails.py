"""Mails and posts that hold an article, as text and as mail programs save them; text that is quoted."""

from __future__ import annotations

import tempfile
import time
from email.message import EmailMessage
from pathlib import Path

import pytest

import seeds
from seeds.files.mail import mail_in

TITLE = "修一条路，先问问走路的人"
TEXT = (
    "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会，路往哪儿修，先听大伙儿怎么说。",
    "路修通以后，菜能当天运进城，孩子上学也不用绕河滩。可见办事之前多问一句，办成之后就少一句埋怨。",
    "修路如此，别的事也一样。账目贴在墙上，进度报到群里，大家心里有数，干起来就有劲。",
)
ARTICLE = f"{TITLE}\n作者：周明　来源：江城日报　2019-03-04\n\n" + "\n\n".join(TEXT) + "\n"
QUOTED = "".join(f"> {line}\n" if line else ">\n" for line in ARTICLE.rstrip("\n").split("\n"))
CHINESE = "发件人：老何 <he@example.com>\n收件人：夜校读报组\n发送时间：2019年3月9日 20:11\n主题：转发：转给大家看\n"
ENGLISH = (
    "From: Lin Xia <lin@example.com>\nTo: readers@example.com\nSubject: Fwd: for Monday\n"
    "Date: Sat, 9 Mar 2019 20:11:00 +0800\n"
)
NOTE = "各位好，这一篇写得实在，周一读报用。\n老何\n"
INNER = "发件人: 小邱 <qiu@example.com>\n日期: 2019-03-08\n收件人: 老何\n主题: 好文\n"
AMERICAN = "From: Qiu\nSent: Friday, March 8, 2019 9:10 AM\nTo: Lin Xia\nSubject: a column\n"
SIGNED = "\n--\n老何\n发自我的手机\n"


def pages(data, name="a.txt"):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return list(seeds.read_pages(path))


def whole(data, name="a.txt"):
    (page,) = pages(data, name)
    covered = [
        at for start, end, _, _ in page.layout for at in range(start, end) if not page.text[at].isspace()
    ]
    assert covered == [at for at, sign in enumerate(page.text) if not sign.isspace()]
    (piece,) = page.pieces
    return piece.title, piece.authors, piece.source, piece.date, tuple(p.text for p in piece.paragraphs)


READ = (TITLE, ("周明",), "江城日报", "2019-03-04", TEXT)


@pytest.mark.parametrize(
    "text",
    [
        f"{CHINESE}\n{ARTICLE}",
        f"{CHINESE}\n{NOTE}\n-----原始邮件-----\n{ARTICLE}{SIGNED}",
        f"{ENGLISH}\n{NOTE}\n---------- Forwarded message ----------\n{INNER}\n{ARTICLE}",
        f"{ENGLISH}\nFYI\n\n________________________________\n{AMERICAN}\n{ARTICLE}\nRegards,\nLin Xia\n",
        f"{CHINESE}\n{NOTE}\n-------- 转发的邮件 --------\n{QUOTED}\n老何\n",
        f"{CHINESE}\n{NOTE}\n在 2019-03-08 09:10，小邱 <qiu@example.com> 写道：\n{QUOTED}",
        f"-------- 转发邮件信息 --------\n{INNER}\n{ARTICLE}",
        f"{CHINESE.replace('主题', chr(10) + '主题')}\n以下是全文：\n{ARTICLE}",
        f"{CHINESE}\n看看。\n\n---- 转发的邮件 ----\n| 发件人 | 小邱 |\n| 主题 | 好文 |\n\n{ARTICLE}",
        f"{CHINESE}\n收到。\n\n2019年3月8日 9:10，小邱 <qiu@example.com> 写道：\n\n{QUOTED}",
        f"寄件者: 老何\n收件者: 小邱\n主旨: 轉寄: 好文\n\n---------- 轉寄的郵件 ----------\n{ARTICLE}從我的手機傳送\n",
        f"{CHINESE.replace('转给大家看', f'投稿：{TITLE}')}\n编辑老师：\n您好！投一篇稿子，请审阅。\n\n{ARTICLE}",
    ],
)
def test_a_mail_holds_the_article_below_its_last_head(text):
    assert whole(text) == READ


@pytest.mark.parametrize("head", [CHINESE.replace("转给大家看", TITLE), ENGLISH.replace("for Monday", TITLE)])
def test_a_subject_and_a_day_are_the_article_s_where_it_tells_none(head):
    text = head + "\n" + "\n".join(f"　　{line}" for line in TEXT)
    assert whole(text) == (TITLE, (), None, "2019-03-09", TEXT)


def test_a_post_that_a_board_took_from_another_is_read_below_both_heads():
    head = "发信人: evening (晚风), 信区: {}\n标  题: {}\n发信站: 江城站 (Sat Mar  9 08:17:33 2019), 站内\n\n"
    above = f"{head.format('Reading', '好文')}【 以下文字转载自 News 讨论区 】\n{head.format('News', '好文')}"
    assert whole(f"{above}{ARTICLE}--\n※ 来源:·江城站\n") == READ


@pytest.mark.parametrize("mark", [">", "> ", ">> ", "＞"])
def test_marks_of_quotation_before_all_lines_leave(mark):
    text = "".join(f"{mark}{line}\n" for line in ARTICLE.split("\n"))
    assert whole(text) == READ


def test_what_only_looks_like_a_mail_stays_text():
    head = "发件人：老何\n收件人：小邱\n主题：修路\n"
    assert mail_in("\n\n".join((TITLE, TEXT[0], "信的抬头是这样写的：", head, *TEXT[1:]))) is None
    facts = f"From: 江城日报\nDate: 2019-03-04\n\n{TITLE}\n\n" + "\n\n".join(TEXT)
    assert whole(facts)[4][-3:] == TEXT
    quoting = f"{TITLE}\n作者：周明\n\n{TEXT[0]}\n\n> {TEXT[1]}\n\n{TEXT[2]}\n"
    assert len(whole(quoting)[4]) == 3


def test_a_note_longer_than_what_it_answers_is_the_text():
    old = "-----原始邮件-----\n什么时候交稿？\n"
    assert whole(f"{CHINESE}\n{ARTICLE}\n{old}")[4][:3] == TEXT


@pytest.mark.parametrize("subtype", ["plain", "html"])
@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_a_mail_as_it_was_sent(subtype, name):
    message = EmailMessage()
    message["From"], message["To"] = "老何 <he@example.com>", "readers@example.com"
    message["Subject"], message["Date"] = f"转发：{TITLE}", "Sat, 09 Mar 2019 20:11:00 +0800"
    lines = [TITLE, "作者：周明　来源：江城日报　2019-03-04", *TEXT]
    shown = "\n\n".join(lines) if subtype == "plain" else "".join(f"<p>{line}</p>" for line in lines)
    message.set_content(shown + "\n", subtype=subtype, charset="gb18030")
    message.add_attachment(b"0", maintype="image", subtype="png", filename="a.png")
    assert whole(message.as_bytes(), name) == READ


def test_a_mail_of_the_web_that_sends_another_on():
    message = EmailMessage()
    message["From"], message["Subject"] = "he@example.com", "Fwd: 好文"
    head = "<div>---------- 转发的邮件 ----------<br>发件人: <b>小邱</b> &lt;qiu@example.com&gt;<br>主题: 好文</div>"
    lines = "".join(f"<p>{line}</p>" for line in ("作者：周明　来源：江城日报　2019-03-04", *TEXT))
    message.set_content(f"<div>看看。</div>{head}<h2>{TITLE}</h2>{lines}", subtype="html")
    assert whole(message.as_bytes(), "a.eml") == READ


def test_a_mail_without_text_is_refused():
    message = EmailMessage()
    message["From"], message["MIME-Version"] = "he@example.com", "1.0"
    message.add_attachment(b"0", maintype="image", subtype="png", filename="a.png")
    with pytest.raises(seeds.InputError, match="mail without text"):
        pages(message.as_bytes(), "a.eml")
    nested = b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n"
    with pytest.raises(seeds.InputError):
        pages(b"MIME-Version: 1.0\n" + b"".join(nested % (n, n) for n in range(3000)), "a.eml")


@pytest.mark.parametrize(
    ("above", "line"),
    [
        *((CHINESE + "\n", x) for x in ("To: a\n\n", "> > > >\n", "-----原始邮件-----\n")),
        *((CHINESE + "\n", x) for x in ("From: a\nTo: b\n\n", ">" * 50 + "\n")),
        *((above, " ") for above in ("作者:", "作者: a 看板: b\n標題:", "作者: a 看板: b\n標題: c\n時間:")),
    ],
)
def test_hostile_mails_take_linear_time(above, line):
    from seeds.files.text import document_of

    def spent(size: int) -> float:
        start = time.process_time()
        document_of(above + line * size, "utf-8")
        return time.process_time() - start

    # The better of two: others work on the same machine.
    few, many = (min(spent(size), spent(size)) for size in (4_000, 16_000))
    assert many < 12 * max(few, 0.05)
