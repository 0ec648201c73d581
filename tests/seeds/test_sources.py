"""What stands behind the names that a caller gives: folders, patterns, links, pipes."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

import seeds

TEXT = "推动发展\n\n□ 王明\n\n第一段说明情况，列出数字，讲清楚来龙去脉。\n\n第二段提出办法，安排任务，说清楚谁来做。\n"


def names(*sources: object) -> tuple[list[str], list[str]]:
    told: list[str] = []
    pages = [page.name for page in seeds.read_pages(sources, on_error=lambda e: told.append(str(e)))]  # type: ignore[arg-type]
    return pages, told


@pytest.mark.parametrize("folder", ["[1]", "a**b", "year=2021", "问?号", "{x}"])
def test_signs_in_names_are_names(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "[2] *.txt").write_text(TEXT, "utf-8")
    assert names(tmp_path / folder) == (["[2] *.txt"], [])
    assert names(str(tmp_path / folder / "[2] *.txt")) == (["[2] *.txt"], [])


def test_files_of_one_name_go_by_their_folders(tmp_path: Path) -> None:
    for day in ("2024-05-17", "2024-05-18"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "01.txt").write_text(TEXT, "utf-8")
    (tmp_path / "02.txt").write_text(TEXT, "utf-8")
    files = [tmp_path / "2024-05-17/01.txt", tmp_path / "02.txt", tmp_path / "2024-05-18/01.txt"]
    assert names(*files)[0] == ["2024-05-17/01.txt", "02.txt", "2024-05-18/01.txt"]
    dates = [page.pieces[0].date for page in seeds.read_pages(files)]
    assert dates == ["2024-05-17", None, "2024-05-18"]


def test_links_in_a_circle_and_pipes_are_no_trap(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "back").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    for pipe in ("pipe.txt", "manifest.json", "in/manifest.json"):
        os.mkfifo(tmp_path / pipe)
    pages, told = names(tmp_path)
    assert pages == ["a.txt"]
    assert len(told) == 4
    assert ["gone.txt': No such file" in line for line in told].count(True) == 1
    assert ["is a pipe or a device and was not read" in line for line in told].count(True) == 3


def test_a_folder_that_many_links_lead_to_is_read_once(tmp_path: Path) -> None:
    for level in range(24):
        (tmp_path / str(level)).mkdir()
        for link in "ab":
            (tmp_path / str(level) / link).symlink_to(f"../{level + 1}")
    (tmp_path / "24").mkdir()
    (tmp_path / "24" / "x.txt").write_text(TEXT, "utf-8")
    pages, told = names(tmp_path)
    assert (len(pages), told) == (1, [])


def test_a_folder_nobody_can_look_into_is_told(tmp_path: Path) -> None:
    """Too deep for a path, or in one that may be listed and not entered: its status is not to be had."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    here = Path.cwd()
    try:
        os.chdir(tmp_path)
        for _ in range(45):
            os.mkdir("d" * 99)  # noqa: PTH102 - its path is too long for Path
            os.chdir("d" * 99)
    finally:
        os.chdir(here)
    pages, told = names(tmp_path)
    assert pages == ["a.txt"]
    assert len(told) == 1
    assert "File name too long" in told[0]


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(
        target=lambda: pipe.write_text('{"text": "门开了。"}\n{"text": "灯亮了。"}\n', "utf-8")
    )
    writer.start()
    assert [page.text for page in seeds.read_pages([pipe])] == ["门开了。", "灯亮了。"]
    writer.join()


def test_what_office_programs_leave_is_passed_over_and_old_files_are_told(tmp_path: Path) -> None:
    for name in ("~$言论.docx", "._言论.txt", ".~lock.言论.csv"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "言论.txt").write_text(TEXT, "utf-8")
    (tmp_path / "旧稿.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99)
    pages, told = names(tmp_path)
    assert pages == ["言论.txt"]
    assert told == ["旧稿.doc is an old Word or Excel file; save it as .docx or .xlsx"]


def test_a_name_in_the_bytes_of_an_old_archive_is_shown_as_text(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/" + "评论".encode("gb18030")
    os.mkdir(folder)  # noqa: PTH102 - bytes
    with open(folder + b"/" + "灯.txt".encode("gb18030"), "wb") as file:  # noqa: PTH123
        file.write(TEXT.encode())
    assert names(tmp_path) == (["评论/灯.txt"], [])


def test_a_missing_extra_names_the_file_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    pages, told = names(tmp_path)
    assert pages == ["b.txt"]
    assert told == ["a.pdf: PDF needs pypdfium2: pip install 'oped[pdf]'"]
