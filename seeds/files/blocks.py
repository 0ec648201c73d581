"""Texts that programs keep as trees of blocks (Slate, ProseMirror, Editor.js, Quill, Notion, Telegram), as HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from seeds.metadata.columns import role_of

_INSIDE = ("children", "content", "blocks", "ops", "root", "rich_text", "paragraphs", "data")
_WORDS = ("text", "insert", "plain_text", "html", "content", "value")
_RUNS = frozenset([None, "text", "bold", "italic", "link", "mention"])
"""Kinds of what is no block but some of its words."""
_HEAD = re.compile("(?i)^(?:head|title|h[1-6]$)")
_OF_ARTICLES = frozenset(["title", "date", "authors"])
_DEPTH = 16


def is_blocks(value: object, depth: int = 0) -> bool:
    """Whether a value is a list of blocks of one text, or holds one: each has a kind, a heading or words in it."""
    if isinstance(value, Mapping):
        return depth < _DEPTH and any(is_blocks(value.get(name), depth + 1) for name in _INSIDE)
    blocks = [item for item in value if not isinstance(item, str)] if isinstance(value, list) else []
    return bool(blocks) and all(isinstance(block, Mapping) and _is_block(block) for block in blocks)


def _is_block(block: Mapping[str, Any]) -> bool:
    named = isinstance(block.get("type"), str) or not {"children", "insert", "heading"}.isdisjoint(block)
    return named and _OF_ARTICLES.isdisjoint(map(role_of, block))


def html_of_blocks(value: Any, depth: int = 0) -> str:
    """The words of a tree of blocks, a paragraph a block; nothing of what is deeper than any text."""
    if isinstance(value, str):
        return value if "</" in value else escape(value, quote=False).replace("\n", "<br>")
    if depth > _DEPTH:
        return ""
    if isinstance(value, Mapping):
        kind = value.get("type")
        inner = [value[name] for name in _INSIDE if isinstance(value.get(name), (list, Mapping))]
        inner += [value[kind]] if isinstance(kind, str) and isinstance(value.get(kind), Mapping) else []
        words = [value[name] for name in _WORDS if isinstance(value.get(name), str)]
        heading = value.get("heading")
        above = f"<h2>{html_of_blocks(heading)}</h2>" if isinstance(heading, str) else ""
        return above + html_of_blocks((inner or words or [""])[0], depth + 1)
    if not isinstance(value, list):
        return ""
    nodes = [item for item in value if isinstance(item, Mapping)]
    runs = any(map(_is_run, nodes)) or 0 < len(nodes) < len(value)
    return "".join(
        html_of_blocks(item, depth + 1) if runs else _tagged(item, html_of_blocks(item, depth + 1))
        for item in value
    )


def _is_run(item: Mapping[str, Any]) -> bool:
    return item.get("type") in _RUNS and not any(isinstance(item.get(name), list) for name in _INSIDE)


def _tagged(block: Any, words: str) -> str:
    kind = str(block.get("tag") or block.get("type")) if isinstance(block, Mapping) else ""
    tag = ("h1" if kind == "title" else "h2") if _HEAD.match(kind) else "p"
    return f"<{tag}>{words}</{tag}>" if words else ""
