"""Summaries beside the marks of a reader."""

from benchmarks.marks import scored


def test_marks_are_looked_up():
    mark = {
        "title": "城市与小店",
        "sentences": ["创新是发展的第一动力。", "它从哪里来？", "小店养活街坊，街坊养活城市。"],
        "not_alone": [1],
        "worth": [3, 0, 2],
        "good_cuts": [],
        "bad_cuts": ["小店养活街坊"],
        "good_lines": ["创新是发展的第一动力"],
        "bad_lines": [],
        "headlines": [],
    }
    good = scored(mark, "创新是发展的第一动力", ["创新是发展的第一动力。"])
    assert (good["printable"], good["thesis"], good["line"], good["gain"]) == (1, 1, 1, 0.6)
    bad = scored(mark, "街坊", ["小店养活街坊。", "它从哪里来？"])
    assert (bad["printable"], bad["doubtful"], bad["thesis"], bad["line_unknown"]) == (0, 0, 0, 1)
