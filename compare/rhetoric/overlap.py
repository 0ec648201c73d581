"""How alike the rhetoric of two pieces is, and through what: they need not share a word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.rhetoric.device import Device
    from compare.rhetoric.profile import RhetoricalProfile


@dataclass(frozen=True, slots=True)
class SharedDevice:
    """A device both pieces use: `weight` is what it adds to the score, `left` and `right` show it in each.

    `frame` is given where the two examples have the very same frame.
    """

    kind: str
    form: str
    weight: float
    left: Device
    right: Device
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
            "weight": round(self.weight, 6),
            "frame": self.frame,
            "left": self.left.to_dict(),
            "right": self.right.to_dict(),
        }


@dataclass(frozen=True, slots=True, repr=False)
class RhetoricalOverlap:
    """Rhetorical similarity: `score`, 0 to 1, is the sum of the weights of the shared `devices`, weightiest first."""

    score: float
    devices: tuple[SharedDevice, ...]

    def __repr__(self) -> str:
        return f"<RhetoricalOverlap {self.score:.2f}: {len(self.devices)} kinds of devices>"

    def to_dict(self) -> dict[str, Any]:
        """All fields."""
        return {
            "score": round(self.score, 6),
            "devices": [device.to_dict() for device in self.devices],
        }


def similarity(left: RhetoricalProfile, right: RhetoricalProfile) -> RhetoricalOverlap:
    """How alike two profiles are.

    The devices count by the weighted Jaccard index (Ruzicka 1958) of the square roots of their densities,
    by kind and form, so that one frequent device does not drown the others; each shared device's minimum
    over the common total is its weight. Symmetric but for the order of the examples; 1 for a profile with
    devices against itself.
    """
    first, second = _densities(left), _densities(right)
    total = sum(max(first.get(key, 0.0), second.get(key, 0.0)) for key in sorted({*first, *second}))
    shared = []
    for key in sorted(first.keys() & second.keys()):
        kind, form = key
        examples = _examples(_of(left, kind, form), _of(right, kind, form))
        frame = examples[0].frame if examples[0].frame == examples[1].frame else None
        weight = min(first[key], second[key]) / total
        shared.append(SharedDevice(kind, form, weight, *examples, frame))
    shared.sort(key=lambda device: (-device.weight, device.kind, device.form))
    return RhetoricalOverlap(min(1.0, sum(device.weight for device in shared)), tuple(shared))


def _densities(profile: RhetoricalProfile) -> dict[tuple[str, str], float]:
    counts = Counter((device.kind, device.form) for device in profile.devices)
    return {key: sqrt(1000 * count / profile.characters) for key, count in counts.items()}


def _of(profile: RhetoricalProfile, kind: str, form: str) -> list[Device]:
    return [device for device in profile.devices if (device.kind, device.form) == (kind, form)]


def _examples(left: Sequence[Device], right: Sequence[Device]) -> tuple[Device, Device]:
    """A pair with the same frame if there is one, else the surest of each side."""
    frames = {device.frame: device for device in reversed(right) if device.frame}
    for device in left:
        if device.frame in frames:
            return device, frames[device.frame]
    return max(left, key=_sureness), max(right, key=_sureness)


def _sureness(device: Device) -> float:
    return device.score or 0.0
