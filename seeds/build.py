"""From what a file holds to a page: the files' own structure, rows of tables, and prose whose layout is found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from seeds.aside import put_back, without
from seeds.errors import InputError
from seeds.files.article import one_article
from seeds.files.document import Block, FileArticle, FileDocument, FileRow, Item
from seeds.files.lineforms import FINAL, LEAST_PART, bare, has_letters, is_called
from seeds.files.official import head_of, is_day, sectioned, unfused
from seeds.files.sites import is_sited
from seeds.files.titleline import author_before
from seeds.files.values import ENDS, is_head
from seeds.language.characters import HAN
from seeds.language.radicals import unradical, without_radicals
from seeds.layout.lines import Line, Run, cut, split_lines
from seeds.layout.parting import INDENT, JOINED, LONG, parted
from seeds.layout.repeats import repeated_later
from seeds.layout.titles import without_numbers
from seeds.layout.wrap import unwrap
from seeds.metadata import Fields, fields_of_path, meta_line, told_behind, told_below
from seeds.metadata.filenames import word_of_path
from seeds.names import authors_of
from seeds.page import Excerpt, Furniture, Note, Page, Paragraph, Piece, Region, Role, Span
from seeds.papers import is_paper
from seeds.pieces import piece_of, unsigned
from seeds.siteaddress import site_of_address
from seeds.speeches import fused_head

_EDGE = 4
"""Lines above a row's text that may be standfirsts."""
_WORD_FOR_WORD = 0.6
"""Share of a standfirst that stands in the text."""
_EDITOR = re.compile("(?:[—－-]+[ \u3000\xa0]*编[ \u3000\xa0]*[者辑])")
"""How an editor signs what stands before an article."""
_SPACED = re.compile(f"(?<=[。！？…”」）])[ +]+(?=[{HAN}“‘《【（(0-9])")
"""Where only a space, or a plus sign, is left of an indent."""
_ORIGINAL = re.compile(
    "^[（(]?原(?:标题|题)[:：][^，。]*[^ +，。电讯](?P<gap>[ +]+)(?=(?:[^ +，。]+[电讯][ +]+)?[^ +，。]+[，。])"
)
"""What an article was called, with its text, and the line that says where it is from, on the same line."""
_TAKEN = re.compile(
    "来源[:：][ \u3000]?[^ \u3000，。：:]{2,12}(?P<gap>[ +\u3000]+)(?=[^ \u3000，。：:]{2,40}[，。])"
)
"""Where an article is from, with its text on the same line."""


def page_of(document: FileDocument, name: str, pieces: int | None = None) -> Page:
    """The page of a document that is called `name` (a row goes by its label).

    Raises InputError if it is no row and cannot be read as so many `pieces`.
    """
    page = _page_of(document, name, pieces)
    known = (replace(piece, source=piece.source or site_of_address(piece.url)) for piece in page.pieces)
    page = replace(page, pieces=tuple(known))
    if pieces is None or document.row is not None or len(page.pieces) == pieces:
        return page
    raise InputError(
        f"{name or 'the page'}: has no reading with {pieces} pieces, only with {len(page.pieces)}; "
        "put lines === between the pieces of a text"
    )


def _page_of(document: FileDocument, name: str, pieces: int | None) -> Page:
    if document.row is not None:
        row = replace(document.row, fields=document.row.fields | _said_by(name))
        return row_page(row, document.kind, document.notes)
    if document.aside:
        read = replace(document, prose=without(document.prose, document.aside), aside=())
        return put_back(_page_of(read, name, pieces), unradical(document.prose), document.aside)
    document = _without_radicals(document)
    known = document.fields | (_said_by(name) if document.label else fields_of_path(name))
    name = document.label or name
    if document.articles:
        return _marked(document, name, known)
    if pieces is None and (page := _official(document, name, known)) is not None:
        return page
    from seeds.layout import lay_out

    page = lay_out(document.prose, name=name, encoding=document.kind, fields=known, pieces=pieces)
    if (
        known.title
        and pieces is None
        and len(page.pieces) > 1
        and bare(page.pieces[0].title) in ("", bare(known.title))
    ):
        # Called by the title of its first piece, or by one that it does not show, the file holds that article.
        page = lay_out(document.prose, name=name, encoding=document.kind, fields=known, pieces=1)
    if len(page.pieces) == 1 and not page.pieces[0].title and (word := word_of_path(name)):
        fields = replace(known, title=word)
        page = lay_out(document.prose, name=name, encoding=document.kind, fields=fields, pieces=1)
    if len(page.pieces) == 1:
        page = replace(page, pieces=(_without_author(page.pieces[0], known),))
    page = replace(page, pieces=_signed_alike(page.pieces, known.authors))
    return replace(page, notes=(*document.notes, *page.notes)) if document.notes else page


