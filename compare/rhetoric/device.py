"""What a rhetorical device is, as plain frozen data with its place on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from compare.rhetoric.found import Found
from compare.rhetoric.kinds import device_kinds
from seeds.language.brackets import balanced
from seeds.page import Excerpt, Span, short
from seeds.plain import plain_fields


@dataclass(frozen=True, slots=True, repr=False)
class Device:
    """A rhetorical device in a piece.

    `kind` and `form` are names in `compare.rhetoric.device_kinds()`, `parts` are its members in text order: the
    branches of a parallelism, the lines of a couplet, the occurrences. `frame` is what the members share, with … for
    what differs. Quotations name the `speaker`, the `verb` of saying and the `document` (《…》) as far as the text
    gives them. `score` is the probability a model gives the reading, None where a rule decides.
    """

    kind: str
    form: str
    text: str
    spans: tuple[Span, ...]
    parts: tuple[Excerpt, ...] = ()
    frame: str | None = None
    speaker: str | None = None
    verb: str | None = None
    document: str | None = None
    score: float | None = None

    def __repr__(self) -> str:
        return f"<Device {self.kind} {self.form} {short(self.text)}>"

    @classmethod
    def of(cls, found: Found, place: Excerpt) -> Device:
        """A device that was found, with its text and its place on the page; `place` is what the offsets count in."""
        parts = [balanced(place.text, a, b) for a, b in found.parts]
        start = min([found.start, *(a for a, _ in parts)])
        end = max([found.end, *(b for _, b in parts)])
        told = found._asdict() | {"parts": tuple(place.cut(a, b) for a, b in parts)}
        del told["start"], told["end"]
        return cls(text=place.text[start:end], spans=place.locate(start, end), **told)

    @property
    def label(self) -> str:
        """The Chinese term, with the variety if there are several: `排比（分句）`."""
        kind = device_kinds()[self.kind]
        return f"{kind.label}（{kind.forms[self.form]}）" if len(kind.forms) > 1 else kind.label

    def to_dict(self) -> dict[str, Any]:
        """All fields, and `label`; those that do not apply are None."""
        return plain_fields(self, label=self.label)
