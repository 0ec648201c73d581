import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.layout.lines import split_lines
from seeds.layout.repeats import LONGEST, SHORTEST, repeated_later, said_before
from seeds.layout.wrap import unwrap


def runs_of(lines):
    return unwrap(split_lines("\n".join(lines)))


@given(st.lists(st.text("甲乙丙", min_size=1, max_size=20), max_size=8))
def test_repetition_is_what_searching_every_later_line_finds(lines):
    runs = runs_of(lines)
    for index, (run, share) in enumerate(zip(runs, repeated_later(runs), strict=True)):
        grams = {run.text[at : at + 5] for at in range(len(run.text) - 4)}
        later = [other.text for other in runs[index + 1 :]]
        hits = [any(gram in text for text in later) for gram in grams]
        wanted = SHORTEST <= run.size <= LONGEST and grams
        assert share == pytest.approx(sum(hits) / len(hits) if wanted else 0.0)


def test_a_section_head_may_repeat_the_title():
    runs = runs_of(
        [
            "把握发展机遇 走好",
            "创新之路",
            "正文在这里，说了不少话，一直说到句号为止，不会停下来，因为这一行必须很长很长才不算短行。",
            "走好创新之路",
        ]
    )
    assert said_before(runs, 30) == [False, False, False, True]
