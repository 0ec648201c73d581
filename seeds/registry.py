"""What other packages add to oped, by entry points: engines, formats, devices, tokenizers, views.

A package declares, say, `[project.entry-points."oped.engines"] mine = "mypackage:Engine"` and needs no other
word with oped. Nothing of it is imported before it is asked for by name.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seeds.errors import EngineUnavailableError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


@cache
def declared(group: str) -> dict[str, EntryPoint]:
    """What installed packages declare in an entry-point group such as `oped.engines`, by name, in its order."""
    if not _is_named(group):
        return {}
    from importlib.metadata import entry_points

    return {point.name: point for point in sorted(entry_points(group=group), key=lambda point: point.name)}


def _is_named(group: str) -> bool:
    """Whether what is installed may declare anything in a group.

    Most often nothing does, and to look at the files first is ten times as fast as to load `importlib.metadata`.
    """
    for folder in map(Path, sys.path):
        if folder.is_file():  # An archive: only `importlib.metadata` can tell.
            return True
        for declarations in folder.glob("*-[iI][nN][fF][oO]/entry_points.txt"):
            if group.encode() in declarations.read_bytes():
                return True
    return False


def origin(point: EntryPoint) -> str:
    """Where an entry point comes from, in words: the package and its version."""
    return f"from {point.dist.name} {point.dist.version}" if point.dist else f"from {point.value}"


def load(point: EntryPoint) -> Any:
    """What an entry point stands for. Raises `EngineUnavailableError` when its package cannot be imported."""
    try:
        return point.load()
    except Exception as problem:
        said = " ".join(f"{type(problem).__name__}: {problem}".split())
        raise EngineUnavailableError(
            f"'{point.name}' ({point.value}) of the group {point.group} cannot be loaded ({said}); "
            "mend or remove the package that declares it"
        ) from problem
