"""Small reports made by hand."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from compare.results import Comparison, Difference, Match, Member, Pair, Theme
from compare.rhetoric import Device, rhetoric
from oped.reports.report import Report
from seeds.page import Excerpt, Furniture, Note, Page, Paragraph, Piece, Region, Span
from summarize.summary import Headline, Selected, Selection, Summary


class PageBuilder:
    """Writes a page line by line and keeps the spans."""

    def __init__(self, name: str) -> None:
        self.name, self.text = name, ""
        self.layout: list[Region] = []
        self.pieces: list[Piece] = []
        self.furniture: list[Furniture] = []

    def line(self, text: str, piece: int | None, role: str) -> Span:
        span = Span(len(self.text), len(self.text) + len(text))
        self.text += text + "\n"
        if text.strip():
            self.layout.append(Region(*span, piece, role))
        return span

    def piece(self, title, *bodies, heading="一、要点", authors=("王甲",), decks=(), kicker=None, note=None):
        number = len(self.pieces) + 1
        if kicker:
            self.line(kicker, number, "kicker")
        self.line(title, number, "title")
        self.line("□ " + " ".join(authors), number, "byline")
        for deck in decks:
            self.line(deck, number, "deck")
        paragraphs = [Paragraph(heading, (self.line(heading, number, "heading"),), "heading")]
        for body in bodies:
            half = len(body) // 2
            spans = (self.line(body[:half], number, "body"), self.line(body[half:], number, "body"))
            paragraphs.append(Paragraph(body, spans))
        self.pieces.append(
            Piece(number, title, tuple(paragraphs), kicker, authors, "□ " + " ".join(authors), decks, note,
                  page=self.name)
        )  # fmt: skip

    def label(self, text: str) -> None:
        self.furniture.append(Furniture("page_label", text, self.line(text, None, "furniture")))

    def build(self) -> Page:
        note = Note("title block inside a sentence", 3)
        return Page(
            self.name,
            self.text,
            "utf-8",
            tuple(self.layout),
            tuple(self.pieces),
            tuple(self.furniture),
            (note,),
        )


def summary_of(piece: Piece) -> Summary:
    body = piece.paragraphs[1]
    head, start = body.cut(0, min(8, len(body.text))), body.cut(0, min(24, len(body.text)))
    return Summary(
        piece.id,
        piece.title,
        "lead",
        "engine:lead|chars:24",
        Headline(head.text, head.spans),
        Selection((Selected(start.text, start.spans, 0, 0.5),)),
    )


def side_of(piece: Piece, wording: str) -> Excerpt:
    for paragraph in piece.paragraphs:
        at = paragraph.text.find(wording)
        if at >= 0:
            return paragraph.cut(at, at + len(wording))
    raise LookupError(wording)


def match_of(left: Piece, right: Piece, ours: str, theirs: str | None = None, **facts) -> Match:
    facts = {"kind": "verbatim", "class_": "free", "bits": 40.0, "expect": 1e-4, "background": 318} | facts
    return Match(left=side_of(left, ours), right=side_of(right, theirs or ours), **facts)


def report_of(*pages: Page, matches=None, scores=None, themes=(), profiles=()) -> Report:
    pieces = [piece for page in pages for piece in page.pieces]
    members = tuple(
        Member(n, piece.title, piece.page, piece.id, piece.date, piece.authors)
        for n, piece in enumerate(pieces, 1)
    )
    pairs = []
    for a, b in itertools.combinations(range(len(pieces)), 2):
        given = (scores or {}).get((a + 1, b + 1), {"theme": 0.1, "reuse": 0.0})
        found = {"theme_percentile": 200 * given["theme"], **given}
        told = tuple((matches or {}).get((a + 1, b + 1), ()))
        pairs.append(Pair(members[a], members[b], found, themes, told))
    comparison = Comparison(members, tuple(pairs), 0.01, "news", 33793)
    return Report(pages, tuple(map(summary_of, pieces)), comparison, tuple(profiles))


RIVER = "沿着河岸走一走,越是天冷,越要看水。治水要有耐心,更要有恒心,让群众的幸福感、获得感一年比一年足。"
ORCHARD = "果农说,越是歉收,越要修枝。治果要有耐心,也要有恒心,才能让群众的获得感、幸福感落到枝头。"
LIBRARY = "社区书屋夜里亮着灯。读书要有耐心,邻里常来坐坐,一盏灯也能照亮一条街。"


@pytest.fixture
def builder():
    return PageBuilder


@pytest.fixture
def make():
    """Functions that make reports by hand: `make.report`, `make.match`."""

    class Make:
        report = staticmethod(report_of)
        match = staticmethod(match_of)

    return Make


@pytest.fixture
def small_report() -> Report:
    """Three pieces on one page, the first pair with a match of every kind and two that overlap."""
    page = PageBuilder("page.txt")
    page.piece("河边的耐心", RIVER, "河长每天记一笔账。", kicker="——水边笔记", decks=("治水要有耐心",))
    page.label("评论")
    page.piece("果园里的恒心", ORCHARD, "修枝的人最懂等待。", authors=("李乙", "赵丙"))
    page.piece("书屋一盏灯", LIBRARY, authors=())
    one, two, three = page.pieces
    matches = {
        (1, 2): [
            match_of(one, two, "治水要有耐心,更要有恒心", "治果要有耐心,也要有恒心", kind="near", bits=70.5,
                     differences=(Difference("exchanged", (1, 2), (1, 2)),
                                  Difference("exchanged", (7, 8), (7, 8)))),
            match_of(one, two, "要有耐心", class_="formula", bits=30.0),
            match_of(one, two, "幸福感、获得感", "获得感、幸福感", kind="enumeration", class_="formula",
                     bits=52.0, background=0),
            match_of(one, two, "越是天冷,越要看水", "越是歉收,越要修枝", kind="skeleton", bits=24.0,
                     background=None, frame="越是…,越要…"),
        ],
        (1, 3): [match_of(one, three, "要有耐心", class_="formula", bits=30.0)],
    }  # fmt: skip
    scores = {(1, 2): {"theme": 0.42, "reuse": 0.31}, (1, 3): {"theme": 0.2, "reuse": 0.04}}
    return report_of(
        page.build(),
        matches=matches,
        scores=scores,
        themes=(Theme("耐心", 0.06), Theme("群众", 0.015)),
        profiles=map(rhetoric, page.pieces),
    )


@pytest.fixture
def retitled():
    """A report whose first piece, its page and its phrases carry some other text."""

    def make(report: Report, text: str) -> Report:
        page = report.pages[0]
        first = replace(page.pieces[0], title=text, kicker=text, authors=(text,), decks=(text,), source=text)
        page = replace(
            page,
            name=text,
            text=text + page.text,
            layout=(Region(0, len(text), None, "furniture"), *page.layout),
            pieces=(first, *page.pieces[1:]),
            notes=(Note(text),),
        )
        comparison = report.comparison
        members = (replace(comparison.pieces[0], title=text, page=text), *comparison.pieces[1:])
        pairs = []
        for pair in comparison.pairs:
            changed = tuple(
                replace(match, left=Excerpt(text, match.left.spans), frame=text, source=text)
                for match in pair.matches
            )
            pairs.append(
                replace(
                    pair,
                    left=members[pair.left.id - 1],
                    right=members[pair.right.id - 1],
                    matches=changed,
                    themes=(Theme(text, 0.5),),
                )
            )
        summary = replace(report.summaries[0], title=text, headline=Headline(text, ()))
        profile = replace(
            report.profiles[0],
            title=text,
            devices=(Device("quotation", "direct", text, (), (), text, text, text, text),),
        )
        return Report(
            (page,),
            (summary, *report.summaries[1:]),
            replace(comparison, pieces=members, pairs=tuple(pairs)),
            (profile, *report.profiles[1:]),
        )

    return make
