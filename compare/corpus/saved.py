"""The rows that `oped corpus` wrote, read again one after the other."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import isfinite
from pathlib import Path
from typing import Any

import duckdb

from compare.corpus.parquet import scan
from compare.corpus.rows import FIELDS, Row
from seeds.errors import InputError
from seeds.temporary import temporary_folder

KINDS = ("verbatim", "near")
LONGEST = 1 << 24
"""Bytes of the longest line that is looked at whole."""
AT_ONCE = 1 << 20


def read_rows(path: str | Path, *, on_error: Callable[[InputError], None] | None = None) -> Iterator[Row]:
    """The rows of a file, JSON Lines or, by its name, Parquet.

    A line that is no row is given to `on_error` with its number and passed over; without `on_error` it is
    raised. Raises `InputError` when the file cannot be read.
    """
    path = Path(path)
    rows = _parquet(path) if path.suffix.lower() == ".parquet" else _lines(path)
    for number, read in rows:
        try:
            yield _row(read, f"{path.name} line {number}")
        except InputError as problem:
            if on_error is None:
                raise
            on_error(problem)


@contextmanager
def rereadable(path: str, most: int) -> Iterator[Path]:
    """The file of rows, or a copy of what comes from "-" (standard input), a pipe or a device, up to `most` bytes.

    Rows are read twice, and those can be read once. Raises `InputError` when it cannot be read, or is longer.
    """
    if path != "-" and (Path(path).is_file() or not Path(path).exists() or Path(path).is_dir()):
        yield Path(path)
        return
    with temporary_folder() as folder:
        copy = folder / ("standard input" if path == "-" else Path(path).name)
        try:
            with (
                copy.open("wb") as file,
                sys.stdin.buffer if path == "-" else Path(path).open("rb") as stream,
            ):
                left = most
                while left >= 0 and (part := stream.read(min(AT_ONCE, left + 1))):
                    left -= len(part)
                    file.write(part)
        except (OSError, AttributeError) as problem:
            reason = getattr(problem, "strerror", None) or "standard input is closed"
            raise InputError(f"cannot read {path!r}: {reason}") from None
        if left < 0:
            raise InputError(
                f"{copy.name} is larger than {most:,} bytes; allow more with --max-bytes, or name a file"
            )
        yield copy


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(LONGEST):
                number += 1
                if line.strip():
                    yield number, line
                while len(line) == LONGEST and not line.endswith(b"\n"):
                    line = file.readline(LONGEST)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise InputError(f"cannot read {str(path)!r}: {reason}") from None


def _parquet(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    if not path.is_file():
        raise InputError(f"cannot read {str(path)!r}: there is no such file")
    try:
        with duckdb.connect() as connection:
            # Many rows in one chunk cost memory, and threads would change the order.
            connection.execute("SET threads = 1")
            table = connection.execute(f"SELECT * FROM {scan([path])}")
            names = [column[0] for column in table.description or ()]
            number = 0
            while rows := table.fetchmany(2048):
                for row in rows:
                    number += 1
                    yield number, dict(zip(names, row, strict=True))
    except UnicodeEncodeError:
        raise InputError(f"cannot read {str(path)!r} as Parquet: the name is not UTF-8; rename it") from None
    except duckdb.Error as problem:
        raise InputError(f"{str(path)!r} is no Parquet file: {str(problem).splitlines()[0]}") from None


def _row(read: bytes | dict[str, Any], where: str) -> Row:
    if isinstance(read, bytes):
        try:
            read = json.loads(read)
        except (ValueError, RecursionError):
            raise InputError(f"{where} is not JSON: skipped; each line is a row of oped corpus") from None
    if not isinstance(read, dict):
        raise InputError(f"{where} is no row of oped corpus: skipped")
    values: list[Any] = []
    for name, type_ in FIELDS.items():
        value = read.get(name)
        if name in Row._field_defaults:
            values.append(value if isinstance(value, str) else "")
            continue
        if isinstance(value, bytes):
            value = value.decode("utf-8", "surrogatepass")
        if type_ is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value) if abs(value) < 1e300 else None
        if not isinstance(value, type_) or isinstance(value, bool):
            what = f"has no {name!r}" if value is None else f"has a {name!r} of the wrong type"
            raise InputError(f"{where} {what}: skipped; write the rows anew with this version of oped corpus")
        values.append(value)
    row = Row(*values)
    if row.kind not in KINDS or not isfinite(row.bits) or not isfinite(row.expect):
        raise InputError(f"{where} has a value that no row has: skipped")
    return row
