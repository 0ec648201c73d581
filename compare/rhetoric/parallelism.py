"""排比: three or more neighbouring stretches of like build and like tone.

Chen Wangdao (陈望道, 修辞学发凡, 1932) wants three members or more of similar structure; shared words are
usual but not needed. Candidates come from `branches`; a logistic model over how well the branches align
decides. Branch annotation and the task follow Paibi-Student-Essays (PSE) and ConFiguRe (Zhu et al. 2022).
"""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

from compare.rhetoric.alignment import characters, frame_text, shared_opening, width
from compare.rhetoric.branches import BranchRun, measured, runs, shared_words
from compare.rhetoric.found import Found, apart
from compare.rhetoric.model import shipped
from seeds.language.words import STOP, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.rhetoric.model import DeviceModels
    from seeds.language.analysis import AnalysedParagraph

_LINKING = frozenset("是为让使")
_NOMINAL = frozenset("nmqar")
_SAYING = frozenset("updcr")
LONG = 18
"""Characters of a branch, on average, above which the ear misses a likeness that is not at its ends."""

UNFRAMED = 0.75
"""Probability from which branches that share no word but 的 are told: their build alone misleads more often."""

_CEILING = 40.0
"""Bits beyond this make a frame no surer."""


def parallelisms(paragraph: AnalysedParagraph) -> list[Found]:
    """The parallelisms of a paragraph, best first where candidates overlap; returned in text order."""
    models = shipped()
    model = models.models["parallelism"]
    scored = []
    for run in runs(paragraph):
        cut = measured(run)
        # A particle begins no branch: the rest of a word, 【着】你的肩膀.
        if cut.branches[0][0].pos == "u" or _measures(cut) or _floats(cut) or _lists(cut, paragraph.text):
            continue
        forms = [run] if cut.branches == run.branches else [run, cut]
        scored.append((max(model.probability(features(form, paragraph.text, models)) for form in forms), cut))
    kept = [
        (score, run)
        for score, run in scored
        if score >= (model.threshold if set(shared_words(run.branches)) - {"的"} else UNFRAMED)
    ]
    return [_found(paragraph.text, score, run) for score, run in apart(kept, len(paragraph.text))]


def _measures(run: BranchRun) -> bool:
    """Whether most branches tell a number: 死亡率降低了96%，伤残率降低了92%，… counts and is no figure of speech."""
    numbers = (any(char.isdecimal() for word in branch for char in word.text) for branch in run.branches)
    return 2 * sum(numbers) > len(run.branches)


def _lists(run: BranchRun, text: str) -> bool:
    """Whether branches divided by 、 are terms that end with one noun, kinds of a thing: 农村治理、城市治理、网络治理.

    Verbs at their beginnings and function words tell that something is said.
    """
    branches = run.branches
    return (
        len({branch[-1].text for branch in branches}) == 1
        and len(branches[0][-1].text) > 1
        and 2 * sum(branch[0].tag == "v" for branch in branches) < len(branches)
        and not any(word.pos in _SAYING for branch in branches for word in branch)
        and all("、" in text[one[-1].end : other[0].start] for one, other in itertools.pairwise(branches))
    )


def _floats(run: BranchRun) -> bool:
    """Whether long branches share no word at one of their ends but a noun, which is what the text is about."""
    branches = run.branches
    ends = branches, [branch[::-1] for branch in branches]
    framed = (bool(shared_opening(rows)) and rows[0][0].pos != "n" for rows in ends)
    return sum(map(width, branches)) > LONG * len(branches) and not any(framed)


def features(run: BranchRun, text: str, models: DeviceModels) -> dict[str, float]:
    """What the model looks at; all lie between 0 and 4.

    frame: characters that all branches have over the mean length of a branch; initial: whether all begin with the
    same character, end_character whether all end with the same, open_pos whether all open with the same part of
    speech; frame_bits, opening_bits: how rare the shared words, and those at the start, are, in tens of bits; empty:
    share of branches with nothing but the frame; linking, having, pronoun: whether the branches open with 是 为 让 使
    (perhaps after one more shared word), with 有, with a pronoun; marked: whether there are quotation marks;
    adnominal: whether a branch ends with 的; bare: share of branches that are one or two nominal words; listed: share
    of joints that are 、; names: listed, times the share of branches without verb, preposition or adjective; crosses:
    whether some of the joints end sentences and some do not; count: branches, in threes; length: mean ratio of the
    lengths of neighbours.
    """
    branches = run.branches
    widths = [width(branch) for branch in branches]
    mean = sum(widths) / len(widths)
    ratios = [min(a, b) / max(a, b) for a, b in itertools.pairwise(widths)]
    common = Counter(characters(branches[0]))
    for branch in branches[1:]:
        common &= Counter(characters(branch))
    shared = shared_words(branches)
    opening = shared_opening(branches)
    inside = set(shared)
    joints = [text[a[-1].end : b[0].start] for a, b in itertools.pairwise(branches)]
    listed = sum("、" in joint for joint in joints) / len(joints)
    ends = sum(any(mark in joint for mark in "。！？!?…") for joint in joints)
    verbless = sum(not any(word.pos in "vpda" for word in branch) for branch in branches) / len(branches)
    return {
        "frame": min(common.total() / mean, 1.0),
        "initial": float(len({branch[0].text[0] for branch in branches}) == 1),
        "end_character": float(len({branch[-1].text[-1] for branch in branches}) == 1),
        "open_pos": float(len({branch[0].pos for branch in branches}) == 1),
        "frame_bits": min(models.information(shared), _CEILING) / 10,
        "opening_bits": min(models.information(opening), _CEILING) / 10,
        "empty": sum(all(w.text in inside for w in branch) for branch in branches) / len(branches),
        "linking": float(any(word in _LINKING for word in opening[:2])),
        "having": float(bool(opening) and opening[0] == "有"),
        "pronoun": float(branches[1][0].pos == "r"),
        "marked": float(any(mark in text[run.start : run.end] for mark in "“”")),
        "adnominal": float(branches[0][-1].text == "的"),
        "bare": sum(_bare(branch) for branch in branches) / len(branches),
        "listed": listed,
        "names": listed * verbless,
        "crosses": float(0 < ends < len(joints)),
        "count": min(len(branches), 6) / 3,
        "length": sum(ratios) / len(ratios),
    }


def _bare(branch: Sequence[Word]) -> bool:
    return len(branch) <= 2 and all(word.pos in _NOMINAL for word in branch)


def _form(text: str, run: BranchRun) -> str:
    if run.level == STOP:
        return "sentences"
    between = text[run.branches[0][-1].end : run.branches[1][0].start]
    return "list" if "、" in between else "clauses"


def _found(text: str, score: float, run: BranchRun) -> Found:
    return Found(
        "parallelism",
        _form(text, run),
        run.start,
        run.end,
        tuple((branch[0].start, branch[-1].end) for branch in run.branches),
        frame=frame_text(run.branches, shared_words(run.branches)),
        score=score,
    )
