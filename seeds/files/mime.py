"""Messages of several parts, as mail programs and browsers save them."""

from __future__ import annotations

import email
from collections.abc import Sequence
from contextlib import suppress
from email.header import decode_header, make_header
from email.message import Message

from seeds.errors import InputError


def message_of(data: bytes, where: str) -> Message:
    """The message. Raises InputError for parts within parts without end."""
    try:
        return email.message_from_bytes(data)
    except RecursionError:
        raise InputError(f"{where} has too many parts one within the other") from None


def part_of(message: Message, kinds: Sequence[str]) -> tuple[str, bytes] | None:
    """The first part with text of the first of some kinds that the message has, and that kind."""
    parts = list(message.walk())
    for kind in kinds:
        for part in parts:
            held = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if isinstance(held, bytes) and held.strip() and part.get_content_disposition() != "attachment":
                return kind, held
    return None


def header_of(message: Message, name: str) -> str:
    """A line above the message, decoded; as it stands where it says how wrongly."""
    said = str(message.get(name, ""))
    with suppress(LookupError, ValueError):
        said = str(make_header(decode_header(said)))
    return " ".join(said.split())
