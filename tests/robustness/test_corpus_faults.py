"""What goes wrong around a corpus: a store that is spoiled, a disk that is full, workers and runs that are killed."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import compare
from compare.corpus import Article, Settings, shared_phrases
from compare.corpus.engines import connect
from compare.corpus.rows import Row, save_parquet
from seeds.errors import OpedError

from .running import (
    HEEDS_INTERRUPTS,
    OLD,
    feeding,
    interrupt,
    oped,
    oped_apart,
    oped_on_a_full_disk,
    shell,
    told,
)
from .strategies import explained

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs devices, pipes and signals")

SHARED = "让活动室的门开起来，要有人管，要有人用，更要有人愿意来，这就是我们想说的话。"
ARTICLES = [
    Article(f"a{number}", f"第{number}篇{chr(0x4E10 + number) * 9}。{SHARED}", f"2021-0{number}-02")
    for number in range(1, 7)
]
FORMATS = ("json", "csv", "markdown", "html")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles as a file, a store of two parts that holds them, and their rows."""
    folder = tmp_path_factory.mktemp("made")
    for first, last in ((0, 3), (0, 6)):
        rows = [each.to_dict() for each in shared_phrases(ARTICLES[first:last], folder / "store")]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    articles = [{"id": each.id, "text": each.content, "date": each.date} for each in ARTICLES]
    (folder / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in articles), "utf-8")
    return folder


def rewrite(data: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(data)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])


def foreign(file: Path) -> None:
    store = next(folder for folder in file.parents if (folder / "manifest.json").exists())
    (other,) = store.glob("aligned/*/known.*.parquet")
    file.write_bytes(other.read_bytes())


OF_ANY = [rewrite(b""), cut, foreign, Path.unlink]
DEEP = b'{"format": "oped/corpus-store/3", "basis": ' + b"[" * 100_000
OF_FACTS = [*map(rewrite, (b"null", b"{}", b"\xff\xfe", DEEP))]


@pytest.mark.parametrize("damage", [*OF_ANY, *OF_FACTS])
def test_a_spoiled_store_is_named_or_made_again(
    damage: Callable[[Path], object], made: Path, tmp_path: Path
) -> None:
    every = sorted(path.relative_to(made) for path in (made / "store").glob("**/*") if path.is_file())
    assert len(every) == 9
    files = [file for file in every if damage in OF_ANY or file.suffix == ".json"]
    told_of = set()
    for number, file in enumerate(files):
        shutil.copytree(made / "store", tmp_path / str(number) / "store")
        damage(tmp_path / str(number) / file)
        try:
            rows = [
                json.dumps(row.to_dict())
                for row in shared_phrases(ARTICLES, tmp_path / str(number) / "store")
            ]
        except OpedError as error:
            explained(error)
            told_of.add(file.parts[1] if str(tmp_path / str(number) / "store") in str(error) else str(error))
        else:
            assert rows == (made / "rows.jsonl").read_text("utf-8").splitlines(), file
    # What cannot be made again.
    assert told_of == ({"articles", "manifest.json"} if damage in OF_ANY else {"manifest.json"})


@pytest.mark.parametrize(
    "trials", [6, pytest.param(int(os.environ.get("OPED_TRIALS", "60")), marks=pytest.mark.slow)]
)
def test_a_turned_bit_is_told_of_or_harmless(trials: int, made: Path, tmp_path: Path) -> None:
    dice = random.Random(trials)
    files = sorted(path for path in (made / "store").glob("**/*") if path.is_file() and path.stat().st_size)
    told_of = 0
    for number in range(trials):
        store = tmp_path / str(number)
        shutil.copytree(made / "store", store)
        file = store / dice.choice(files).relative_to(made / "store")
        data = bytearray(file.read_bytes())
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        file.write_bytes(data)
        try:
            rows = [json.dumps(row.to_dict()) for row in shared_phrases(ARTICLES, store)]
        except OpedError as error:
            explained(error)
            told_of += 1
        else:
            assert rows == (made / "rows.jsonl").read_text("utf-8").splitlines(), file
        shutil.rmtree(store)
    assert 0 < told_of < trials


def test_an_index_that_was_changed_is_made_again(made: Path, tmp_path: Path) -> None:
    from compare.corpus.archive import Archive

    store = tmp_path / "store"
    shutil.copytree(made / "store", store)
    before = Archive.of_store(store)
    files = sorted(file for file in (store / "index").iterdir() if file.name != "lock")
    assert len(files) == 5
    for file in files:
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 4
        file.unlink()  # What is open stays as it was.
        file.write_bytes(data)
        again = Archive.of_store(store)
        assert again.articles == before.articles
        for name in ("codes", "start", "hashes", "places"):
            assert (getattr(again, name) == getattr(before, name)).all(), (file, name)


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
@pytest.mark.parametrize("room", [300, 12_500])
def test_a_disk_that_fills_up_keeps_the_old_rows(name: str, room: int, tmp_path: Path) -> None:
    out, articles = tmp_path / name, tmp_path / "articles.jsonl"
    out.write_bytes(OLD)
    text = "".join(chr(0x4E00 + 7919 * number % 20_000) for number in range(3000))
    articles.write_text(
        "".join(json.dumps({"id": i, "text": f"{i}。{text}"}) + "\n" for i in "甲乙"), "utf-8"
    )
    told(oped_on_a_full_disk("corpus", articles, "--out", out, room=room), 1, "File too large")
    assert out.read_bytes() == OLD
    done = oped("corpus", articles, "--out", out, "--resume")
    assert done.returncode == 0, done.stderr
    assert out.read_bytes() != OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles.jsonl", name]


