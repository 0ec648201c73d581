"""Reading the layout of a page: logical lines, evidence, joint labelling, pieces."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise, takewhile

from seeds.layout import cues
from seeds.layout.assemble import Assembly, assemble
from seeds.layout.doubts import doubtful
from seeds.layout.drafts import Reading
from seeds.layout.evidence import collect
from seeds.layout.labels import Labelling, Model, beginnings, shipped_model
from seeds.layout.lines import Run, split_lines
from seeds.layout.numbers import number_of
from seeds.layout.parting import parted
from seeds.layout.wrap import unwrap
from seeds.metadata import Fields, MetaLine, meta_line
from seeds.metadata.dates import day_of_writing
from seeds.metadata.lines import title_within
from seeds.names import authors_of, is_name, is_word, may_be_pen_name, signature_of
from seeds.page import Page, Piece
from seeds.papers import is_paper

MARK = "==="
"""The line that somebody puts where a piece begins that was not found, or not surely."""
_MORE = 4
_ORIGINAL = re.compile("[（(【]?(?:本文)?原(?:标题|標題|题|題)[:：](.+?)[)）】]?$")
_ALIKE = 3
_BARE = {"bare title", "heading", "body"}
_HEAD = 8
_LINKS, _LINK_SIZE = 12, 40
_SALUTATION = re.compile(
    "(?:[^。：:]{0,40}(?:们|同志|代表|委员|来宾|朋友|同学|老师|领导|同事|乡亲|先生|女士|校友|家长|读者|[您你]好)"
    "|(?:亲爱|尊敬|敬爱)的[^。：:]{1,30})[:：]$"
)
_ANNOUNCES = re.compile(
    "(?:大家好|各位[^，。：:]{0,12}好|你们好)[，,。！!].*|(?=.{16})[^，。：:]{2,}[，,].*[:：]$"
)
"""A greeting, or a sentence that ends with a colon, which is no title."""
_LEAST_DECK, _DASHES = 12, ("—", "－", "──")
_NAMES_SIZE, _TITLE, _PAPER_SIZE = 20, 60, 8
_QUOTED_NAME = re.compile("《[^》]{2,12}》")
_DATED_LINK = re.compile("^[^。]{6,60}(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}$")


def lay_out(
    text: str,
    *,
    name: str,
    encoding: str,
    model: Model | None = None,
    fields: Fields | None = None,
    pieces: int | None = None,
) -> Page:
    """Read a page of decoded text; `model` is by default the one of the package.

    `fields` is what is known of the file beside its text: a title for a page of one piece that shows none, a date.
    `pieces` is how many pieces the page has, if somebody knows; there may be more or fewer where it has no reading with
    as many. A line `===` says that one piece ends and the next begins there. Where such lines part at least half of
    the pieces that are found without them, the pieces are those between the lines; else all others are found as before.
    """
    fields = fields or Fields()
    lines = list(parted(split_lines(text), fields.title or "", indented=True))
    runs = unwrap(lines)
    told = told_of(runs, fields.title)
    originals = [former for run in runs if run.size <= _TITLE and (former := _ORIGINAL.match(run.text))]
    if not fields.title and len(originals) == 1 and originals[0].string in {run.text for run in runs[:_HEAD]}:
        # What the article of a web page was called before: such a page holds one.
        fields = replace(fields, title=originals[0][1])
    marks = frozenset(index for index, run in enumerate(runs[:-1]) if run.text == MARK)
    evidence, model = collect(runs, told), model or shipped_model()

    def read(asked: int | None = pieces, closed: Set[int] = frozenset()) -> tuple[Assembly, Labelling]:
        labels = model.label(evidence, told, asked, marks or _files(told), closed)
        return assemble(Reading(runs, labels.places, told, marks or _files(told)), name, fields), labels

    found, labels = read()
    lone = _lone_heading(labels.places) if pieces is None and not marks else None
    if lone is not None and any(doubt.line == lone and not doubt.begins for doubt in labels.doubts):
        told[lone] = MetaLine("title")
        found, labels = read()
    if pieces is not None:
        # A piece of nothing but the beginning of the next is none, so one more may be needed.
        again = (read(pieces + more)[0] for more in range(1, _MORE))
        found = next((other for other in (found, *again) if len(other.pieces) == pieces), found)
    elif marks and _part_all(runs, told, marks, model):
        found, labels = read(closed=_crowded(runs, marks, found))
        labels = labels._replace(doubts=[])
    elif len(found.pieces) > 1 and _are_sections(found.pieces, runs, fields):
        titles = [at for at, begins in enumerate(beginnings(labels.places)) if begins]
        told = [MetaLine("heading") if at in titles else line for at, line in enumerate(told)]
        found, labels = read()
    notes = (*found.notes, *doubtful(runs, labels.doubts, len(found.pieces)))
    return Page(name, text, encoding, found.layout, found.pieces, found.furniture, notes)


def _are_sections(pieces: Sequence[Piece], runs: Sequence[Run], known: Fields) -> bool:
    """Whether what look like pieces are the sections of one text.

    Nobody is named below their titles, and a paragraph begins the text without any title, or before the first of
    titles that are numbered one after the other; or the text of a web page tells what it was called before.
    """
    first, *others = pieces
    if any(piece.authors or piece.source != known.source or piece.date != known.date for piece in others):
        return False
    numbers = {
        shown: number[:2]
        for run in runs
        if (number := number_of(run.text))
        for shown in (run.text, run.text[number[2] :])
    }
    values = [numbers.get(piece.title, ("", 0)) for piece in others]
    # The first of them may have been found to be a heading.
    start = max(1, min(values[0][1], 1 if first.title in numbers else 2))
    counted = {style for style, _ in values} == {values[0][0]} and [value for _, value in values]
    begins = not first.title and any(len(paragraph.text) > _TITLE for paragraph in first.paragraphs[:1])
    former = known.title in (found[1] for run in runs[:_HEAD] if (found := _ORIGINAL.match(run.text)))
    return former or begins or counted == list(range(start, start + len(others)))


def _lone_heading(places: Sequence[str]) -> int | None:
    """The only heading of a page whose pieces have nothing but a title above their text: one more title.

    A text in sections has several, and it is as long as the pieces before it are.
    """
    shown = [(index, place) for index, place in enumerate(places) if place != "furniture"]
    headings = [at for at, (_, place) in enumerate(shown) if place == "heading"]
    titles = [at for at, (_, place) in enumerate(shown) if place == "bare title"]
    if len(headings) != 1 or len(titles) < _ALIKE or {place for _, place in shown} != _BARE:
        return None
    at = headings[0]
    bounds = sorted((*titles, at, len(shown)))
    before, after = bounds[bounds.index(at) - 1], bounds[bounds.index(at) + 1]
    return shown[at][0] if min(at - before, after - at) > 2 else None


def _part_all(runs: Sequence[Run], told: Sequence[MetaLine | None], marks: Set[int], model: Model) -> bool:
    """Whether marks part at least half of the pieces that are found without them, rather than mend single places."""
    kept = [index for index in range(len(runs)) if index not in marks]
    lines, said = [runs[index] for index in kept], [told[index] for index in kept]
    places = model.label(collect(lines, said), said).places
    parted = others = 0
    last = -1
    for index, place, begins in zip(kept, places, beginnings(places), strict=True):
        if begins:
            marked = not marks.isdisjoint(range(last + 1, index))
            parted, others = parted + marked, others + (not marked)
        last = last if place == "furniture" else index
    return parted > 0 and parted >= others


def _crowded(runs: Sequence[Run], marks: Set[int], found: Assembly) -> frozenset[int]:
    """The lines between two marks where more than one piece was found."""
    bounds = [runs[mark].first.start for mark in sorted(marks)]
    pieces: defaultdict[int, set[int | None]] = defaultdict(set)
    for region in found.layout:
        pieces[bisect(bounds, region.start)].add(region.piece)
    crowded = {part for part, ids in pieces.items() if len(ids - {None}) > 1}
    return frozenset(index for index, run in enumerate(runs) if bisect(bounds, run.first.start) in crowded)


def _files(told: Sequence[MetaLine | None]) -> frozenset[int]:
    """The names of files that a script put between the texts it merged; the first has nothing before it."""
    return frozenset(
        index for index, line in enumerate(told) if index and line is not None and line.kind == "file_name"
    )


def _below_files(runs: Sequence[Run], told: Sequence[MetaLine | None]) -> list[int]:
    """The titles below the names of merged files."""
    named = [index for index, line in enumerate(told[:-1]) if line is not None and line.kind == "file_name"]
    return [
        index + 1
        for index in named
        if told[index + 1] is None
        and runs[index + 1].size <= _LINK_SIZE
        and not runs[index + 1].text.endswith("。")
    ]


def _said_to_be_titles(runs: Sequence[Run], told: Sequence[MetaLine | None]) -> list[int]:
    """Lines that the next line says once more as the original title: 原标题：…."""
    texts = ["".join(run.text.split()) for run in runs]
    return [
        index
        for index, (text, after) in enumerate(pairwise(texts))
        if told[index] is None and (found := _ORIGINAL.match(after)) and found[1] == text
    ]


def _tell_papers(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of lines in the head, below one that may be the title, that name a paper beside the line of the day."""
    for at, run in enumerate(runs[:_HEAD]):
        named = _QUOTED_NAME.fullmatch(run.text) or (run.size <= _PAPER_SIZE and is_paper(run.text))
        dated = any(line and line.kind == "date_line" for line in told[max(0, at - 1) : at + 2])
        if named and dated and told[at] is None and None in told[:at]:
            told[at] = MetaLine("source", fields=Fields(source=run.text.strip("《》")))


