"""Text files whose articles stand in labelled fields (标题：…, 作者：…, 正文：…), as databases export them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from seeds.files.decode import decode
from seeds.files.document import FileDocument, Found, Options
from seeds.files.rows import articles
from seeds.files.sniff import RECORD_KEY, record_keys
from seeds.files.values import LEAST_TEXT
from seeds.metadata.columns import role_of

_LABEL = re.compile(
    "^([ \u3000]*[【\\[〖<]?(?:正文|内容|全文|文章内容|正文内容|content|text)"
    "(?:[】\\]〗>][:：]?|[:：]|\t))[ \u3000]*(?=\\S)",
    re.MULTILINE | re.IGNORECASE,
)

_PRINTED = 2
"""Records of a page at least, if their labels stand in brackets."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of a file of records; of a single one the text, its fields lines as on any page."""
    text, encoding = decode(data, options.encoding, options.name)
    if keys := record_keys(text):
        yield from articles(encoding, options, _rows(text, keys))
    else:
        yield FileDocument(encoding, prose=_LABEL.sub("\\1\n", text))


def rows_among(lines: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """The records that a page of a database shows one below the other, from the first on."""
    found = [RECORD_KEY.match(line) for line in lines]
    count = Counter(key["key"] for key in found if key)
    first = next((at for at, key in enumerate(found) if key and count[key["key"]] >= _PRINTED), len(lines))
    text = "\n".join(lines[first:])
    keys = record_keys(text, _PRINTED) if text.startswith("【") else record_keys(text)
    return list(_rows(text, keys)) if keys else []


def _rows(text: str, keys: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The records, each begun by the first key, with the line that it begins on."""
    row: dict[str, str] = {}
    start, key = 1, keys[0]
    for number, line in enumerate(text.split("\n"), 1):
        found = RECORD_KEY.match(line)
        # Under a name of no field, what is long is text as well.
        told = found is not None and (len(found["value"]) < LEAST_TEXT or role_of(found["key"]) is not None)
        again = found is not None and found["key"] != keys[0] and found["key"] in row  # a line of the text
        if found is not None and found["key"] in keys and told and not again:
            key, line = found["key"], found["value"]
            if key == keys[0]:
                if row:
                    yield start, row
                row, start = {}, number
        row[key] = f"{row[key]}\n{line}" if key in row else line
    yield start, row
