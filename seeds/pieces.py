"""A piece made of its texts by role and of what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from seeds.metadata import Fields
from seeds.page import Paragraph, Piece, Role


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

    return Piece(
        number,
        fields.title or joined("title") or "",
        tuple(paragraphs),
        kicker=joined("kicker"),
        authors=fields.authors,
        byline=joined("byline"),
        decks=tuple(texts.get("deck", ())),
        author_note=joined("author_note"),
        source=fields.source or joined("source"),
        page=page,
        date=fields.date,
        column=fields.column,
        url=fields.url,
    )
