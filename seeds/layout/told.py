"""What lines of a page are by their form, and by where they stand beside lines of certain forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from seeds.layout import cues
from seeds.layout.lines import LINK_SIZE, NAMES_SIZE, Run, is_paragraph
from seeds.layout.numbers import number_of
from seeds.layout.told_beside import between_buttons, dated_links, tell_beside, tell_end, tell_links
from seeds.metadata import Fields, MetaLine, meta_line, told_below
from seeds.metadata.captions import shows_picture
from seeds.metadata.dates import day_of_writing
from seeds.metadata.furniture import HISTORY, LAW, is_history
from seeds.metadata.lines import stacked, title_within
from seeds.names import authors_of, is_name, is_word, may_be_pen_name, signature_of
from seeds.offices import is_unit
from seeds.papers import is_paper
from seeds.pennames import pen_names_among

MARK = "==="
"""The line that somebody puts where a piece begins that was not found, or not surely."""
ORIGINAL = re.compile("[（(【]?(?:本文)?原(?:标题|標題|题|題)[:：](.+?)[)）】]?$")
"""What an article was called before."""
HEAD = 8
"""Lines at the beginning of a page that may tell of all of it."""
LONGEST_TITLE = 60
_LEAST = 3
_SALUTATION = re.compile(
    "(?:[^。：:]{0,40}(?:们|同志|代表|委员|来宾|朋友|同学|老师|领导|同事|乡亲|先生|女士|校友|家长|读者|[您你]好)"
    "|(?:亲爱|尊敬|敬爱)的[^。：:]{1,30})[:：]$"
)
_ANNOUNCES = re.compile(
    "(?:大家好|各位[^，。：:]{0,12}好|你们好)[，,。！!].*|(?=.{16})[^，。：:]{2}[^，,。：:]*[，,].*[:：]$"
)
"""A greeting, or a sentence that ends with a colon, which is no title."""
_FACTS, _TOP, _BUTTON = 4, 20, 16
_WAY = re.compile("[>＞»›]")
"""What parts the places on the way to where you are."""
_CENTRED, _PAPER_SIZE, _COPIED = 8, 8, 6
_LEAST_DECK, _DASHES = 12, ("—", "－", "──")
_HELD = re.compile("[—－─-]{1,4}在[^。]{4,60}(?:上|时)?的(?:报告|讲话|发言|致[辞词]|演讲|讲稿)")
_SITED = re.compile("[ \u3000]?[-_|｜–—·][ \u3000]?\\S")
_QUOTED_NAME = re.compile("《[^》]{2,12}》")


def _below_files(runs: Sequence[Run], told: Sequence[MetaLine | None]) -> list[int]:
    """The titles below the names of merged files."""
    named = [index for index, line in enumerate(told[:-1]) if line is not None and line.kind == "file_name"]
    return [
        index + 1
        for index in named
        if told[index + 1] is None
        and runs[index + 1].size <= LINK_SIZE
        and not runs[index + 1].text.endswith("。")
    ]


def _said_to_be_titles(runs: Sequence[Run], told: Sequence[MetaLine | None]) -> list[int]:
    """Lines that the next line says once more as the original title: 原标题：…."""
    texts = ["".join(run.text.split()) for run in runs]
    return [
        index
        for index, (text, after) in enumerate(pairwise(texts))
        if told[index] is None and (found := ORIGINAL.match(after)) and found[1] == text
    ]


def _tell_values(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of what stands below a label that is alone on its line: 作者： above 周明."""
    for at, (run, below) in enumerate(pairwise(runs)):
        if told[at] and not told[at + 1]:
            told[at + 1] = told_below(run.text, below.text)


