"""Records of reference managers and of library databases: a tag and a value a line, perhaps a text below them.

An abstract is a standfirst, not the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from seeds.files.decode import decode
from seeds.files.document import Found, Options
from seeds.files.referencetags import form_of, rank_of_tag, role_of_tag, tag_of
from seeds.files.rows import articles

_TEXT = re.compile("[【\\[]?(?:全文|正文|内容)(?:[】\\]][:：]?|[:：])[ \u3000]*")


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of a file of references, each as the row of a table."""
    text, encoding = decode(data, options.encoding, options.name)
    yield from articles(encoding, options, ((record.line, record.row()) for record in _records(text)))


@dataclass(slots=True)
class _Record:
    """A reference as it is read: its tags, what goes on below one without a tag, and the text behind a blank line."""

    line: int
    values: dict[str, list[str]] = field(default_factory=dict)
    more: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    parted: bool = False

    def row(self) -> dict[str, str]:
        """Its fields by their usual names; what goes on below an abstract is one where a text follows."""
        found: dict[str, str] = {}
        tags = sorted(self.values, key=rank_of_tag)
        for tag in tags:
            if (role := role_of_tag(tag)) and any(self.values[tag]):
                between = "；" if role == "authors" else " "
                found.setdefault(role, between.join(value.strip(";；/ ") for value in self.values[tag]))
        last = role_of_tag(next(reversed(self.values)))
        lines = self.text
        if last == "deck" and any(map(str.strip, self.text)):
            found["deck"] = "\n".join((found.get("deck", ""), *self.more))
        else:
            lines = [*self.more, *self.text]
        whole = _TEXT.sub("", "\n".join(lines).strip("\n"), count=1) if lines else ""
        return found | ({"text": whole} if whole.strip() else {})


def _records(text: str) -> Iterator[_Record]:
    form = first = None
    record: _Record | None = None
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        form = form or form_of(line)
        found = tag_of(form, line) if form else None
        if found is not None and (record is None or (record.parted and found[0] == first)):
            if record is not None:
                yield record
            record, first = _Record(number), found[0]
        if record is None:
            continue
        if (
            found is not None
            and not record.text
            and not record.more
            and (role_of_tag(found[0]) or not record.parted)
        ):
            record.values.setdefault(found[0], []).append(found[1])
            record.parted = found[0] == "ER"
        elif not line.strip() and not record.text:
            record.parted = True
        else:
            (record.text if record.parted else record.more).append(line)
    if record is not None:
        yield record
