"""What `oped rhetoric` and `oped timeline` print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from oped.reports.prose import Prose
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from compare.rhetoric import Device, Profile
    from compare.rhetoric.device import Kind
    from oped.words import Labels

GATHERED: tuple[Kind, ...] = ("idiom", "slogan")
"""Short and many: a row a kind, not a row a device."""
LONGEST = 70
"""Characters of a device that are shown; the whole is in the JSON."""


def profile_report(profile: Profile, label: Labels) -> Group:
    """The figures of a piece, then its devices in text order, idioms and slogans gathered."""
    figures = [label("characters", n=f"{profile.characters:,}")]
    if profile.stock is not None:
        figures.append(f"{label('stock_share')} {profile.stock:.0%}")
    figures += [f"{label(kind)} {len(profile.of(kind))}" for kind in profile.density if profile.of(kind)]
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for device in profile.devices:
        if device.kind not in GATHERED:
            table.add_row(_name(device, label), Prose(_shown(device)))
    for kind in GATHERED:
        if words := list(dict.fromkeys(terminal_text(device.text) for device in profile.of(kind))):
            table.add_row(Text(label(kind), "dim"), Prose("、".join(words)))
    return Group(
        Prose(Text(terminal_text(profile.title) or label("no_title"), "bold")),
        Prose(Text(" · ".join(figures), "dim")),
        table,
        Text(),
    )


def _name(device: Device, label: Labels) -> Text:
    return Text(device.label if label.language == "zh" else label(device.kind), "dim")


def _shown(device: Device) -> Text:
    text = terminal_text(device.text.replace("\n", " "))
    shown = Text(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")
    if device.frame:
        shown.append(f"  {terminal_text(device.frame)}", "magenta")
    if device.speaker:
        shown.append(f"  —— {terminal_text(device.speaker)}", "dim")
    return shown
