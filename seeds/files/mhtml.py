"""MHTML: a web page that a browser saved as one file."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator

from seeds.errors import InputError
from seeds.files import html
from seeds.files.document import Found, Options


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of the page inside. Raises InputError."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            held = part.get_payload(decode=True)
            if isinstance(held, bytes) and held.strip():
                yield from html.read(held, options)
                return
    raise InputError(f"{options.where} is a saved web page (MHTML) without HTML in it; save it as .html")
