"""reStructuredText, as sites of documents keep articles: made into Markdown, whose reader tells the articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from seeds.files import markdown
from seeds.files.decode import decode
from seeds.files.document import FileDocument, Found, Options
from seeds.language.characters import HAN

_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*$")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|\n]*\|[ \t]+)?(?P<name>[\w-]+)::(?:[ \t]+(?P<value>\S.*))?$")
_UNSHOWN = re.compile(r"\.\.(?:[ \t](?!\[)|$)|__[ \t]+\S+$")
"""A comment, a label, an address given elsewhere, and what an image is called."""
_NOTE = re.compile(r"\.\.[ \t]+(?=\[)")
_APART = re.compile(rf"[-*+#>][ \t]|[0-9]{{1,3}}[.)] |[{HAN}A-Za-z]{{2,8}}[:：]|\|")
"""How a line begins that does not go on with the one above it: a list, a label."""
_FIELD = re.compile(r":(?P<name>[^:`\n]{1,40}):(?:[ \t]+(?P<value>.*))?$")
_BOXES = frozenset(["note", "attention", "tip", "hint", "important", "seealso", "admonition", "epigraph"])
_LINK = re.compile(r"(?::[a-z:+-]{1,24}:)?(?<!`)`([^`<>]{1,400}?)[ \t\n]{0,2}<([^<>`\s]{1,600})>`_{0,2}")
_ROLE = re.compile(
    r"(?::[a-z:+-]{1,24}:)?(?<!`)`([^`<>]{1,200})`(?:__?(?!\w)|(?!`))|(?<=\S) ?\[[#*\w-]{1,12}\]_(?!\w)"
)
_SHOWN = re.compile(r"(?<!\S)\|[^|\s][^|\n]{0,60}\|(?!\S)")
"""The name of an image that is shown at its place."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of a text."""
    text, encoding = decode(data, options.encoding, options.name)
    for found in markdown.read(markdown_of(text).encode(), replace(options, encoding="utf-8")):
        yield replace(found, kind=encoding) if isinstance(found, FileDocument) else found


def markdown_of(text: str) -> str:
    """The same text as Markdown."""
    shown: list[str] = []
    inside, deep, above = "", 0, ""
    for line in _headed(text.expandtabs(4).split("\n")):
        bare, indent = line.strip(), len(line) - len(line.lstrip())
        inside = inside if indent > deep or not bare else ""
        goes_on = above and not (inside or _APART.match(bare) or _APART.match(above))
        above = bare
        if inside and bare:
            shown += _of_block(inside, bare)
        elif (found := _DIRECTIVE.match(bare)) or _UNSHOWN.match(bare):
            inside, deep = found["name"].lower() if found else "unshown", indent
            shown += ["\n", *(_of_block(inside, found["value"] or "") if found and inside in _BOXES else ())]
            above = ""
        elif field := _FIELD.match(bare):
            shown.append(f"\n\n{field['name']}：{field['value'] or ''}\n")
            above = ""
        elif bare and goes_on:
            shown.append(f" {bare}" if (shown[-1][-1] + bare[0]).isascii() else bare)
        else:
            shown.append("\n" + (bare[2:] + "  " if bare.startswith("| ") else _NOTE.sub("", bare)))
    return _inline("".join(shown))


def _headed(lines: Sequence[str]) -> Iterator[str]:
    """The lines, where one with a rule below it, perhaps another above it, is a heading of Markdown."""
    levels: dict[tuple[str, bool], int] = {}
    rules = [line[:1] if _RULE.match(line) else "" for line in lines] + [""]
    for at, line in enumerate(lines):
        over = at > 0 and rules[at - 1] == rules[at + 1]
        if rules[at]:
            yield "" if lines[at - 1 : at] != [""] or lines[at + 1 : at + 2] != [""] else "---"
        elif rules[at + 1] and line.strip() and (over or not line[0].isspace()):
            level = levels.setdefault((rules[at + 1], over), len(levels) + 1)
            yield from (f"{'#' * min(level, 6)} {line.strip()}", "")
        else:
            yield line


def _of_block(name: str, line: str) -> list[str]:
    """What a line inside a directive is: of a box, a line of text; of any other, what stands beside it, as captions."""
    if name in _BOXES:
        return [f"\n{line}\n"]
    if name == "unshown" or _FIELD.match(line):
        return []
    return [f"\n\n<aside>{escape(line, quote=False)}</aside>\n"]


def _inline(text: str) -> str:
    """A text with links and emphasis as Markdown has them."""
    text = _LINK.sub(r"[\1](\2)", _SHOWN.sub("", text))
    return _ROLE.sub(lambda found: found[1] or "", re.sub(r"\\[ \n]", "", text))
