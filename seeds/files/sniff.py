"""The kind of a file, from the bytes it begins with."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from seeds.errors import InputError
from seeds.files.referencetags import is_references
from seeds.language.characters import HAN
from seeds.metadata.columns import role_of

HEAD = 64 * 1024
"""So many bytes tell what a file is."""
_MAGIC = ((b"%PDF-", "pdf"), (b"PAR1", "parquet"), (b"\x1f\x8b", "gzip"))
_REFUSED: tuple[tuple[bytes | tuple[bytes, ...], str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file; save it as .docx or .xlsx"),
    (b"{\\rtf", "an RTF document; save it as .docx or .txt"),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00"), "a picture; run text recognition (OCR) on it first"),
    (b"SQLite format 3", "a SQLite database; export its articles as CSV or JSON Lines"),
    (b"Rar!", "a RAR archive; unpack it and name the folder"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it and name the folder"),
    (b"BZh", "compressed with bzip2; unpack it first (bunzip2)"),
    (b"\xfd7zXZ\x00", "compressed with xz; unpack it first (unxz)"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it first (unzstd)"),
    (
        (b"\x80\x04\x95", b"\x80\x05\x95"),
        "a Python pickle, never opened here; export its articles as CSV or JSON Lines",
    ),
    (b"version https://git-lfs", "a pointer of Git LFS and not the file itself; run git lfs pull"),
)
_IN_ZIP = ((b"word/", "docx"), (b"xl/", "xlsx"))
_ZIP_REFUSED = (
    (b"application/epub+zip", "an e-book (EPUB); export it as HTML or .txt"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file; save it as .docx, .xlsx or .csv"),
    (b"ppt/", "a presentation; export its text"),
)
_HTML = re.compile(
    r"\s*(?:<!--(?:(?!-->).)*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|article|section|p|h[1-6]|table|span)\b",
    re.IGNORECASE | re.DOTALL,
)
PAGE = re.compile(
    r"(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
"""A whole page; Markdown may begin with a piece of HTML."""
_HTML_INSIDE = re.compile(r"<(?:html|body|div|p|br|h[1-6])\b[^>]*>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<(?:p|div)\b[^<>]*>|</(?:p|div)>|<br */?>", re.IGNORECASE)
_XML = rf"\s*(?:<\?xml\b|<(?!!)[\w{HAN}:.-]+(?:\s[^<>]*)?>)"
_FIELD, _FIELDS = re.compile(r"<([A-Za-z_-]{2,24})>"), 4096
"""The tags of fields, and the characters of a document that have them."""
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:\[\s*)*[{"\]])')
LITERAL = re.compile(r"\s*(?:\[\s*)?(?:\{\s*'[^'\n]{1,40}'\s*:|\((?:[0-9.]+, |None, )*['\"].*,|(?<=\[)\s*')")
"""A line that is an object or a list as Python prints it."""
_OBJECT = re.compile(r'^\{[ \t]*\n\s*"[^"\n]{1,40}"\s*:.*?(?:^\}|\Z)', re.MULTILINE | re.DOTALL)
_FRONT = re.compile(
    r"\ufeff?(?:---[ \t]*\n(?:[^\n]*\n)*?---|\+\+\+[ \t]*\n(?:[^\n]*\n)*?\+\+\+)[ \t]*(?:\n|$)"
)
_HEADING = re.compile(
    rf"^#{{1,4}}(?:[ \u3000]+(?![^\n]*\.(?:txt|docx?|html?|pdf)\b)\S.*|[{HAN}][^#\n]{{2,40}})$", re.MULTILINE
)
_RECORD = re.compile(
    r"^[ \u3000]*[【\[<]?(?:正文|内容|全文|文章内容|正文内容|content|text)(?:[】\]>]?[ \u3000]*[:：】\]]|\t)",
    re.MULTILINE | re.IGNORECASE,
)
_RECORD_TITLE = re.compile(
    r"^[ \u3000]*[【\[<]?(?:标[ \u3000]*题|题[ \u3000]*目|篇名|题名|title)(?:[】\]>]?[ \u3000]*[:：】\]]|\t)",
    re.MULTILINE | re.IGNORECASE,
)
RECORD_KEY = re.compile(
    rf"^[ \u3000]*[【\[<]?(?P<key>[\w{HAN}-]{{1,24}})[】\]>]?[ \u3000]*[:：】\]>][ \u3000]*(?P<value>.*)$"
)
"""A line of a record: what it tells, and the value."""
_MAIL = re.compile("(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\n(?:[ \t]+\\S[^\n]*\n)*)+\n")
_ENCODED = re.compile("^(?:MIME-Version|Content-Transfer-Encoding):", re.MULTILINE | re.IGNORECASE)
"""The lines above a mail as it was sent, and what tells that it is encoded."""
_LEAST_RECORDS = 3
_LEAST_ROWS = 5


def text_of_head(head: bytes) -> str:
    """The beginning of a text file, decoded well enough to see what it is; it may end inside a character."""
    codec = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = codecs.getincrementaldecoder(codec)().decode(head)
    except UnicodeDecodeError:
        text = head.decode("gb18030", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def kind_of_bytes(head: bytes, suffix: str, name: str) -> str | None:
    """The kind of a file that is no text; None for what may be text. Raises InputError for what is not read."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    where = name or "the input"
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return kind
    for magics, what in _REFUSED:
        if start.startswith(magics):
            raise InputError(f"{where} is {what}")
    return _kind_in_zip(head, suffix, where) if start.startswith(b"PK\x03\x04") else None


