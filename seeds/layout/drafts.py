"""Which lines make which piece: where one ends and the next begins, also where a title stands inside its own text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from seeds.layout import cues
from seeds.layout.evidence import usual_indent
from seeds.layout.labels import HEAD, OPENING, ROLE_OF, TAIL
from seeds.layout.lines import Run
from seeds.layout.topic_shift import bigrams
from seeds.metadata import NOTHING, Fields, MetaLine
from seeds.page import Note

_DISTANCE_PRIOR = (0.0, 0.02, -0.04, -0.12, -0.2, -0.3)
"""By how many lines of its own article stand before a title block: how far from the beginning it is likely to be."""
_FARTHEST = len(_DISTANCE_PRIOR)
_ASIDE = 0.05
_LOOK = 24
_WINDOW = 800
_AROUND = 40


@dataclass(slots=True)
class Draft:
    """A piece in the making: its lines by index, the body in reading order, and what lines of metadata say of it."""

    head: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    fields: Fields = NOTHING


@dataclass(frozen=True)
class Reading:
    """The logical lines of a page, the place of each, and what its form says as metadata."""

    runs: Sequence[Run]
    places: Sequence[str]
    told: Sequence[MetaLine | None]
    marks: frozenset[int] = frozenset()
    """Lines that somebody has put between pieces."""

    @cached_property
    def indent(self) -> int:
        """How far most paragraphs are indented, in columns."""
        return usual_indent(self.runs)

    @cached_property
    def marked(self) -> bool:
        """Whether most paragraphs end with a mark, so that one without it breaks off."""
        body = [run.final for run, place in zip(self.runs, self.places, strict=True) if place == "body"]
        return 2 * sum(body) >= len(body)

    @cached_property
    def same(self) -> Counter[str]:
        """How often each line set aside stands on the page."""
        return Counter(
            run.text for run, place in zip(self.runs, self.places, strict=True) if place == "furniture"
        )

    def knows(self, pair: str, index: int) -> bool:
        """Whether two characters stand together in one of the lines around a line."""
        around = self.runs[max(0, index - _AROUND) : index + _AROUND]
        return any(pair in run.text for run in around)

    def role(self, index: int) -> str:
        """What a line is for."""
        place = self.places[index]
        line = self.told[index]
        if line is not None and line.role == "furniture" and line.kind != "date_line":
            return "furniture"
        return ROLE_OF.get(place, "furniture")

    def texts(self, indices: Iterable[int], *roles: str) -> list[str]:
        """The texts of those lines that have one of some roles."""
        return [self.runs[index].text for index in indices if self.role(index) in roles]


def drafts_of(page: Reading, notes: list[Note]) -> list[Draft]:
    """The pieces of a page, each with its lines."""
    drafts: list[Draft] = []
    current = Draft()
    beside = _Beside()
    barrier = 0  # no line of `current.body` before this place can belong to the next piece
    in_head = False
    for index, place in enumerate(page.places):
        beside.hear(page.told[index], place, current)
        if index in page.marks:
            drafts.append(current)
            current, barrier, in_head = Draft(fields=beside.begin(None)), 0, False
        if place == "furniture":
            labelled = cues.furniture_kind(page.runs[index].text) == "page_label"
            barrier = len(current.body) if labelled else barrier
            continue
        if place in OPENING and not in_head:
            body = current.body[barrier:]
            own = _own_beginning(page, body, index, whole=barrier > 0 or not current.head)
            previous, current = current, Draft(fields=beside.begin(page.told[index]))
            if own:
                current.body = previous.body[len(previous.body) - len(own) :]
                previous.body = previous.body[: len(previous.body) - len(own)]
                notes.append(_inside_note(page.runs[own[0]], page.runs[index]))
            drafts.append(previous)
            barrier = 0
        in_head = place in HEAD
        (current.head if in_head or place in TAIL else current.body).append(index)
        told = page.told[index]
        if in_head and told is not None and told.role == "title":
            current.fields = told.fields | current.fields
        if place in TAIL:
            barrier = len(current.body)
    current.fields |= beside.running if drafts else beside.ahead | beside.running
    return [draft for draft in (*drafts, current) if draft.head or draft.body]


def _inside_note(beginning: Run, title: Run) -> Note:
    line = beginning.first.number
    message = f"title printed amid its own text, which begins on line {line}"
    return Note(message, title.first.number, "title_in_sentence", {"begins": line})


@dataclass(slots=True)
class _Beside:
    """What lines of metadata say of pieces to come: those of the page hold on, those of one piece for the next."""

    running: Fields = NOTHING
    ahead: Fields = NOTHING
    above: bool = False
    """Whether the page has such lines above its titles, as the first stands so."""

    def hear(self, line: MetaLine | None, place: str, current: Draft) -> None:
        """Give what a line says to the piece it stands with, or keep it."""
        if line is None or line.role == "title" or place in ("note", "lead note"):
            return
        first = not (current.head or current.body)
        self.above |= first and line.fields.date is not None
        if place != "furniture" or (
            line.scope == "piece" and not line.divides and not self.above and current.body
        ):
            current.fields = line.fields | current.fields
        elif line.scope == "page" or self.above or first:
            self.running = Fields(source=line.fields.source, date=line.fields.date) | self.running
            self.ahead = line.fields | self.ahead
        else:
            self.ahead = line.fields | self.ahead if line.divides else self.ahead
            current.fields |= NOTHING if line.divides else line.fields

    def begin(self, title: MetaLine | None) -> Fields:
        """What is known of a piece that begins."""
        fields, self.ahead = self.ahead | self.running, NOTHING
        return title.fields | fields if title else fields


def _own_beginning(page: Reading, body: Sequence[int], title: int, *, whole: bool) -> list[int]:
    """The lines before a title block that are the beginning of its own article.

    `body` is what could belong to it; `whole` says that something divides it from the piece before, so that all
    of it does. There is such a beginning if the text breaks off before the title block; how much of the text
    belongs to it is decided by what each line has in common with the text after the block and before the line.
    """
    runs, places = page.runs, page.places
    if not body or runs[body[-1]].final or places[body[-1]] != "body":
        return []
    if cues.form("bracketed").match(runs[body[-1]].text):
        # A credit, say, with which the piece before ends.
        return []
    following = [at for at in range(title, min(title + _LOOK, len(runs))) if places[at] == "body"]
    if not following:
        return []
    if whole and len(body) <= _FARTHEST:
        return list(body)
    ahead = _words(runs, following)
    best, best_score, total = 1, float("-inf"), 0.0
    for count in range(1, min(_FARTHEST, len(body) - (not whole)) + 1):
        at = body[-count]
        if places[at] != "body":
            break
        own = bigrams(runs[at].text)
        behind = _words(runs, body[max(0, len(body) - count - _LOOK) : len(body) - count][::-1])
        total += (len(own & ahead) - len(own & behind)) / max(1, len(own))
        begins_afresh = count == len(body) or runs[body[-count - 1]].final
        score = total + _DISTANCE_PRIOR[count - 1] + (_ASIDE if places[at - 1] == "furniture" else 0.0)
        if begins_afresh and score > best_score:
            best, best_score = count, score
    return list(body[-best:])


def _words(runs: Sequence[Run], indices: Iterable[int]) -> set[str]:
    """The words of the first `_WINDOW` characters of some lines."""
    found: set[str] = set()
    room = _WINDOW
    for index in indices:
        if room <= 0:
            break
        found |= bigrams(runs[index].text[:room])
        room -= len(runs[index].text)
    return found
