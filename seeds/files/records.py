"""Text files whose articles stand in labelled fields (标题：…, 作者：…, 正文：…), as databases export them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.files.decode import decode
from seeds.files.document import Block, FileArticle, FileDocument, Found, Options
from seeds.metadata import NOTHING, Fields, meta_line

_TEXT = re.compile(
    "^[ \u3000]*[【\\[〖<]?(?:正文|内容|全文|文章内容|正文内容)[】\\]〗>]?[ \u3000]*[:：]?[ \u3000]*"
)


def read(data: bytes, options: Options) -> Iterator[Found]:
    """One article for each title line."""
    text, encoding = decode(data, options.encoding, options.name)
    articles: list[FileArticle] = []
    blocks: list[Block] = []
    fields = NOTHING
    in_text = False
    for raw in text.split("\n"):
        line = raw.strip()
        if not line:
            continue
        told = meta_line(line)
        if (
            told is not None
            and told.role == "title"
            and (in_text or any(block.role == "title" for block in blocks))
        ):
            articles.append(FileArticle(tuple(blocks), fields))
            blocks, fields, in_text = [], NOTHING, False
        if told is not None and told.role == "title":
            blocks.append(Block("title", line))
            fields |= told.fields
        elif not in_text and (label := _TEXT.match(line)) is not None and _labelled(line, label):
            in_text = True
            if line[label.end() :]:
                blocks.append(Block("body", line[label.end() :]))
        elif told is not None:
            blocks.append(Block(told.role, line, told.kind))
            fields |= told.fields
        else:
            blocks.append(Block("body", line))
    articles.append(FileArticle(tuple(blocks), fields))
    yield FileDocument(encoding, articles=tuple(articles), fields=Fields())


def _labelled(line: str, label: re.Match[str]) -> bool:
    return line[: label.end()].strip("　 ")[-1:] in "：:】]〗>"