def _kind_in_zip(head: bytes, suffix: str, where: str) -> str:
    for mark, what in _ZIP_REFUSED:
        if mark in head[:2048]:
            raise InputError(f"{where} is {what}")
    for mark, kind in _IN_ZIP:
        if mark in head:
            return kind
    if suffix == ".zip":
        raise InputError(f"{where} is a ZIP archive; unpack it and name the folder")
    return "xlsx" if suffix == ".xlsx" else "docx"


def kind_of_text(text: str, suffix: str) -> str:
    """The kind of a text file from its beginning."""
    start = text.lstrip()
    if (kind := _kind_of_message(start, suffix)) is not None:
        return kind
    if start.startswith("<?xml") and not re.search("<html|<!doctype html", start[:2048], re.IGNORECASE):
        return "xml"
    marked = suffix in (".md", ".markdown") and not PAGE.match(start)
    if (_HTML.match(start) and not marked) or (
        suffix in (".html", ".htm", ".shtml", ".xhtml") and _HTML_INSIDE.search(text)
    ):
        return "html"
    if (suffix == ".xml" or _is_documents(start)) and re.match(_XML, start):
        return "xml"
    printed = LITERAL.match(start) and start.strip().partition("\n")[0].rstrip().endswith(("}", "]", ")"))
    if printed or _JSON.match(start) or suffix in (".json", ".jsonl", ".ndjson") or _is_objects(text):
        return _json_kind(start, suffix)
    if suffix == ".rst":
        return "rst"
    if suffix in (".csv", ".tsv") or table_header(text) or is_tabbed(text):
        return "csv"
    if marked or _FRONT.match(start) or _is_markdown(start):
        return "markdown"
    return _kind_of_lines(text)


def _kind_of_lines(text: str) -> str:
    """What the lines of a text are that is no markup: paragraphs in tags, fields, or nothing but text."""
    if _is_tagged(text):
        return "tagged"
    if is_references(text):
        return "references"
    if (_RECORD.search(text) and _RECORD_TITLE.search(text)) or record_keys(text):
        return "records"
    return "text"


def _kind_of_message(start: str, suffix: str) -> str | None:
    """What kind of message a text is, as programs write it: a page that a browser saved, a mail."""
    if suffix == ".eml":
        return "eml"
    if re.match(r"(?:From: <?Saved by|MIME-Version:|Subject:)", start) and "multipart/related" in start:
        return "mhtml"
    head = _MAIL.match(start)
    return "eml" if head and _ENCODED.search(head.group()) else None


def _is_documents(start: str) -> bool:
    """Whether a text begins with the tags of a document, as corpora have them: <doc>, and tags that name its fields."""
    tags = dict.fromkeys(_FIELD.findall(start[:_FIELDS]))
    roles = [role_of(tag) for tag in tags]
    return start.startswith("<doc") and "text" in roles and "title" in roles


def _is_objects(text: str) -> bool:
    """Whether nearly all of a text are objects that begin and end on lines of their own, whatever parts them."""
    bare = _OBJECT.sub("", text)
    return len(bare) < len(text) // 4 and '"' not in bare


def _json_kind(start: str, suffix: str) -> str:
    first, feed, rest = start.partition("\n")
    first = first.strip()
    if LITERAL.match(first):
        return "jsonl"
    if suffix in (".jsonl", ".ndjson") and not first.startswith("["):
        return "jsonl"
    if first.startswith("{") and (first.endswith("}") or not feed):
        return "jsonl" if suffix != ".json" or rest.strip() else "json"
    return "json"


def table_header(text: str) -> str | None:
    """The separator of a table whose first line names a text column and another, or None."""
    first = text.lstrip("\ufeff\n").partition("\n")[0]
    for separator in "\t,;|，":
        names = [name.strip().strip('"') for name in first.split(separator)]
        roles = {role_of(name) for name in names if name}
        told = "text" in roles or (
            "title" in roles and {"date", "authors", "url", "source"} & roles and separator != "，"
        )
        if told and 2 <= len(names) <= 80 and all(len(name) <= 40 for name in names):
            return separator
    return None


def is_tabbed(text: str) -> bool:
    """Whether every line has the same number of tabs: a table without a header."""
    lines = [line for line in text.split("\n")[:200] if line.strip()]
    if len(text) >= HEAD // 4:
        lines = lines[:-1]
    counts = {line.lstrip().count("\t") for line in lines}  # Those before a line are its indent.
    return len(lines) >= _LEAST_ROWS and len(counts) == 1 and counts.pop() > 0


def record_keys(text: str, least: int = _LEAST_RECORDS) -> list[str]:
    """The keys of records that stand one below the other, the first key of each first; none if there are none.

    Each of the `least` records has the same few keys, in lines of their own, and a title and a text among them.
    """
    keys = [found["key"] for line in text.split("\n") if (found := RECORD_KEY.match(line)) is not None]
    count = Counter(keys)
    known = [key for key, times in count.items() if 5 * times > 4 * count[keys[0]] >= 4 * times * 0.8]
    roles = {role_of(key) for key in known}
    begins = bool(keys) and text.lstrip("\ufeff\n \u3000【[<").startswith(keys[0])
    return known if begins and count[keys[0]] >= least and {"title", "text"} <= roles else []


def _is_tagged(text: str) -> bool:
    """Whether the tags of paragraphs stand in a text, one for every few sentences at least."""
    tags = len(_PARAGRAPH.findall(text))
    return tags >= _LEAST_ROWS and 4 * tags > text.count("。")


def _is_markdown(start: str) -> bool:
    headings = _HEADING.findall(start)
    return bool(headings) and (start.startswith(headings[0]) or len(headings) >= 2)
