"""`--jobs`: the same bytes, errors and exit code with workers as without."""

from __future__ import annotations

import pytest

from seeds import seed_page


@pytest.mark.parametrize(
    "arguments", [("summarize", "--format", "jsonl"), ("report", "--format", "json", "--dict")], ids=" ".join
)
def test_workers_say_what_one_process_says(oped, arguments, tmp_path):
    words, pages = tmp_path / "words", tmp_path / "pages"
    words.write_text("口袋公园\n高质量发展\n", "utf-8")
    pages.mkdir()
    for name in ("1.txt", "2.txt", "4.txt"):
        (pages / name).write_text(seed_page().text, "utf-8")
    (pages / "3.txt").write_text("  \n", "utf-8")
    own = [words] if arguments[-1] == "--dict" else []
    code, out, err = oped(*arguments, *own, pages)
    assert (code, out, err) == oped(*arguments, *own, pages, "--jobs", 2)
    assert code == 1
    assert "3.txt" in err
    assert out
