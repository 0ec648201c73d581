"""From the glyphs of a PDF page to lines in reading order, and from lines to titles and paragraphs.

Reading order by cutting the page along its white spaces (after the XY-cut of Nagy, Seth and Viswanathan, 1992): a
gutter that runs through divides columns, which are read one after the other; lines that cross a gutter divide what
stands above them from what stands below.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from statistics import median
from typing import NamedTuple, TypeVar

from seeds.files.document import Item
from seeds.files.lineforms import FINAL, says_who
from seeds.language.characters import HAN
from seeds.metadata import meta_line
from seeds.names import signature_of

_SEGMENT_GAP, _MARK_GAP = 1.4, 1.0
"""A gap of so many character widths divides two columns, or the parts of a line set wide; behind a mark, which may hang
into the gutter, a narrower one does."""
_MARK = re.compile("[，。、；：！？」』”’）》]")
_GUTTER = 0.7
LARGE = 1.28
"""Type so many times as large as that of the text is that of titles."""
_INDENT, _UNIT = 1.2, 4
"""Characters of an indent at least, and of a word or a number that a line may have no room for at most."""
_CUT = re.compile(f"[，。；、].*[{HAN}A-Za-z0-9，、]$")
"""A sentence that a line breaks off."""
_LATIN_END, _LATIN_START = re.compile("[A-Za-z0-9,.;:!?)%]$"), re.compile("[A-Za-z0-9(]")
_HAN = re.compile(f"[{HAN}]")
_NUMBER = re.compile("[—－·\\- 第]*[0-9]{1,4}[—－·\\- 页]*")
"""The number of a page, its first or last line."""
_PAPER = re.compile("^.{1,8}(?:日报|晚报|时报|早报|晨报|周报|快报|商报)$")
_MOMENT = re.compile(
    "(?:[12][0-9]{3}[-/.年]|[01]?[0-9]/[0-3]?[0-9]/[12][0-9]{3}).{0,10}?[ \u3000上下午日,，][0-9]{1,2}:[0-9]{2}"
)
"""When a page of the web was printed, which its running head or foot tells."""
_LONGEST_TITLE, _REPEATED, _NARROW = 60, 5, 4
_SPACED, _SOME = 1.25, 0.08
"""How much wider the space above paragraphs is than that of lines, and the share of lines that has it at least."""
_NOTE = re.compile(
    "[0-9]{1,3}[ \u3000]|[①-⑳*＊※]|[\\[〔［][0-9]{1,3}[\\]〕］]"
    "|[\\[【]?(?:收稿日期|基金项目|[作译]者简介|作者单位|通[讯信]作者)[】\\]:：]"
)
_SMALL, _APART = 0.9, 3
_MOST_SPACES = 8
_LEAST_LINES, _MOST_LINES = 2, 4000
"""Lines of a page in which a gutter is looked for."""
_T = TypeVar("_T")


class Glyph(NamedTuple):
    """A character and its box, in points from the lower left corner of the page; `spaced` is one behind a space."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a column: its text, its box, the size of its type, and the edges of its column."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    column_left: float = 0.0
    column_right: float = 0.0

    @property
    def indented(self) -> bool:
        """Whether the line begins a paragraph by its indent."""
        return self.left - self.column_left > _INDENT * self.size

    @property
    def short(self) -> bool:
        """Whether the line ends well before the edge of its column."""
        return self.column_right - self.right > 1.8 * self.size


def lines_of(glyphs: Sequence[Glyph]) -> list[PdfLine]:
    """The lines of a page in reading order."""
    by_height = sorted(glyphs, key=lambda glyph: (-(glyph.bottom + glyph.top), glyph.left))
    rows = _parted(by_height, lambda row, glyph: not _is_beside(row[0], glyph))
    return list(_ordered([segment for row in rows for segment in _segments(row)]))


def _parted(things: Iterable[_T], begins: Callable[[list[_T], _T], bool]) -> Iterator[list[_T]]:
    """The parts of a sequence, cut before each thing that begins one after what is held."""
    held: list[_T] = []
    for thing in things:
        if held and begins(held, thing):
            yield held
            held = []
        held.append(thing)
    if held:
        yield held