@pytest.mark.parametrize("room", [150, 300, 1000, 4000])
def test_a_disk_that_fills_up_under_a_store_is_not_blamed_on_the_output(
    room: int, made: Path, tmp_path: Path
) -> None:
    store, out = tmp_path / "store", tmp_path / "out.jsonl"
    done = oped_on_a_full_disk("corpus", made / "articles.jsonl", "--store", store, "--out", out, room=room)
    told(done, 1, f"{store}[^ ]*: File too large; make room there")
    assert not out.exists()


def test_rows_that_end_early_keep_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    out.write_bytes(OLD)

    def rows() -> Iterator[Row]:
        yield Row("a", "b", 0, 1, 0, 1, "verbatim", 9.0, 0.1, "甲", "甲")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_parquet(out, rows())
    assert out.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [out]


def test_parquet_goes_where_a_link_leads(made: Path, tmp_path: Path) -> None:
    (tmp_path / "link.parquet").symlink_to(tmp_path / "kept.parquet")
    done = oped("corpus", made / "articles.jsonl", "--out", tmp_path / "link.parquet")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "link.parquet").is_symlink()
    assert (tmp_path / "kept.parquet").read_bytes().startswith(b"PAR1")


def test_no_room_for_temporary_files_is_told(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(prefix: str) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    articles, rows = (made / name for name in ("articles.jsonl", "rows.jsonl"))
    assert oped("corpus", articles, "--out", tmp_path / "rows.parquet").returncode == 0
    monkeypatch.setattr("seeds.temporary.mkdtemp", full)
    for arguments in (
        ("corpus", articles),
        ("corpus", "show", "-"),
        ("read", tmp_path / "rows.parquet"),
        ("corpus", "reprints", articles),
    ):
        told(
            oped(*arguments, data=rows.read_bytes()),
            1,
            "cannot keep temporary files: No space left on device",
        )


def asked(made: Path) -> list[tuple[str | Path, ...]]:
    """Every command that lists things of a corpus."""
    texts = ("--texts", made / "articles.jsonl")
    return [
        ("corpus", "show", made / "rows.jsonl"),
        ("corpus", "show", made / "rows.jsonl", "--article", "a1"),
        ("corpus", "show", "--phrase", "活动室", *texts),
        ("corpus", "phrases", made / "articles.jsonl"),
    ]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_a_file_or_standard_output(made: Path) -> None:
    for number, arguments in enumerate([*asked(made), ("corpus", made / "articles.jsonl")]):
        words = " ".join(map(str, arguments))
        told(
            shell(f"OPED {words} > /dev/full"), 1, "No space left on device: the result could not be written"
        )
        format_ = ("--format", FORMATS[number]) if number < len(FORMATS) else ()
        done = oped(*arguments, *format_, "--out", "/dev/full")
        told(done, 1, "cannot write '/dev/full': No space left on device; name another file by --out")


@pytest.mark.slow
def test_a_reader_that_goes_away(made: Path) -> None:
    for number, arguments in enumerate([*asked(made), ("corpus", made / "articles.jsonl")]):
        format_ = f"--format {FORMATS[number]}" if number < len(FORMATS) else ""
        done = shell(f"(OPED {' '.join(map(str, arguments))} {format_}; echo $? >&2) | true")
        assert done.stderr == b"0\n"


def test_output_into_a_folder_that_is_not_there_or_is_one(made: Path, tmp_path: Path) -> None:
    texts, rows = made / "articles.jsonl", made / "rows.jsonl"
    (tmp_path / "folder.parquet").mkdir()
    for arguments, message in (
        ((texts, "--out", tmp_path / "no" / "x"), "there is no folder"),
        ((texts, "--out", tmp_path / "no" / "x.parquet", "--store", tmp_path / "store"), "No such file"),
        ((texts, "--out", tmp_path), "Is a directory"),
        ((texts, "--out", tmp_path / "folder.parquet"), "Is a directory"),
        (("show", rows, "--format", "html", "--out", tmp_path / "no" / "x"), "No such file"),
        (("phrases", texts, "--format", "json", "--out", tmp_path), "Is a directory"),
        ((texts, "--store", "/proc/corpus"), "cannot keep a corpus in /proc/corpus"),
        ((texts, "--store", texts), "cannot keep a corpus in"),
    ):
        told(oped("corpus", *arguments), 1, message)


def test_rows_that_cannot_be_read(made: Path, tmp_path: Path) -> None:
    (tmp_path / "none.parquet").write_bytes(b"spoiled")
    for path, message in (
        (tmp_path, "Is a directory"),
        (tmp_path / "none", "No such file"),
        (tmp_path / "none.parquet", "is no Parquet file"),
    ):
        told(oped("corpus", "show", path), 1, message)
    for path, count in ((made / "articles.jsonl", 6), (next(made.glob("store/articles/0000000000.*")), 3)):
        done = oped("corpus", "show", path, "--lang", "en")
        assert done.returncode == 1
        assert done.stderr.count(b"has no 'a': skipped; write the rows anew") == count
        assert b"Nothing found" in done.stdout


def test_rows_from_a_pipe_are_those_of_the_file(made: Path) -> None:
    rows = (made / "rows.jsonl").read_bytes()
    wanted = oped("corpus", "show", made / "rows.jsonl", "--format", "json").stdout
    assert wanted
    assert oped("corpus", "show", "-", "--format", "json", data=rows).stdout == wanted
    assert oped_apart("corpus", "show", "/dev/stdin", "--format", "json", data=rows).stdout == wanted
    told(oped("corpus", "show", "-", "--max-bytes", "300", data=rows), 1, "larger than 300 bytes")
    told(oped("corpus", "show", "/dev/zero", "--max-bytes", "3000"), 1, "larger than 3,000 bytes")
    told(oped("themes", "-", "--stopwords", "/dev/zero"), 1, "larger than 33,554,432 bytes")


def test_very_many_lines_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(b"{}\n" * 150 + b"[" * 300)
    said = oped("corpus", "show", tmp_path / "rows.jsonl").stderr.decode().splitlines()
    assert len(said) == 101
    assert said[-1] == "oped: and 51 more, which are not named"


def test_interrupted_while_reading_keeps_the_old_rows(tmp_path: Path) -> None:
    pipe, out = tmp_path / "page.txt", tmp_path / "out.jsonl"
    os.mkfifo(pipe)
    out.write_bytes(OLD)
    with (
        subprocess.Popen([*HEEDS_INTERRUPTS, "corpus", pipe, "--out", out], stderr=-1) as process,
        feeding(pipe, process),
    ):
        interrupt(process)
    assert out.read_bytes() == OLD


ASKING = """
import signal, sys
from pathlib import Path
from compare.corpus.engines import connect

signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    with connect("duckdb", Path(sys.argv[1]), jobs=1, memory="512MB", master=None) as engine:
        print("now", flush=True)
        while True:
            engine.table("counted", "SELECT count(*) FROM range(3000000000) t WHERE hash(t.range) = 1")
except KeyboardInterrupt:
    print("oped: interrupted", file=sys.stderr)
    sys.exit(130)
"""


def test_interrupted_in_the_middle_of_a_query(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ASKING, tmp_path], stdout=-1, stderr=-1) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"now\n"
        interrupt(process)


