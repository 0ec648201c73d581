"""What a rhetorical device is, as plain frozen data with its place on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from seeds.language.brackets import balanced

if TYPE_CHECKING:
    from seeds.page import Excerpt, Span

Kind = Literal[
    "parallelism", "antithesis", "repetition", "question", "quotation", "idiom", "slogan", "metaphor"
]
"""The devices that are looked for, in the order of reports."""

LABELS: dict[Kind, str] = {
    "parallelism": "排比",
    "antithesis": "对偶",
    "repetition": "反复",
    "question": "设问、反问",
    "quotation": "引用",
    "idiom": "成语",
    "slogan": "数字略语",
    "metaphor": "引号喻对",
}
"""The Chinese term of each kind (Chen Wangdao 陈望道, 修辞学发凡, 1932, where it has one)."""

FORMS: dict[str, str] = {
    "list": "并列项",
    "clauses": "分句",
    "sentences": "句",
    "immediate": "连续反复",
    "anaphora": "首语反复",
    "refrain": "间隔反复",
    "rhetorical": "反问",
    "answered": "设问",
    "open": "疑问",
    "direct": "直接引用",
    "indirect": "间接引用",
    "saying": "引经据典",
    "title": "文件、篇名",
    "idiom": "成语",
    "numeral": "数字略语",
    "pair": "喻对",
}
"""The Chinese term of each `Device.form`."""


@dataclass(frozen=True, slots=True)
class Device:
    """A rhetorical device in a piece.

    `form` names the variety (a key of `FORMS`), `parts` are its members in text order: the branches of a
    parallelism, the lines of a couplet, the occurrences. `frame` is what the
    members share, with … for what differs. Quotations name the `speaker`, the `verb` of saying and the
    `document` (《…》) as far as the text gives them. `score` is the probability a model gives the reading,
    None where a rule decides.
    """

    kind: Kind
    form: str
    text: str
    spans: tuple[Span, ...]
    parts: tuple[Excerpt, ...] = ()
    frame: str | None = None
    speaker: str | None = None
    verb: str | None = None
    document: str | None = None
    score: float | None = None

    @property
    def label(self) -> str:
        """The Chinese term, with the variety: `排比（分句）`."""
        return f"{LABELS[self.kind]}（{FORMS[self.form]}）"

    def to_dict(self) -> dict[str, Any]:
        """All fields; those that do not apply are None."""
        return {
            "kind": self.kind,
            "form": self.form,
            "label": self.label,
            "text": self.text,
            "spans": [list(span) for span in self.spans],
            "parts": [part.to_dict() for part in self.parts],
            "frame": self.frame,
            "speaker": self.speaker,
            "verb": self.verb,
            "document": self.document,
            "score": None if self.score is None else round(self.score, 6),
        }


class Found(NamedTuple):
    """A device in a paragraph, as offsets into the paragraph's text: what the detectors return."""

    kind: Kind
    form: str
    start: int
    end: int
    parts: tuple[tuple[int, int], ...] = ()
    frame: str | None = None
    speaker: str | None = None
    verb: str | None = None
    document: str | None = None
    score: float | None = None

    def at(self, place: Excerpt) -> Device:
        """The device with its text and its place on the page; `place` is what the offsets count in."""
        parts = [balanced(place.text, a, b) for a, b in self.parts]
        start = min([self.start, *(a for a, _ in parts)])
        end = max([self.end, *(b for _, b in parts)])
        return Device(
            kind=self.kind,
            form=self.form,
            text=place.text[start:end],
            spans=place.locate(start, end),
            parts=tuple(place.cut(a, b) for a, b in parts),
            frame=self.frame,
            speaker=self.speaker,
            verb=self.verb,
            document=self.document,
            score=self.score,
        )
