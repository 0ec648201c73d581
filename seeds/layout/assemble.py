"""From labelled lines to pieces: where each piece begins and ends, and which lines are one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from seeds.layout import cues
from seeds.layout.labels import ROLE_OF
from seeds.layout.lines import Run, join, split_lines
from seeds.layout.topics import bigrams
from seeds.metadata import NOTHING, Fields, MetaLine
from seeds.names import authors_of
from seeds.page import Excerpt, Furniture, Note, Paragraph, Piece, Region, Role, Span

_HEADS = frozenset({"above", "title", "bare title", "kicker", "lead byline", "lead note", "deck"})
_TAILS = frozenset({"note", "source", "end byline"})
_BEFORE_A_LIST = re.compile("[:：]$")
_DISTANCE_PRIOR = (0.0, 0.02, -0.04, -0.12, -0.2, -0.3)
"""By how many lines of its own article stand before a title block: how far from the beginning it is likely to be."""
_FARTHEST = len(_DISTANCE_PRIOR)
_ASIDE = 0.05
_LOOK = 24
_QUOTED = 20
_WINDOW = 800


@dataclass(slots=True)
class _Draft:
    """A piece in the making: its lines by index, the body in reading order."""

    head: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    fields: Fields = NOTHING


@dataclass(frozen=True, slots=True)
class Assembly:
    """What assembling gives."""

    pieces: tuple[Piece, ...]
    furniture: tuple[Furniture, ...]
    layout: tuple[Region, ...]
    notes: tuple[Note, ...]


def assemble(
    runs: Sequence[Run],
    places: Sequence[str],
    name: str,
    told: Sequence[MetaLine | None] = (),
    fields: Fields = NOTHING,
) -> Assembly:
    """Build the pieces of a page from its logical lines and their places.

    `told` is what the form of each line says as metadata, `fields` what is known of the whole page.
    """
    told = told or [None] * len(runs)
    notes = list(_reading_notes(runs, places, told))
    drafts = _drafts(runs, places, notes, told)
    pieces, regions, furniture = [], [], []
    aside = {index for index, place in enumerate(places) if place == "furniture"}
    for number, draft in enumerate(drafts, 1):
        known = draft.fields | (
            fields if len(drafts) == 1 else Fields(source=fields.source, date=fields.date)
        )
        pieces.append(_piece(number, draft, runs, places, name, notes, told, known))
        for index in (*draft.head, *draft.body):
            line = told[index]
            if line is not None and line.role == "furniture":
                aside.add(index)
            else:
                regions += _regions(runs[index], number, line.role if line else ROLE_OF[places[index]])
    for index in sorted(aside):
        run, line = runs[index], told[index]
        kind = line.kind if line else cues.furniture_kind(run.text) or "other"
        furniture.append(Furniture(kind, run.text, Span(run.lines[0].start, run.lines[-1].end)))
        regions += _regions(run, None, "furniture")
    regions.sort()
    notes.sort(key=lambda note: note.line or 0)
    return Assembly(tuple(pieces), tuple(furniture), tuple(regions), tuple(notes))


def _reading_notes(
    runs: Sequence[Run], places: Sequence[str], told: Sequence[MetaLine | None]
) -> Iterator[Note]:
    """Notes on the lines themselves: what was unwrapped, set aside, or could be taken for something else."""
    wrapped = sum(len(run.lines) - 1 for run in runs)
    if wrapped:
        yield Note(
            f"{wrapped} lines were put together with the line before, where the page is wrapped",
            code="joined_lines",
            values={"n": wrapped},
        )
    for run, place, line in zip(runs, places, told, strict=True):
        if line is not None:
            continue
        quoted = run.text[:_QUOTED]
        if place == "bare title" and run is not runs[0]:
            yield Note(
                f"taken for a title and not for a section head: {quoted}",
                run.first.number,
                "title_not_heading",
                {"text": quoted},
            )
        elif ROLE_OF.get(place) == "deck":
            yield Note(
                f"taken for a pull quote and left out of the text: {quoted}",
                run.first.number,
                "pull_quote",
                {"text": quoted},
            )
        elif place == "furniture" and cues.furniture_kind(run.text) is None:
            yield Note(
                f"set aside as belonging to no piece: {quoted}",
                run.first.number,
                "no_piece",
                {"text": quoted},
            )


def _regions(run: Run, piece: int | None, role: Role) -> list[Region]:
    return [Region(line.start, line.end, piece, role) for line in run.lines]


def _drafts(
    runs: Sequence[Run], places: Sequence[str], notes: list[Note], told: Sequence[MetaLine | None]
) -> list[_Draft]:
    drafts: list[_Draft] = []
    current = _Draft()
    beside = _Beside()
    barrier = 0  # no line of `current.body` before this place can belong to the next piece
    in_head = False
    for index, place in enumerate(places):
        beside.hear(told[index], place, current)
        if place == "furniture":
            if cues.furniture_kind(runs[index].text) == "page_label":
                barrier = len(current.body)
            continue
        starts = place in ("above", "title", "bare title") and not in_head
        if starts:
            own = _own_beginning(runs, places, current.body[barrier:], index, barrier > 0 or not current.head)
            previous, current = current, _Draft(fields=beside.begin(told[index]))
            if own:
                current.body = previous.body[len(previous.body) - len(own) :]
                previous.body = previous.body[: len(previous.body) - len(own)]
                notes.append(_inside_note(runs[own[0]], runs[index]))
            if previous.head or previous.body:
                drafts.append(previous)
            barrier = 0
        in_head = place in _HEADS
        if in_head or place in _TAILS:
            current.head.append(index)
        else:
            current.body.append(index)
        if place in _TAILS:
            barrier = len(current.body)
    if current.head or current.body:
        current.fields |= beside.running
        drafts.append(current)
    return drafts


def _inside_note(beginning: Run, title: Run) -> Note:
    line = beginning.first.number
    message = f"the title block stands inside its own article, which begins on line {line}"
    return Note(message, title.first.number, "title_in_sentence", {"begins": line})


@dataclass(slots=True)
class _Beside:
    """What lines of metadata say of pieces to come: those of the page hold on, those of one piece for the next."""

    running: Fields = NOTHING
    ahead: Fields = NOTHING

    def hear(self, line: MetaLine | None, place: str, current: _Draft) -> None:
        """Give what a line says to the piece it stands with, or keep it."""
        if line is None or line.role == "title":
            return
        if place != "furniture" or (line.scope == "piece" and not line.divides and current.body):
            current.fields = line.fields | current.fields
        elif line.scope == "page" or not (current.head or current.body):
            self.running = Fields(source=line.fields.source, date=line.fields.date) | self.running
            self.ahead = line.fields | self.ahead
        else:
            self.ahead = line.fields | self.ahead if line.divides else self.ahead
            current.fields |= NOTHING if line.divides else line.fields

    def begin(self, title: MetaLine | None) -> Fields:
        """What is known of a piece that begins."""
        fields, self.ahead = self.ahead | self.running, NOTHING
        return title.fields | fields if title else fields


def _own_beginning(
    runs: Sequence[Run], places: Sequence[str], body: Sequence[int], title: int, whole: bool
) -> list[int]:
    """The lines before a title block that are the beginning of its own article.

    `body` is what could belong to it; `whole` says that something divides it from the piece before, so that all
    of it does. There is such a beginning if the text breaks off before the title block; how much of the text
    belongs to it is decided by what each line has in common with the text after the block and before the line.
    """
    if not body or runs[body[-1]].final or places[body[-1]] != "body":
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


def _words(runs: Sequence[Run], indices: Iterable[int]) -> frozenset[str]:
    """The words of the first `_WINDOW` characters of some lines."""
    found: set[str] = set()
    room = _WINDOW
    for index in indices:
        if room <= 0:
            break
        found |= bigrams(runs[index].text[:room])
        room -= len(runs[index].text)
    return frozenset(found)


def _piece(
    number: int,
    draft: _Draft,
    runs: Sequence[Run],
    places: Sequence[str],
    name: str,
    notes: list[Note],
    told: Sequence[MetaLine | None],
    known: Fields,
) -> Piece:
    def texts(*wanted: str) -> list[str]:
        return [
            runs[index].text
            for index in draft.head
            if places[index] in wanted and ((line := told[index]) is None or line.role in ("title", "byline"))
        ]

    bylines = texts("lead byline", "end byline")
    authors = known.authors or tuple(
        dict.fromkeys(author for byline in bylines for author in authors_of(byline))
    )
    title = draft.fields.title or " ".join(texts("title", "bare title")) or known.title or ""
    decks = [
        runs[index].text for index in sorted((*draft.head, *draft.body)) if places[index] in ("deck", "pull")
    ]
    paragraphs = _paragraphs([index for index in draft.body if places[index] != "pull"], runs, places, notes)
    if bylines and not authors:
        notes.append(
            Note(
                f"no name was found in the byline {bylines[0][:_QUOTED]!r}",
                None,
                "no_name",
                {"text": bylines[0][:_QUOTED]},
            )
        )
    if not paragraphs:
        notes.append(Note(f"piece {number} has a title block but no text", None, "no_text", {"n": number}))
    if not title:
        first = min((*draft.head, *draft.body), default=None)
        notes.append(
            Note(
                "no title was found for this piece",
                None if first is None else runs[first].first.number,
                "no_title",
            )
        )
    return Piece(
        id=number,
        title=title,
        paragraphs=tuple(paragraphs),
        kicker=" ".join(texts("above", "kicker")) or None,
        authors=authors,
        byline=" ".join(bylines) or None,
        decks=tuple(decks),
        author_note=" ".join(texts("lead note", "note")) or None,
        source=" ".join(texts("source")) or known.source,
        page=name,
        date=known.date,
        column=known.column,
        url=known.url,
    )


def _paragraphs(
    body: Sequence[int], runs: Sequence[Run], places: Sequence[str], notes: list[Note]
) -> list[Paragraph]:
    """Put the halves of broken paragraphs together."""
    paragraphs: list[Paragraph] = []
    parts: list[Run] = []

    def close() -> None:
        if parts:
            paragraphs.append(_paragraph(join(line for run in parts for line in run.lines), "body"))
            parts.clear()

    for index in body:
        run = runs[index]
        if places[index] == "heading":
            close()
            paragraphs.append(_paragraph(run.excerpt, "heading"))
            continue
        if parts and not _goes_on(parts[-1], run):
            close()
        elif parts:
            notes.append(
                Note(
                    f"joined to line {parts[-1].lines[-1].number}, which breaks off in mid-sentence",
                    run.first.number,
                    "joined_to",
                    {"before": parts[-1].lines[-1].number},
                )
            )
        parts.append(run)
    close()
    return paragraphs


def _goes_on(before: Run, after: Run) -> bool:
    """Whether `after` is the rest of the paragraph that `before` begins."""
    if before.final or _BEFORE_A_LIST.search(before.text):
        return False
    return not cues.ITEM.match(after.text)


def _paragraph(excerpt: Excerpt, kind: Role) -> Paragraph:
    return Paragraph(excerpt.text, excerpt.spans, "heading" if kind == "heading" else "body")


def one_article(text: str, *, title: str, name: str, date: str | None) -> Piece:
    """A text that is one article: every line a paragraph."""
    paragraphs = tuple(_paragraph(join([line]), "body") for line in split_lines(text))
    return Piece(1, title, paragraphs, page=name, date=date)