def test_errors_that_are_not_of_the_engine_pass_through(tmp_path: Path) -> None:
    with (
        pytest.raises(RuntimeError, match="ours"),
        connect("duckdb", tmp_path, jobs=1, memory="512MB", master=None),
    ):
        raise RuntimeError("ours")


WORKING = """
import sys
from pathlib import Path
from compare.corpus.engines import connect
from seeds.errors import OpedError
from working_step import step

folder = Path(sys.argv[1])
try:
    with connect("duckdb", folder, jobs=2, memory="512MB", master=None) as engine:
        list(engine.each_part(step, list(folder.glob("*.parquet")), folder, {}))
except OpedError as error:
    print(error)
"""
STEP = """
import os, sys, time

def step(columns):
    print(os.getpid(), file=sys.stderr, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def at_work(made: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A process whose worker is in the middle of a task, and the number of that worker."""
    shutil.copy(next(made.glob("store/articles/0000000000.*")), tmp_path)
    script = tmp_path / "working.py"
    script.write_text(WORKING, "utf-8")
    (tmp_path / "working_step.py").write_text(STEP, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(compare.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, script, tmp_path], stdout=-1, stderr=-1, env=environment
    ) as process:
        assert process.stderr is not None
        yield process, int(process.stderr.readline())
        process.kill()


def test_a_worker_that_is_killed_is_told_of(at_work: tuple[subprocess.Popen[bytes], int]) -> None:
    process, worker = at_work
    os.kill(worker, signal.SIGKILL)
    assert process.communicate()[0].startswith(b"a worker was killed, for want of memory perhaps")


def test_workers_end_with_a_process_that_is_killed(at_work: tuple[subprocess.Popen[bytes], int]) -> None:
    process, _ = at_work
    process.kill()
    # The workers hold the other end of its messages, too: it closes when the last of them is gone.
    assert process.communicate() == (b"", b"")


def test_settings_that_make_no_sense(tmp_path: Path) -> None:
    with pytest.raises(OpedError, match="--memory") as caught:
        list(shared_phrases(ARTICLES, tmp_path, Settings(memory="1KB")))
    explained(caught.value)
