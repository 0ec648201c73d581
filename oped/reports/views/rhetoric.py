"""`oped rhetoric`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports import figures
from oped.reports.model import Block, CellValue, Heading, ReportDocument, TextBlock, TextRun, aside
from oped.reports.naming import files
from oped.reports.views import parts
from oped.reports.views.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.rhetoric import RhetoricalProfile
    from oped.words import Labels
    from seeds.page import Page

GATHERED: tuple[str, ...] = ("idiom", "slogan")
"""Short and many: a row a kind, not a row a device."""
LONGEST = 120
"""Characters of a device that are shown; the whole is in the tables."""
TABLE = ("page", "piece", "title", "device", "text", "line", "frame", "speaker")


def rhetoric_document(
    profiles: Sequence[RhetoricalProfile],
    label: Labels,
    places: Sequence[tuple[Page, int]] = (),
    only: Sequence[str] = (),
) -> ReportDocument:
    """The devices of each piece, or `only` those of some kinds.

    `places` are the page of each and its number on it.
    """
    blocks: list[Block] = []
    rows: list[tuple[CellValue, ...]] = []
    given: Sequence[tuple[Page | None, int]] = places or [(None, at) for at in range(1, len(profiles) + 1)]
    many = len(files(page.name if page else "" for page, _ in given)) > 1
    for number, (profile, (page, piece)) in enumerate(zip(profiles, given, strict=True), 1):
        facts = [page.name] if page and many else []
        blocks.append(Heading(f"{number} {profile.title or label('no_title')}", 3))
        blocks.append(aside(" · ".join([*facts, *figures.profile_facts(profile, label)]), 1))
        blocks += _devices(profile, page, label, only)
        for device in profile.devices:
            if not only or device.kind in only:
                place = page.line_of(device.spans) if page else None
                told_of = label.term(device.kind), device.text, place, device.frame, device.speaker
                rows.append((page.name if page else "", piece, profile.title, *told_of))
    title = label("rhetoric")
    told = (label("pieces", n=f"{len(profiles):,}"),)
    return ReportDocument(title, told, tuple(blocks), (table("rhetoric", TABLE, rows, label),))


def _devices(
    profile: RhetoricalProfile, page: Page | None, label: Labels, only: Sequence[str]
) -> list[Block]:
    blocks: list[Block] = []
    kinds = [kind for kind in profile.density if profile.of(kind) and (not only or kind in only)]
    for kind in kinds:
        found = profile.of(kind)
        if kind in GATHERED:
            words = "、".join(dict.fromkeys(device.text for device in found))
            blocks.append(TextBlock((TextRun(f"{label.term(kind)}  ", "aside"), parts.of(words)), indent=1))
            continue
        for number, device in enumerate(found, 1):
            runs = [
                TextRun(f"{label.term(kind)} {number}  ", "aside"),
                parts.of(parts.short(device.text, LONGEST - 1)),
            ]
            if device.frame:
                runs.append(parts.of(f"  {device.frame}", "line"))
            if device.speaker:
                runs.append(TextRun(f"  —— {device.speaker}", "aside", chinese=True))
            line = page.line_of(device.spans) if page else None
            if line is not None:
                runs.append(TextRun(f"  {label('line', n=line)}", "aside"))
            blocks.append(TextBlock(tuple(runs), indent=1))
    return blocks