@lru_cache(64)
def _said_by(name: str) -> Fields:
    """The day and the paper in the name of a file that has many rows."""
    said = fields_of_path(name)
    return Fields(date=said.date, source=said.source)


def _without_radicals(document: FileDocument) -> FileDocument:
    """Prose whose radicals stand for characters (⼈⺠), as copied from a PDF, with these; a note says so."""
    prose, notes = without_radicals(document.prose)
    articles = tuple(
        replace(article, blocks=tuple(replace(block, text=unradical(block.text)) for block in article.blocks))
        for article in (document.articles if notes else ())
    )
    return (
        replace(document, prose=prose, articles=articles, notes=(*document.notes, *notes))
        if notes
        else document
    )


def row_page(row: FileRow, kind: str, notes: Sequence[Note] = ()) -> Page:
    """A row as a page of one piece; the page's text is the text of its cell, so offsets are offsets into that."""
    text = unradical(row.text)
    whole = split_lines(text)
    only = any(len(line.text) > 0.9 * len(text.strip()) for line in whole)
    lines = list(parted(whole, row.fields.title or ""))
    fused = [] if row.fields.title or row.marks else fused_head(lines[0].text)
    lines[:1] = cut(lines[0], fused)
    below = enumerate([] if row.marks else lines[len(fused) :], len(fused))
    parts = [part for at, line in below for part in _parts(line, only, at >= len(lines) - ENDS)]
    runs = [Run((line,)) for line in (whole if row.marks else lines[: len(fused)])]
    runs += _labelled(unwrap(parts))
    marks = row.marks or [(0, "")] * len(runs)
    items = [Item(run.text, level, mark or "cell") for run, (level, mark) in zip(runs, marks, strict=True)]
    if row.headed and is_head(items[0].text, [item.text for item in items[1:]]):
        items[0] = replace(items[0], level=1)
    if fused:
        signed = (replace(item, mark="byline") for item in items[2 : len(fused)])
        items[: len(fused)] = [replace(items[0], level=1), items[1], *signed]
    fields = row.fields | Fields(title=_only_heading(items))
    for item in items[:ENDS]:
        if is_sited(fields.title or "", item.text) and len(bare(item.text)) >= LEAST_PART // 2:
            fields = replace(fields, title=item.text)
    items = _edges(runs, items, row.repeated, fields.title)
    at = _head(items, fields.title)
    article = one_article(items[at:], fields, lead=items[:at], whole=True)
    found: dict[Role, list[str]] = {"kicker": [row.kicker] if row.kicker else [], "deck": [*row.decks]}
    return _page_of_runs(row.label, text, kind, runs, article, found, notes)


def _official(document: FileDocument, name: str, known: Fields) -> Page | None:
    """The page of an official document in prose; None for any other."""
    whole = split_lines(document.prose)
    lines = unfused(whole, known.title or "")
    head = head_of(lines, fused=len(lines) > len(whole))
    if head is None:
        return None
    title = Run(tuple(lines[at] for at in head.title))
    aside = [Run((lines[at],)) for at in head.aside]
    below = unwrap(lines[head.text :])
    article = one_article(
        sectioned([run.text for run in below]),
        title=Item(title.text),
        lead=[
            Item(run.text, mark="" if meta_line(run.text) or is_day(run.text) else "fact") for run in aside
        ],
        whole=True,
    )
    page = _page_of_runs(
        name, document.prose, document.kind, [*aside, title, *below], article, {}, document.notes
    )
    return replace(page, pieces=tuple(_completed(piece, known, name) for piece in page.pieces))


def _page_of_runs(
    name: str,
    text: str,
    kind: str,
    runs: Sequence[Run],
    article: FileArticle,
    found: dict[Role, list[str]],
    notes: Sequence[Note],
) -> Page:
    """A page of one article whose blocks are the lines of its text."""
    paragraphs, regions, furniture = [], [], []
    is_piece = any(block.role in ("body", "heading") for block in article.blocks)
    for run, block in zip(runs, article.blocks, strict=True):
        excerpt = run.excerpt
        role = block.role if is_piece else "furniture"
        regions += [
            Region(part.start, part.end, None if role == "furniture" else 1, role) for part in run.lines
        ]
        if role in ("body", "heading"):
            paragraphs.append(
                Paragraph(excerpt.text, excerpt.spans, "heading" if role == "heading" else "body")
            )
        elif role == "furniture":
            span = Span(excerpt.spans[0].start, excerpt.spans[-1].end)
            furniture.append(Furniture(block.kind if has_letters(run.text) else "rule", excerpt.text, span))
        elif role in ("deck", "author_note"):
            found.setdefault(role, []).append(run.text)
    pieces = (piece_of(1, found, paragraphs, article.fields, name),) if is_piece else ()
    furniture.sort(key=lambda found: found.span.start)
    return Page(name, text, kind, tuple(sorted(regions)), pieces, tuple(furniture), tuple(notes))


