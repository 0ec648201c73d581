"""The rhetorical profile of one piece."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, get_args

from compare.rhetoric.antithesis import antitheses
from compare.rhetoric.device import LABELS, Device, Kind
from compare.rhetoric.idioms import idioms
from compare.rhetoric.metaphor import metaphors
from compare.rhetoric.moves import Move, moves
from compare.rhetoric.parallelism import parallelisms
from compare.rhetoric.questions import questions
from compare.rhetoric.quotation import quotations
from compare.rhetoric.repetition import repetitions
from compare.rhetoric.rhythm import Rhythm, letters, rhythm
from compare.rhetoric.slogans import slogans
from seeds.display import Displayed
from seeds.language.analysis import analysis_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from compare.rhetoric.device import Found
    from seeds.language.analysis import AnalysedParagraph, Source
    from seeds.language.tokens import Tokenizer

KINDS: tuple[Kind, ...] = get_args(Kind)
SCHEMA = "oped/rhetoric/1"

_DETECTORS: tuple[Callable[[AnalysedParagraph], Sequence[Found]], ...] = (
    parallelisms,
    antitheses,
    repetitions,
    questions,
    quotations,
    idioms,
    slogans,
    metaphors,
)


class Stock(Protocol):
    """Tells what is formula: the stretches of a text that the background holds again and again."""

    def __call__(self, text: str, /) -> Iterable[tuple[int, int]]:
        """Character ranges of `text`, end exclusive; they may overlap."""
        ...


@dataclass(frozen=True, slots=True, repr=False)
class Profile(Displayed):
    """The rhetoric of a piece.

    `devices` are in text order, then in the order of `LABELS`. `density` is the number of devices of each
    kind per 1,000 `characters` (letters, Chinese characters and digits of the body). `stock` is the share
    of them that stand in formulas of the background, None if no background was given. `moves` are how the
    piece opens and closes.
    """

    title: str
    characters: int
    devices: tuple[Device, ...]
    density: dict[Kind, float] = field(hash=False)
    stock: float | None
    moves: tuple[Move, ...]
    rhythm: Rhythm

    def of(self, kind: Kind) -> tuple[Device, ...]:
        """The devices of one kind, in text order."""
        return tuple(device for device in self.devices if device.kind == kind)

    def __repr__(self) -> str:
        return f"<Profile of {self.title!r}: {len(self.devices)} devices>"

    def to_dict(self) -> dict[str, Any]:
        """The `oped/rhetoric/1` schema."""
        return {
            "schema": SCHEMA,
            "title": self.title,
            "characters": self.characters,
            "density": [
                {"kind": kind, "label": LABELS[kind], "per_1000": round(value, 6)}
                for kind, value in self.density.items()
            ],
            "stock": None if self.stock is None else round(self.stock, 6),
            "moves": [move.to_dict() for move in self.moves],
            "rhythm": self.rhythm.to_dict(),
            "devices": [device.to_dict() for device in self.devices],
        }


def rhetoric(source: Source, *, tokenizer: Tokenizer | None = None, stock: Stock | None = None) -> Profile:
    """The devices of a piece, or of plain text, and the profile they make. Linear in the length of the text.

    `tokenizer` cuts and tags words, by default `seeds.language.tokens.default_tokenizer()`; `stock` tells what is
    formula. A text of nothing but space has an empty profile.
    """
    read = analysis_of(source, tokenizer=tokenizer)
    devices = [found.at(paragraph.source) for paragraph in read.body for found in _devices(paragraph)]
    texts = [paragraph.text for paragraph in read.body]
    characters = sum(map(letters, texts))
    counts = Counter(device.kind for device in devices)
    return Profile(
        title=read.piece.title,
        characters=characters,
        devices=tuple(devices),
        density={kind: 1000 * counts[kind] / characters if characters else 0.0 for kind in KINDS},
        stock=None if stock is None else _share(texts, stock),
        moves=moves(read.sentences, devices),
        rhythm=rhythm(read),
    )


def _devices(paragraph: AnalysedParagraph) -> list[Found]:
    """What all detectors find in a paragraph, in text order; two branches of a parallelism are no couplet."""
    found = [item for detect in _DETECTORS for item in detect(paragraph)]
    parallel = bytearray(len(paragraph.text))
    for item in found:
        if item.kind == "parallelism":
            parallel[item.start : item.end] = b"\1" * (item.end - item.start)
    found = [item for item in found if item.kind != "antithesis" or not parallel[item.start]]
    return sorted(found, key=lambda item: (item.start, KINDS.index(item.kind), item.end))


def _share(texts: Iterable[str], stock: Stock) -> float:
    held = total = 0
    for text in texts:
        covered = bytearray(len(text))
        for start, end in stock(text):
            covered[start:end] = b"\1" * (end - start)
        held += sum(mark and char.isalnum() for mark, char in zip(covered, text, strict=True))
        total += letters(text)
    return held / total if total else 0.0
