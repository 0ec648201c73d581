"""Reading the layout of a page: logical lines, evidence, joint labelling, pieces."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace

from seeds.aside import put_back
from seeds.layout.assemble import Assembly, assemble
from seeds.layout.doubts import doubtful
from seeds.layout.drafts import Reading
from seeds.layout.evidence import collect
from seeds.layout.labels import Labelling, Model, beginnings, shipped_model
from seeds.layout.lines import Run, split_lines
from seeds.layout.margin import titles_at_margin
from seeds.layout.numbers import number_of
from seeds.layout.pagenumbers import without_page_numbers
from seeds.layout.parting import parted
from seeds.layout.retold import retold
from seeds.layout.told import HEAD, LONGEST_TITLE, MARK, ORIGINAL, told_of
from seeds.layout.wrap import unwrap
from seeds.metadata import Fields, MetaLine
from seeds.page import Page, Piece
from seeds.speeches import is_address

_MORE = 4
_ALIKE = _FIRST = 3
_BARE = {"bare title", "heading", "body"}


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
    whole, page_numbers = without_page_numbers(split_lines(text))
    lines = list(parted(whole, fields.title or "", indented=True))
    runs = unwrap(lines)
    told = told_of(runs, fields.title)
    for at, line in retold(runs):
        told[at] = line
    originals = [former for run in runs if run.size <= LONGEST_TITLE and (former := ORIGINAL.match(run.text))]
    if not fields.title and len(originals) == 1 and originals[0].string in {run.text for run in runs[:HEAD]}:
        # What the article of a web page was called before: such a page holds one.
        fields = replace(fields, title=originals[0][1])
    marks = frozenset(index for index, run in enumerate(runs[:-1]) if run.text == MARK)
    evidence, model = collect(runs, told), model or shipped_model()

    def read(asked: int | None = pieces, closed: Set[int] = frozenset()) -> tuple[Assembly, Labelling]:
        labels = model.label(evidence, told, asked, marks or _files(told), closed)
        return assemble(Reading(runs, labels.places, told, marks or _files(told)), name, fields), labels

    found, labels = read()
    lone = _lone_heading(labels.places) if pieces is None and not marks else None
    if lone is not None:
        told[lone] = MetaLine("title")
        found, labels = read()
    elif pieces is None and not marks and (heads := titles_at_margin(runs, labels.places, evidence)):
        for at in heads:
            told[at] = MetaLine("title")
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
        titles += _numbered_alike(runs, told, titles)
        told = [MetaLine("heading") if at in titles else line for at, line in enumerate(told)]
        found, labels = read()
    notes = (*found.notes, *doubtful(runs, labels.doubts, len(found.pieces)))
    page = Page(name, text, encoding, found.layout, found.pieces, found.furniture, notes)
    return put_back(page, text, page_numbers) if page_numbers else page


def _numbered_alike(runs: Sequence[Run], told: Sequence[MetaLine | None], titles: Sequence[int]) -> list[int]:
    """The lines that are numbered as the titles are: the other sections."""
    forms = {number[0] for at in titles if (number := number_of(runs[at].text))}
    heads = [
        at for at, run in enumerate(runs) if told[at] is None and run.size <= LONGEST_TITLE and not run.final
    ]
    return [at for at in heads if (number := number_of(runs[at].text)) and number[0] in forms]


def _are_sections(pieces: Sequence[Piece], runs: Sequence[Run], known: Fields) -> bool:
    """Whether what look like pieces are the sections of one text.

    Nobody is named below their titles, and a paragraph begins the text without any title, or before the first of
    titles that are numbered one after the other; or the text of a web page tells what it was called before.
    """
    first, *others = pieces
    if _is_speech(runs):
        return True
    # The head of a page tells the same of all its pieces.
    alike = ((known.source, known.date), (first.source, first.date))
    if any(piece.authors or (piece.source, piece.date) not in alike for piece in others):
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
    counted = [value for style, value in values if style == values[0][0]]
    alone = len(counted) == len(others) and counted == sorted(set(counted))
    # Some may have been found to be headings already.
    heads = (number_of(paragraph.text) for paragraph in first.paragraphs if paragraph.kind == "heading")
    before = {*range(_FIRST), *(head[1] for head in heads if head and head[0] == values[0][0])}
    rising = bool(values[0][0]) and first.title not in numbers and counted[0] - 1 in before
    begins = not first.title and any(
        len(paragraph.text) > LONGEST_TITLE for paragraph in first.paragraphs[:2]
    )
    former = known.title in (found[1] for run in runs[:HEAD] if (found := ORIGINAL.match(run.text)))
    return former or begins or (alone and rising) or counted == list(range(start, start + len(others)))


def _is_speech(runs: Sequence[Run]) -> bool:
    """Whether a page begins by greeting those who listen, and the sections of what it says to them count up."""
    if not any(is_address(run.text) for run in runs[:2]):
        return False
    found = (number_of(run.text) for run in runs if run.size <= LONGEST_TITLE and not run.final)
    numbers = [number[:2] for number in found if number]
    counts = ([value for style, value in numbers if style == one] for one in {style for style, _ in numbers})
    return any(count[:_FIRST] == [1, 2, 3] for count in counts)


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
