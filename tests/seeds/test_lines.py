import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds import seed_page
from seeds.layout.lines import columns, join, split_lines
from seeds.layout.parting import parted
from seeds.layout.wrap import unwrap

PARAGRAPHS = [p.text for piece in seed_page().pieces[1:] for p in piece.paragraphs if p.kind == "body"][:12]


def wrap(text: str, width: int, indent: int = 0) -> list[str]:
    lines, line, room = [], "", width - indent
    for character in text:
        if columns(character) > room:
            lines.append(line)
            line, room = "", width
        line += character
        room -= columns(character)
    return [*lines, line]


def unwrapped(lines: list[str]) -> list[str]:
    return [run.text for run in unwrap(split_lines("\n".join(lines)))]


@pytest.mark.parametrize("width", [26, 36, 44, 60, 72])
def test_wrapped_paragraphs_with_indents_are_put_together(width):
    lines = []
    for text in PARAGRAPHS:
        first, *rest = wrap(text, width, 4)
        lines += ["　　" + first, *rest]
    assert unwrapped(lines) == PARAGRAPHS


@pytest.mark.parametrize("width", [26, 36, 44, 60, 72])
def test_wrapped_paragraphs_between_blank_lines_are_put_together(width):
    lines = [line for text in PARAGRAPHS for line in (*wrap(text, width), "")]
    assert unwrapped(lines) == PARAGRAPHS


@pytest.mark.parametrize("width", [36, 60])
def test_the_room_of_a_lost_indent_still_tells_where_paragraphs_begin(width):
    lines = [line for text in PARAGRAPHS for line in wrap(text, width, 4)]
    found = unwrapped(lines)
    assert len(set(found) & set(PARAGRAPHS)) >= len(PARAGRAPHS) - 1


def test_a_column_of_another_width_is_put_together_by_its_own():
    wide = [line for text in PARAGRAPHS[:4] for line in wrap("　　" + text, 60)]
    narrow = [line for text in PARAGRAPHS[4:8] for line in wrap("　　" + text, 30)]
    found = unwrapped([*wide, "", *narrow])
    assert found == PARAGRAPHS[:8]


def test_lines_of_any_length_are_left_alone():
    assert unwrapped(PARAGRAPHS) == PARAGRAPHS


@given(st.lists(st.text("甲乙丙aB1，。“”——\u3000 \t\x1b", max_size=40), max_size=40))
@settings(max_examples=200)
def test_unwrapping_loses_nothing(lines):
    page = "\n".join(lines)
    runs = unwrap(split_lines(page))
    assert "".join("".join(run.text.split()) for run in runs) == "".join(page.split())
    for run in runs:
        quoted = "".join(page[start:end] for start, end in run.excerpt.spans)
        assert quoted.replace("\n", " ") == run.text


def test_latin_words_keep_a_space_where_the_line_broke():
    page = "the first line \t\nof a text\n"
    excerpt = join(split_lines(page))
    assert excerpt.text == "the first line of a text"
    assert "".join(page[start:end] for start, end in excerpt.spans) == "the first line\nof a text"


def test_names_in_a_list_with_wide_gaps_stay_on_their_line():
    names = "　".join(f"{name}（女）" for name in ("周明", "李静", "赵一鸣") * 10)
    assert [line.text for line in parted(split_lines(names), indented=True)] == [names]
