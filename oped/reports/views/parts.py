"""Parts that several documents have: pieces, phrases, pairs, the matrix, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from oped.reports import figures
from oped.reports.model import Column, Listing, Matrix, PassageBlock, TableCell, TextBlock, TextRun, aside
from oped.reports.runs import in_context
from seeds.language.brackets import paired, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.results import Comparison, Match, Member, Pair
    from oped.reports.report import Report, SharedPhrase
    from oped.words import Labels
    from seeds.page import Excerpt, Note, Page, Piece
    from summarize.summary import Summary

SET = ("formula", "document", "quotation", "attribution")
"""Classes of what is common property; idioms and turns of speech tell nothing of a page."""
DECISIVE = (
    "title_not_heading",
    "heading_not_title",
    "no_piece",
    "title_in_sentence",
    "no_name",
    "no_text",
    "no_title",
    "garbled",
    "damaged_pages",
    "pages_of_pictures",
)
"""Notes of the reading that a person should look at; the others tell what was put together, which is seldom wrong."""
USUAL = ("joined_to", "pull_quote")
"""Notes of which a page has many, all of one kind."""
FEW = 8
"""Pieces of which every two are shown."""
MOST_TERMS = 6
AROUND = 24
WHOLE = 400
"""Characters of a passage that stand in full: an editor who changes it needs all of it."""
LONG = 40
"""Characters of a wording that head its two sides; there it stands whole."""
APART = " · "
"""Before what of a list goes whole where a line has no room for it."""
BEGINNING = 28
BRIEF = 12
"""Characters that a note at a glance quotes: its verb must stand on the same line."""


def of(text: str, style: str = "plain") -> TextRun:
    """Article text as a run."""
    return TextRun(text, style, chinese=True)  # type: ignore[arg-type]


def line_of(summary: Summary, label: Labels) -> TextRun:
    """The one-line summary of a piece, or the beginning of its best sentence, marked as such."""
    headline = summary.headline
    if headline is not None and headline.text and headline.complete:
        return of(headline.text, "line")
    if headline is not None and headline.text:
        return of(f"{headline.text}…")
    sentences = summary.paragraph.sentences
    if not sentences:
        return TextRun(label("no_line"), "aside")
    return of(short(sentences[0].text, BEGINNING))


def in_order(members: Sequence[Member]) -> list[Member]:
    """Sorted by date if dates are known and differ, else in reading order."""
    dates = {member.date for member in members if member.date}
    if len(dates) < 2:
        return list(members)
    return sorted(members, key=lambda member: (member.date or "9999", member.id))


def ranked(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs that share something: those printed twice, then those that share most."""
    found = [pair for pair in pairs if pair.matches or pair.themes]
    return sorted(
        found,
        key=lambda pair: (not figures.is_reprint(pair), -figures.strength(pair), pair.left.id, pair.right.id),
    )


def worth_showing(pairs: Sequence[Pair], pieces: int) -> list[Pair]:
    """The pairs to show: all pairs of a few pieces; of many pieces only those an editor would read side by side."""
    if pieces <= FEW:
        return list(pairs)
    return [pair for pair in pairs if figures.is_reprint(pair) or figures.shares_wording(pair)]


def nearest(pairs: Iterable[Pair]) -> dict[int, Pair]:
    """For each piece the pair with its nearest neighbour in theme, if one is near enough."""
    found: dict[int, Pair] = {}
    for pair in sorted(pairs, key=lambda pair: -(pair.percentile or 0.0)):
        theme = pair.percentile
        if theme is None or theme >= figures.TELLING:
            for member in (pair.left, pair.right):
                found.setdefault(member.id, pair)
    return found


def distinct(matches: Iterable[Match]) -> list[tuple[Match, int]]:
    """Each wording once with its number of places; free wording and quotations first."""
    found: dict[tuple[str | None, str, str], list[Match]] = {}
    for match in matches:
        found.setdefault((match.frame, match.left.text, match.right.text), []).append(match)
    told = [(places[0], len(places)) for places in found.values()]
    return sorted(told, key=lambda item: item[0].class_ not in figures.NAMED or item[0].kind == "skeleton")


