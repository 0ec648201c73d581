"""Set articles anew as pages with other papers' habits, with the truth of every line.

The truth is that of the evaluation pages: for each piece the lines of its title, kicker, byline, note, source, decks
and paragraphs, its authors and date; beside the pieces the lines that belong to none.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import wording as words
from benchmarks.habits import FAMILIES, Habits, habits

_HALF = str.maketrans("，：；！？（）", ",:;!?()")
_CORNERS = str.maketrans("“”‘’", "「」『』")
_ROUND = "①②③④⑤⑥⑦⑧⑨⑩"
_SHORT_TITLE = 0.05
"""How often an article gets a title of few characters instead of its own."""
_PEN_NAME = 0.25
"""How often a piece with a plain byline is signed with a pen name."""
_BARE_MOVED = 0.5
"""How often a title without a byline is displaced where one with a byline would be."""
_PENNED = frozenset({"plain", "far", "box", "text", "brackets"})
_CHINESE = "一二三四五六七八九十"
_CLAUSE = re.compile("(?<=[，。；：])[^，。；：、“”《》（）,;:()！？0-9 ]{6,13}(?=[，。；])")
_REPORTERS = re.compile("[^。（]{0,24}[电讯]\u3000?（(?:记者 ?)?([^（）0-9]{2,9})）")
"""Who reports, in a dateline: who wrote the article where no other line says so."""
_DATED = re.compile(r"\{(?:iso|cn|cn0|slash|english)\}")
_MISREAD = {
    "。": "．",
    "，": ".",
    "、": "丶",
    "：": ":",
    "“": '"',
    "”": '"',
    "一": "—",
    "人": "入",
    "日": "曰",
}
_CLOSERS = "，。！？；：、”’）》…"


@dataclass(frozen=True, slots=True)
class Article:
    """A title and its paragraphs and headings, as (kind, text); `page` is what it is held out by."""

    page: str
    title: str
    body: tuple[tuple[str, str], ...]
    author: str = ""
    date: str = "2018-06-04"
    decks: tuple[str, ...] = ()


def articles(data: Path) -> list[Article]:
    """The articles of `pages`, `pages_real` and `opinion` under `data`, lines that are no part of one left out."""
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
    for line in (data / "opinion" / "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        body = [("body", text) for text in row["text"].split("\n")]
        found.append(
            Article(
                row["id"], row["title"], tuple(_clean(body)), row["author"], row["date"], tuple(row["decks"])
            )
        )
    return [article for article in found if sum(len(text) for _, text in article.body) > 400]


def _clean(body: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for kind, text in body:
        aside = re.match(r"[（(].{1,30}[)）]$|作者|《 ?人民|原文|原标题|文章纠错|\d{4}年\d+月 ", text)
        if not aside and (kind == "heading" or re.search("[。！？!?…”：:；;）)]$", text)):
            yield kind, text


def pages(
    pool: Sequence[Article], count: int, seed: int, families: Sequence[str] = tuple(FAMILIES)
) -> Iterator[tuple[str, dict[str, Any]]]:
    """`count` pages of two to seven articles, each with habits of its own: text and truth."""
    chance = random.Random(seed)
    for _ in range(count):
        drawn = habits(chance, families)
        size = chance.choice((4, 5, 6, 7)) if drawn.length else chance.choice((2, 3, 4, 4, 5, 6))
        chosen = chance.sample(list(pool), min(len(pool), size))
        yield _Setter(drawn, chance, pool).page(chosen)


@cache
def _to_traditional() -> dict[int, str]:
    from seeds.language import variants

    table: dict[int, str] = {}
    for code, simple in variants.simplifications().items():
        if simple != chr(code) and len(simple) == 1:
            table.setdefault(ord(simple), chr(code))
    return table


class _Setter:
    """Sets one page line by line and keeps the truth."""

    def __init__(self, drawn: Habits, chance: random.Random, pool: Sequence[Article]) -> None:
        self.habits, self.chance, self.pool = drawn, chance, pool
        self.lines: list[str] = []
        self.sheet = chance.randrange(1, 9)
        self.number_form = chance.choice(words.PAGE_NUMBERS)
        self.pieces: list[dict[str, Any]] = []
        self.furniture: list[dict[str, Any]] = []

    def page(self, chosen: Sequence[Article]) -> tuple[str, dict[str, Any]]:
        h = self.habits
        short = [self.chance.random() < _SHORT_TITLE for _ in chosen]
        chosen = [
            replace(article, title=self.chance.choice(words.SHORT_TITLES)) if yes else article
            for article, yes in zip(chosen, short, strict=True)
        ]
        if h.misread:
            chosen = [self._scanned(article) for article in chosen]
        self._furniture(h.masthead, words.MASTHEADS)
        self._furniture(h.label, words.LABELS)
        if h.contents:
            self._aside(self.chance.choice(words.CONTENTS_HEADS))
            for at, article in enumerate(chosen, 1):
                self._aside(self._filled(h.contents, title=article.title, n=at), gap=0)
        if h.foreword and self.chance.random() < 0.5:
            text = self.chance.choice(chosen).body[0][1][:120].rstrip("，、；") + "。"
            self._aside(h.foreword + text, indent=True)
        for index, article in enumerate(chosen):
            if h.rule and index:
                self._aside(h.rule)
            self._piece(article, index)
            for at, form in enumerate(h.behind if isinstance(h.behind, tuple) else ()):
                self._aside(self._filled(form), gap=0 if at else h.gap)
            self._furniture(h.photos * 2, words.CREDITS)
            self._furniture(h.web * 0.6, words.WEB_ENDS)
            self._furniture(h.aside * 0.3, words.ASIDES)
        self._furniture(h.imprint, words.IMPRINTS)
        return "\n".join(self.lines) + "\n", {
            "family": h.family,
            "pieces": self.pieces,
            "furniture": self.furniture,
        }

    def _put(self, text: str, gap: int, *, inner: bool = False) -> int:
        if not inner and self.chance.random() < self.habits.ragged:
            gap = 1 - min(gap, 1)
        if self.lines:
            self.lines += [""] * gap
        self.lines.append(text)
        return len(self.lines)

    def _aside(self, text: str, *, indent: bool = False, gap: int | None = None) -> None:
        text = self._marks(text)
        lines = self._wrapped((self.habits.indent if indent else "") + text) if indent else [text]
        numbers = [
            self._put(line, 0 if at else max(self.habits.gap, self.habits.piece_gap) if gap is None else gap)
            for at, line in enumerate(lines)
        ]
        self.furniture.append({"lines": numbers, "text": text, "kind": "other"})

    def _furniture(self, odds: float, forms: Sequence[str]) -> None:
        if self.chance.random() < odds:
            self._aside(self._filled(self.chance.choice(forms)))

    def _filled(self, form: str, **more: Any) -> str:
        chance = self.chance
        drawn = (chance.randint(2010, 2025), chance.randint(1, 12), chance.randint(1, 28))
        date = more.pop("date", "{}-{:02d}-{:02d}".format(*drawn))
        year, month, day = map(int, date.split("-"))
        fields = {
            "paper": chance.choice(words.PAPERS), "name": self._name(), "name2": self._name(), "iso": date,
            "cn": f"{year}年{month}月{day}日", "cn0": f"{year}年{month:02d}月{day:02d}日", "month": month, "day": day,
            "slash": date.replace("-", "/"), "english": f"{words.MONTHS[month - 1]} {day}, {year}",
            "week": chance.choice("一二三四五六日"), "n": chance.randint(2, 16),
            "time": f"{chance.randint(6, 22):02d}:{chance.randint(0, 59):02d}",
            "column": self.habits.column.strip("【】·［］：■"),
            "number": f"{chance.randint(10**9, 10**10)}", "code": chance.choice(("PEOPD", "GMRB", "XINHUA", "STIMES")),
            "count": f"{chance.randint(4, 28) * 100 + chance.randint(0, 99):,}",
            "phrase": chance.choice(words.SECTIONS), "place": chance.choice(("北京", "江城", "东山")),
        }  # fmt: skip
        return form.format(**{**fields, **more})

    def _name(self) -> str:
        chance = self.chance
        return chance.choice(words.SURNAMES[:-2]) + "".join(
            chance.choice(words.GIVEN) for _ in range(chance.choice((1, 2, 2)))
        )

    def _marks(self, text: str) -> str:
        if self.habits.traditional:
            text = text.translate(_to_traditional())
        if self.habits.corners:
            text = text.translate(_CORNERS)
        return text.translate(_HALF) if self.habits.half_width else text

    def _scanned(self, article: Article) -> Article:
        """An article as a scanner may read it: here and there another mark, another character or a space."""
        body = tuple((kind, self._misread(text)) for kind, text in article.body)
        return replace(article, title=self._misread(article.title), body=body)

    def _misread(self, text: str) -> str:
        return "".join(
            _MISREAD.get(character, self.chance.choice((f"{character} ", "囗")))
            if self.chance.random() < self.habits.misread
            else character
            for character in text
        )

    def _names(self, article: Article) -> list[str]:
        if self.habits.latin:
            return [" ".join(map(self.chance.choice, words.LATIN[::-1]))]
        pen = self.chance.random() < _PEN_NAME and self.habits.byline in _PENNED
        names = [self.chance.choice(words.PEN_NAMES) if pen else article.author or self._name()]
        while self.chance.random() < self.habits.co_authors:
            names.append(self._name())
        return names

    def _shown(self, names: Sequence[str]) -> str:
        wide = self.habits.wide_names
        gap = self.chance.choice(("  ", "　"))
        separator: str = self.habits.separator
        return separator.join(
            f"{name[0]}{gap}{name[1]}" if len(name) == 2 and wide else name for name in names
        )

    def _piece(self, article: Article, index: int) -> None:
        h, chance = self.habits, self.chance
        names = self._names(article)
        truth: dict[str, Any] = {
            "title": self._marks(article.title), "authors": [], "date": None, "body": [], "decks": [],
        }  # fmt: skip
        body = self._body(article)
        byline = self._byline(names)
        if byline or h.inline:
            names = (
                names if "{names}" in words.BYLINES.get(h.byline, "{names}") else [words.NAMELESS[h.byline]]
            )
            truth["authors"] = [self._marks(name) for name in names]
        end = ""
        kind, text = body[-1]
        if kind == "body":
            body[-1] = (kind, text + (end := self._end(names)))
        head = self._head_lines(
            article, index, names, byline if h.byline_at in ("head", "over") else "", truth
        )
        moved = index == h.displaced and (h.byline_at == "head" or chance.random() < _BARE_MOVED)
        place = self._place_of_title(body) if moved else -1
        if place < 0:
            self._set_head(truth, head)
        if not truth["authors"] and body[0][0] == "body" and (reporters := _REPORTERS.match(body[0][1])):
            truth["authors"] = [self._marks(name) for name in reporters[1].split("、")]
        middle = len(body) // 2 if h.deck == "middle" and article.decks else -1
        for at, (kind, text) in enumerate(body):
            numbers = self._part(kind, text, (truth, head) if at == place else None)
            kinds = "heading" if kind == "heading" else "para"
            truth["body"].append({"type": kinds, "text": self._marks(text), "lines": numbers})
            if kind == "body" and at < len(body) - 1:
                self._furniture(h.photos, words.CREDITS)
            if at == middle:
                self._deck(truth, article.decks)
        if end.startswith("（作者"):  # What is labelled is told of the text, whatever line it stands on.
            truth["body"][-1]["text"] = truth["body"][-1]["text"].removesuffix(self._marks(end))
        self._tail(truth, article, byline if h.byline_at == "end" else "")
        if h.ending == "line":
            self._aside(chance.choice(words.ENDS))
        self.pieces.append(truth)

    def _byline(self, names: Sequence[str]) -> str:
        style = words.BYLINES[self.habits.byline] if self.habits.byline_at else ""
        return self._filled(style.lstrip("　") if self.habits.wrap else style, names=self._shown(names))

    def _end(self, names: Sequence[str]) -> str:
        """What stands right behind the last sentence."""
        if self.habits.byline_at == "closing":
            return self.chance.choice(("（{}）", "（作者：{}）", "——{}")).format("、".join(names))
        ending: str = self.habits.ending
        return ending.removeprefix("line")

    def _tail(self, truth: dict[str, Any], article: Article, byline: str) -> None:
        h = self.habits
        lines = []
        if byline:
            lines.append(("byline_lines", byline))
        if self.chance.random() < h.note and "author_note_lines" not in truth:
            lines.append(("author_note_lines", self.chance.choice(h.notes)))
        if self.chance.random() < h.source:
            lines.append(("source_line_lines", self._filled(h.source_form, date=article.date)))
            if _DATED.search(h.source_form):
                truth["date"] = article.date
        for field, text in lines:
            text = self._marks(text)
            truth.setdefault(field, []).append(self._put((h.indent if len(text) > 12 else "") + text, h.gap))

    def _head_lines(
        self, article: Article, index: int, names: Sequence[str], byline: str, truth: dict[str, Any]
    ) -> list[tuple[str, str]]:
        """The lines of a title block, each with the field of the truth that it belongs to."""
        h, chance = self.habits, self.chance
        above, below = self._kicker(article)
        above = [*(("furniture", self._filled(form, date=article.date)) for form in h.over), *above]
        if chance.random() < h.column_line:
            above.insert(chance.choice((0, len(above))), ("furniture", h.column))
        below += self._meta(article, names, truth)
        above += [("byline_lines", byline)] * (h.byline_at == "over")
        if byline and h.byline_at == "head":
            if chance.random() < h.lead_note:
                below.append(("author_note_lines", self._filled(chance.choice(h.lead_notes))))
            below.insert(0 if h.abstract else len(below), ("byline_lines", byline))
        if h.talk and byline and chance.random() < 0.6:
            below += [("byline_lines", self._filled(line)) for line in chance.choice(words.TALK_HEADS)]
        below += [
            (
                "source_line_lines" if form == "{paper}" or _DATED.search(form) else "furniture",
                self._filled(form, date=article.date),
            )
            for form in h.under
        ]
        if h.over or h.under:
            dated = any(map(_DATED.search, (*h.over, *h.under)))
            truth["date"] = article.date if dated else None
        if chance.random() < h.web * 0.5:
            below.append(("furniture", chance.choice(words.WEB_LINES)))
        if h.deck in ("after", "before") and article.decks:
            decks = [("deck", deck) for deck in article.decks]
            above, below = (decks + above, below) if h.deck == "before" else (above, below + decks)
        elif h.foreword and chance.random() < 0.3:
            text = article.body[min(1, len(article.body) - 1)][1][:100].rstrip("，、；") + "。"
            below.append(("deck", h.foreword + text))
        if h.abstract:
            opening = article.body[0][1][:130].rstrip("，、；") + "。"
            below.append(("deck", chance.choice(words.ABSTRACTS) + opening))
            below += [("furniture", line) for line in chance.sample(words.KEYWORDS, chance.choice((0, 1, 2)))]
        titles = self._title_lines(article.title, index, names)
        return [*above, *(("title_lines", line) for line in titles), *below]

    def _kicker(self, article: Article) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """What stands over and under the title by way of a kicker."""
        h, chance = self.habits, self.chance
        if not h.kicker or chance.random() >= 0.6:
            return [], []
        kicker = chance.choice(words.KICKERS)
        if chance.random() < 0.6:
            told = article if chance.random() < 0.3 else chance.choice(self.pool)
            kicker = chance.choice(_CLAUSE.findall("".join(text for _, text in told.body)) or [kicker])
        if h.kicker == "dash":
            return [], [("kicker_lines", f"——{kicker}{chance.choice(('', '①', '②', '③', '之二'))}")]
        if h.kicker == "both":
            over = [("kicker_lines", chance.choice(words.KICKERS))]
            return over, [("kicker_lines", "——" + kicker)]
        if h.kicker == "above":
            return [("kicker_lines", kicker + chance.choice(("", "系列谈之一", "（三）", "⑤")))], []
        return [("kicker_lines", f"【{kicker}】")], []

    def _title_lines(self, title: str, index: int, names: Sequence[str]) -> list[str]:
        h, chance = self.habits, self.chance
        lines = [title]
        if " " in title and chance.random() < 0.6:
            lines = title.split(" ", 1)
        elif len(title) > 14 and chance.random() < h.two_lines:
            cut = next(
                (at + 1 for at, mark in enumerate(title) if mark in "，：、" and 4 < at < len(title) - 4), 0
            )
            cut = cut or len(title) // 2 + chance.choice((-2, -1, 0, 0, 1, 2))
            lines = [title[:cut], title[cut:]]
            while len(lines) < h.most_lines and len(lines[-1]) > 8 and chance.random() < 0.5:
                cut = len(lines[-1]) // 2
                lines[-1:] = [lines[-1][:cut], lines[-1][cut:]]
        if h.spaced and len(title) <= 8:
            lines = [chance.choice((" ", "  ", "　")).join(title)]
        if len(lines) == 1 and h.frame != "{}":
            lines = [h.frame.format(title)]
        if h.columned and h.frame == "{}" and title[-1] not in "）)":
            at = -1 if h.columned.startswith("{title}") else 0
            lines[at] = self._filled(h.columned, title=lines[at])
        if h.number:
            n = index + 1
            lines[0] = (
                h.number.format(n=n, c=_CHINESE[index], o=_ROUND[index], nn=f"{n:02d}", r=words.ROMAN[index])
                + lines[0]
            )
        if h.inline:
            at = -1 if h.inline.startswith("{title}") else 0
            lines[at] = h.inline.format(title=lines[at], names=self._shown(names))
        return lines

    def _meta(self, article: Article, names: Sequence[str], truth: dict[str, Any]) -> list[tuple[str, str]]:
        """Lines of a web page or database: who, where from, when."""
        h = self.habits
        if not h.meta:
            return []
        truth["date"] = article.date if _DATED.search(h.meta) else None
        meta = self._filled(h.meta, names=self._shown(names), date=article.date)
        named = "{names}" in h.meta
        lines = [("byline_lines" if named else "source_line_lines", meta)]
        if h.meta_split and not named:
            byline = self._filled(words.BYLINES[h.byline or "label"], names=self._shown(names))
            lines.insert(self.chance.choice((0, 1)), ("byline_lines", byline))
            named = True
        if named or not h.byline_at:
            truth["authors"] = [self._marks(name) for name in names] if named else []
        return lines

    def _set_head(self, truth: dict[str, Any], head: Sequence[tuple[str, str]]) -> None:
        h = self.habits
        gap = h.piece_gap if self.lines else 0
        for field, text in head:
            text = self._marks(text)
            centre = h.centre or h.indent * h.indented if len(text) < 30 and field != "deck" else ""
            if field == "deck":
                self._deck_lines(truth, text, gap)
            else:
                number = self._put(centre + text, gap)
                if field == "furniture":
                    self.furniture.append({"lines": [number], "text": text, "kind": "section"})
                else:
                    truth.setdefault(field, []).append(number)
            gap = h.title_gap

    def _deck(self, truth: dict[str, Any], decks: Sequence[str]) -> None:
        for deck in decks:
            self._deck_lines(truth, self._marks(deck), self.habits.gap)

    def _deck_lines(self, truth: dict[str, Any], text: str, gap: int) -> None:
        form: str = self.habits.deck_form
        lines = self._wrapped(text if form == "{}" else form.format(text.rstrip("。")))
        truth["decks"].append({"lines": [self._put(line, 0 if at else gap) for at, line in enumerate(lines)]})

    def _body(self, article: Article) -> list[tuple[str, str]]:
        """The article's paragraphs with section heads, datelines or speakers."""
        h, chance = self.habits, self.chance
        body = self._cut(article)
        if h.talk:
            speakers = chance.choice(
                (("记者：", f"{self._name()}："), ("主持人：", f"{self._name()}："), ("问：", "答："))
            )
            body = [
                (kind, speakers[at % 2] + text if kind == "body" and chance.random() < 0.8 else text)
                for at, (kind, text) in enumerate(body)
            ]
        if chance.random() < h.dateline and body[0][0] == "body":
            body[0] = ("body", self._filled(chance.choice(words.DATELINES)) + body[0][1])
        if (
            not h.sections
            or len(body) < 4
            or any(kind == "heading" for kind, _ in body)
            or chance.random() < 0.3
        ):
            return body
        every = chance.choice((1, 2, 2, 3)) * (3 if h.short else 1)
        parts: list[tuple[str, str]] = []
        count = 0
        for at, (kind, text) in enumerate(body):
            if at and at % every == 0 and count < 10:
                parts += [("heading", line) for line in self._section(count, text)]
                count += 1
            parts.append((kind, text))
        return parts

    def _cut(self, article: Article) -> list[tuple[str, str]]:
        """The article's paragraphs, perhaps fewer, shorter, in one, or after a greeting."""
        h, chance = self.habits, self.chance
        body = list(article.body)
        if h.length:
            start = chance.randrange(max(1, len(body) - h.length))
            body = [part for part in body[start : start + h.length] if part[0] == "body"] or body[-1:]
        if h.brief:
            body = [(kind, self._shortened(text)[0]) for kind, text in body]
        if h.short:
            body = [
                (kind, part)
                for kind, text in body
                for part in (self._shortened(text) if kind == "body" else [text])
            ]
        if chance.random() < h.verse:
            clauses = re.findall(
                "[^，。；：、“”《》（）,;:()！？0-9 ]{4,13}(?=[，。；！？])",
                "".join(text for _, text in body),
            )
            marks = chance.choice((("", ""), ("，", "。"), ("，", "；")))
            body = [
                ("body", line + marks[at % 2])
                for at, line in enumerate(clauses[: chance.choice((4, 8, 8, 12, 16, 20))])
            ] or body
        if h.one_line:
            body = [("body", "".join(text for kind, text in body if kind == "body"))]
        greeting = h.salutation.split("\n") if h.salutation else []
        return [*(("body", line) for line in greeting), *body]

    def _section(self, count: int, text: str) -> list[str]:
        chance, style = self.chance, self.habits.sections
        clauses = re.findall("(?<![^，。；：])[^，。；：、“”《》（）,;:()]{7,18}(?=[，。；,;])", text)
        phrase = (
            chance.choice(clauses) if clauses and chance.random() < 0.5 else chance.choice(words.SECTIONS)
        )
        if style == "numbered":
            return [chance.choice(("{}、", "（{}）")).format(_CHINESE[count]) + phrase]
        if style == "bare number":
            return [f"{count + 1:02d}"]
        if style == "two":
            return [f"{phrase} {chance.choice(words.SECTIONS)}"]
        if style == "lines":
            return [phrase, chance.choice(words.SECTIONS)]
        return [phrase]

    @staticmethod
    def _shortened(text: str) -> list[str]:
        """A paragraph cut into paragraphs of one or two sentences."""
        sentences = re.findall("[^。！？]+[。！？]+[”’」』）]*|[^。！？]+$", text)
        return ["".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]

    def _place_of_title(self, body: Sequence[tuple[str, str]]) -> int:
        """The paragraph that a title block stands in, one of the first that are long enough; -1 for none."""
        start = min(self.chance.choice((0, 0, 1, 1, 2)), len(body) - 2)
        for place, (kind, text) in enumerate(body):
            if place >= start and kind == "body" and len(text) >= 110:
                return place
        return -1

    def _part(
        self, kind: str, text: str, head: tuple[dict[str, Any], Sequence[tuple[str, str]]] | None
    ) -> list[int]:
        """A paragraph or heading, perhaps broken by a column or by the title block."""
        breaks = kind == "body" and len(text) > 110 and self.chance.random() < self.habits.breaks
        cuts = [
            at
            for at in range(30, len(text) - 30)
            if all("\u4e00" <= c <= "\u9fff" for c in text[at - 2 : at + 2])
        ]
        if not cuts or (head is None and not breaks):
            if head is not None:
                self._set_head(*head)
            return self._paragraph(kind, text)
        at = self.chance.choice(cuts)
        numbers = self._paragraph(kind, text[:at])
        if head is not None:
            self._set_head(*head)
            return numbers + self._paragraph(kind, text[at:], begins=False)
        if self.habits.sheets:
            self.sheet += 1
            edge = [self._filled(self.number_form, n=self.sheet), self.habits.sheets]
            for line in edge[: self.chance.choice((1, 2, 2))]:
                self._aside(self._filled(line), gap=0)
            return numbers + self._paragraph(kind, text[at:], begins=False, gap=0)
        self._furniture(0.15, words.CREDITS)
        return numbers + self._paragraph(kind, text[at:], begins=False, gap=max(1, self.habits.gap))

    def _paragraph(self, kind: str, text: str, *, begins: bool = True, gap: int | None = None) -> list[int]:
        h = self.habits
        lead = h.indent if begins and (kind == "body" or h.wrap or h.indented) else ""
        lines = self._wrapped(lead + self._marks(text))
        first = h.gap if gap is None else gap
        return [self._put(line, h.leading if at else first, inner=at > 0) for at, line in enumerate(lines)]

    def _wrapped(self, text: str) -> list[str]:
        """A text cut at the page's measure; closing marks hang over the edge or take a character with them."""
        h = self.habits
        if not h.wrap:
            return [text]
        lines: list[str] = []
        while text:
            cut = min(len(text), max(2, self._fitting(text) + self.chance.randint(-h.jitter, h.jitter)))
            if cut < len(text):
                while cut < len(text) and text[cut] in _CLOSERS and h.hang:
                    cut += 1
                while not h.hang and cut > 1 and cut < len(text) and text[cut] in _CLOSERS:
                    cut -= 1
            lines.append(text[:cut])
            text = text[cut:]
        return lines

    def _fitting(self, text: str) -> int:
        measure: int = self.habits.wrap
        if not self.habits.count_columns:
            return measure
        room = 2 * measure
        for at, character in enumerate(text):
            room -= 1 if character.isascii() else 2
            if room < 0:
                return max(1, at)
        return len(text)
