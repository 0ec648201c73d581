"""Which set phrase grew out of which: a phrase is the child of the longest earlier one that it contains, and a list
in another order (安全感、获得感、幸福感) that of the list as it was first said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LEAST = 4
"""Characters of a phrase that others may have grown out of."""


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A phrase, the date of its first use, and what grew out of it, the earliest first."""

    text: str
    first: str
    children: tuple[Ancestor, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """`{"text", "first", "children"}`."""
        return {"text": self.text, "first": self.first, "children": [c.to_dict() for c in self.children]}


def genealogy(first: Mapping[str, str]) -> tuple[Ancestor, ...]:
    """The trees of phrases with the dates of their first use; phrases without parent and children are left out."""
    earliest: dict[frozenset[str], str] = {}
    for text in sorted(first, key=lambda text: (first[text], text)):
        if "、" in text:
            earliest.setdefault(frozenset(text.split("、")), text)
    children: dict[str, list[str]] = {}
    roots = []
    for text in first:
        parent = _parent(text, first)
        if "、" in text and (original := earliest[frozenset(text.split("、"))]) != text:
            parent = original
        if parent is None:
            roots.append(text)
        else:
            children.setdefault(parent, []).append(text)

    def grown(text: str) -> Ancestor:
        of = sorted(children.get(text, ()), key=lambda child: (first[child], child))
        return Ancestor(text, first[text], tuple(map(grown, of)))

    found = [grown(text) for text in roots if text in children]
    return tuple(sorted(found, key=lambda root: (-_size(root), root.first, root.text)))


def _parent(text: str, first: Mapping[str, str]) -> str | None:
    for size in range(len(text) - 1, LEAST - 1, -1):
        for at in range(len(text) - size + 1):
            part = text[at : at + size]
            if part in first and first[part] <= first[text]:
                return part
    return None


def _size(root: Ancestor) -> int:
    return 1 + sum(map(_size, root.children))