def wording(match: Match) -> str:
    """The wording of a match as it is listed: the frame of a turn of speech, or the words of the left side.

    A mark at either end that has lost its other half is left out.
    """
    return match.frame or paired(match.left.text)


def set_phrases(report: Report) -> list[SharedPhrase]:
    """Set phrases, citations and quotations of two pieces or more, each once, in its fullest form."""
    kept: list[SharedPhrase] = []
    for phrase in report.shared_phrases():
        if phrase.match.class_ not in SET or phrase.match.kind == "skeleton" or not whole(phrase.text):
            continue
        letters = "".join(sorted(filter(str.isalnum, phrase.text)))
        same = any(
            phrase.text in other.text or other.text in phrase.text
            or letters == "".join(sorted(filter(str.isalnum, other.text)))
            for other in kept
        )  # fmt: skip
        if not same:
            kept.append(phrase)
    return kept


def matrix(comparison: Comparison, label: Labels) -> Matrix:
    """Every two pieces of a comparison."""
    members = comparison.pieces
    pairs = {(pair.left.id, pair.right.id): pair for pair in comparison.pairs}

    def cell(row: Member, column: Member) -> TableCell | None:
        if row.id == column.id:
            return None
        pair = pairs[min(row.id, column.id), max(row.id, column.id)]
        if row.id < column.id:
            return TableCell(*figures.theme_cell(pair), "theme")
        return TableCell(*figures.reuse_cell(pair), "reuse")

    order: dict[int, None] = {}
    for pair in ranked(comparison.pairs):
        order |= {pair.left.id - 1: None, pair.right.id - 1: None}
    order |= dict.fromkeys(range(len(members)))
    return Matrix(
        tuple(str(member.id) for member in members),
        tuple(member.title or label("no_title") for member in members),
        tuple(tuple(cell(row, column) for column in members) for row in members),
        tuple(order),
        label("matrix_key"),
        label("matrix_part", n="{n}", of="{of}"),
    )


def phrases_listing(phrases: Sequence[SharedPhrase], corpus: str, label: Labels, most: int) -> Listing:
    """Phrases with the pieces that hold them, what they are, and how common they are in a `corpus`."""
    columns = (
        Column("phrase", label("column_phrase"), "phrase"),
        Column("pieces", label("pieces_heading"), "name"),
        Column("class", label("column_class"), "name"),
        Column("background", label("of_items", corpus=corpus), "figure"),
    )
    rows = [
        (
            phrase.text,
            numbers(phrase.ids),
            figures.what(phrase.match, label),
            phrase.match.background and figures.about(phrase.match.background),
        )
        for phrase in phrases[:most]
    ]
    return Listing(columns, rows, more=more(len(phrases) - most, label), empty=label("nothing_shared"))


def more(count: int, label: Labels) -> str:
    """That so many are left out; nothing if none are."""
    return label("more", n=f"{count:,}") if count > 0 else ""


def numbers(ids: Iterable[int]) -> str:
    """Numbers of pieces as they are listed."""
    return " ".join(map(str, ids))


def pair_title(pair: Pair, label: Labels, report: Report | None = None) -> TextBlock:
    """Both titles with their numbers, and who wrote them and where, if the report is there to tell."""
    runs: list[TextRun] = []
    for member in (pair.left, pair.right):
        runs += [TextRun(f"{member.id} ", "number"), of(member.title or label("no_title"), "strong")]
        if report is not None:
            runs.append(TextRun(f"  {' · '.join(figures.piece_facts(report, member.id, label))}", "aside"))
        if member is pair.left:
            runs.append(TextRun("\n"))
    return TextBlock(tuple(runs))


def sides(
    report: Report, pair: Pair, match: Match, label: Labels, around: int = AROUND
) -> Iterator[PassageBlock]:
    """A match in both its surroundings, with the lines it stands on; of a near one, where its sides differ."""
    for member, name in ((pair.left, "left"), (pair.right, "right")):
        side: Excerpt = getattr(match, name)
        line = report.line(member.id, side.spans)
        if match.kind == "near":
            differing = figures.differing(match, name)  # type: ignore[arg-type]
            runs = tuple(marked((text, "" if how == "exchanged" else None) for text, how, _ in differing))
        else:
            runs = tuple(_surrounded(report.piece(member.id), side, around))
        yield PassageBlock(str(member.id), runs, "" if line is None else label("line", n=line))


