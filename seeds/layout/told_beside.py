"""What stands beside the text of a page: below its end, amid it, between buttons, and in lists of links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from seeds.language.variants import simplified
from seeds.layout.lines import LINK_SIZE, NAMES_SIZE, Run, is_paragraph
from seeds.metadata import Fields, MetaLine
from seeds.metadata.beside import Place, chance, stands_beside
from seeds.metadata.dates import day_of_writing, find_date
from seeds.metadata.furniture import is_end, is_of_site
from seeds.metadata.rest import is_rest
from seeds.names import is_name, may_be_pen_name, signature_of, split_names

_LINKS = 12
"""Lines of a list of links at most."""
_REST, _LIKELY, _SENTENCES = 0.3, 0.5, 0.6
"""Characters below the end for each of the text; what is rather none of it; sentences among its lines."""
_MARKED = re.compile("[:：|｜·•/／()（）【】\\[\\]0-9@#▼▲▶★☆●◆]")
"""What hardly any title has."""
_DATED_LINK = re.compile("^[^。]{6,60}(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}$")


def tell_end(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of what a site puts below the last paragraph, or below the line that says that the text is over."""
    end = next((at for at in range(len(runs) - 1, 0, -1) if is_end(runs[at].text)), len(runs))
    small = sum(run.size for run in runs[end:]) < _REST * sum(run.size for run in runs[:end])
    if small or not any(map(is_paragraph, runs[end:])):
        told[end + 1 :] = [line or MetaLine("furniture", "notice") for line in told[end + 1 :]]
    last = max((at for at, run in enumerate(runs) if run.final and told[at] is None), default=len(runs))
    for at in range(last + 1, len(runs)):
        if told[at] is None and is_of_site(simplified(runs[at].text)):
            told[at] = MetaLine("furniture", "notice")
    rest = [at for at in range(last + 1, len(runs)) if told[at] is None]
    texts = [run.text for run in runs[: last + 1] if run.size > LINK_SIZE]
    if is_rest([runs[at].text for at in rest], texts):
        for at in rest:
            told[at] = MetaLine("furniture", "notice")


def tell_beside(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Tell of lines that by their words are none of the text; the first of a page may be a title all the same."""
    if sum(run.final for run in runs) < _SENTENCES * sum(line is None for line in told):
        return  # Where many lines have no stop, all of them are like those that stand beside a text.
    texts = [at for at, run in enumerate(runs) if told[at] is None and is_paragraph(run)]
    first = next((at for at in texts if chance(runs[at].text, "above") < _LIKELY), len(runs))
    last = next((at for at in reversed(texts) if chance(runs[at].text, "below") < _LIKELY), first)
    for at, run in enumerate(runs[1:], 1):
        place: Place = "above" if at < first else "below" if at > last else "within"
        if told[at] is None and stands_beside(run.text, place) and not _may_be_head(run, place):
            day = find_date(run.text) if place == "above" else None
            told[at] = MetaLine("furniture", "date_line" if day else "notice", Fields(date=day))


def _may_be_head(run: Run, place: Place) -> bool:
    """Whether a line may be a title, who wrote the text, or when."""
    if run.size <= NAMES_SIZE and any(map(is_name, split_names(run.text))):
        return True
    if may_be_pen_name(run.text) or signature_of(run.text) or day_of_writing(run.text):
        return True
    return place == "above" and not (_MARKED.search(run.text) and chance(run.text, "within") > _LIKELY)


def tell_links(runs: Sequence[Run], told: list[MetaLine | None]) -> None:
    """Lines below one that heads links to other articles are links."""
    for index, line in enumerate(told):
        if line is None or not line.ends:
            continue
        links = []
        for after in range(index + 1, min(index + 1 + _LINKS, len(runs))):
            run = runs[after]
            if told[after] is not None or run.first.gap or run.final or run.size > LINK_SIZE:
                break
            links.append(after)
        following = links[-1] + 1 if links else len(runs)
        if following < len(runs) and not runs[following].first.gap and runs[following].size > LINK_SIZE:
            # Text follows right on: the last line is its title.
            links.pop()
        for after in links:
            told[after] = MetaLine("furniture", "links")


def between_buttons(runs: Sequence[Run], told: Sequence[MetaLine | None]) -> list[int]:
    """Lines between buttons or counters and what is told of them, below the last paragraph: what others wrote."""
    last = max((at for at, run in enumerate(runs) if run.final or run.size > LINK_SIZE), default=len(runs))
    below = [(at, line) for at, line in enumerate(told) if at > last and line is not None]
    return [
        at
        for (first, line), (then, _) in pairwise(below)
        for at in range(first + 1, then)
        if line.kind in ("share", "counter", "nav") and not is_name(runs[at].text)
    ]


def dated_links(runs: Sequence[Run]) -> list[int]:
    """Where links with their days stand, one below the other at the end."""
    linked = list(takewhile(lambda at: _DATED_LINK.search(runs[at].text), range(len(runs) - 1, 0, -1)))
    return linked if len(linked) > 1 else []
