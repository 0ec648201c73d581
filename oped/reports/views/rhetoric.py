"""`oped rhetoric`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports import figures
from oped.reports.model import Block, Heading, ReportDocument, TextBlock, TextRun, aside
from oped.reports.views import parts
from oped.reports.views.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compare.rhetoric import Device, RhetoricalProfile
    from oped.reports.rows import Row
    from oped.words import Labels
    from seeds.page import Span

    Place = Callable[[Sequence[Span]], int | None]

GATHERED: tuple[str, ...] = ("idiom", "slogan")
"""Short and many: a row a kind, not a row a device."""
LONGEST = 120
"""Characters of a device that are shown; the whole is in the tables."""
TABLE = ("page", "piece", "title", "device", "text", "line", "frame", "speaker")


def rhetoric_document(
    profiles: Sequence[RhetoricalProfile],
    label: Labels,
    places: Sequence[tuple[str, int, Place]] = (),
    only: Sequence[str] = (),
) -> ReportDocument:
    """The devices of each piece, or `only` those of some kinds.

    `places` are page, number on it, and what tells the line of a span.
    """
    blocks: list[Block] = []
    rows: list[Row] = []
    given = places or [("", at, _nowhere) for at in range(1, len(profiles) + 1)]
    for profile, (page, piece, line_of) in zip(profiles, given, strict=True):
        told = " · ".join(figures.profile_facts(profile, label))
        blocks.append(Heading(f"{piece} {profile.title or label('no_title')}", 3))
        blocks.append(aside(told, 1))
        blocks += _devices(profile, line_of, label, only)
        rows += [
            _row(device, page, piece, profile.title, line_of, label)
            for device in profile.devices
            if not only or device.kind in only
        ]
    title = label("rhetoric")
    facts = (label.count(len(profiles), "piece", "pieces"),)
    return ReportDocument(title, facts, tuple(blocks), (table("rhetoric", TABLE, rows, label),))


def _nowhere(spans: Sequence[Span]) -> int | None:
    return None


def _devices(profile: RhetoricalProfile, line_of: Place, label: Labels, only: Sequence[str]) -> list[Block]:
    blocks: list[Block] = []
    kinds = [kind for kind in profile.density if profile.of(kind) and (not only or kind in only)]
    for kind in kinds:
        found = profile.of(kind)
        if kind in GATHERED:
            words = "、".join(dict.fromkeys(device.text for device in found))
            blocks.append(TextBlock((TextRun(f"{label.term(kind)}  ", "aside"), parts.of(words)), indent=1))
            continue
        for number, device in enumerate(found, 1):
            runs = [TextRun(f"{label.term(kind)} {number}  ", "aside"), parts.of(_cut(device.text))]
            if device.frame:
                runs.append(parts.of(f"  {device.frame}", "line"))
            if device.speaker:
                runs.append(TextRun(f"  —— {device.speaker}", "aside", chinese=True))
            line = line_of(device.spans)
            if line is not None:
                runs.append(TextRun(f"  {label('line', n=line)}", "aside"))
            blocks.append(TextBlock(tuple(runs), indent=1))
    return blocks


def _row(device: Device, page: str, piece: int, title: str, line_of: Place, label: Labels) -> Row:
    return {
        "page": page,
        "piece": piece,
        "title": title,
        "device": label.term(device.kind),
        "text": device.text,
        "line": line_of(device.spans),
        "frame": device.frame,
        "speaker": device.speaker,
    }


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