def compared(match: Match, side: Literal["left", "right"]) -> Iterator[TextRun]:
    """The words of one side, with what the other has instead."""
    told = figures.differing(match, side)
    return marked((text, there if how == "exchanged" else None) for text, how, there in told)


def marked(parts: Iterable[tuple[str, str | None]], most: int = WHOLE) -> Iterator[TextRun]:
    """Wording as parts, each with what the other side has instead (None: the same), as `〔this｜that〕`.

    A part of more than `most` characters loses its middle.
    """
    for text, other in parts:
        if other is None:
            if text:
                yield of(text if len(text) <= most else f"{text[: most // 2]}…{text[-most // 2 :]}", "strong")
        elif text or other:
            yield of(f"〔{text}｜{other}〕" if other else f"〔{text}〕", "changed")


def _surrounded(piece: Piece, side: Excerpt, around: int) -> Iterator[TextRun]:
    context = in_context(piece, side.spans, around)
    if context is None:
        yield of(side.text, "mark")
        return
    if context.open_left:
        yield TextRun("…", "aside")
    at = 0
    for start, end in context.marks:
        if at < start:
            yield of(context.text[at:start])
        yield of(context.text[start:end], "mark")
        at = end
    yield of(context.text[at:])
    if context.open_right:
        yield TextRun("…", "aside")


def match_head(match: Match, times: int, corpus: str, label: Labels) -> TextBlock:
    """The wording of a match and what it is."""
    facts = [figures.what(match, label), figures.rarity(match, corpus, label)]
    if times > 1:
        facts.insert(0, label("times", n=times))
    told = " · ".join(filter(None, facts))
    if match.kind == "near":
        return aside(told, 1)
    words = wording(match)
    if len(words) > LONG:
        words, told = short(words, LONG), f"{label('characters', n=len(words))} · {told}"
    return TextBlock((of(words, "strong"), TextRun(f"  {told}", "aside")), indent=1)


def reprint_runs(pair: Pair, label: Labels) -> tuple[TextRun, ...]:
    """That sentence, and the title of the second."""
    return TextRun(reprint(pair, label), "accent"), TextRun("  "), of(pair.right.title, "strong")


def reprint(pair: Pair, label: Labels) -> str:
    """The sentence that says two pieces are the same text, and to what extent."""
    share = max(pair.scores.get("reuse_left", 0.0), pair.scores.get("reuse_right", 0.0))
    return label("reprint", a=pair.left.id, b=pair.right.id, n=figures.per_cent(share))


def note_text(note: Note, label: Labels, most: int = 40) -> str:
    """A note of the reading in the language of the report; what it quotes is cut to `most` characters."""
    key = f"note_{note.code}"
    if note.code and key in label:
        values = note.values.items()
        text = label(key, **{name: short(v, most) if isinstance(v, str) else v for name, v in values})
    else:
        text = note.message if label.language == "en" else label("note_other")
    return text if note.line is None else label("note_at", line=note.line, text=text)


def note_lines(notes: Iterable[Note], label: Labels) -> Iterator[str]:
    """Notes as lines: what a person should look at, each; then what was done as usual, with its lines, together."""
    usual: dict[str, list[Note]] = {}
    for note in notes:
        if note.code in USUAL:
            usual.setdefault(note.code, []).append(note)
        else:
            yield note_text(note, label)
    for code, found in usual.items():
        yield label(
            f"notes_{code}", n=len(found), lines=label("comma").join(str(note.line) for note in found)
        )


def short(text: str, most: int) -> str:
    """A text cut to so many characters."""
    return text if len(text) <= most else f"{text[:most]}…"


def decisions(pages: Iterable[Page], label: Labels) -> Iterator[tuple[str, str]]:
    """The notes that a person should look at, with the page each belongs to."""
    for page in pages:
        for note in page.notes:
            if note.code in DECISIVE:
                yield page.name, note_text(note, label, BRIEF)