def _parts(line: Line, only: bool, last: bool) -> Iterable[Line]:
    """The paragraphs of a line that holds several; the only line of a text may have lost its indents."""
    form = (INDENT if len(line.text) > LONG else JOINED).pattern
    if only and len(_SPACED.findall(line.text)) > 1:
        form = f"{_SPACED.pattern}|{form}"
    glued = told_behind(line.text, last=True) if last else []
    cuts = [
        gap
        for found in re.finditer(form, line.text)
        if (gap := found.span())[1] < min(glued, default=(len(line.text), 0))[0]
    ]
    cuts += glued
    if (original := _ORIGINAL.match(line.text) or _TAKEN.match(line.text)) is not None:
        cuts = [original.span("gap"), *(gap for gap in cuts if gap[0] > original.end())]
    return cut(line, cuts) if cuts else [line]


def _labelled(runs: Sequence[Run]) -> list[Run]:
    """The lines of a text, where a label and the value on the line below it are one."""
    found: list[Run] = []
    for run in runs:
        above = found[-1].text if found else ""
        found.append(Run((*found.pop().lines, *run.lines)) if told_below(above, run.text) else run)
    return found


def _only_heading(items: Sequence[Item]) -> str | None:
    """The one heading of the first level, where it stands above the text."""
    above = takewhile(lambda item: not FINAL.search(item.text), items)
    heads = [item.text for item in above if item.level == 1]
    return heads[0] if len(heads) == 1 == sum(item.level == 1 for item in items) else None


def _head(items: Sequence[Item], title: str | None) -> int:
    """Where the article begins below what stood above it on its page: at its title, above the first sentence.

    0 without such a line, or where no line ends as a sentence does: in verses any of them may be the title.
    """
    named, half = bare(title or ""), sum(len(item.text) for item in items) / 2
    above = next((at for at, item in enumerate(items) if re.search("[。！？…][”」）]*$", item.text)), 0)
    last = max(
        (at for at, item in enumerate(items[:above]) if named and is_called(item.text, named)), default=0
    )
    return last if sum(len(item.text) for item in items[:last]) < half else 0


def _edges(
    runs: Sequence[Run], items: Sequence[Item], repeated: frozenset[str], title: str | None
) -> list[Item]:
    """The items with standfirsts marked: lines before the text that are no sentence and stand in it word for word.

    So are the lines down to that where an editor signs, and what crawlers leave between the parts of a page.
    """
    signed = next((at for at, item in enumerate(items[:_EDGE]) if _EDITOR.fullmatch(item.text)), -1)
    ends = {*range(ENDS), *range(len(items) - ENDS, len(items))}
    marked = [
        replace(item, level=0, mark="aside")
        if at <= signed
        or not has_letters(item.text)
        or (repeated and at in ends and bare(item.text) in repeated)
        else item
        for at, item in enumerate(items)
    ]
    # A line that is a link stands in the text, but for several last ones.
    last = max((at for at, item in enumerate(items) if item.mark != "link"), default=0)
    last = last if last + 2 < len(items) else len(items)
    marked[:last] = [replace(item, mark="cell") if item.mark == "link" else item for item in marked[:last]]
    shares: list[float] = []
    told = 0
    for at, item in enumerate(items[:_EDGE]):
        # Mostly a sentence, and nothing has to be looked for in the rest.
        if FINAL.search(item.text) or (item.level and bare(title or "").endswith(bare(item.text))):
            break
        if meta_line(item.text) is None:
            shares = shares or repeated_later(runs)
            line = bare(item.text)
            # The title may hold lines that stand here; what stands below two of them is one more headline.
            named = not item.level and len(line) >= LEAST_PART and line in bare(title or "")
            if not named and shares[at] < _WORD_FOR_WORD and told < 2:
                break
            marked[at] = replace(item, level=0, mark="aside" if named else "deck")
            told += named
    return marked