def _tell_site_title(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of the name of a page, with its site, above the title that it begins with: 书屋亮了_时评_江城网."""
    for at, (above, run) in enumerate(pairwise(runs[:_LEAST])):
        sited = above.text.startswith(run.text) and _SITED.match(above.text, len(run.text))
        if sited and run.size > _LEAST and told[at] is None and told[at + 1] is None:
            told[at : at + 2] = [MetaLine("furniture", "nav"), MetaLine("title")]


def _tell_stack(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of lines in the head that are one line: 原创, who wrote the text, the account and the day below it."""
    texts = [run.text for run in runs[: HEAD + _LEAST]]
    for at in range(min(HEAD, len(texts))):
        if (found := stacked(texts[at:])) is not None:
            facts = MetaLine("furniture", "notice", found[1].fields)
            told[at : at + found[0]] = [facts, *([MetaLine("furniture", "notice")] * (found[0] - 1))]


def _tell_papers(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of lines in the head, below one that may be the title, that name a paper beside the line of the day."""
    for at, run in enumerate(runs[:HEAD]):
        named = _QUOTED_NAME.fullmatch(run.text) or (run.size <= _PAPER_SIZE and is_paper(run.text))
        dated = any(line and line.kind == "date_line" for line in told[max(0, at - 1) : at + 2])
        if named and dated and told[at] is None and None in told[:at]:
            told[at] = MetaLine("source", fields=Fields(source=run.text.strip("《》")))


def _tell_masthead(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of a paper's name on the first line, where a line of the day and a title stand between it and the text."""
    at = next((at for at, line in enumerate(told[1:_LEAST], 1) if line is None), 0)
    dated = any(line and line.fields.date for line in told[1:at])
    if told[:1] != [None] or not dated or at > len(runs) - 2 or not is_paper(runs[0].text):
        return
    title, below = runs[at : at + 2]
    titled = _LEAST < title.size <= LONGEST_TITLE and not title.final and not number_of(title.text)
    if titled and is_paragraph(below):
        source = Fields(source=runs[0].text)
        told[0] = MetaLine("furniture", "page_header", source, scope="page")
        # What the line of the day has beside is the name of a page.
        told[1:at] = [line and replace(line, fields=replace(line.fields, source=None)) for line in told[1:at]]


def _tell_heads(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of what stands between a title and a paragraph: a name alone, and a standfirst above who wrote the text."""
    for at in range(1, len(runs) - 1):
        above, run, below = runs[at - 1 : at + 2]
        untold = told[at - 1] is None or told[at - 1] == MetaLine("title")
        titled = untold and above.size <= LINK_SIZE and not above.final
        if told[at] is not None or not titled or may_be_pen_name(above.text):
            continue
        # Facts may stand between.
        text = next((n for n in range(at + 1, min(at + _FACTS, len(runs))) if told[n] is None), at)
        if is_paragraph(runs[text]) and _is_pen_name(run):
            told[at] = MetaLine("byline", fields=Fields(authors=authors_of(run.text)))
        elif (
            _is_deck(run)
            and _names_author(below, told[at + 1])
            and any(map(is_paragraph, runs[at + 2 : at + 3]))
        ):
            told[at] = MetaLine("deck")


def _tell_posts(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of what stands between the authors and a paragraph and says where they work."""
    for at in range(1, min(HEAD, len(runs) - 1)):
        named = (line := told[at - 1]) is not None and line.role == "byline" and line.fields.authors
        if named and told[at] is None and is_paragraph(runs[at + 1]) and _is_post(runs[at].text):
            told[at] = MetaLine("author_note")


def _is_post(text: str) -> bool:
    return len(text) <= LINK_SIZE and is_unit(text) and not re.search("[，。！？：:《]", text)


def _tell_pen_names(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of longer pen names where most pieces have a name: between title and paragraph, or at the end."""
    heads = [not run.final and run.size <= LINK_SIZE for run in runs]
    short = [at for at, run in enumerate(runs) if at and run.size <= _BUTTON and heads[at]]
    below = [at for at in short if heads[at - 1] and any(map(is_paragraph, runs[at + 1 : at + 2]))]
    ends = [at for at in short if runs[at - 1].final and all(heads[at + 1 : at + 2])]
    if runs and (may_be_pen_name(runs[0].text) or cues.is_name_line(runs[0].text)):
        ends = []  # Names stand above the titles.
    for places in (below, ends):
        for place, name in pen_names_among([runs[at].text for at in places]).items():
            at = places[place]
            told[at] = told[at] or MetaLine("byline", fields=Fields(authors=(name,)))


def _tell_law(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of the title of a law, and of its history between that and its first article."""
    first = next((at for at, run in enumerate(runs[:HISTORY]) if LAW.match(run.text)), 0)
    history = [at for at in range(1, first) if is_history(runs[at].text)]
    for at in history:
        told[at] = MetaLine("furniture", "notice")
    if history and told[0] is None and runs[0].size <= LONGEST_TITLE and not runs[0].final:
        told[0] = MetaLine("title")


def _tell_days(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of the day of writing below a text, in brackets below each of several, or below the title of a page."""
    for at, (above, run) in enumerate(pairwise(runs), 1):
        ends = above.final and (at == len(runs) - 1 > _LEAST - 1 or run.text[0] in "（(")
        opens = at < _LEAST and not above.final and any(map(is_paragraph, runs[at + 1 : at + 2]))
        day = day_of_writing(run.text) if told[at] is None and (ends or opens) else None
        # A year alone may head the part of a text that tells of it.
        if day and (ends or len(day[0] or "") > len("1956")):
            told[at] = MetaLine("furniture", "date_line", Fields(date=day[0]))


def _tell_speech(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of the head of a speech: the title, perhaps on two lines, and where it was held: ——在江城大会上的报告."""
    held = next((at for at, run in enumerate(runs[:HEAD]) if _HELD.fullmatch(run.text)), 0)
    above = range(max(0, held - 2), held)
    if held and all(told[at] is None and not runs[at].final and runs[at].size <= LINK_SIZE for at in above):
        told[held] = told[held] or MetaLine("deck")
        for at in above:
            told[at] = MetaLine("title")


def _tell_copied_head(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of the head of an article copied from a page: its title, below nothing but furniture, and the lines around
    the day or the source below it that name nobody. A short title has to be alone there.
    """
    at = next((at for at, line in enumerate(told[:HEAD]) if not line or line.role != "furniture"), HEAD)
    facts = (n for n, line in enumerate(told[:HEAD]) if line and (line.fields.date or line.fields.source))
    day = next((n for n in facts if n > at), 0)
    text = next((n for n, run in enumerate(runs) if n > day and is_paragraph(run)), 0)
    if not (day and text) or told[at] is not None:
        return
    between = [run for n, run in enumerate(runs[at + 1 : text], at + 1) if told[n] is None]
    least = _BUTTON // 2 if between or not at else _LEAST
    if runs[at].size >= least and _may_be_title(runs[at]) and all(map(_is_label, between)):
        told[at] = MetaLine("title")
        for n in range(at + 1, text):
            told[n] = told[n] or MetaLine("furniture", "notice")


def _may_be_title(run: Run) -> bool:
    """Whether a line at the head of a page may be the title: neither a sentence nor a paper nor a name."""
    return run.size <= LONGEST_TITLE and not (run.final or is_paper(run.text) or may_be_pen_name(run.text))


def _is_label(run: Run) -> bool:
    return run.size <= _COPIED and not (may_be_pen_name(run.text) or signature_of(run.text))


def _tell_author(runs: Sequence[Run], told: list[MetaLine | None], title: str) -> None:
    """Tell of a name that stands alone above a text, beside nothing but facts, whose title stands elsewhere."""
    above = takewhile(lambda at: not (runs[at].final and runs[at].size > _BUTTON), range(len(runs)))
    alone = [at for at in above if told[at] is None]
    if title and len(alone) == 1 and len(runs) > 1 and may_be_pen_name(runs[alone[0]].text):
        told[alone[0]] = MetaLine("byline", fields=Fields(authors=authors_of(runs[alone[0]].text)))


def _tell_top(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of the top of a page of the web: buttons down to where it says where you are; the title is below."""
    ways = (
        at
        for at, line in enumerate(told[:_TOP])
        if line and line.kind == "nav" and _WAY.search(runs[at].text)
    )
    way = next(ways, -1)
    if way >= 0 and all(
        run.size <= _BUTTON or line for run, line in zip(runs[:way], told[:way], strict=True)
    ):
        told[:way] = [line or MetaLine("furniture", "nav") for line in told[:way]]
        if told[way + 1 : way + 2] == [None] and _may_be_title(runs[way + 1]):
            told[way + 1] = MetaLine("title")


def _centred_titles(runs: Sequence[Run], told: Sequence[MetaLine | None]) -> range:
    """The first lines of a page where two are set in the middle, above another that is, or says who wrote the text."""
    for at in range(1, min(_LEAST, len(runs) - 1)):
        pair, below = runs[at - 1 : at + 1], runs[at + 1]
        titled = all(told[n] is None and _is_centred(runs[n]) for n in (at - 1, at))
        signed = told[at + 1] is not None or (_is_centred(below) and below.size <= _BUTTON)
        if titled and signed and not any(may_be_pen_name(run.text) or signature_of(run.text) for run in pair):
            return range(at - 1, at + 1)
    return range(0)


def _is_centred(run: Run) -> bool:
    return run.first.indent >= _CENTRED and run.size <= LINK_SIZE and not run.final


def _is_deck(run: Run) -> bool:
    return run.size > _LEAST_DECK and (run.final or run.text.startswith(_DASHES))


def _is_pen_name(run: Run) -> bool:
    """Whether a line may be a name, but does not read as one: 木铎."""
    return not cues.is_name_line(run.text) and may_be_pen_name(run.text)


def _names_author(run: Run, told: MetaLine | None) -> bool:
    """Whether a line says who wrote what follows."""
    return (told is not None and told.role == "byline" and bool(told.fields.authors)) or (
        told is None
        and run.size <= NAMES_SIZE
        and signature_of(run.text) is not None
        and not is_word(run.text)
    )


def told_of(runs: Sequence[Run], title: str | None = None) -> list[MetaLine | None]:
    """For each line what its form alone says; so do a title known beforehand and the head of a list of links."""
    dated = dict.fromkeys(dated_links(runs), MetaLine("furniture", "links"))
    told = [_meta_line(run) or dated.get(at) for at, run in enumerate(runs)]
    _tell_values(runs, told)
    _tell_site_title(runs, told)
    _tell_stack(runs, told)
    wanted = "".join(filter(str.isalnum, title or ""))
    for index, run in enumerate(runs[:HEAD]):
        if wanted and told[index] is None and "".join(filter(str.isalnum, run.text)) == wanted:
            told[index] = MetaLine("title")
            break
    else:
        _tell_author(runs, told, wanted)
    for at in (
        *_below_files(runs, told),
        *_said_to_be_titles(runs, told),
        *_dated_titles(runs, told),
        *_inline_titles(runs, told),
    ):
        told[at] = MetaLine("title")
    _tell_masthead(runs, told)
    _tell_law(runs, told)
    _tell_speech(runs, told)
    _tell_papers(runs, told)
    _tell_copied_head(runs, told)
    _tell_top(runs, told)
    for at in _centred_titles(runs, told):
        told[at] = MetaLine("title")
    _tell_heads(runs, told)
    _tell_posts(runs, told)
    _tell_pen_names(runs, told)
    _tell_days(runs, told)
    tell_end(runs, told)
    tell_beside(runs, told)
    for at in between_buttons(runs, told):
        told[at] = MetaLine("furniture", "links")
    tell_links(runs, told)
    return told


def _inline_titles(runs: Sequence[Run], told: Sequence[MetaLine | None]) -> list[int]:
    """Titles in brackets, each parted from the text that goes on behind it on the same line."""
    return [
        at
        for at, (run, below) in enumerate(pairwise(runs))
        if told[at] is None and run.text[:1] == "【" and run.first.number == below.first.number
    ]


def _dated_titles(runs: Sequence[Run], told: Sequence[MetaLine | None]) -> list[int]:
    """Titles with their day on the same line, each above a paragraph: those of several articles."""
    found = [
        at
        for at, (run, below) in enumerate(pairwise(runs))
        if told[at] is None
        and run.size <= LONGEST_TITLE
        and below.size > LINK_SIZE
        and (within := title_within(run.text))
        and within[2].date
    ]
    return found if len(found) > 1 else []


def _meta_line(run: Run) -> MetaLine | None:
    """What a line says as metadata; a long line that begins as one (记者：…) and names nobody is somebody's words."""
    if run.text == MARK:
        return MetaLine("furniture", "rule")
    if _SALUTATION.match(run.text) or _ANNOUNCES.match(run.text):
        return MetaLine("body")
    line = meta_line(run.text) or (MetaLine("furniture", "caption") if shows_picture(run.text) else None)
    if line is None and run.text.endswith(("；", ";")) and number_of(run.text):
        return MetaLine("body")  # An item of a list within a sentence.
    if line is not None and line.role == "byline" and run.size > NAMES_SIZE:
        said = line.fields
        return line if said.date or said.source or any(map(is_name, said.authors)) else None
    return line
