"""PDF files that are small and grow without measure, told before PDFium opens them: it would fill the memory."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from seeds.errors import InputError
from seeds.files.document import Options

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY, _FILTERS = 600, 3
_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,9})\s+[0-9]+\s+obj\b")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s+([0-9]{1,9})\s+[0-9]+\s+R")
_LISTED = re.compile(rb"/Contents\s*(?:\[([^\]]*)\]|([0-9]{1,9}\s+[0-9]+\s+R))")
_SHOWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_DEEPEST, _MOST_DRAWN, _MOST_HELD = 40, 100_000, 100_000
"""Forms inside each other, as PDFium follows them, and how many a page may draw."""


def refuse_growth(data: bytes, options: Options) -> None:
    """Raise InputError for streams that unpack to too much, and for forms that draw each other too often."""
    limit = options.limit(len(data))
    held = 0
    for found in _STREAM.finditer(data):
        if b"/Image" in data[max(0, found.start() - _DICTIONARY) : found.start()]:
            continue
        for unpacked in _unpacked(data, found.end(), limit):
            held += len(unpacked)
            if len(unpacked) > limit or held > max(limit, options.max_bytes) * 4:
                raise options.too_large(limit)
    if _most_drawn(data, limit) > _MOST_DRAWN:
        raise InputError(f"{options.where} draws more than {_MOST_DRAWN:,} forms, as no newspaper does")


def _unpacked(data: bytes, start: int, limit: int) -> Iterator[bytes]:
    """A stream as it is behind each of its filters, a byte more than `limit` at the most."""
    end = data.find(b"endstream", start)
    inner = data[start : end if end >= 0 else len(data)]
    for _ in range(_FILTERS):
        try:
            inner = zlib.decompressobj().decompress(inner, limit + 1)
        except zlib.error:
            return
        yield inner


def _most_drawn(data: bytes, limit: int) -> int:
    """How many forms are drawn for a page, or for a form by itself, at the most; a bit more than too many ends it."""
    if b"/Form" not in data:
        return 0
    begins = [(int(found[1]), found.end()) for found in _OBJECT.finditer(data)]
    objects = {number: data[at:end] for (number, at), (_, end) in pairwise([*begins, (0, len(data))])}
    for body in [body for body in objects.values() if b"/ObjStm" in body.partition(b"stream")[0]]:
        objects |= _held(body, limit)
    shown: dict[int, list[tuple[int, int]]] = {}
    for number, body in objects.items():
        head = body.partition(b"stream")[0]
        drawing = [number] if b"/Form" in head else []
        for some, one in _LISTED.findall(head):
            drawing += map(int, re.findall(rb"([0-9]{1,9})\s+[0-9]+\s+R", some or one))
        calls = Counter(
            name for each in drawing for name in _SHOWN.findall(_content(objects.get(each, b""), limit))
        )
        if calls:
            # What it may draw stands in its resources, which may be objects of their own.
            names = dict(_NAMED.findall(head))
            for key in (b"Resources", b"XObject"):
                names |= dict(
                    _NAMED.findall(objects.get(int(names.get(key, 0)), b"").partition(b"stream")[0])
                )
            shown[number] = [(int(names[name]), times) for name, times in calls.items() if name in names]
    drawn = dict.fromkeys(shown, 1)
    for _ in range(_DEEPEST):
        before = drawn
        drawn = {
            at: min(1 + sum(n * before.get(form, 1) for form, n in forms), 1 << 40)
            for at, forms in shown.items()
        }
        if drawn == before or max(drawn.values()) > _MOST_DRAWN:
            break
    return max(drawn.values(), default=0)


def _held(body: bytes, limit: int) -> dict[int, bytes]:
    """The objects that a stream of objects holds, by their numbers, which stand before them with where each begins."""
    first = re.search(rb"/First\s+([0-9]{1,9})", body.partition(b"stream")[0])
    inside = _content(body, limit)
    at = int(first[1]) if first else 0
    told = [int(number) for number in inside[:at].split()[: _MOST_HELD * 2] if number.isdigit()]
    begins = [at + offset for offset in told[1::2]]
    return {
        number: inside[begin:end]
        for number, begin, end in zip(told[::2], begins, [*begins[1:], len(inside)], strict=False)
    }


def _content(body: bytes, limit: int) -> bytes:
    """What a stream tells to draw."""
    found = _STREAM.search(body)
    if found is None:
        return b""
    *_, last = body[found.end() :], *_unpacked(body, found.end(), limit)
    return last
