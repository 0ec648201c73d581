"""Set articles anew as pages with other papers' habits, with the truth of every line.

The pages at hand share many habits: one blank line between paragraphs, no indents, few kinds of byline. Reading
has to cope with other papers too, so the same articles are set in other widths, with and without indents and
blank lines, with other bylines, kickers, decks, credits and labels, broken over columns, and with titles that
stand inside their own text. Names and furniture are made up here.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.habits import (
    BYLINES,
    CREDITS,
    DESKS,
    GIVEN,
    IMPRINTS,
    KICKERS,
    LABELS,
    LEAD_NOTES,
    NOTES,
    SOURCES,
    SUMMARIES,
    SURNAMES,
    Habits,
    habits,
)

_HALF = str.maketrans("，：；！？（）", ",:;!?()")
_FULL = {half: full for full, half in zip("，：；！？", ",:;!?", strict=True)}


@dataclass(frozen=True, slots=True)
class Article:
    """A title and its paragraphs and headings, as (kind, text)."""

    page: str
    title: str
    body: tuple[tuple[str, str], ...]


def articles(data: Path) -> list[Article]:
    """The articles of `pages` and `pages_real` under `data`, lines that are no part of an article left out."""
    found = []
    for path in sorted((data / "pages").glob("*.json")):
        for piece in json.loads(path.read_text("utf-8"))["pieces"]:
            body = [
                ("heading" if part["type"] == "heading" else "body", part["text"]) for part in piece["body"]
            ]
            found.append(Article(path.stem, piece["title"], tuple(_clean(body))))
    for path in sorted((data / "pages_real").glob("*.json")):
        for row in json.loads(path.read_text("utf-8")):
            body = [("body", text) for text in row["text"].split("\n")]
            found.append(Article(path.stem, row["title"], tuple(_clean(body))))
    return [article for article in found if sum(len(text) for _, text in article.body) > 400]


def _clean(body: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for kind, text in body:
        aside = re.match(r"[（(].{1,30}[)）]$|作者|《 ?人民|原文|原标题|文章纠错|\d{4}年\d+月 ", text)
        if not aside and (kind == "heading" or re.search("[。！？!?…”：:；;）)]$", text)):
            yield kind, text


def pages(
    pool: Sequence[Article], count: int, seed: int, shape: str | None = None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """`count` pages of three to six articles, each with habits of its own: text and truth."""
    chance = random.Random(seed)
    for _ in range(count):
        chosen = chance.sample(list(pool), min(len(pool), chance.choice((3, 4, 5, 6))))
        yield _Setter(habits(chance, shape), chance).page(chosen)


class _Setter:
    """Sets one page line by line and keeps the truth."""

    def __init__(self, habits: Habits, chance: random.Random) -> None:
        self.habits, self.chance = habits, chance
        self.lines: list[str] = []
        self.pieces: list[dict[str, Any]] = []
        self.furniture: list[dict[str, Any]] = []

    def page(self, chosen: Sequence[Article]) -> tuple[str, dict[str, Any]]:
        habits, chance = self.habits, self.chance
        self.lines += [""] * chance.choice((0, 0, 2))
        self._furniture(0.5, LABELS)
        self._furniture(0.3, IMPRINTS)
        for index, article in enumerate(chosen):
            if habits.rule:
                self.furniture.append({"lines": [self._put(habits.rule, habits.gap)], "text": habits.rule})
            self._piece(article, displaced=index == habits.displaced and len(article.body) > 3)
            self._furniture(0.25, CREDITS)
            self._furniture(0.12, LABELS)
        self._furniture(0.6, IMPRINTS)
        return "\n".join(self.lines) + "\n", {"pieces": self.pieces, "furniture": self.furniture}

    def _put(self, text: str, gap: int) -> int:
        if self.lines:
            self.lines += [""] * gap
        self.lines.append(text)
        return len(self.lines)

    def _furniture(self, odds: float, forms: Sequence[str]) -> None:
        if self.chance.random() < odds * self.habits.furniture:
            text = self._marks(self.chance.choice(forms).format(self._name(), self._name()))
            self.furniture.append({"lines": [self._put(text, self.habits.piece_gap)], "text": text})

    def _name(self) -> str:
        chance = self.chance
        return chance.choice(SURNAMES) + "".join(
            chance.choice(GIVEN) for _ in range(chance.choice((1, 2, 2)))
        )

    def _marks(self, text: str) -> str:
        if self.habits.half_width:
            return text.translate(_HALF)
        return re.sub(r"(?<![0-9A-Za-z])[,:;!?](?![0-9A-Za-z])", lambda mark: _FULL[mark.group()], text)

    def _byline(self) -> tuple[str, list[str]]:
        habits, chance = self.habits, self.chance
        style = chance.choice(habits.bylines)
        names = [self._name() for _ in range(chance.choice((1, 1, 1, 2, 3)))]
        desk = chance.choice(DESKS)
        shown = [f"{name[0]}  {name[1]}" if len(name) == 2 and habits.wide_names else name for name in names]
        text = BYLINES[style].format(box=habits.box, names=habits.separator.join(shown), desk=desk)
        authors = {"none": [], "desk": [desk]}.get(style, names)
        return self._marks(text), authors

    def _piece(self, article: Article, displaced: bool) -> None:
        habits = self.habits
        byline, authors = self._byline()
        title = self._marks(article.title)
        truth: dict[str, Any] = {"title": title, "authors": authors, "body": [], "decks": []}
        body = [(kind, self._marks(text)) for kind, text in self._with_sections(article.body)]
        if habits.signature and body[-1][0] == "body":
            body[-1] = ("body", body[-1][1] + self._marks(habits.signature.format(self._name())))
        place = self._place_of_title(body) if displaced else -1
        if place < 0:
            self._head(truth, body, byline)
        for index, (kind, text) in enumerate(body):
            numbers = self._part(
                kind, text, (lambda: self._head(truth, body, byline)) if index == place else None
            )
            truth["body"].append(
                {"type": "heading" if kind == "heading" else "para", "text": text, "lines": numbers}
            )
            if kind == "body" and index < len(body) - 1:
                self._furniture(0.05, CREDITS)
        if byline and habits.byline_last:
            truth["byline_lines"] = [self._put(habits.centre + byline, habits.gap)]
        for odds, forms, name in (
            (habits.note, NOTES, "author_note_lines"),
            (habits.source, SOURCES, "source_line_lines"),
        ):
            if self.chance.random() < odds and name not in truth:
                truth[name] = [self._put(self._marks(self.chance.choice(forms)), habits.gap)]
        self.pieces.append(truth)

    def _with_sections(self, body: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """The article, perhaps with section heads put in: numbered or not, made up or taken from what follows."""
        chance = self.chance
        plain = len(body) > 3 and all(kind == "body" for kind, _ in body)
        if not plain or chance.random() >= self.habits.sections:
            return list(body)
        style = chance.choice(("numbered", "phrase", "two phrases", "clause", "clause"))
        every = chance.choice((1, 2, 2, 3))
        parts: list[tuple[str, str]] = []
        for index, (kind, text) in enumerate(body):
            if index and index % every == 0:
                phrases = chance.sample(SUMMARIES, 2)
                clauses = re.findall("(?<![^，。；：])[^，。；：、“”《》（）,;:()]{7,18}(?=[，。；,;])", text)
                heading = {
                    "numbered": f"{'一二三四五六七八九十'[index // every - 1 :][:1] or '十'}、{phrases[0]}",
                    "phrase": phrases[0],
                    "two phrases": " ".join(phrases),
                }.get(style) or (chance.choice(clauses) if clauses else phrases[0])
                parts.append(("heading", heading))
            parts.append((kind, text))
        return parts

    def _place_of_title(self, body: Sequence[tuple[str, str]]) -> int:
        """The paragraph that a title block stands in, one of the first that are long enough; -1 for none."""
        start = min(self.chance.choice((0, 1, 1, 2)), len(body) - 2)
        for place, (kind, text) in enumerate(body):
            if place >= start and kind == "body" and len(text) >= 80:
                return place
        return -1

    def _part(self, kind: str, text: str, head: Callable[[], None] | None) -> list[int]:
        """A paragraph or heading, perhaps broken by a column or by the title block."""
        breaks = kind == "body" and len(text) > 120 and self.chance.random() < self.habits.breaks
        if head is None and not breaks:
            return self._paragraph(kind, text)
        at = self._cut(text)
        numbers = self._paragraph(kind, text[:at])
        if head is not None:
            head()
            return numbers + self._paragraph(kind, text[at:], begins=False)
        self._furniture(0.15, CREDITS)
        return numbers + self._paragraph(kind, text[at:], begins=False, gap=max(1, self.habits.gap))

    def _head(self, truth: dict[str, Any], body: Sequence[tuple[str, str]], byline: str) -> None:
        habits, chance = self.habits, self.chance
        above: list[tuple[str, str]] = []
        below: list[tuple[str, str]] = []
        if chance.random() < habits.kicker:
            kicker = self._marks(chance.choice(KICKERS).format(chance.choice("①②③④⑤⑥一二三")))
            (below if kicker[0] == "—" else above).append(("kicker_lines", kicker))
        titles = [truth["title"]]
        if chance.random() < habits.two_lines:
            titles = re.split("[ 　]+", truth["title"], maxsplit=1)
        if byline and not habits.byline_last:
            if chance.random() < habits.lead_note:
                below.append(
                    ("author_note_lines", self._marks(chance.choice(LEAD_NOTES).format(self._name())))
                )
            below.append(("byline_lines", byline))
        gap = habits.piece_gap
        for field_name, text in (*above, *(("title_lines", title) for title in titles), *below):
            truth.setdefault(field_name, []).append(self._put(habits.centre + text, gap))
            gap = habits.title_gap
        if chance.random() < habits.summary:
            text = " ".join(chance.sample(SUMMARIES, chance.choice((2, 3))))
            truth["decks"].append({"lines": [self._put(habits.centre + text, gap)]})
        if chance.random() < habits.deck:
            self._deck(truth, body)

    def _deck(self, truth: dict[str, Any], body: Sequence[tuple[str, str]]) -> None:
        """One or two sentences of the body as a pull quote, without their end marks."""
        texts = [text for kind, text in body if kind == "body"]
        sentences = [
            found for text in texts for found in re.findall("[^。！？!?]{25,70}(?=[。！？!?])", text)
        ]
        gap = self.habits.gap
        for sentence in self.chance.sample(sentences, min(len(sentences), self.chance.choice((1, 1, 2)))):
            numbers = []
            for line in self._wrapped(sentence.strip("”“，,；; "), 0):
                numbers.append(self._put(line, gap))
                gap = 0
            truth["decks"].append({"lines": numbers})

    def _paragraph(self, kind: str, text: str, *, begins: bool = True, gap: int | None = None) -> list[int]:
        indent = self.habits.indent if begins and kind == "body" else ""
        numbers = []
        for index, line in enumerate(self._wrapped(text, 2 if indent else 0)):
            first_gap = self.habits.gap if gap is None else gap
            numbers.append(self._put(line if index else indent + line, 0 if index else first_gap))
        return numbers

    def _wrapped(self, text: str, indent: int) -> list[str]:
        habits = self.habits
        if not habits.wrap:
            return [text]
        lines, line, room = [], "", (habits.wrap - indent) * (2 if habits.count_columns else 1)
        for character in text:
            width = 2 if habits.count_columns and ord(character) >= 0x2000 else 1
            if width > room and not (habits.hang and character in "，。、；：？！”’）》,;:?!)"):
                lines.append(line)
                line, room = "", habits.wrap * (2 if habits.count_columns else 1)
            line += character
            room -= width
        return [*lines, line]

    def _cut(self, text: str) -> int:
        """Where a column breaks: inside a sentence and not before a mark."""
        for _ in range(50):
            at = self.chance.randrange(len(text) // 4, len(text) * 4 // 5)
            if (
                text[at - 1] not in "。！？!?”…：:；;.0123456789"
                and text[at] not in "，。、；：！？”’）》,;:?!)0123456789"
            ):
                break
        return at
