"""Text files whose articles stand in labelled fields (标题：…, 作者：…, 正文：…), as databases export them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.files.decode import decode
from seeds.files.document import FileDocument, Found, Options

_LABEL = re.compile(
    "^([ \u3000]*[【\\[〖<]?(?:正文|内容|全文|文章内容|正文内容)(?:[】\\]〗>][:：]?|[:：]))[ \u3000]*(?=\\S)",
    re.MULTILINE,
)


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The text, its label on a line of its own: then all fields are lines, as on any page."""
    text, encoding = decode(data, options.encoding, options.name)
    yield FileDocument(encoding, prose=_LABEL.sub("\\1\n", text))
