"""A text in a notebook with its matches, devices and themes marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from seeds.errors import UsageError
from seeds.page import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seeds.page import Span

What = Literal["matches", "devices", "themes"]
ALL: tuple[What, ...] = ("matches", "devices", "themes")
GROUNDS: dict[What, str] = {"matches": "#fadfd8", "devices": "#d7e6f6", "themes": "#fbe8b6"}
"""Colours of the marks; the label says what it is."""
TERMS = 10


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text under the same marks; `labels` name the marks that begin here."""

    text: str
    what: tuple[What, ...] = ()
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Highlight:
    """A piece in paragraphs of stretches. In a notebook it shows itself; `html` is what it shows."""

    title: str
    paragraphs: tuple[tuple[Stretch, ...], ...]

    def __repr__(self) -> str:
        return f"<Highlight of {self.title!r}: {len(self.paragraphs)} paragraphs>"

    def __str__(self) -> str:
        return "\n".join("".join(stretch.text for stretch in paragraph) for paragraph in self.paragraphs)

    @property
    def html(self) -> str:
        """HTML complete in itself: styles stand at their elements, text from the page is made safe."""
        from seeds.safe import html_text

        paragraphs = (
            f"<p style='margin:.4em 0;line-height:2'>{''.join(map(_marked, paragraph))}</p>"
            for paragraph in self.paragraphs
        )
        return f"<section lang='zh'><p><b>{html_text(self.title)}</b></p>{''.join(paragraphs)}</section>"

    def _repr_html_(self) -> str:
        return self.html


def highlight(
    piece: Piece | str, other: Piece | str | None = None, *, show: Sequence[What] = ALL, lang: str = ""
) -> Highlight:
    """A piece, or plain text, with its rhetorical devices, its themes, and what it shares with `other` marked.

    `show` chooses among "matches", "devices" and "themes"; `lang` is "en" or "zh", by default that of the locale.
    Raises `UsageError` for anything else, `InputError` for a text that holds no article.
    """
    from oped.reports.runs import MarkedText
    from oped.words import Labels, language_of_locale

    wrong = sorted(set(show) - set(ALL))
    if wrong:
        raise UsageError(f"there is nothing called {wrong[0]!r} to show: choose among {', '.join(ALL)}")
    label = Labels(lang or language_of_locale())  # type: ignore[arg-type]
    if isinstance(piece, str):
        from seeds import article

        piece = article(piece)
    marks = list(_marks(piece, other, show, label))
    marked = MarkedText(piece).mark((number, spans) for number, (_, _, spans) in enumerate(marks))
    begun: set[int] = set()
    paragraphs = []
    for paragraph in marked:
        stretches = []
        for run in paragraph.runs:
            first = [number for number in run.begins if number not in begun and marks[number][1]]
            begun.update(first)
            what = tuple(dict.fromkeys(marks[number][0] for number in run.marks))
            stretches.append(Stretch(run.text, what, tuple(marks[number][1] for number in first)))
        paragraphs.append(tuple(stretches))
    return Highlight(piece.title, tuple(paragraphs))


def _marks(
    piece: Piece, other: Piece | str | None, show: Sequence[What], label: Any
) -> Iterator[tuple[What, str, Sequence[Span]]]:
    """What is marked, its label, and where; what is written first lies on top."""
    if "matches" in show and other is not None:
        from compare import compare
        from oped.reports.figures import what

        for match in compare(piece, other).matches:
            yield "matches", what(match, label), match.left.spans
    if "devices" in show:
        from compare.rhetoric import rhetoric

        for device in rhetoric(piece).devices:
            yield "devices", label.term(device.kind), device.spans
    if "themes" in show:
        from compare.themes import themes

        for term in themes(piece)[:TERMS]:
            for paragraph in piece.paragraphs:
                at = paragraph.text.find(term.term)
                while at >= 0:
                    yield "themes", "", paragraph.locate(at, at + len(term.term))
                    at = paragraph.text.find(term.term, at + len(term.term))


def _marked(stretch: Stretch) -> str:
    from seeds.safe import html_text

    text = html_text(stretch.text)
    if not stretch.what:
        return text
    labels = "".join(
        f"<small style='margin-left:.3em;color:#5f584c'>{html_text(name)}</small>" for name in stretch.labels
    )
    style = f"background:{GROUNDS[stretch.what[0]]};color:#201d19;padding:.1em .2em;border-radius:3px"
    if len(stretch.what) > 1:
        style += f";border-bottom:2px solid {GROUNDS[stretch.what[1]]}"
    return f"<mark style='{style}'>{text}{labels}</mark>"
