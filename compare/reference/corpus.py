"""How usual wording is, measured on a corpus: bits for each character, and how many items hold a phrase.

A background keeps counts of character n-grams and nothing else, in a table of hashes that the text cannot be
read back from. Orders up to `MODEL_ORDER` make a language model with back-off (Katz 1987, with the fixed
penalty of Brants et al. 2007); the longer ones tell how many items of the corpus hold a set phrase.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.reference.calibration import Calibration
from compare.reuse.fold import BREAK, fold
from compare.reuse.hashes import hashes_at, mixed_in
from compare.reuse.named import Listed
from compare.reuse.table import Table
from seeds.errors import InputError
from seeds.whole_file import whole_file

Codes = NDArray[np.uint32]
Hashes = NDArray[np.uint64]
Counts = NDArray[np.int64]
Bits = NDArray[np.float64]

MODEL_ORDER = 4
"""Characters of the longest n-gram in the language model."""

BACK_OFF = 1.3
"""Bits for stepping back to a shorter context (0.4 in Brants et al. 2007)."""

SCALE, LEAST_BITS, MOST_BITS = 0.765, 2.3, 4.6
"""From the surprise of the model to bits: scaled, and kept within bounds for each character.

A rare name is one choice, not one for each of its characters, and a model that has never seen a character knows
little about it: without the upper bound new names look like borrowed wording. A model of four characters is too sure
of what follows in set wording: without the lower bound a long passage of ordinary words counts for nothing.
"""

COMMONPLACE = 0.01
"""Share of the items from which a stretch longer than the n-grams of the model counts as one choice."""

LETTER_BITS = 1.5
"""What a further letter of a Latin word counts: about the entropy of English (Shannon 1951)."""

PARTS = 256
"""Bits are given in parts of one so large."""

AT_ONCE = 1 << 15
"""Characters weighed in one go: what is worked on then stays in the cache of the processor."""

FORMAT = "oped/background/3"

_GROWTH = 100
"""What unpacks to more than so many times its size is no background."""


@dataclass(frozen=True)
class ReferenceCorpus:
    """What is usual: `items` documents with `characters` characters in all.

    `letters` and `frequency` give the single characters by code point and how often they occur; `kept`
    tells from which count on the n-grams of each order are in `table`. `phrases` are the set phrases (提法) of the
    corpus, and how many items in a million characters hold each. `calibration` tells what unrelated texts of its
    kind share, None where it has too few, `themes` the same of theme scores (`compare.themes.percentile`).
    """

    name: str
    items: int
    characters: int
    letters: Codes
    frequency: Counts
    kept: dict[int, int]
    table: Table
    phrases: Mapping[str, float] = field(default_factory=dict)
    calibration: Calibration | None = None
    themes: Mapping[str, Calibration] = field(default_factory=dict)

    def __reduce__(self) -> Any:
        # Another process has the one that comes with oped as well.
        return (_shipped, ()) if self is _shipped() else object.__reduce_ex__(self, 2)

    def bits(self, codes: Codes) -> Bits:
        """How surprising each character is after those before it, `LEAST_BITS` to `MOST_BITS`; 0 for breaks.

        In parts of 1/256, so that sums of bits are exact in whatever order they are taken.
        """
        return self.bits_of([codes])[0]

    def bits_of(self, texts: Sequence[Codes]) -> list[Bits]:
        """The bits of several texts; none has an influence on another."""
        found: list[Bits] = []
        stop = np.array([BREAK], dtype=np.uint32)
        for group in _grouped(texts, AT_ONCE):
            bits = self._bits(np.concatenate([part for codes in group for part in (codes, stop)]))
            ends = np.cumsum([len(codes) + 1 for codes in group])
            found += [part[:-1] for part in np.split(bits, ends[:-1])]
        return found

    def _bits(self, codes: Codes) -> Bits:
        count, surprise = self._singles
        at = np.minimum(codes, len(count) - 1)
        count, bits = count[at], surprise[at]
        # What is in the table has its beginning there too: only what goes on from a known beginning is looked up.
        starts = np.flatnonzero(count > 0)
        context, hashes = count[starts], mixed_in(np.zeros(len(starts), dtype=np.uint64), codes[starts])
        for order in range(2, MODEL_ORDER + 1):
            inside = slice(None, int(np.searchsorted(starts, len(codes) - order, side="right")))
            starts, context, hashes = starts[inside], context[inside], hashes[inside]
            last = starts + order - 1
            hashes = mixed_in(hashes, codes[last])
            count = self.table.middle(hashes, order)
            known = count > 0
            bits[last] += BACK_OFF
            bits[last[known]] = np.log2(np.maximum(context, count)[known] / count[known])
            starts, context, hashes = starts[known], count[known], hashes[known]
        bits = np.clip(SCALE * bits, LEAST_BITS, MOST_BITS)
        self._discount_set_phrases(codes, bits, starts, context)
        latin = (codes >= ord("a")) & (codes <= ord("z"))
        bits[1:][latin[1:] & latin[:-1]] = LETTER_BITS
        bits[codes == BREAK] = 0.0
        return np.round(bits * PARTS) / PARTS

    @cached_property
    def _singles(self) -> tuple[Bits, Bits]:
        """How often each character occurs, by its code point, and its bits by itself; the last is for all beyond."""
        letters = self.letters <= sys.maxunicode
        count = np.zeros(int(self.letters[letters].max(initial=0)) + 2)
        count[self.letters[letters]] = self.frequency[letters]
        return count, np.log2(max(1, self.characters) / np.maximum(count, 0.5))

    def _discount_set_phrases(self, codes: Codes, bits: Bits, begun: Counts, items: Bits) -> None:
        """Let a stretch that one item in a hundred holds count as one choice of all stretches of the corpus.

        `begun` are the starts of the known n-grams of the order `MODEL_ORDER`, and `items` how many hold each.
        """
        breaks = np.cumsum(np.append(0, codes == BREAK))
        most = max(3.0, COMMONPLACE * self.items)
        all_there = self.kept.get(MODEL_ORDER, np.inf) <= most / 2
        starts = begun[items >= most / 2] if all_there else np.arange(len(codes))
        for order in sorted(self.kept):
            if order > MODEL_ORDER:
                starts = starts[starts + order <= len(codes)]
                starts = starts[breaks[starts + order] == breaks[starts]]
                counts = self.table.middle(hashes_at(codes, starts, order), order)
                common = counts >= most
                share = np.log2(max(2, self.characters) / counts[common]) / order
                for offset in range(order):
                    places = starts[common] + offset
                    bits[places] = np.minimum(bits[places], share)
                # A longer stretch is in no more items than its beginning; counts are rough, hence a half.
                starts = starts[counts >= most / 2]

    @cached_property
    def set_phrases(self) -> Listed:
        """The set phrases, to be found in texts."""
        return Listed(self.phrases)

    @property
    def digest(self) -> str:
        """What tells this background from others: what rests on it can be told from what rests on another."""
        from hashlib import blake2b

        digest = blake2b(f"{FORMAT} {self.items} {self.characters} {self.kept}".encode(), digest_size=12)
        digest.update(np.ascontiguousarray(self.table.slots).tobytes())
        return digest.hexdigest()

    def items_with(self, phrase: Codes | str) -> int:
        """At most how many items hold a phrase.

        Exact for a phrase as long as an order of the table and held by at most 16 items, and at
        most a quarter too high beyond; longer phrases are bounded by the rarest part that the table knows, and what is
        not in the table by the count from which it would be.
        """
        return self.items_with_each([phrase])[0]

    def items_with_each(self, phrases: Sequence[Codes | str]) -> list[int]:
        """The same of several phrases, which is much faster than one by one."""
        folded = [fold(phrase) if isinstance(phrase, str) else phrase for phrase in phrases]
        parts = [codes[codes != 0] for codes in folded]
        return [count for group in _grouped(parts, AT_ONCE) for count in self._items_with_each(group)]

    def _items_with_each(self, parts: Sequence[Codes]) -> list[int]:
        stop = np.array([BREAK], dtype=np.uint32)
        codes = np.concatenate([stop, *(part for codes in parts for part in (codes, stop))])
        size = np.array([len(part) for part in parts], dtype=np.int64)
        start = np.cumsum(size + 1) - size
        bound = np.full(len(parts), self.items, dtype=np.int64)
        for order, floor in self.kept.items():
            long = np.flatnonzero(size >= order)
            if not len(long):
                continue
            windows = size[long] - order + 1
            first = np.cumsum(windows) - windows
            at = np.arange(int(windows.sum())) + np.repeat(start[long] - first, windows)
            counts = self.table.top(hashes_at(codes, at, order), order)
            least = np.minimum.reduceat(np.where(counts > 0, counts, floor - 1), first)
            bound[long] = np.minimum(bound[long], least)
        found: list[int] = bound.tolist()
        return found

    def save(self, path: str | Path) -> None:
        """Write the background to a file; the same background always gives the same bytes."""
        about: dict[str, Any] = {
            "format": FORMAT,
            "name": self.name,
            "items": self.items,
            "characters": self.characters,
            "kept": self.kept,
            "seed": self.table.seed,
            "ratio": self.table.ratio,
        }
        # Made whole first: a ZIP archive that meets a full disk speaks up again when it is thrown away.
        made = io.BytesIO()
        np.savez(
            made,
            about=np.frombuffer(json.dumps(about, ensure_ascii=False).encode(), dtype=np.uint8),
            letters=self.letters.astype(np.uint32),
            frequency=self.frequency.astype(np.uint32),
            slots=self.table.slots,
            phrases=np.frombuffer(_lines(self.phrases).encode(), dtype=np.uint8),
            **dict(self.calibration.arrays("reuse") if self.calibration else ()),
            **dict(array for name, made in self.themes.items() for array in made.arrays(f"themes/{name}")),
        )
        with whole_file(path) as file:
            file.write(made.getbuffer())


def load_reference(path: str | Path | None = None) -> ReferenceCorpus:
    """The background in a file, or the one that comes with oped (broadcast news of 2018 to 2023).

    Raises `InputError` when the file is no background.
    """
    return _shipped() if path is None else _load(Path(path))


@cache
def _shipped() -> ReferenceCorpus:
    return _load(Path(__file__).parent.parent / "data" / "phrases.npz")


def _load(path: Path) -> ReferenceCorpus:
    from compare.themes.percentile import calibrations_of

    try:
        with np.load(path, allow_pickle=False) as file:
            if sum(info.file_size for info in file.zip.infolist()) > _GROWTH * path.stat().st_size:
                raise ValueError("it would fill the memory")
            about = json.loads(file["about"].tobytes())
            if about["format"] != FORMAT:
                raise KeyError(FORMAT)
            return _sound(
                ReferenceCorpus(
                    str(about["name"]),
                    int(about["items"]),
                    int(about["characters"]),
                    file["letters"],
                    file["frequency"].astype(np.int64),
                    {int(order): int(count) for order, count in about["kept"].items()},
                    Table(file["slots"], int(about["seed"]), float(about["ratio"])),
                    _phrases(file["phrases"].tobytes().decode()),
                    Calibration.of(file, "reuse") if "reuse/none" in file else None,
                    calibrations_of(file),
                )
            )
    except OSError as error:
        raise InputError(f"cannot read the background {path}: {error.strerror or error}") from error
    except MemoryError as error:
        raise InputError(f"the background {path} asks for more memory than there is") from error
    except Exception as error:
        # numpy, zip and JSON each have their own words for a file that was cut short or changed.
        raise InputError(
            f"{path} is damaged, or not a background of this version; make one with: oped background build CORPUS "
            "-o FILE"
        ) from error


def _lines(phrases: Mapping[str, float]) -> str:
    return "".join(f"{phrase}\t{rate:.3g}\n" for phrase, rate in sorted(phrases.items()))


def _phrases(lines: str) -> dict[str, float]:
    rows = (line.split("\t") for line in lines.splitlines())
    return {phrase: float(rate) for phrase, rate in rows}


def _sound(read: ReferenceCorpus) -> ReferenceCorpus:
    """A background as it was saved. Raises ValueError for numbers that no corpus can have, and tables cut short."""
    table, most = read.table, 1 << 53
    arrays = ((read.letters, np.uint32), (read.frequency, np.int64), (table.slots, np.uint16))
    if (
        any(array.ndim != 1 or array.dtype != kind or not len(array) for array, kind in arrays)
        or len(read.letters) != len(read.frequency)
        or (np.diff(read.letters.astype(np.int64)) <= 0).any()
        or (read.frequency < 0).any()
        or len(table.slots) % 3
        or not (0 < read.items < most and 0 < read.characters < most and 0 <= table.seed < 1 << 32)
        or not 1 < table.ratio < 2.1  # A count of 16 times this to the 47th is the highest.
        or not read.kept
        or not all(2 <= order <= 64 and 0 < count < most for order, count in read.kept.items())
    ):
        raise ValueError("numbers that no corpus has")
    return read


def _grouped(texts: Sequence[Codes], size: int) -> Iterator[list[Codes]]:
    """The texts in order, in groups of at least `size` codes but for the last."""
    group: list[Codes] = []
    held = 0
    for codes in texts:
        group.append(codes)
        held += len(codes)
        if held >= size:
            yield group
            group, held = [], 0
    if group:
        yield group
