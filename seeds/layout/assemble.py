"""From labelled lines to pieces: their fields, and which lines are one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seeds.language.brackets import partners
from seeds.language.variants import simplified
from seeds.layout import cues
from seeds.layout.bylines import authors_of_pieces
from seeds.layout.drafts import Draft, Reading, drafts_of
from seeds.layout.labels import ROLE_OF
from seeds.layout.lines import Run, join, split_lines
from seeds.layout.titles import Title, plain_titles
from seeds.metadata import NOTHING, Fields, find_date
from seeds.metadata.lines import title_within
from seeds.names import signature_of, signed_inside
from seeds.page import Excerpt, Furniture, Note, Paragraph, Piece, Region, Role, Span
from seeds.papers import is_paper
from seeds.pieces import piece_of

_BEFORE_A_LIST = re.compile("[:：]$")
_MARKS = "，,、；;：:"
_COMMA = re.compile(f"[{_MARKS}]")
_FRAGMENT = 30
_BROKEN_NUMBER = re.compile(r"(?<=\d) (?=[.%％])|(?<=\d\.) (?=\d)")
"""Where the lines of a title part a number."""
_LABEL = re.compile("[【〖［〔][^【】〖〗［］〔〕]{2,8}[】〗］〕]")
"""A line over a title that names its column."""
_QUOTED = 20


@dataclass(frozen=True, slots=True)
class Assembly:
    """What assembling gives."""

    pieces: tuple[Piece, ...]
    furniture: tuple[Furniture, ...]
    layout: tuple[Region, ...]
    notes: tuple[Note, ...]


def assemble(page: Reading, name: str, fields: Fields = NOTHING) -> Assembly:
    """Build the pieces of a page from its labelled lines; `fields` is what is known of the whole page."""
    runs, places = page.runs, page.places
    notes = list(_reading_notes(page))
    drafts = drafts_of(page, notes)
    raw = [_title(draft, page) for draft in drafts]
    for at, (draft, within) in enumerate(zip(drafts, map(title_within, raw), strict=True)):
        if within is not None:
            raw[at] = raw[at][within[0] : within[1]]
            draft.fields |= within[2]
    titles = plain_titles(raw)
    beside = fields if len(drafts) == 1 else Fields(source=fields.source, date=fields.date)
    pieces, regions, furniture = [], [], []
    aside = {index for index, place in enumerate(places) if place == "furniture"}
    authors = authors_of_pieces([page.texts(draft.head, "byline") for draft in drafts])
    for number, (draft, title, named) in enumerate(zip(drafts, titles, authors, strict=True), 1):
        known = draft.fields | Fields(column=title.column or _column(draft, page)) | beside
        pieces.append(_Builder(page, draft, notes).piece(number, title, named, known, name))
        for index in (*draft.head, *draft.body):
            role = page.role(index)
            if role == "furniture":
                aside.add(index)
            else:
                regions += _regions(runs[index], number, ROLE_OF[places[index]])
    for index in sorted(aside):
        run, line = runs[index], page.told[index]
        kind = line.kind if line else cues.furniture_kind(run.text) or "other"
        furniture.append(Furniture(kind, run.text, Span(run.lines[0].start, run.lines[-1].end)))
        regions += _regions(run, None, "furniture")
    regions.sort()
    notes.sort(key=lambda note: note.line or 0)
    return Assembly(tuple(pieces), tuple(furniture), tuple(regions), tuple(notes))


def _reading_notes(page: Reading) -> Iterator[Note]:
    """Notes on the lines themselves: what was unwrapped, set aside, or could be taken for something else."""
    wrapped = sum(len(run.lines) - 1 for run in page.runs)
    if wrapped:
        message = f"{wrapped} lines were put together with the line before, where the page is wrapped"
        yield Note(message, code="joined_lines", values={"n": wrapped})
    for run, place, line in zip(page.runs, page.places, page.told, strict=True):
        if line is not None:
            continue
        quoted = run.text[:_QUOTED]
        code = message = ""
        if ROLE_OF.get(place) == "deck":
            code, message = "pull_quote", "taken for a pull quote and left out of the text"
        elif place == "furniture" and not (
            cues.furniture_kind(run.text) or cues.form("column name").search(run.text)
        ):
            code, message = "no_piece", "set aside as belonging to no piece"
        if code:
            yield Note(f"{message}: {quoted}", run.first.number, code, {"text": quoted})


def _regions(run: Run, piece: int | None, role: Role) -> list[Region]:
    return [Region(line.start, line.end, piece, role) for line in run.lines]


def _title(draft: Draft, page: Reading) -> str:
    lines = page.texts(draft.head, "title")
    if len(lines) > 1 and _LABEL.fullmatch(lines[0]):
        lines = lines[1:]
    joined = lines[0] if lines else ""
    for line in lines[1:]:
        # What stands between marks goes on where the line was broken.
        goes_on = any(start < len(joined) <= end for end, start in partners(joined + line).items())
        joined += line if goes_on else f" {line}"
    joined = joined if "#" in joined[1:] else joined.lstrip("#")
    return draft.fields.title or _BROKEN_NUMBER.sub("", joined)


def _column(draft: Draft, page: Reading) -> str | None:
    """The name of a column on the line over a title, if it is no label of the whole page."""
    at = min(draft.head, default=0) - 1
    while at >= 0 and page.places[at] == "furniture" and cues.furniture_kind(page.runs[at].text) != "rule":
        text = page.runs[at].text
        if cues.form("column name").search(text) and page.told[at] is None and (at or page.same[text] > 1):
            return text.strip("【】《》〈〉")
        at -= 1
    return None


@dataclass(frozen=True, slots=True)
class _Builder:
    """Makes one piece of its lines."""

    page: Reading
    draft: Draft
    notes: list[Note]

    def piece(self, number: int, title: Title, named: tuple[str, ...], known: Fields, name: str) -> Piece:
        page, head = self.page, self.draft.head
        bylines = page.texts(head, "byline")
        sources = page.texts([index for index in head if page.told[index] is None], "source")
        body = [index for index in self.draft.body if page.role(index) in ("body", "heading")]
        paragraphs = self._paragraphs(body)
        signed = next(filter(None, map(signature_of, sources)), ())
        authors = known.authors or named or title.authors or self._noted() or signed
        if not authors and body and page.places[body[-1]] == "body":
            last = page.runs[body[-1]].text
            authors = cues.signers(last) or signed_inside(last, page.runs[body[0]].text)
        text = title.text or known.title or ""
        self._doubts(number, text, bylines, authors, paragraphs)
        dates = map(find_date, (*bylines, *sources))
        # A line in the place of a source may be none: （更新完成）.
        form = cues.form("source")
        papers = " ".join(
            line
            for line in sources
            if form.search(simplified(line)) or is_paper(line.strip("（）()[]【】〔〕 "))
        )
        told = Fields(text, authors, papers or None, date=next(filter(None, dates), None))
        texts: dict[Role, list[str]] = {
            role: page.texts(head, role) for role in ("kicker", "byline", "author_note")
        }
        texts["deck"] = page.texts(sorted((*head, *self.draft.body)), "deck")
        return piece_of(number, texts, paragraphs, told | known, name)

    def _noted(self) -> tuple[str, ...]:
        """Who wrote the piece by a note on where the author works: （作者周明，江城大学教授）."""
        notes = [self.page.told[at] for at in self.draft.head if self.page.role(at) == "author_note"]
        return next((note.fields.authors for note in notes if note and note.fields.authors), ())

    def _doubts(
        self,
        number: int,
        title: str,
        bylines: Sequence[str],
        authors: Sequence[str],
        body: Sequence[Paragraph],
    ) -> None:
        if bylines and not authors:
            quoted = bylines[0][:_QUOTED]
            message = f"no name was found in the byline {quoted!r}"
            self.notes.append(Note(message, None, "no_name", {"text": quoted}))
        if not body:
            message = f"piece {number} has a title block but no text"
            self.notes.append(Note(message, None, "no_text", {"n": number}))
        if not title:
            first = min((*self.draft.head, *self.draft.body), default=None)
            line = None if first is None else self.page.runs[first].first.number
            self.notes.append(Note("no title was found for this piece", line, "no_title"))

    def _paragraphs(self, body: Sequence[int]) -> list[Paragraph]:
        """Put the halves of broken paragraphs together."""
        paragraphs: list[Paragraph] = []
        parts: list[Run] = []

        def close() -> None:
            if parts:
                paragraphs.append(_paragraph(join(line for run in parts for line in run.lines), "body"))
                parts.clear()

        for index in body:
            run = self.page.runs[index]
            if self.page.places[index] == "heading":
                close()
                paragraphs.append(_paragraph(run.excerpt, "heading"))
                continue
            if parts and not self._goes_on(parts[-1], index):
                close()
            elif parts:
                before = parts[-1].lines[-1].number
                message = f"joined to line {before}, which breaks off in mid-sentence"
                self.notes.append(Note(message, run.first.number, "joined_to", {"before": before}))
            parts.append(run)
        close()
        return paragraphs

    def _goes_on(self, before: Run, index: int) -> bool:
        """Whether a line is the rest of the paragraph that `before` begins."""
        after = self.page.runs[index]
        if before.final or _BEFORE_A_LIST.search(before.text) or cues.form("bracketed").match(before.text):
            return False
        if after.first.gap and not self.page.marked:
            return False
        if before.size < _FRAGMENT and (after.size < _FRAGMENT or not _COMMA.search(before.text)):
            # A line of its own, as 2018年7月 在江城考察 or one of a poem, unless the break parts a word.
            return before.text[-1] not in _MARKS and self.page.knows(before.text[-1] + after.text[0], index)
        if self.page.indent and after.first.indent >= self.page.indent:
            # Paragraphs are indented on this page, and this line is.
            return False
        return not cues.form("enumerated").match(after.text)


def _paragraph(excerpt: Excerpt, kind: Role) -> Paragraph:
    return Paragraph(excerpt.text, excerpt.spans, "heading" if kind == "heading" else "body")


def one_article(text: str, *, title: str, name: str, date: str | None) -> Piece:
    """A text that is one article: every line a paragraph."""
    paragraphs = tuple(_paragraph(join([line]), "body") for line in split_lines(text))
    return Piece(1, title, paragraphs, page=name, date=date)
