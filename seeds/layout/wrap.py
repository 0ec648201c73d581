"""From characters to logical lines: hard-wrapped lines are put together again.

A page is cut into lines by whoever typed or exported it. Where a text was wrapped at a fixed width, a line ends
because the next unbreakable unit did not fit any more; where a line ends although it would have fitted, the
author ended it. That is the evidence used here, so any width will do, counted in columns or in characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from seeds.language.characters import HAN
from seeds.layout import cues
from seeds.layout.lines import STOPS, TAB, Line, Run, columns

_UNIT = re.compile(
    "[“‘「『《（(【\\[]*(?:[A-Za-z0-9][A-Za-z0-9.,:%/+-]*|[—…]*.)[，。、；：？！”’」』》）)】\\],;:?!]*"
)
_OPEN = re.compile(f"^[^，。；、]*[，。；、].*[{HAN}A-Za-z0-9，、]$")
_PLAIN = re.compile(f"[{HAN}][^:：/／|｜丨0-9]*")
NARROWEST, WIDEST = 14, 160
"""Columns a wrapped line can have; a full-width character counts two."""
_CENTRED = 8
_AGREEMENT = 0.6
_SLACK = 6
_SENTENCES = 0.6
"""The share of full lines that may end a sentence; more, and they are paragraphs that happen to be as long."""
_LOOSE, _WIDE, _BROKEN, _NEARLY, _LONGEST = 5, 48, 5, 0.8, 8
"""Full lines may be a fifth narrower than the widest, if that has so many columns at least and lines break off there:
so many, so great a share of all that do, and at most so many for each that ends a sentence."""
_COLUMN = 8
"""A block of at least so many lines can have a width of its own."""
HANGING = "，。、；：？！”’」』》）,;:?!)"
"""Marks that no line begins with unless it goes on from the one before."""
_ALONE = 40
_HEADING = 14
"""The longest line that after a full stop is a heading rather than the beginning of a sentence."""


def unwrap(lines: Sequence[Line]) -> list[Run]:
    """Put wrapped lines together; lines of a page that is not wrapped stay as they are."""
    if not lines:
        return []
    spacing = _spacing(lines)
    page = Wrap.of(lines, spacing) or Wrap.of_broken(lines)
    runs: list[Run] = []
    for block in _blocks(lines, spacing):
        wrap = page
        own = Wrap.of(block, spacing) if len(block) >= _COLUMN else None
        if own is not None and (page is None or own.differs(page)):
            wrap = own
        group = [block[0]]
        for line, following in zip_longest(block[1:], block[2:]):
            if wrap is not None and wrap.continues(group, line, following):
                group.append(line)
            else:
                runs.append(Run(tuple(group), wrap is not None))
                group = [line]
        runs.append(Run(tuple(group), wrap is not None))
    return runs


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a stretch of lines was wrapped.

    `width` is the longest line, counted by `measure`; `margin` the common indent in columns; `opening` how much
    shorter the first line of a paragraph is: where an indent was lost in copying, its room is still missing.
    `indents` says that paragraphs are still indented; `slack` how much shorter a full line may be, where the type has
    letters of many widths.
    """

    width: int
    measure: Callable[[Line], int]
    margin: int
    opening: int
    indents: bool
    slack: int = 0

    @classmethod
    def of(cls, lines: Sequence[Line], spacing: int) -> Wrap | None:
        """The wrap that most lines agree on, or None if they do not agree."""
        inner = [
            before
            for before, after in pairwise(lines)
            if after.gap <= spacing and before.columns >= NARROWEST and after.indent <= before.indent
        ]
        if len(inner) < 3:
            return None
        measure = max((_by_columns, _by_characters), key=lambda measure: _fit(inner, measure))
        _, agreement, limit = _fit(inner, measure)
        if agreement < _AGREEMENT or not NARROWEST <= limit * _unit(measure) <= WIDEST:
            return None
        full = [line for line in inner if measure(line) >= limit - _SLACK // _unit(measure)]
        if sum(line.text[-1] in STOPS for line in full) > _SENTENCES * len(full):
            return None
        if sum(measure(line) > limit + _SLACK // _unit(measure) for line in lines) > len(full):
            return None  # whole paragraphs with a few short lines of one width between them
        margin = Counter(line.indent for line in lines).most_common(1)[0][0]
        indents = sum(line.indent >= margin + 2 for line in lines) > 0.05 * len(lines)
        lost = 0 if indents else _lost_indent(Counter(map(measure, inner)), limit, measure)
        return cls(limit, measure, margin, lost, indents)

    @classmethod
    def of_broken(cls, lines: Sequence[Line]) -> Wrap | None:
        """The wrap of a page where nearly all lines that break off are about as wide as the widest."""
        widest = max(line.columns for line in lines if not line.text.isascii() or line is lines[0])
        slack = widest // _LOOSE
        broken = [line.columns >= widest - slack for line in lines if _breaks_off(line.text)]
        ended = sum(cues.ends_sentence(line.text) for line in lines)
        if (
            widest not in range(_WIDE, WIDEST + 1)
            or len(broken) < _BROKEN
            or sum(broken) < _NEARLY * len(broken)
            or len(broken) > _LONGEST * ended
        ):
            return None
        margin = Counter(line.indent for line in lines).most_common(1)[0][0]
        return cls(widest, _by_columns, margin, 0, False, slack)

    def differs(self, other: Wrap) -> bool:
        """Whether the widths are too different to be the same wrap."""
        return abs(self.width * _unit(self.measure) - other.width * _unit(other.measure)) > _SLACK

    def continues(self, group: Sequence[Line], after: Line, following: Line | None) -> bool:
        """Whether `after`, with `following` next, goes on where the last line of `group` was cut by the wrap."""
        before = group[-1]
        if after.text[0] in HANGING and not after.gap:
            return True
        if after.indent >= self.margin + 2 or self._apart(group, after, following):
            return False
        final = cues.ends_sentence(before.text)
        room = self.width - self.measure(before)
        running = (
            len(group) > 1 or before.indent > self.margin or any(mark in before.text for mark in "，。；、,;")
        )
        if self.slack:
            return running and not final and room <= self.slack
        if room < -self._overhang(before) - 2 // _unit(self.measure):
            return False
        if not running and (self.indents or cues.begins_head_line(after.text)):
            return False
        centred = before.indent >= max(_CENTRED, self.margin + TAB)
        if len(group) == 1 and (centred or (before.indent <= self.margin and cues.begins_kicker(after.text))):
            return False
        if self.opening and len(group) == 1 and room >= self.opening - self._overhang(before):
            room = max(0, room - self.opening)
        elif self.opening and final and following is not None and self._opens(after, following):
            return False
        if self._needs(after) > room:
            return True
        near = running and room * _unit(self.measure) <= _SLACK
        # Where paragraphs are indented, a full line without an indent begins none.
        return near and (not final or (self.indents and after.columns >= before.columns - _SLACK))

    def _apart(self, group: Sequence[Line], after: Line, following: Line | None) -> bool:
        """Whether the forms of two lines say that they are no paragraph."""
        before = group[-1]
        final = cues.ends_sentence(before.text)
        listed = self.slack > 0 and before.text[-1] in "；：）)"
        if (final or listed) and cues.form("enumerated").match(after.text):
            return True
        if any(self._alone(line) for line in (before, after)):
            return True
        if not self._ends(after, following):
            return False
        headed = final and len(after.text) <= _HEADING and not cues.may_end(after.text)
        return headed or ((final or len(group) == 1) and cues.is_name_line(after.text))

    def _alone(self, line: Line) -> bool:
        """Whether a line is none of a paragraph by its form; one that fills the width hardly ever is."""
        if line.end - line.start > _ALONE or (
            self.measure(line) == self.width and _PLAIN.fullmatch(line.text)
        ):
            return False
        return cues.stands_alone(line.text)

    def _ends(self, line: Line, following: Line | None) -> bool:
        """Whether a line is short of the width, and not for want of room."""
        if following is None or following.gap or following.indent >= self.margin + 2:
            return True
        return self._needs(following) <= self.width - self.measure(line)

    def _opens(self, line: Line, following: Line) -> bool:
        """Whether a line is as much shorter as the first of a paragraph, and only for that reason."""
        room = self.width - self.opening - self.measure(line)
        return -self._overhang(line) <= room < self._needs(following) and not following.gap

    def _overhang(self, line: Line) -> int:
        """How far a line may stand out: by a closing mark, or by half a character where some are half as wide."""
        return 2 // _unit(self.measure) if line.text[-1] in HANGING else self.measure is _by_columns

    def _needs(self, line: Line) -> int:
        """The room that the first unbreakable unit of a line takes."""
        unit = _UNIT.match(line.text)
        assert unit is not None  # any first character is a unit
        return columns(unit.group()) if self.measure is _by_columns else len(unit.group())


def _breaks_off(text: str) -> bool:
    """Whether a line ends within a sentence: it has a part behind a mark, and is no heading with a number."""
    return bool(_OPEN.search(text)) and not cues.form("enumerated").match(text)


def _fit(lines: Sequence[Line], measure: Callable[[Line], int]) -> tuple[float, float, int]:
    """The shares of lines that are exactly and about as wide as the best width, and that width.

    Counted in columns, a line falls one short where a wide character no longer fits.
    """
    widths = Counter(map(measure, lines))
    short = measure is _by_columns
    limit = max(widths, key=lambda width: (widths[width] + short * widths[width - 1], width))
    exact = widths[limit] + short * widths[limit - 1]
    if short and 4 * widths[limit] < widths[limit - 1]:
        # So few are the ones where a mark hangs over the edge.
        limit -= 1
    near = range(limit - _SLACK // _unit(measure), limit + 2)
    return exact / len(lines), sum(widths[width] for width in near) / len(lines), limit


def _lost_indent(widths: Counter[int], limit: int, measure: Callable[[Line], int]) -> int:
    """Two characters if many lines, clearly more than of any width nearby, are that much too short; else nothing."""
    lost = 4 // _unit(measure)
    spread = 1 if measure is _by_columns else 0
    here = sum(widths[limit - lost + d] for d in range(-spread, spread + 1))
    beside = sum(widths[limit - lost - spread - d] for d in range(1, 2 * spread + 2))
    return lost if here >= 4 and here > 2 * beside and here > 0.05 * widths.total() else 0


def _unit(measure: Callable[[Line], int]) -> int:
    """Columns of one unit of a measure."""
    return 1 if measure is _by_columns else 2


def _by_columns(line: Line) -> int:
    return line.columns


def _by_characters(line: Line) -> int:
    return line.characters


def _spacing(lines: Sequence[Line]) -> int:
    """Blank lines between two lines of one paragraph: none, unless nearly every line stands alone."""
    gaps = Counter(line.gap for line in lines[1:] if line.columns >= NARROWEST)
    if not gaps:
        return 0
    common, count = gaps.most_common(1)[0]
    return common if count >= 0.75 * gaps.total() else 0


def _blocks(lines: Sequence[Line], spacing: int) -> Iterable[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and line.gap > spacing:
            yield block
            block = []
        block.append(line)
    yield block