def _is_beside(first: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph's box overlaps in height with that of the first of a row; a mark may be as high as its dot."""
    lowest = 0.2 if 2 * _size(glyph) > _size(first) else -0.2
    return first.bottom + lowest * _size(first) < (glyph.bottom + glyph.top) / 2 < first.top


def _segments(row: list[Glyph]) -> Iterator[PdfLine]:
    """The parts of a row between wide gaps, without type set twice, a little apart, to look bold."""
    shown: list[Glyph] = []
    spaced = False
    for glyph in sorted(row, key=lambda glyph: glyph.left):
        over = shown and glyph.sign == shown[-1].sign and _HAN.match(glyph.sign)
        if glyph.sign.isspace():
            spaced = True
        elif not (over and 2 * (glyph.left - shown[-1].left) < glyph.right - glyph.left):
            shown.append(glyph._replace(spaced=spaced))
            spaced = False
    return map(_line, _parted(shown, _is_apart))


def _is_apart(part: list[Glyph], glyph: Glyph) -> bool:
    """Whether a gap divides a glyph from what is left of it."""
    gap = _MARK_GAP if _MARK.match(part[-1].sign) else _SEGMENT_GAP
    return glyph.left - part[-1].right > gap * _type(part[-1], glyph)


def _type(left: Glyph, right: Glyph) -> float:
    """The size of the smaller type beside a gap, or of the only letter beside it."""
    letters = [_size(glyph) for glyph in (left, right) if glyph.sign.isalnum()]
    return min(letters) if letters else max(_size(left), _size(right))


def _size(glyph: Glyph) -> float:
    return glyph.top - glyph.bottom


def _line(part: Sequence[Glyph]) -> PdfLine:
    """The text of a segment: spaces between Latin words stay, those of justified Chinese go, a wide gap stays.

    On a line of facts, no sentence, the few spaces that were written stand between names.
    """
    size = median(_size(glyph) for glyph in part)
    gaps = [after.left - before.right for before, after in pairwise(part)]
    usual = median(gaps) if gaps else 0.0
    signs = [part[0].sign]
    written = sum(glyph.spaced for glyph in part[1:])
    named = written <= min(_MOST_SPACES, len(part) // 3) and not any(
        glyph.sign in "，。；！？" for glyph in part
    )
    for after, gap in zip(part[1:], gaps, strict=True):
        latin = _LATIN_END.search(signs[-1]) and _LATIN_START.match(after.sign)
        if latin and gap > 0.15 * size:
            signs.append(" ")
        elif not latin and gap - max(usual, 0.0) > 0.8 * size:
            signs.append("\u3000")
        elif not latin and named and after.spaced and gap > 0.15 * size:
            signs.append(" ")
        signs.append(after.sign)
    bottom, top = min(glyph.bottom for glyph in part), max(glyph.top for glyph in part)
    return PdfLine("".join(signs), part[0].left, part[-1].right, bottom, top, size)


def _ordered(segments: list[PdfLine]) -> Iterator[PdfLine]:
    """Segments in reading order, each with the edges of its column."""
    gutter = _gutter(segments)
    if gutter is None:
        yield from _column(segments)
        return
    across = [s for s in segments if s.left < gutter - 0.1 and s.right > gutter + 0.1]
    if not across:
        yield from _ordered([s for s in segments if s.right <= gutter + 0.1])
        yield from _ordered([s for s in segments if s.right > gutter + 0.1])
        return
    # What crosses the gutter divides the page from top to bottom.
    by_height = sorted(segments, key=lambda s: -s.top)
    for crosses, group in groupby(by_height, key=lambda s: s in across):
        block = list(group)
        yield from _column(block) if crosses else _ordered(block)


def _gutter(segments: Sequence[PdfLine]) -> float | None:
    """The middle of the white space that divides most lines into left and right; None if nothing does."""
    if not 2 * _LEAST_LINES <= len(segments) <= _MOST_LINES:
        return None
    size = median(s.size for s in segments)
    edges = sorted({round(s.right, 1) for s in segments})
    best, best_score = None, 0.0
    for edge in edges:
        following = [s.left for s in segments if s.left > edge]
        if not following:
            continue
        middle = (edge + min(following)) / 2
        left = sum(s.right <= middle for s in segments)
        right = sum(s.left >= middle for s in segments)
        crossing = len(segments) - left - right
        wide = min(following) - max((s.right for s in segments if s.right <= middle), default=edge)
        score = min(left, right) - 2.0 * crossing
        if wide >= _GUTTER * size and min(left, right) >= _LEAST_LINES and score > best_score:
            best, best_score = middle, score
    return best


def _column(segments: Sequence[PdfLine]) -> Iterator[PdfLine]:
    """The lines of one column from the top down; segments of one height are one line."""
    ordered = sorted(segments, key=lambda s: -s.top)
    lines: list[PdfLine] = []
    for segment in ordered:
        if lines and segment.top > lines[-1].bottom + 0.5 * lines[-1].size:
            before, after = sorted((lines[-1], segment), key=lambda s: s.left)
            bottom, top = min(before.bottom, after.bottom), max(before.top, after.top)
            joined = f"{before.text}\u3000{after.text}"
            lines[-1] = replace(before, text=joined, right=after.right, bottom=bottom, top=top)
        else:
            lines.append(segment)
    # What is set in another size, a running head or a note, may be wider.
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    body = [line for line in lines if len(line.text) > 6 and abs(line.size - usual) < 0.6] or lines
    left = min((line.left for line in body), default=0.0)
    right = max((line.right for line in body), default=0.0)
    # A quotation may be set narrower than its column on both sides.
    edges: dict[int, list[float]] = {}
    for line in lines:
        edges.setdefault(round(line.left), []).append(line.right)
    for line in lines:
        own = edges[round(line.left)]
        if len(own) >= _NARROW and max(own) < right - line.size:
            yield replace(line, column_left=line.left, column_right=max(own))
        else:
            yield replace(line, column_left=left, column_right=right)


def prose_of(pages: Sequence[Sequence[PdfLine]]) -> str:
    """The lines as text, the indents of paragraphs kept."""
    running = _running(pages)
    shown = (line for page in pages for line in page)
    return "\n".join(
        ("\u3000\u3000" if line.indented and not line.short else "") + line.text
        for line in shown
        if _key(line.text) not in running
    )


def items_of(pages: Sequence[Sequence[PdfLine]]) -> list[Item]:
    """Titles by their large type, paragraphs by indent and by lines that end short."""
    lines = [line for page in pages for line in page]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    body = sizes.most_common(1)[0][0]
    running = _running(pages)
    notes = frozenset(note for page in pages for note in _notes(page, body, running))
    items: list[Item] = []
    ranks: list[tuple[float, int]] = []
    usual, chinese = _spacing(lines), sum(_is_han(line) for line in lines) * 2 > len(lines)
    for large, group in groupby(lines, key=lambda line: line.size >= LARGE * body):
        block = list(group)
        aside = [
            line
            for line in block
            if line in notes or _key(line.text) in running or _PAPER.match(line.text) or _is_editors(line)
        ]
        apart = [
            Item(line.text, 0, "fact" if _tells_moment(line) or "://" in line.text else "aside")
            for line in aside
        ]
        beside = frozenset(aside)
        above = sum(1 for _ in takewhile(beside.__contains__, block))
        items += apart[:above]
        rest = [line for line in block if line not in beside]
        # What is set large in tables and formulas.
        large = large and (not chinese or not items or any(map(_is_han, rest)))
        items += _heads(rest) if large else _paragraphs(rest, usual)
        if large and rest:
            ranks.append((max(line.size for line in rest), len(items) - 1))
        items += apart[above:]
    return _ranked(items, ranks)


def _notes(page: Sequence[PdfLine], body: float, running: Collection[str]) -> list[PdfLine]:
    """The notes at the foot of a page, close below each other, which are set smaller than its text and numbered."""
    foot: list[PdfLine] = []
    for line in reversed(page):
        if _key(line.text) in running:
            continue
        apart = foot and not 0 < line.bottom - foot[-1].bottom < _APART * body
        if apart or line.size >= _SMALL * body:
            break
        foot.append(line)
    first = max((at for at, line in enumerate(foot) if _NOTE.match(line.text)), default=-1)
    return foot[: first + 1] if 2 * len(foot) < len(page) else []


def _is_editors(line: PdfLine) -> bool:
    told = meta_line(line.text)
    return told is not None and told.kind == "editor"


def _is_han(line: PdfLine) -> bool:
    return _HAN.search(line.text) is not None


def _ranked(items: list[Item], ranks: Sequence[tuple[float, int]]) -> list[Item]:
    """Heads that are all smaller than the first and have no author below them are those of its sections."""
    sizes = [size for size, _ in ranks]
    if len(sizes) < 2 or any(1.1 * size > sizes[0] for size in sizes[1:]):
        return items
    heads = {at for _, at in ranks[1:] if items[at].level}
    if any(at + 1 < len(items) and says_who(items[at + 1].text) for at in heads):
        return items
    return [replace(item, level=2) if at in heads else item for at, item in enumerate(items)]


def _heads(lines: Sequence[PdfLine]) -> Iterator[Item]:
    """A block of large type: its largest lines are the title, what stands above it a kicker, below it a deck."""
    if not lines:
        return
    largest = max(line.size for line in lines)
    before: list[PdfLine] = []
    title: list[str] = []
    after: list[PdfLine] = []
    for line in lines:
        if meta_line(line.text) is not None:
            before.append(line)
        elif line.size >= 0.93 * largest:
            title.append(line.text + (" " if line.short else ""))
        else:
            (after if title else before).append(line)
    yield from (Item(line.text, 0, "kicker") for line in before)
    yield Item("".join(title).strip(), 1 if sum(map(len, title)) <= _LONGEST_TITLE else 0)
    yield from (Item(line.text, 0, "byline" if signature_of(line.text) else "deck") for line in after)


def _spacing(lines: Sequence[PdfLine]) -> float:
    """The distance of lines that a paragraph begins at, in sizes of type; none where paragraphs are not set apart."""
    apart = [(above.top - line.top) / line.size for above, line in pairwise(lines) if above.top > line.top]
    wide = _SPACED * median(apart) if apart else 0.0
    return wide if sum(space > wide for space in apart) > _SOME * len(apart) else math.inf


def _paragraphs(lines: Sequence[PdfLine], spacing: float) -> Iterator[Item]:
    def begins(held: list[PdfLine], line: PdfLine) -> bool:
        last = held[-1]
        apart = last.top - line.top > spacing * line.size or abs(last.size - line.size) > 0.15 * line.size
        cut = last.column_right - last.right < _UNIT * last.size and _CUT.search(last.text)
        ended = last.short and ((len(held) == 1 and not cut) or bool(FINAL.search(last.text)))
        return line.indented or apart or ended or meta_line(line.text) is not None

    return (Item(_joined(held)) for held in _parted(lines, begins))


def _joined(lines: Sequence[PdfLine]) -> str:
    parts = [lines[0].text]
    for before, line in pairwise(lines):
        if _LATIN_END.search(before.text[-1:]) and _LATIN_START.match(line.text):
            parts.append(" ")
        parts.append(line.text)
    return "".join(parts)


def _key(text: str) -> str:
    return re.sub("[0-9\\s]+", "", text)


def _tells_moment(line: PdfLine) -> bool:
    return _MOMENT.search(line.text) is not None


def _running(pages: Sequence[Sequence[PdfLine]]) -> frozenset[str]:
    """What stands at the top or the bottom of several pages, or on many, but for its numbers; the numbers of pages."""
    edges: Counter[str] = Counter()
    numbers: set[str] = set()
    most = max(_REPEATED, len(pages) // _REPEATED)
    anywhere = Counter(text for page in pages for text in {_key(line.text) for line in page} if len(text) > 4)
    for page in pages:
        if page:
            top, bottom = max(line.top for line in page), min(line.bottom for line in page)
            edge = [line for line in page if min(top - line.top, line.bottom - bottom) < line.size]
            edges.update({_key(line.text) for line in edge})
            if any(map(_tells_moment, edge)) and any("://" in line.text for line in edge):
                # As browsers print, who tell when they did and from where.
                numbers.update(_key(x.text) for x in edge if "://" in x.text or _tells_moment(x))
            numbers.update(_key(line.text) for line in edge if _NUMBER.fullmatch(line.text))
    least = max(2, len(pages) * 0.4)
    found = {key for key, count in edges.items() if count >= least}
    return frozenset(found.union(numbers, (key for key, count in anywhere.items() if count >= most)))
