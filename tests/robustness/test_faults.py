"""What goes wrong outside of us, and what the user sees then: the message, the exit code, the file that was there."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import seeds
import summarize
from seeds.errors import EngineUnavailableError
from summarize import rankers

from .running import (
    HEEDS_INTERRUPTS,
    OLD,
    PAGE,
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["report", "read --format json"])
def test_a_full_disk_behind_standard_output(command: str) -> None:
    told(shell(f"OPED {command} - > /dev/full"), 1, "No space left on device")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_a_file() -> None:
    told(
        oped("report", "-", "--format", "html", "-o", "/dev/full"),
        1,
        "cannot write '/dev/full': No space left",
    )


@pytest.mark.parametrize(
    "arguments",
    [("report", "-", "--format", "html", "-o"), ("background", "build", "-", "--output")],
    ids=lambda arguments: arguments[0],
)
def test_a_disk_that_fills_up_keeps_the_old_file(arguments: tuple[str, ...], tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_bytes(OLD)
    told(oped_on_a_full_disk(*arguments, out, data=PAGE * 40), 1, "File too large")
    assert out.read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_predictions_on_a_disk_that_fills_up(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        "".join(json.dumps({"id": n, "text": PAGE.decode(), "summary": "门"}) + "\n" for n in range(99)),
        "utf-8",
    )
    out = tmp_path / "out"
    out.write_bytes(OLD)
    done = oped_on_a_full_disk("evaluate", "summaries", rows, "--engine", "lead", "--predictions", out)
    told(done, 1, "File too large")
    assert out.read_bytes() == OLD


def test_killed_half_way_the_old_file_is_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_bytes(OLD)
    script = (
        "import sys, time; from seeds.whole_file import whole_file\n"
        "with whole_file(sys.argv[1]) as file:\n"
        "    file.write(b'half'); file.flush(); print('now', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(out)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"now\n"
        process.kill()
    assert out.read_bytes() == OLD


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.symlink_to("nowhere"), "No such file"),
        (lambda path: path.symlink_to(path.name), "symbolic links"),
        (lambda path: path.mkdir(), "holds no"),
        (lambda path: path.write_bytes(bytes(400)), "looks binary"),
        (lambda path: path.write_bytes(b""), "is empty"),
    ],
    ids=["dangling link", "link to itself", "empty folder", "binary", "empty"],
)
def test_a_file_that_cannot_be_read(make: object, message: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    make(path)  # type: ignore[operator]
    told(oped("report", path), 1, message)
    good = tmp_path / "good.txt"
    good.write_bytes(PAGE)
    both = oped("read", path, good, "--format", "json")
    told(both, 1, message)
    assert json.loads(both.stdout)["name"] == "good.txt"


def test_reading_that_fails_after_opening(tmp_path: Path) -> None:
    told(oped("read", "/proc/self/mem"), 1, "cannot read '/proc/self/mem': Input/output error")


def test_a_stream_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    with pytest.raises(seeds.InputError, match="Input/output error"):
        seeds.read_page(io.BufferedReader(Broken()))


@pytest.mark.parametrize("command", ["report", "read --format json"])
def test_a_reader_that_goes_away(command: str, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(PAGE * 20)
    done = shell(f"(OPED {command} {tmp_path}/page.txt; echo $? >&2) | true")  # gone before we write
    assert done.stderr == b"0\n"


def test_interrupted(tmp_path: Path) -> None:
    pipe = tmp_path / "page.txt"
    os.mkfifo(pipe)
    with (
        subprocess.Popen([*HEEDS_INTERRUPTS, "read", pipe], stdout=-1, stderr=-1) as process,
        feeding(pipe, process),
    ):
        interrupt(process)


def test_interrupted_at_once() -> None:
    """While it loads, above all: no traceback at any time."""
    waits = random.Random(4)
    for _ in range(6):
        with subprocess.Popen([*HEEDS_INTERRUPTS, "report"], stdout=-1, stderr=-1) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"now\n"
            time.sleep(waits.uniform(0, 0.1))
            interrupt(process)


def test_interrupted_where_python_ignores_it() -> None:
    """In what is called when an object goes, as the locks of imports do."""
    script = (
        "import signal, weakref, oped.cli\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "class Held: pass\n"
        "def command():\n"
        "    held = Held()\n"
        "    gone = weakref.ref(held, lambda _: signal.raise_signal(signal.SIGINT))\n"
        "    del held\n"
        "    print('went on')\n"
        "oped.cli.main = command\n"
        "from oped.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


@pytest.mark.parametrize(("cause", "code"), [("KeyboardInterrupt()", 130), ("ValueError()", 1)])
def test_interrupted_while_a_class_is_made(cause: str, code: int) -> None:
    """Python 3.11 and earlier tell of it as the cause of another error; no other error is taken for it."""
    script = (
        "import oped.cli\n"
        "def made(): raise RuntimeError('Error calling __set_name__') from " + cause + "\n"
        "oped.cli.main = made\n"
        "from oped.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == code
    assert (b"Traceback" in done.stderr) == (code == 1)


def test_interrupted_while_writing_keeps_the_old_file(tmp_path: Path) -> None:
    out, page = tmp_path / "out", tmp_path / "page.txt"
    out.write_bytes(OLD)
    page.write_bytes(PAGE * 3)
    script = (
        "import signal, os, seeds.whole_file as files; from contextlib import contextmanager\n"
        "whole = files.whole_file\n"
        "@contextmanager\n"
        "def interrupted(path):\n"
        "    with whole(path) as file:\n"
        "        yield file\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "files.whole_file = interrupted\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from oped.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "report", page, "--format", "html", "-o", out],
        capture_output=True,
        check=False,
    )
    told(done, 130, "interrupted")
    assert out.read_bytes() == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "page.txt"]


WITHOUT = "import sys; sys.modules[sys.argv.pop(1)] = None; from oped.cli import main; main()"


@pytest.mark.parametrize(
    ("package", "data", "message"),
    [
        ("pypdfium2", b"%PDF-1.7\n", r"pip install 'oped\[pdf\]'"),
        ("lxml.html", b"<html><body><p>x</p></body></html>", r"pip install 'oped\[html\]'"),
    ],
)
def test_a_format_whose_extra_is_missing(package: str, data: bytes, message: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, package, "read", "-"], input=data, capture_output=True, check=False
    )
    told(done, 3, message)


@pytest.mark.parametrize(
    ("package", "engine", "message"),
    [
        ("sumy", "sumy-lexrank", r"pip install 'oped\[sumy\]'"),
        ("snownlp", "snownlp", "pip install snownlp"),
        ("textrank4zh", "textrank4zh", "pip install textrank4zh"),
    ],
)
def test_an_engine_whose_package_is_missing(package: str, engine: str, message: str) -> None:
    script = WITHOUT.replace(
        "from oped", "import importlib.util as u; f = u.find_spec; "
        f"u.find_spec = lambda n, p=None: None if n == {package!r} else f(n, p); from oped"
    )  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", script, package, "summarize", "--engine", engine, "-"],
        input=PAGE,
        capture_output=True,
        check=False,
    )
    told(done, 3, message)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["snownlp", "textrank4zh"])
def test_an_engine_of_others_that_raises(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip(name)

    def broken(*arguments: object) -> list[float]:
        raise IndexError("inside\nanother's engine")

    monkeypatch.setattr(type(rankers.load(name)), "foreign_scores", broken)
    with pytest.raises(
        EngineUnavailableError, match=f"engine '{name}' failed .IndexError: inside another's"
    ) as caught:
        summarize.summarize(PAGE.decode(), engine=name)
    explained(caught.value)


def test_an_engine_of_others_that_raises_when_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    package = pytest.importorskip("textrank4zh")

    def broken(*arguments: object, **options: object) -> None:
        raise AttributeError("module 'networkx' has no attribute")

    rankers.load.cache_clear()
    monkeypatch.setattr(package.TextRank4Sentence, "__init__", broken)
    with pytest.raises(EngineUnavailableError, match="choose another engine"):
        summarize.summarize(PAGE.decode(), engine="textrank4zh")
    rankers.load.cache_clear()


def test_standard_output_that_is_closed() -> None:
    done = shell("exec OPED read - >&-")
    assert done.returncode == 1
    assert b"standard output is closed" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
@pytest.mark.parametrize("command", ["read", "report"])
def test_a_locale_that_is_not_utf8(locale: str, command: str) -> None:
    environment = {
        **os.environ,
        "LC_ALL": locale,
        "LANG": locale,
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    environment.pop("PYTHONIOENCODING", None)
    done = oped_apart(command, "-", "--lang", "zh", env=environment)
    assert done.returncode == 0, done.stderr
    assert "标题在此" in done.stdout.decode("utf-8")


def test_output_into_a_folder_that_is_not_there_or_is_one(tmp_path: Path) -> None:
    told(oped("report", "-", "--format", "csv", "-o", tmp_path / "no" / "x"), 1, "No such file or directory")
    told(oped("report", "-", "--format", "csv", "-o", tmp_path), 1, "Is a directory")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder nobody can write to")
def test_output_into_a_folder_that_takes_no_files() -> None:
    done = oped("report", "-", "--format", "csv", "-o", "/proc/self/x.csv")
    told(done, 1, "cannot write '/proc/self/x.csv': [^;]*; name another file by --output")


@pytest.mark.parametrize("name", ["page.txt", "page.jsonl"])
def test_a_limit_names_its_flag(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(PAGE)
    done = oped("read", path, "--max-bytes", "10")
    assert done.returncode == 1
    assert "larger than 10 bytes; allow more with --max-bytes" in done.stderr.decode().splitlines()[0]
