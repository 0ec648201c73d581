"""Numbers at the head of lines: those that count the pieces of a collection, and those of sections.

A number by itself says little; a chain 1, 2, 3 says much: how far apart its members stand, whether the topic changes
at them, and whether the page has one such chain or one in each piece.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.layout.lines import Run
from seeds.layout.looks import change_of_topic

if TYPE_CHECKING:
    from seeds.layout.topic_shift import Topics

_CHINESE = "一二三四五六七八九十"
_TWELVE = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_FORM = re.compile(
    rf"(?P<open>[(（【\[第其之]|No\.|[{HAN}]{{2}} ?(?=[0-9一二三四五六七八九十]{{1,3}}[:：、]))?[ \u3000]*"
    rf"(?:(?P<arabic>\d{{1,3}})|(?P<chinese>[{_CHINESE}]{{1,3}})|(?P<round>[①-⑳])|(?P<roman>[Ⅰ-Ⅻ]|[IVX]{{1,4}}))"
    r"(?P<close>[)）】\]]|[.．](?!\d)|[、:：]|[篇章节][、:： \u3000]?| [篇章节][、:： \u3000]|[ \u3000]+)?[ \u3000]*"
)
_WIDE = 600
"""Characters between the numbers of pieces; the sections of a piece are closer."""


def number_of(text: str) -> tuple[str, int, int] | None:
    """The style of the number that a line begins with, its value, and where the text after it begins."""
    found = _FORM.match(text)
    if not found:
        return None
    opened, closed = found["open"] or "", (found["close"] or "").strip()
    style, value = next((style, found[style]) for style in _VALUES if found[style])
    if style != "round" and not found["close"] and opened in ("", "第", "其", "之"):
        return None
    return f"{opened}{style}{closed}", _VALUES[style](value), found.end()


def _chinese(value: str) -> int:
    tens, ten, ones = value.rpartition("十")
    if not ten:
        return _CHINESE.index(value[0]) + 1
    return 10 * (_CHINESE.index(tens[0]) + 1 if tens else 1) + (_CHINESE.index(ones[0]) + 1 if ones else 0)


def _roman(value: str) -> int:
    if value in _TWELVE:
        return _TWELVE.index(value) + 1
    worth = [{"I": 1, "V": 5, "X": 10}[sign] for sign in value]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))


_VALUES: Mapping[str, Callable[[str], int]] = {
    "arabic": int,
    "chinese": _chinese,
    "round": lambda value: ord(value) - ord("①") + 1,
    "roman": _roman,
}
"""How the numbers of each style are read."""


class Numbering:
    """The chains of numbers of a page."""

    def __init__(self, runs: Sequence[Run], heads: Sequence[bool], topics: Topics) -> None:
        self._chains: dict[int, tuple[str, list[int]]] = {}
        open_chains: dict[str, tuple[int, list[int]]] = {}
        chains: list[tuple[str, list[int]]] = []
        offsets = [run.first.start for run in runs]
        for index, run in enumerate(runs):
            if not heads[index]:
                continue
            found = number_of(simplified(run.text))
            if found is None:
                continue
            style, value, _ = found
            last, members = open_chains.get(style, (0, []))
            if not members or value != last + 1:
                members = []
                chains.append((style, members))
            members.append(index)
            open_chains[style] = (value, members)
        styles = Counter(style for style, members in chains if len(members) > 1)
        self._evidence: dict[int, dict[str, float]] = {}
        for style, members in chains:
            if len(members) < 2:
                continue
            spacing = (offsets[members[-1]] - offsets[members[0]]) / (len(members) - 1)
            likeness = [like for at in members if (like := topics.change(at)) is not None]
            changes = change_of_topic(likeness)
            evidence = {
                "chain wide" if spacing > _WIDE else "chain close": 1.0,
                "chain alone" if styles[style] == 1 else "chains": 1.0,
                "chain changes topic" if changes > 0 else "chain keeps topic": abs(changes),
            }
            if members[0] <= 2:
                evidence["chain from the top"] = 1.0
            self._evidence.update(dict.fromkeys(members, evidence))

    def evidence(self, index: int) -> dict[str, float]:
        """What the chain of a line says of it; nothing if it is in none."""
        return self._evidence.get(index, {})