def _marked(document: FileDocument, name: str, known: Fields) -> Page:
    """A page of articles whose blocks have their roles: a block a line, or where it stands in the text of the file."""
    parts: list[str] = []
    regions: list[Region] = []
    furniture: list[Furniture] = []
    pieces: list[Piece] = []
    at = 0
    for article in document.articles:
        is_piece = any(block.role not in ("furniture", "source", "byline") for block in article.blocks)
        number = len(pieces) + 1 if is_piece else None
        placed: list[tuple[Block, Excerpt]] = []
        for block in article.blocks:
            text = " ".join(block.text.split("\n")).strip()
            if not text:
                continue
            start = document.prose.index(text, at) if document.prose else at
            if skipped := document.prose[at:start].strip():
                # The number of a title.
                at = document.prose.index(skipped, at)
                regions.append(Region(at, at + len(skipped), None, "furniture"))
                furniture.append(Furniture("other", skipped, Span(at, at + len(skipped))))
            span = Span(start, start + len(text))
            parts.append(text)
            at = span.end if document.prose else span.end + 2
            if block.role == "furniture" or number is None:
                furniture.append(Furniture(block.kind, text, span))
                regions.append(Region(*span, None, "furniture"))
            else:
                regions.append(Region(*span, number, block.role))
                placed.append((block, Excerpt(text, (span,))))
        if number is not None:
            pieces.append(_piece(number, placed, article, name))
    only = len(pieces) == 1
    given = known if only else Fields(source=known.source, date=known.date)
    pieces = [_completed(piece, given, name) for piece in _without_numbers(pieces)]
    pieces = list(_signed_alike(pieces, known.authors))
    untitled = Note("no title was found for this piece", None, "no_title")
    notes = (*document.notes, *(untitled for piece in pieces if not piece.title))
    return Page(
        name,
        document.prose or "\n\n".join(parts),
        document.kind,
        tuple(regions),
        tuple(pieces),
        tuple(furniture),
        notes,
    )


def _signed_alike(pieces: Sequence[Piece], authors: tuple[str, ...]) -> tuple[Piece, ...]:
    """The pieces, by whom their file is called after, if none of them says who wrote it."""
    silent = not any(piece.authors for piece in pieces)
    return tuple(replace(piece, authors=authors) if silent else piece for piece in pieces)


def _without_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, without numbers that count their titles."""
    titles = without_numbers([piece.title for piece in pieces])
    return [replace(piece, title=title) for piece, title in zip(pieces, titles, strict=True)]


def _completed(piece: Piece, known: Fields, name: str) -> Piece:
    """A piece with what is known of its file where it says nothing itself."""
    # A title in book marks looks like a paper.
    named = None if bare(piece.source or "") == bare(piece.title or known.title or "") else piece.source
    piece = _without_author(piece, known)
    return replace(
        piece,
        # A name of a file that holds the whole title tells no more of it than the title itself.
        title=(bare(piece.title) in bare(name) and piece.title)
        or (not is_sited(piece.title, known.title or "") and piece.title)
        or known.title
        or "",
        authors=tuple(name for name in piece.authors or known.authors if name != (named or known.source)),
        source=named or known.source,
        column=piece.column or known.column,
        date=piece.date or known.date,
        url=piece.url or known.url,
    )


def _without_author(piece: Piece, known: Fields) -> Piece:
    """A piece without its author before its title, if the file is called by the rest, or the author is known."""
    authors = piece.authors or known.authors
    if before := author_before(piece.title, known.title or "", authors):
        return replace(piece, title=known.title or "", authors=piece.authors or (before,))
    return replace(piece, title=unsigned(piece.title, authors))


def _piece(number: int, placed: Sequence[tuple[Block, Excerpt]], article: FileArticle, name: str) -> Piece:
    texts: defaultdict[Role, list[str]] = defaultdict(list)
    for block, excerpt in placed:
        texts[block.role].append(excerpt.text)
    authors = tuple(dict.fromkeys(name for byline in texts["byline"] for name in authors_of(byline)))
    paragraphs = (
        Paragraph(excerpt.text, excerpt.spans, "heading" if block.role == "heading" else "body")
        for block, excerpt in placed
        if block.role in ("body", "heading")
    )
    # A byline may name the paper before who wrote for it.
    papers = [name for name in authors if is_paper(name) and not article.fields.authors]
    people = tuple(name for name in authors if name not in papers)
    told = Fields(authors=people or authors, source=papers[0] if papers and people else None)
    return piece_of(number, texts, paragraphs, article.fields | told, name)
