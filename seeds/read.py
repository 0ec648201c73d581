"""Reading: files, folders, streams and bytes to pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from seeds import check
from seeds.errors import InputError, OpedError, UsageError
from seeds.files import HEAD, kind_of, reader_of
from seeds.files.document import MAX_BYTES, FileDocument, Found, Options
from seeds.page import Page, Piece
from seeds.sources import Input, Source, inputs, name_of, opened, unreadable

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]
"""`map`, or what does the same."""

_PART = 1 << 20
"""Bytes that are asked for at a time."""


def read_page(
    source: Source,
    *,
    name: str | None = None,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
    fields: Mapping[str, str] | None = None,
    pieces: int | None = None,
) -> Page:
    """Read one page: text in any layout, Markdown, HTML, PDF, DOCX ..., told apart by its bytes.

    `name` is what the page is called in results, by default the file name; `encoding` settles the encoding of
    text where it cannot be found; `fields` are the columns of a table (`{"text": "content"}`); `pieces` is how many
    pieces a page of text has, where reading is not sure of it. Raises InputError if the input cannot be read, has no
    text in it or is a table of several articles, which `read_pages` reads, EngineUnavailableError if its format needs
    a package that is not installed, and UsageError if `pieces` is less than one.
    """
    name = name_of(source) if name is None else check.text("name", name)
    options = _options(name, encoding, max_bytes, fields, pieces)
    pages = _reported(map(_page_of, ((found, options) for found in _documents(source, options))), _raise)
    page = next(pages, None)
    if page is None:
        raise InputError(f"{options.where} holds no article")
    if next(pages, None) is not None:
        raise InputError(f"{options.where} holds several articles: read it with read_pages")
    return page


def parse_page(text: str, *, name: str = "", pieces: int | None = None) -> Page:
    """Read the layout of a page that is already decoded; `pieces` is as in `read_page`.

    Raises InputError if there is nothing but space.
    """
    from seeds.build import page_of

    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return page_of(FileDocument("str", prose=_not_blank(text, name)), name, _counted(pieces))


def read_pages(
    sources: Iterable[Source],
    *,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
    fields: Mapping[str, str] | None = None,
    pieces: int | None = None,
    leave_out: Collection[str] = (),
    on_error: Callable[[OpedError], None] | None = None,
    each: Each = map,
) -> Iterator[Page]:
    """Read many: files, folders, glob patterns, "-"; of a table (CSV, XLSX, JSON Lines ...) every row is a page.

    A row of a table is one article, its columns known by their usual names ("text", "content", 正文, "title", 标题 ...)
    or by `fields` (`{"text": "content"}`). Files of a folder or a pattern come in the order of their names, those of
    `leave_out` left out, such as what is about to be written. Raises as `read_page`, unless `on_error` is given: it
    is then called with the error of each file or row that cannot be read, and the others are still read. `each` does
    the work on what the files hold, in its order: `map`, or `seeds.workers.Workers.each` for several processes.
    """
    options = _options("", encoding, max_bytes, fields, pieces)
    found = (found for given in inputs(sources, leave_out) for found in _contents(given, options))
    return _reported(each(_page_of, found), on_error or _raise)


def _options(
    name: str, encoding: str | None, max_bytes: int, fields: Mapping[str, str] | None, pieces: int | None
) -> Options:
    if encoding is not None:
        check.text("encoding", encoding)
    if not (fields is None or isinstance(fields, Mapping)):
        raise UsageError(
            f"fields is {type(fields).__name__}: give columns by field, as {{'text': 'content'}}"
        )
    return Options(name, encoding, check.count("max_bytes", max_bytes), fields or {}, _counted(pieces))


def _reported(pages: Iterable[Page | OpedError], report: Callable[[OpedError], None]) -> Iterator[Page]:
    for page in pages:
        if isinstance(page, OpedError):
            report(page)
        else:
            yield page


def _contents(given: Input | InputError, options: Options) -> Iterator[tuple[Found | OpedError, Options]]:
    """What a file holds, and last the error that ends it, each with how to read it."""
    if isinstance(given, InputError):
        yield given, options
        return
    options = replace(options, name=given.name)
    try:
        for found in _documents(given.source, options):
            yield found, options
    except OpedError as problem:
        yield problem, options


def _raise(problem: OpedError) -> None:
    raise problem


def _page_of(given: tuple[Found | OpedError, Options]) -> Page | OpedError:
    """The page that a document makes, or what is wrong with it."""
    from seeds.build import page_of

    found, options = given
    if isinstance(found, OpedError):
        return found
    try:
        if not found.articles and found.row is None:
            _not_blank(found.prose, options.name)
        return page_of(found, options.name, options.pieces)
    except OpedError as problem:
        return problem


def _documents(source: Source, options: Options) -> Iterator[Found]:
    file = opened(source)
    try:
        head = _read(file, HEAD, source)
        if not head.strip():
            head += _read(file, options.max_bytes + 1 - len(head), source)
        kind = kind_of(head, options.name)
        reader = reader_of(kind)
        if kind == "jsonl":
            yield from reader.stream(_chunks(head, file, source), options)
            return
        data = head + _read(file, options.max_bytes + 1 - len(head), source)
        if len(data) > options.max_bytes:
            size = f"{options.max_bytes:,} bytes"
            raise InputError(
                f"{options.where} is larger than {size}; allow more with --max-bytes (max_bytes=...)"
            )
        yield from reader.read(data, options)
    finally:
        if isinstance(source, (str, os.PathLike)) and source != "-":
            file.close()


def _read(file: BinaryIO, size: int, source: Source) -> bytes:
    """Up to `size` bytes: a pipe may give them piece by piece."""
    parts: list[bytes] = []
    while size > 0:
        try:
            part = file.read(min(size, _PART))
        except (OSError, ValueError) as problem:
            raise _broken(source, problem) from None
        if not part:
            break
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _broken(source: Source, problem: Exception) -> InputError:
    named = isinstance(source, (str, os.PathLike)) and source != "-"
    return unreadable(source if named else name_of(source) or "the input", problem)  # type: ignore[arg-type]


def _chunks(head: bytes, file: BinaryIO, source: Source) -> Iterator[bytes]:
    """A file whose beginning was read already, piece by piece."""
    yield head
    while chunk := _read(file, _PART, source):
        yield chunk


def article(
    text: str,
    *,
    title: str = "",
    name: str = "",
    authors: Sequence[str] = (),
    date: str | None = None,
    source: str | None = None,
    column: str | None = None,
    url: str | None = None,
) -> Piece:
    """A text known to be one article, as a piece: every line is a paragraph, nothing is guessed.

    Spans are offsets into `text`. Raises InputError if there is nothing but space.
    """
    from seeds.layout.assemble import one_article

    piece = one_article(_not_blank(text, name), title=title, name=name, date=date)
    return replace(piece, authors=tuple(authors), source=source, column=column, url=url)


def seed_page() -> Page:
    """The page that comes with the package: the opinion page of a city paper of late 2021, five pieces."""
    return read_page(Path(__file__).parent / "pages" / "lvliang-2021.txt")


def _counted(pieces: int | None) -> int | None:
    return None if pieces is None else check.count("pieces", pieces)


def _not_blank(text: str, name: str) -> str:
    if not check.text("text", text).strip():
        raise InputError(f"{name or 'the input'} is empty: there is no text to read")
    return text
