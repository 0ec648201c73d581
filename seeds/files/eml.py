"""Mails as mail programs save them (.eml): their text, read as any mail that stands in a text file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seeds.errors import InputError
from seeds.files import html, text
from seeds.files.decode import decode
from seeds.files.document import FileDocument, Found, Options
from seeds.files.fragment import items_of_fragment
from seeds.files.mail import fields_of_mail, mail_in
from seeds.files.mime import header_of, message_of, part_of

_SHOWN = ("From", "To", "Subject", "Date")


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The article of a mail. Raises InputError for one without text."""
    message = message_of(data, options.where)
    part = part_of(message, ["text/plain", "text/html"])
    if part is None:
        raise InputError(f"{options.where} is a mail without text in it; save what is attached to it")
    kind, held = part
    told = {name: header_of(message, name) for name in _SHOWN}
    head = "".join(f"{name}: {value}\n" for name, value in told.items() if value)
    prose, encoding = decode(held, options.encoding, options.name)
    if kind == "text/html":
        prose = "\n\n".join(item.text for item in items_of_fragment(prose))
    whole = f"{head}\n{prose}"
    mail = mail_in(whole)
    if kind == "text/plain" or (mail is not None and mail.aside[0].end > len(head) + 1):
        yield text.document_of(whole, encoding)
        return
    # A web page that holds no other mail tells more by its markup.
    fields = fields_of_mail(told["Subject"], told["Date"])
    for found in html.read(held, options):
        yield replace(found, fields=found.fields | fields) if isinstance(found, FileDocument) else found
