"""What is not ours is not touched, what another run holds is refused, what a killed run left is cleared."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pytest

import seeds
from compare.corpus import Article, shared_phrases
from compare.corpus.engines.duckdb import connect
from oped.cli import main
from seeds.errors import InputError, UsageError
from seeds.whole_file import whole_file, whole_path

from .running import OLD, OPED, PAGE, feeding, interrupt, oped, oped_apart, told, wait_for

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs pipes and signals")

TEXT = "让活动室的门开起来，要有人管，要有人用，更要有人愿意来，这就是我们想说的话。"


def articles(names: str = "甲乙丙") -> bytes:
    return "".join(json.dumps({"id": name, "text": f"{name}{TEXT}"}) + "\n" for name in names).encode()


def files(folder: Path) -> dict[str, bytes]:
    """All that is in a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def input_(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_bytes(articles())
    return tmp_path / "a.jsonl"


def test_a_folder_that_is_not_ours_stays(input_: Path, tmp_path: Path) -> None:
    for name in ("notes", "pages", "empty but for a folder"):
        (tmp_path / f"{name}.corpus").mkdir()
    (tmp_path / "notes.corpus" / "notes.txt").write_bytes(OLD)
    (tmp_path / "pages.corpus" / "1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "empty but for a folder.corpus" / "articles").mkdir()
    (tmp_path / "web.corpus").symlink_to("site")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "manifest.json").write_bytes(b'{"name": "a web application"}')
    before = files(tmp_path)
    for name, source in (
        ("notes", input_),
        ("pages", tmp_path / "pages.corpus"),
        ("empty but for a folder", input_),
        ("web", input_),
    ):
        told(oped("corpus", source, "--out", tmp_path / name), 1, "holds other things than a corpus")
    told(oped("check", "-", "--store", tmp_path / "site"), 1, "holds no corpus")
    assert files(tmp_path) == before


def test_an_empty_folder_that_was_there_is_there_afterwards(input_: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "rows.jsonl.corpus").symlink_to("mine")
    assert oped("corpus", input_, "--out", tmp_path / "rows.jsonl").returncode == 0
    assert list((tmp_path / "mine").iterdir()) == []


@pytest.mark.parametrize(
    "place", ["manifest.json", "lock", "rows.csv", "articles/rows.parquet", "spill/rows"]
)
def test_nothing_is_written_into_a_store(place: str, input_: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    told(
        oped("corpus", input_, "--store", store, "--out", store / place),
        2,
        "lies in a corpus that oped keeps",
    )
    assert oped("corpus", input_, "--store", store).returncode == 0
    before = files(store)
    told(oped("read", "-", "--format", "json", "-o", store / place), 2, "lies in a corpus that oped keeps")
    told(oped("read", store), 1, "is a corpus that oped keeps")
    assert files(store) == before


def test_what_lies_among_the_parts_of_a_store_and_is_none_stays(input_: Path, tmp_path: Path) -> None:
    rooms = ("articles", "postings", "blocks", "aligned")
    notes = [tmp_path / "store" / room / "notes.parquet" for room in rooms]
    for _ in range(2):
        assert oped("corpus", input_, "--store", tmp_path / "store").returncode == 0
        for note in notes:
            note.write_bytes(OLD)
    assert oped("corpus", input_, "--store", tmp_path / "store").returncode == 0
    assert {note.read_bytes() for note in notes} == {OLD}


def test_a_link_that_leads_to_itself_is_not_written_to(input_: Path, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to("link.json")
    for arguments in (("corpus", input_), ("read", input_)):
        told(oped(*arguments, "-o", tmp_path / "link.json"), 1, "symbolic links")


def test_the_name_of_what_was_written_acts_on_nothing(input_: Path, tmp_path: Path) -> None:
    name = tmp_path / "a\noped: \x1b[31m\u202e"
    for arguments in (("corpus", input_, "--out", name), ("background", "build", input_, "-o", name)):
        said = oped(*arguments).stderr.decode()
        assert len(said.splitlines()) == 1
        assert not {"\x1b", "\u202e"} & set(said)


def test_a_store_that_is_kept_stays(input_: Path, tmp_path: Path) -> None:
    store = tmp_path / "decade.corpus"
    assert oped("corpus", input_, "--store", store, "--out", tmp_path / "first.jsonl").returncode == 0
    before = files(store)
    for more in ((), ("--resume",)):
        told(
            oped("corpus", input_, "--out", tmp_path / "decade", *more),
            2,
            "is a corpus that is kept: add to it by --store",
        )
    assert files(store) == before
    assert not (tmp_path / "decade").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        "corpus a.jsonl --out a.jsonl",
        "report page.txt -o link.txt",
        "corpus reprints a.jsonl -o x.json --graph ./x.json",
        "evaluate summaries a.jsonl --predictions a.jsonl",
        "evaluate scores page.txt a.jsonl -o a.jsonl",
        "background build a.jsonl -o ./a.jsonl",
    ],
)
def test_what_is_read_is_not_written_over(
    arguments: str, input_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(input_.parent)
    Path("page.txt").write_bytes(PAGE)
    Path("link.txt").symlink_to("page.txt")
    before = files(input_.parent)
    monkeypatch.setattr(sys, "argv", ["oped", *arguments.split()])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "is read or written already" in capsys.readouterr().err
    assert files(input_.parent) == before


def test_a_name_mistyped_leaves_old_results_as_they_were(input_: Path, tmp_path: Path) -> None:
    assert oped("corpus", input_, "--store", tmp_path / "st").returncode == 0
    endings = ("jsonl", "json", "csv", "parquet", "docx", "html", "npz", "graphml", "svg")
    old = {ending: tmp_path / f"old.{ending}" for ending in endings}
    for path in old.values():
        path.write_bytes(OLD)
    (tmp_path / "bare.txt").write_text("2021-11-24\n", "utf-8")
    before, no = sorted(tmp_path.iterdir()), tmp_path / "no.txt"
    for arguments in (
        *(("corpus", no, "--out", old[form]) for form in ("jsonl", "csv", "parquet")),
        ("corpus", no, "--store", tmp_path / "st", "--out", old["jsonl"]),
        ("corpus", tmp_path / "bare.txt", "--out", old["jsonl"]),
        ("corpus", "show", tmp_path / "bare.txt", "--out", old["json"], "--graph", old["graphml"]),
        ("corpus", "reprints", no, "--out", old["json"], "--graph", old["graphml"]),
        ("corpus", "phrases", no, "--out", old["json"]),
        *((name, no, "--out", old["jsonl"]) for name in ("read", "summarize", "rhetoric", "themes")),
        *((name, no, "--out", old["docx"]) for name in ("read", "summarize", "report", "compare")),
        ("check", no, "--store", tmp_path / "st", "--out", old["json"]),
        ("timeline", no, "--out", old["html"], "--svg", old["svg"]),
        ("compare", "corpora", input_, no, "--out", old["json"], "--svg", old["svg"]),
        ("background", "build", no, "-o", old["npz"]),
    ):
        done = oped(*arguments)
        assert done.returncode == 1, arguments
        assert b"nothing was read, and " in done.stderr
        assert {path.read_bytes() for path in old.values()} == {OLD}, arguments
        assert sorted(tmp_path.iterdir()) == before, arguments
    for arguments in (("timeline", no), ("evaluate", "marks", no)):
        told(oped(*arguments), 1, "No such file")
    same = tmp_path / "same.jsonl"
    same.write_text('{"id": "a", "summary": "门开了"}\n', "utf-8")
    assert oped("evaluate", "scores", same, same).returncode == 0, "both are read"
    assert oped("read", tmp_path / "bare.txt", "-o", old["html"]).returncode == 1
    assert old["html"].read_bytes() != OLD, "there is something to see"


def test_what_was_written_is_not_read(input_: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    input_.rename(folder / "a.jsonl")
    rows = []
    for arguments in (
        ("--out", folder / "rows.jsonl"),
        ("--store", folder / "kept", "-o", folder / "rows.jsonl"),
    ):
        for _ in range(2):
            done = oped("corpus", folder, *arguments)
            assert done.returncode == 0, done.stderr
            rows.append((folder / "rows.jsonl").read_bytes())
    assert len(set(rows)) == 1
    assert rows[0]


def test_a_pipe_by_the_name_of_standard_output(input_: Path) -> None:
    done = oped_apart("corpus", input_, "--out", "/dev/stdout")
    assert done.stdout == oped("corpus", input_).stdout != b""


def test_what_the_user_puts_beside_ours_stays(tmp_path: Path) -> None:
    pipe, folder = tmp_path / "a.jsonl", tmp_path / "rows.jsonl.corpus"
    os.mkfifo(pipe)
    with subprocess.Popen([*OPED, "corpus", pipe, "--out", tmp_path / "rows.jsonl"], stderr=-1) as process:
        with feeding(pipe, process):
            (folder / "notes.txt").write_bytes(OLD)
        process.communicate()
    assert files(folder) == {"notes.txt": OLD}


def test_a_second_run_with_the_same_output_is_refused(input_: Path, tmp_path: Path) -> None:
    pipe, out = tmp_path / "b.jsonl", tmp_path / "rows.jsonl"
    os.mkfifo(pipe)
    with subprocess.Popen([*OPED, "corpus", pipe, "--out", out], stderr=-1) as process:
        with pipe.open("wb") as end:  # The first run is at its articles.
            for more in ((), ("--resume",)):
                told(oped("corpus", input_, "--out", out, *more), 1, "another run is at work in")
            end.write(articles())
        _, said = process.communicate()
    assert process.returncode == 0, said
    assert out.read_bytes()
    assert not Path(f"{out}.corpus").exists()


def killed_while_reading(*arguments: str | Path, pipe: Path, **environment: str) -> None:
    with (
        subprocess.Popen(
            [*OPED, *map(str, arguments)], stderr=-1, env={**os.environ, **environment}
        ) as process,
        feeding(pipe, process),
    ):
        process.kill()
        process.communicate()


def test_going_on_with_another_input_is_refused(input_: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "rows.jsonl", tmp_path / "other.jsonl"
    other.write_bytes(articles("丁戊"))
    script = (
        "import sys; from compare.corpus import pipeline; from oped.cli import main\n"
        "def stop(*a): sys.exit(9)\n"
        "pipeline._align = stop; main()"
    )
    stopped = subprocess.run(
        [sys.executable, "-c", script, "corpus", input_, "--out", out], capture_output=True
    )
    assert Path(f"{out}.corpus").is_dir(), stopped.stderr
    told(oped("corpus", other, "--out", out, "--resume"), 2, "begun with other articles: leave --resume out")
    assert oped("corpus", input_, "--out", out, "--resume").returncode == 0
    assert {json.loads(line)["a"] for line in out.read_text("utf-8").splitlines()} <= set("甲乙丙")


def test_leftovers_of_killed_runs_are_cleared_by_the_next(input_: Path, tmp_path: Path) -> None:
    pipe, temporary = tmp_path / "pipe.jsonl", tmp_path / "temporary"
    os.mkfifo(pipe)
    (temporary / "oped-mine").mkdir(parents=True)
    (temporary / "oped-mine" / "notes.txt").write_bytes(OLD)
    for arguments in (("corpus", pipe), ("corpus", "show", pipe)):
        killed_while_reading(*arguments, pipe=pipe, TMPDIR=str(temporary))
        assert len(list(temporary.iterdir())) == 2
    assert oped_apart("corpus", input_, env={**os.environ, "TMPDIR": str(temporary)}).returncode == 0
    assert files(temporary) == {"oped-mine/notes.txt": OLD}
    killed_while_reading("corpus", pipe, "--out", tmp_path / "rows.jsonl", pipe=pipe)
    assert (tmp_path / "rows.jsonl.corpus").exists()
    assert oped("corpus", input_, "--out", tmp_path / "rows.jsonl").returncode == 0
    assert not (tmp_path / "rows.jsonl.corpus").exists()


WRITING = (
    "import sys, time; from seeds.whole_file import whole_file\n"
    "with whole_file(sys.argv[1]) as file:\n"
    "    file.write(b'half'); file.flush(); print('now', flush=True); time.sleep(600)"
)


def test_a_file_left_unfinished_is_cleared_and_one_under_way_is_not(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_bytes(OLD)
    (tmp_path / ".out.txt.mine.unfinished").write_bytes(OLD)
    with subprocess.Popen([sys.executable, "-c", WRITING, str(out)], stdout=-1) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"now\n"
        with whole_file(out) as file:
            file.write(b"new")
        assert len(list(tmp_path.iterdir())) == 3, "that of the process at work stays"
        process.kill()
    with whole_path(out) as unfinished:
        unfinished.write_bytes(b"newer")
    assert files(tmp_path) == {"out.txt": b"newer", ".out.txt.mine.unfinished": OLD}


@pytest.mark.parametrize("name", ["x.jsonl", "x.parquet"])
def test_a_file_that_may_not_be_written_is_not_replaced(
    name: str, input_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / name
    out.write_bytes(OLD)
    out.chmod(0o444)
    script = (
        "import os; real = os.access; os.access = lambda path, mode: real(path, mode) and not mode & os.W_OK\n"
        "from oped.cli import main; main()"  # As root it may.
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "corpus", input_, "--out", out], capture_output=True, check=False
    )
    told(done, 1, "Permission denied")
    assert out.read_bytes() == OLD


def test_a_page_that_was_edited_is_told_of(tmp_path: Path) -> None:
    page = f"标题在此\n\n□ 王五\n\n{TEXT}\n"
    before, after = (seeds.parse_page(text).pieces[0] for text in (page, f"江城日报\n\n{page}"))
    assert before.body == after.body
    list(shared_phrases([Article("1", before)], tmp_path / "store"))
    with pytest.raises(UsageError, match="another text, date or place"):
        list(shared_phrases([Article("1", after)], tmp_path / "store"))


@pytest.mark.parametrize(
    "said",
    ["Query interrupted", "Traceback:\nKeyboardInterrupt", "while executing the UDF: KeyboardInterrupt: "],
)
@pytest.mark.parametrize("kind", [duckdb.InvalidInputException, RuntimeError])
def test_ctrl_c_in_a_query_is_no_fault_of_the_store(tmp_path: Path, kind: type[Exception], said: str) -> None:
    with pytest.raises(KeyboardInterrupt), connect(tmp_path, jobs=1, memory="100MB", master=None):
        raise kind(said)


def test_a_fault_that_only_speaks_of_ctrl_c_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="spoiled"), connect(tmp_path, jobs=1, memory="100MB", master=None):
        raise duckdb.InvalidInputException("no column KeyboardInterrupt in a.parquet")


def test_interrupted_workers_leave_with_their_run(tmp_path: Path) -> None:
    """Ctrl-C goes to all processes of a terminal; none of them may say more than a line."""
    (tmp_path / "a.jsonl").write_bytes(
        b"".join(json.dumps({"id": n, "text": f"{n}{TEXT * 200}"}).encode() + b"\n" for n in range(300))
    )
    command = [*OPED, "corpus", tmp_path / "a.jsonl", "--out", tmp_path / "rows.jsonl", "--jobs", "2"]
    restored = (
        "import signal, os, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
        "os.execv(sys.executable, sys.argv[1:])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", restored, *command], stderr=-1, start_new_session=True
    ) as process:
        wait_for(
            lambda: (
                list((tmp_path / "rows.jsonl.corpus").glob("articles/*.parquet"))
                or process.poll() is not None
            )
        )
        os.killpg(process.pid, signal.SIGINT)
        interrupt(process)


def test_temporary_files_go(input_: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary)}
    assert oped_apart("corpus", input_, env=environment).returncode == 0
    assert tempfile.gettempdir() != str(temporary)
    assert list(temporary.iterdir()) == []


def test_names_that_are_not_utf_8(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode("新闻".encode("gbk"))
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system has no such names")
    (folder / "a.jsonl").write_bytes(articles())
    done = oped("corpus", folder / "a.jsonl", "--out", folder / "rows.jsonl")
    assert done.returncode == 0, done.stderr
    assert len((folder / "rows.jsonl").read_bytes().splitlines()) == 3
    assert oped("corpus", "show", folder / "rows.jsonl").returncode == 0
    for arguments in (("--out", folder / "rows.parquet"), ("--store", folder / "store")):
        told(oped("corpus", folder / "a.jsonl", *arguments), 1, "the name is not UTF-8; name another")
