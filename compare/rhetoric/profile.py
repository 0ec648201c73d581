"""The rhetorical profile of one piece."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from compare.reuse.text import Text
from compare.rhetoric.device import Device
from compare.rhetoric.kinds import device_kinds
from compare.rhetoric.stock import set_phrases, share
from seeds.display import Displayed
from seeds.language.analysis import AnalysedParagraph, Source, analysis_of
from seeds.plain import plain_fields
from seeds.signature import signature

if TYPE_CHECKING:
    from compare.reference.corpus import ReferenceCorpus
    from compare.rhetoric.found import Found
    from seeds.language.tokens import Tokenizer

SCHEMA = "oped/rhetoric/1"


@dataclass(frozen=True, slots=True, repr=False)
class RhetoricalProfile(Displayed):
    """The rhetoric of a piece.

    `devices` are in text order, then in the order of `device_kinds`. `density` is the number of devices of each
    kind per 1,000 `characters` (letters, Chinese characters and digits of the body). `stock` is the share of the
    piece, headings too, in set phrases of the reference, None where no reference was given. `signature` names what
    the figures depend on besides the text.
    """

    title: str
    characters: int
    devices: tuple[Device, ...]
    density: dict[str, float] = field(hash=False)
    stock: float | None
    signature: str

    def of(self, kind: str) -> tuple[Device, ...]:
        """The devices of one kind, in text order."""
        return tuple(device for device in self.devices if device.kind == kind)

    def __repr__(self) -> str:
        return f"<RhetoricalProfile of {self.title!r}: {len(self.devices)} devices>"

    def to_dict(self) -> dict[str, Any]:
        """The `oped/rhetoric/1` schema."""
        density = [
            {"kind": kind, "label": device_kinds()[kind].label, "per_1000": value}
            for kind, value in self.density.items()
        ]
        return {"schema": SCHEMA, **plain_fields(self, density=density)}


def rhetoric(
    source: Source, *, tokenizer: Tokenizer | None = None, reference: ReferenceCorpus | None = None
) -> RhetoricalProfile:
    """The devices of a piece, or of plain text, and the profile they make. Linear in the length of the text.

    Traditional characters are read as simplified ones, and so are frames, speakers and documents given; `text` and
    `parts` stand as on the page. `tokenizer` cuts and tags words, by default that of oped; `reference` tells what is
    formula. A text of nothing but space has an empty profile.
    """
    read = analysis_of(source, tokenizer=tokenizer)
    shown = [
        Device.of(item, paragraph.source) for paragraph in read.body for item in devices(paragraph.simplified)
    ]
    characters = sum(sign.isalnum() for paragraph in read.body for sign in paragraph.text)
    text = Text.of(read)
    counts = Counter(device.kind for device in shown)
    return RhetoricalProfile(
        title=read.piece.title,
        characters=characters,
        devices=tuple(shown),
        density={kind: 1000 * counts[kind] / characters if characters else 0.0 for kind in device_kinds()},
        stock=None if reference is None else share(text, set_phrases(text, reference)),
        signature=signature(
            read.tokenizer, reference=f"{reference.name}/{reference.items}" if reference else "none"
        ),
    )


def devices(paragraph: AnalysedParagraph) -> list[Found]:
    """The devices of a paragraph, in text order; two branches of a parallelism are no couplet."""
    kinds = device_kinds()
    order = {kind: place for place, kind in enumerate(kinds)}
    found = [item for kind in kinds.values() for item in kind.find(paragraph)]
    parallel = bytearray(len(paragraph.text))
    for item in found:
        if item.kind == "parallelism":
            parallel[item.start : item.end] = b"\1" * (item.end - item.start)
    found = [item for item in found if item.kind != "antithesis" or not parallel[item.start]]
    return sorted(found, key=lambda item: (item.start, order[item.kind], item.end))
