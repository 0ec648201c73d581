"""Reading: files, folders, streams and bytes to pages."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeAlias

from seeds.errors import InputError
from seeds.page import Page, Piece, Region

Source: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO
"""A path, "-" for standard input, the bytes themselves, or a binary file."""

MAX_BYTES = 32 * 1024 * 1024
"""Larger inputs are refused unless `max_bytes` says otherwise."""

PAGE_SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".pdf", ".docx", ".jsonl"})
"""The files of a folder that `read_pages` reads; a file named outright is always read."""


def read_page(
    source: Source, *, name: str | None = None, encoding: str | None = None, max_bytes: int = MAX_BYTES
) -> Page:
    """Read one page: text in any layout, HTML, PDF or DOCX, told apart by what the bytes begin with.

    `name` is what the page is called in results, by default the file name; `encoding` settles the encoding of
    text where it cannot be found. Raises InputError if the input cannot be read or has no text in it, and
    EngineUnavailableError if its format needs a package that is not installed.
    """
    data = _bytes_of(source, max_bytes)
    name = _name_of(source) if name is None else name
    text, used = _text_of(data, encoding, name)
    return _page(text, name, used)


def parse_page(text: str, *, name: str = "") -> Page:
    """Read the layout of a page that is already decoded. Raises InputError if there is nothing but space."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _page(text, name, "str")


def read_pages(
    sources: Iterable[Source],
    *,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
    on_error: Callable[[InputError], None] | None = None,
) -> Iterator[Page]:
    """Read many: files, folders (searched for `PAGE_SUFFIXES`), glob patterns, "-", and JSON Lines.

    A row of a `.jsonl` file is one article with "text" and, optionally, "id", "title" and "date"; it becomes a
    page of one piece. Files of a folder or a pattern come in the order of their names. Raises as `read_page`,
    unless `on_error` is given: then it is called with the InputError of each file or row that cannot be read,
    and the others are still read.
    """
    report = _raise if on_error is None else on_error
    for source in sources:
        for read in _readers(source, encoding, max_bytes):
            try:
                page = read()
            except InputError as problem:
                report(problem)
            else:
                yield page


UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""What a file in UTF-16 begins with; its lines cannot be told before it is decoded."""


def _raise(problem: InputError) -> None:
    raise problem


def _readers(source: Source, encoding: str | None, max_bytes: int) -> Iterator[Callable[[], Page]]:
    """What each page of a source is read by; a source that cannot be opened has one, which raises."""
    try:
        for found, name in _files(source):
            if isinstance(found, (str, os.PathLike)) and Path(found).suffix.lower() == ".jsonl":
                yield from _rows(found, encoding, max_bytes)
            else:
                yield partial(read_page, found, name=name, encoding=encoding, max_bytes=max_bytes)
    except InputError as problem:
        yield partial(_fail, problem)


def _fail(problem: InputError) -> Page:
    raise problem


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
    from importlib import resources

    data = (resources.files("seeds") / "pages" / "lvliang-2021.txt").read_bytes()
    return read_page(data, name="lvliang-2021.txt")


def _page(text: str, name: str, encoding: str) -> Page:
    # Reading loads a good deal of word lists; `import seeds` alone need not wait for them.
    from seeds.layout import lay_out

    return lay_out(_not_blank(text, name), name=name, encoding=encoding)


def _not_blank(text: str, name: str) -> str:
    if not text.strip():
        raise InputError(f"{name or 'the input'} is empty: there is no text to read")
    return text


def _name_of(source: Source) -> str:
    if isinstance(source, bytes):
        return ""
    if isinstance(source, (str, os.PathLike)):
        return "stdin" if source == "-" else Path(source).name
    return Path(str(getattr(source, "name", ""))).name


def _bytes_of(source: Source, max_bytes: int) -> bytes:
    if isinstance(source, bytes):
        data = source
    elif isinstance(source, (str, os.PathLike)) and source != "-":
        try:
            with Path(source).open("rb") as file:
                data = file.read(max_bytes + 1)
        except (OSError, ValueError) as problem:
            raise _unreadable(source, problem) from None
    else:
        if isinstance(source, (str, os.PathLike)):
            if sys.stdin is None:
                raise InputError("standard input is closed: name a file")
            stream: BinaryIO = sys.stdin.buffer
        else:
            stream = source
        try:
            data = stream.read(max_bytes + 1)
        except (OSError, ValueError) as problem:
            raise _unreadable(_name_of(source) or "the input", problem) from None
    if len(data) > max_bytes:
        raise _too_large(_name_of(source) or "the input", max_bytes)
    return data


def _too_large(name: str, max_bytes: int) -> InputError:
    return InputError(
        f"{name} is larger than {max_bytes:,} bytes; allow more with --max-bytes (max_bytes=...)"
    )


def _unreadable(source: str | os.PathLike[str], problem: Exception) -> InputError:
    reason = getattr(problem, "strerror", None) or str(problem)
    name = os.fspath(source)
    if "\n" in name or getattr(problem, "errno", None) == errno.ENAMETOOLONG:
        return InputError(
            f"{name[:20]!r}... is read as a file's name: {reason}; the text of a page goes to parse_page"
        )
    return InputError(f"cannot read {name!r}: {reason}")


def _text_of(data: bytes, encoding: str | None, name: str) -> tuple[str, str]:
    from seeds.files import reader_of
    from seeds.files.decode import decode

    reader = reader_of(data, name)
    if reader is None:
        return decode(data, encoding, name)
    return reader(data, encoding, name)


def _files(source: Source) -> Iterator[tuple[Source, str | None]]:
    """The inputs behind a source, each with its name where that is not its own: files of folders go by their path."""
    import glob

    if not isinstance(source, (str, os.PathLike)) or source == "-":
        yield source, None
        return
    if not os.fspath(source):
        raise InputError("a file name is empty: name a file, a folder or -")
    path = Path(source)
    # Those of os.path answer no where those of Path raise: a name too long, a folder that may not be entered.
    if os.path.isdir(path):  # noqa: PTH112
        found = sorted(p for p in path.rglob("*") if p.suffix.lower() in PAGE_SUFFIXES and p.is_file())
        if not found:
            raise InputError(
                f"the folder {os.fspath(source)!r} holds no {' '.join(sorted(PAGE_SUFFIXES))} file"
            )
        yield from ((file, file.relative_to(path).as_posix()) for file in found)
    elif not os.path.exists(path) and glob.has_magic(os.fspath(source)):  # noqa: PTH110
        matches = sorted(glob.glob(os.fspath(source), recursive=True))  # noqa: PTH207 - patterns may be absolute
        if not matches:
            raise InputError(f"nothing matches {os.fspath(source)!r}")
        for match in matches:
            yield from _files(match)
    else:
        yield source, None


def _rows(path: str | os.PathLike[str], encoding: str | None, max_bytes: int) -> Iterator[Callable[[], Page]]:
    """A row a line, read as they come: a file of all the articles of a decade is larger than memory."""
    from seeds.files.decode import decode

    name = _name_of(path)
    try:
        with Path(path).open("rb") as file:
            number = 0
            if file.peek(2)[:2] in UTF_16_MARKS or (encoding or "").lower().startswith("utf-16"):
                text, used = decode(_bytes_of(path, max_bytes), encoding, name)
                for number, line in enumerate(text.split("\n"), 1):
                    if line.strip():
                        yield partial(_row, line, name, number, used)
                return
            while data := file.readline(max_bytes + 1):
                number += 1
                if len(data) > max_bytes:
                    yield partial(_fail, _too_large(f"{name} line {number}", max_bytes))
                    while data and not data.endswith(b"\n"):
                        data = file.readline(max_bytes)
                elif data.strip():
                    yield partial(_row_of_bytes, data, name, number, encoding)
    except OSError as problem:
        raise _unreadable(path, problem) from None


def _row_of_bytes(data: bytes, name: str, number: int, encoding: str | None) -> Page:
    from seeds.files.decode import decode

    line, used = decode(data, encoding, f"{name} line {number}")
    return _row(line, name, number, used)


def _row(line: str, name: str, number: int, encoding: str) -> Page:
    import json

    from seeds.layout.assemble import one_article

    where = f"{name} line {number}"
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError(f"{where} is not JSON; a .jsonl file has one object a line") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError(
            f'{where} has no "text"; each line needs an object with "text" (and "id", "title", "date")'
        )
    fields = {key: "" if row.get(key) is None else str(row[key]) for key in ("id", "title", "date")}
    body = row["text"].replace("\r\n", "\n").replace("\r", "\n")
    if not body.strip():
        raise InputError(f"{where} has an empty text")
    label = fields["id"] or f"{name}:{number}"
    piece = one_article(body, title=fields["title"], name=label, date=fields["date"] or None)
    layout = tuple(Region(*span, 1, "body") for p in piece.paragraphs for span in p.spans)
    return Page(label, body, encoding, layout, (piece,))