def _tell_heads(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of what stands between a title and a paragraph: a name alone, and a standfirst above who wrote the text."""
    for at in range(1, len(runs) - 1):
        above, run, below = runs[at - 1 : at + 2]
        untold = told[at - 1] is None or told[at - 1] == MetaLine("title")
        titled = untold and above.size <= _LINK_SIZE and not above.final
        if told[at] is not None or not titled or may_be_pen_name(above.text):
            continue
        if told[at + 1] is None and _is_paragraph(below) and _is_pen_name(run):
            told[at] = MetaLine("byline", fields=Fields(authors=authors_of(run.text)))
        elif (
            _is_deck(run)
            and _names_author(below, told[at + 1])
            and any(map(_is_paragraph, runs[at + 2 : at + 3]))
        ):
            told[at] = MetaLine("deck")


def _is_paragraph(run: Run) -> bool:
    return run.final and run.size > _LINK_SIZE


def _is_deck(run: Run) -> bool:
    return run.size > _LEAST_DECK and (run.final or run.text.startswith(_DASHES))


def _is_pen_name(run: Run) -> bool:
    """Whether a line may be a name, but does not read as one: 木铎."""
    return not cues.is_name_line(run.text) and may_be_pen_name(run.text)


def _names_author(run: Run, told: MetaLine | None) -> bool:
    """Whether a line says who wrote what follows."""
    return (told is not None and told.role == "byline" and bool(told.fields.authors)) or (
        told is None
        and run.size <= _NAMES_SIZE
        and signature_of(run.text) is not None
        and not is_word(run.text)
    )


def told_of(runs: Sequence[Run], title: str | None = None) -> list[MetaLine | None]:
    """For each line what its form alone says; so do a title known beforehand and the head of a list of links."""
    dated = dict.fromkeys(_dated_links(runs), MetaLine("furniture", "links"))
    told = [_meta_line(run) or dated.get(at) for at, run in enumerate(runs)]
    wanted = "".join(filter(str.isalnum, title or ""))
    for index, run in enumerate(runs[:_HEAD]):
        if wanted and told[index] is None and "".join(filter(str.isalnum, run.text)) == wanted:
            told[index] = MetaLine("title")
            break
    for at in (*_below_files(runs, told), *_said_to_be_titles(runs, told), *_dated_titles(runs, told)):
        told[at] = MetaLine("title")
    _tell_papers(runs, told)
    _tell_heads(runs, told)
    if len(runs) > _ALIKE and told[-1] is None and runs[-2].final and (day := day_of_writing(runs[-1].text)):
        told[-1] = MetaLine("furniture", "date_line", Fields(date=day[0]))
    for at in _between_buttons(runs, told):
        told[at] = MetaLine("furniture", "links")
    _tell_links(runs, told)
    return told


def _tell_links(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Lines below one that heads links to other articles are links."""
    for index, line in enumerate(told):
        if line is None or not line.ends:
            continue
        links = []
        for after in range(index + 1, min(index + 1 + _LINKS, len(runs))):
            run = runs[after]
            if told[after] is not None or run.first.gap or run.final or run.size > _LINK_SIZE:
                break
            links.append(after)
        following = links[-1] + 1 if links else len(runs)
        if following < len(runs) and not runs[following].first.gap and runs[following].size > _LINK_SIZE:
            # Text follows right on: the last line is its title.
            links.pop()
        for after in links:
            told[after] = MetaLine("furniture", "links")


def _between_buttons(runs: Sequence[Run], told: Sequence[MetaLine | None]) -> list[int]:
    """Lines between buttons or counters and what is told of them, below the last paragraph: what others wrote."""
    last = max((at for at, run in enumerate(runs) if run.final or run.size > _LINK_SIZE), default=len(runs))
    below = [(at, line) for at, line in enumerate(told) if at > last and line is not None]
    return [
        at
        for (first, line), (then, _) in pairwise(below)
        for at in range(first + 1, then)
        if line.kind in ("share", "counter", "nav") and not is_name(runs[at].text)
    ]


def _dated_titles(runs: Sequence[Run], told: Sequence[MetaLine | None]) -> list[int]:
    """Titles with their day on the same line, each above a paragraph: those of several articles."""
    found = [
        at
        for at, (run, below) in enumerate(pairwise(runs))
        if told[at] is None
        and run.size <= _TITLE
        and below.size > _LINK_SIZE
        and (within := title_within(run.text))
        and within[2].date
    ]
    return found if len(found) > 1 else []


def _dated_links(runs: Sequence[Run]) -> list[int]:
    """Where links with their days stand, one below the other at the end."""
    linked = list(takewhile(lambda at: _DATED_LINK.search(runs[at].text), range(len(runs) - 1, 0, -1)))
    return linked if len(linked) > 1 else []


def _meta_line(run: Run) -> MetaLine | None:
    """What a line says as metadata; a long line that begins as one (记者：…) and names nobody is somebody's words."""
    if run.text == MARK:
        return MetaLine("furniture", "rule")
    if _SALUTATION.match(run.text) or _ANNOUNCES.match(run.text):
        return MetaLine("body")
    line = meta_line(run.text)
    if line is not None and line.role == "byline" and run.size > _NAMES_SIZE:
        said = line.fields
        return line if said.date or said.source or any(map(is_name, said.authors)) else None
    return line
