"""A small report made by hand, and a browser to look at it with."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace

import pytest

from compare.comparison import Comparison, Difference, Match, Member, Pair, Side, Theme
from compare.report.report import Report
from compare.rhetoric import Device, Move, rhetoric
from seeds.piece import Furniture, Note, Page, Paragraph, Piece, Region, Span
from summarize.summary import Headline, Selected, Selection, Summary

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)

# The protocol is fixed to descriptors 3 and 4 of the browser: put our ends of the pipes there, then become
# the browser.
TRAMPOLINE = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
os.dup2(ends[0], 3)
os.dup2(ends[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


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


def side_of(piece: Piece, wording: str) -> Side:
    for paragraph in piece.paragraphs:
        at = paragraph.text.find(wording)
        if at >= 0:
            cut = paragraph.cut(at, at + len(wording))
            return Side(cut.text, cut.spans)
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
        pairs.append(
            Pair(
                members[a],
                members[b],
                (scores or {}).get((a + 1, b + 1), {"theme": 0.1, "reuse": 0.0}),
                themes,
                tuple((matches or {}).get((a + 1, b + 1), ())),
                200 * (scores or {}).get((a + 1, b + 1), {"theme": 0.1})["theme"],
            )
        )
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
                replace(match, left=Side(text, match.left.spans), frame=text, source=text)
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
            moves=(Move("opening", "thesis", text, text, ()),),
            devices=(Device("quotation", "direct", text, (), (), text, text, text, text),),
        )
        return Report(
            (page,),
            (summary, *report.summaries[1:]),
            replace(comparison, pieces=members, pairs=tuple(pairs)),
            (profile, *report.profiles[1:]),
        )

    return make


class Browser:
    """Headless Chromium, spoken to through a pipe: the part of the DevTools protocol these tests need."""

    def __init__(self, program: str, profile: str) -> None:
        commands, self._out = os.pipe()
        self._in, answers = os.pipe()
        arguments = [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", TRAMPOLINE, str(commands), str(answers), *arguments],
            pass_fds=(commands, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands)
        os.close(answers)
        self._answers = os.fdopen(self._in, "rb")
        self._numbers = itertools.count(1)
        self._session = None
        self._script = True
        self.events: list[dict] = []
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(target["targetId"] for target in targets if target["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method, **params):
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while (answer := self._read()).get("id") != number:
            self.events.append(answer)
        assert "error" not in answer, answer
        return answer["result"]

    def _read(self):
        found = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            assert byte, "the browser has gone"
            found += byte
        return json.loads(found)

    def open(self, url, width=1280, height=900, *, dark=False, script=True):
        """Load a page and wait until it stands."""
        self.call("Page.navigate", url="about:blank")
        self._script = script
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.call("Emulation.setEmulatedMedia", features=features)
        self.events.clear()
        self.call("Page.navigate", url=url)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def run(self, script):
        """The value of a JavaScript expression."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def settle(self):
        """Wait until what an input has set off is done: events such as hashchange come later than it."""
        if self._script:
            self.run("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")

    def press(self, key):
        """Press a key where the focus is."""
        text = {"text": key} if len(key) == 1 else {}
        codes = {
            "Tab": 9,
            "Enter": 13,
            "Escape": 27,
            "ArrowLeft": 37,
            "ArrowUp": 38,
            "ArrowRight": 39,
            "ArrowDown": 40,
        }
        if key == "Enter":
            text = {"text": "\r"}
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                windowsVirtualKeyCode=codes.get(key, ord(key[0].upper())),
                **(text if kind == "keyDown" else {}),
            )
        self.settle()

    def move_to(self, selector):
        """Put the mouse on an element; its place in the window."""
        middle = """(element => {
            element.scrollIntoView({block: "center"});
            const box = element.getClientRects()[0];
            return [box.left + box.width / 2, box.top + box.height / 2];
        })"""
        box = self.run(f"{middle}(document.querySelector({json.dumps(selector)}))")
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=box[0], y=box[1])
        return box

    def click(self, selector):
        """Click an element with the mouse."""
        x, y = self.move_to(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.settle()

    @property
    def complaints(self):
        """What the console says, exceptions and refusals of the policy included."""
        kinds = {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}
        return [event["params"] for event in self.events if event.get("method") in kinds]

    @property
    def requests(self):
        """The addresses asked for since the page was opened."""
        return [
            event["params"]["request"]["url"]
            for event in self.events
            if event.get("method") == "Network.requestWillBeSent"
        ]

    def close(self):
        self._session = None
        os.write(self._out, json.dumps({"id": 0, "method": "Browser.close"}).encode() + b"\0")
        self._process.wait()
        os.close(self._out)
        self._answers.close()


@pytest.fixture(scope="session")
def browser():
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip(f"no browser to test with: none of {', '.join(BROWSERS)} is on the path")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        opened = Browser(program, profile)
        yield opened
        opened.close()
