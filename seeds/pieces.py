"""A piece made of its texts by role and of what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from seeds.metadata import Fields
from seeds.metadata.papers import is_paper
from seeds.names import speaker_of
from seeds.page import Paragraph, Piece, Role

_PRESS = re.compile(
    "[（(【]?《?(?P<name>(?!本|综合|据)[^ \u3000，。：:《》（(【]{2,10}?)》?"
    "(?:特约|首席)?(?:记者|评论员|通讯员)[ \u3000：:]?"
)
"""The paper that a byline begins with: 江城日报记者 周明."""


def piece_of(
    number: int,
    texts: Mapping[Role, Sequence[str]],
    paragraphs: Iterable[Paragraph],
    fields: Fields,
    page: str,
) -> Piece:
    """The piece; its lines tell title and source where `fields` do not."""

    def joined(role: Role) -> str | None:
        return " ".join(texts.get(role, ())) or None

    title = fields.title or joined("title") or ""
    whole = list(paragraphs)
    # A heading with nothing below it heads nothing.
    whole[-1:] = [replace(last, kind="body") for last in whole[-1:]]
    press = _PRESS.match(joined("byline") or "")
    return Piece(
        number,
        title,
        tuple(whole),
        kicker=joined("kicker"),
        authors=fields.authors or speaker_of(title),
        byline=joined("byline"),
        decks=tuple(texts.get("deck", ())),
        author_note=joined("author_note"),
        source=fields.source
        or joined("source")
        or (press["name"] if press and is_paper(press["name"]) else None),
        page=page,
        date=fields.date,
        column=fields.column,
        url=fields.url,
    )
