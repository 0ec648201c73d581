"""Which devices two pieces share, with an example from each: they need not share a word.

How much rhetoric two pieces share is no figure here: by kinds and densities of devices, pieces of one author are
hardly more alike than others (area under the curve .56 in 426 opinion pieces).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.rhetoric.device import Device
    from compare.rhetoric.profile import RhetoricalProfile


@dataclass(frozen=True, slots=True)
class SharedDevice:
    """A device that both pieces use: `left` and `right` show it in each, `counts` tell how often they do.

    `frame` is given where the two examples have the very same frame.
    """

    kind: str
    form: str
    left: Device
    right: Device
    counts: tuple[int, int]
    frame: str | None

    @property
    def label(self) -> str:
        """The Chinese term, with the variety."""
        return self.left.label

    def to_dict(self) -> dict[str, Any]:
        """All fields and the label."""
        return {
            "kind": self.kind,
            "form": self.form,
            "label": self.label,
            "counts": list(self.counts),
            "frame": self.frame,
            "left": self.left.to_dict(),
            "right": self.right.to_dict(),
        }


def shared_devices(left: RhetoricalProfile, right: RhetoricalProfile) -> tuple[SharedDevice, ...]:
    """The devices of two profiles by kind and form: those with a frame in common first, then the more frequent."""
    first, second = (Counter((d.kind, d.form) for d in profile.devices) for profile in (left, right))
    found = []
    for kind, form in sorted(first.keys() & second.keys()):
        sides = [[d for d in profile.of(kind) if d.form == form] for profile in (left, right)]
        one, other = _examples(*sides)
        frame = one.frame if one.frame == other.frame else None
        found.append(SharedDevice(kind, form, one, other, (first[kind, form], second[kind, form]), frame))
    return tuple(sorted(found, key=lambda device: (device.frame is None, -min(device.counts))))


def _examples(left: Sequence[Device], right: Sequence[Device]) -> tuple[Device, Device]:
    """A pair with the same frame if there is one, else the surest of each side."""
    frames = {device.frame: device for device in reversed(right) if device.frame}
    for device in left:
        if device.frame in frames:
            return device, frames[device.frame]
    return max(left, key=_sureness), max(right, key=_sureness)


def _sureness(device: Device) -> float:
    return device.score or 0.0
