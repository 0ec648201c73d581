"""The same input gives the same bytes: whatever the hash seed, the threads, the order of files, the Python."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import seeds

from .running import unmeasured

ROOT = Path(seeds.__file__).resolve().parent.parent
COMMANDS = (
    ("read", "--format", "json"),
    ("report", "--format", "html"),
    ("report", "--format", "json"),
    ("themes", "--format", "json"),
    ("rhetoric", "--format", "json"),
    ("corpus", "pairs"),
    ("summarize", "--engine", "graph", "--format", "json"),
    ("compare", "--format", "terminal"),
)
SETTINGS = (
    {"PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"},
    {"PYTHONHASHSEED": "1", "OMP_NUM_THREADS": "4", "OPENBLAS_NUM_THREADS": "4", "RAYON_NUM_THREADS": "4"},
    {"PYTHONHASHSEED": "42", "OMP_NUM_THREADS": "4", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "4"},
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed page in three files: whole, and its pieces as pages of their own."""
    made = tmp_path_factory.mktemp("pages")
    page = seeds.seed_page()
    (made / "b.txt").write_text(page.text, "utf-8")
    for name, piece in zip("ca", page, strict=False):
        (made / f"{name}.txt").write_text(f"{piece.title}\n\n{piece.byline or ''}\n\n{piece.body}\n", "utf-8")
    return made


def output(
    arguments: tuple[str, ...], *sources: Path, python: str = sys.executable, **environment: str
) -> str:
    done = subprocess.run(
        [python, "-m", "oped", *arguments, *map(str, sources)],
        capture_output=True,
        check=False,
        env={**unmeasured(), "COLUMNS": "90", **environment},
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    return hashlib.sha256(done.stdout).hexdigest()


@pytest.mark.slow
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_hash_seeds_and_threads_change_nothing(arguments: tuple[str, ...], folder: Path) -> None:
    assert len({output(arguments, folder, **setting) for setting in SETTINGS}) == 1


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("report", "--format", "json"), ("corpus", "pairs")], ids=" ".join)
def test_a_folder_is_read_in_the_order_of_its_names(
    arguments: tuple[str, ...], folder: Path, tmp_path: Path
) -> None:
    again = tmp_path / folder.name
    again.mkdir()
    for name in ("c.txt", "b.txt", "a.txt"):  # made in another order than the first time
        shutil.copy(folder / name, again)
    assert output(arguments, folder) == output(arguments, again)


def test_files_named_one_by_one_keep_their_order(folder: Path) -> None:
    files = [folder / name for name in ("c.txt", "a.txt", "b.txt")]
    assert [page.name for page in seeds.read_pages(files)] == ["c.txt", "a.txt", "b.txt"]
    assert [page.name for page in seeds.read_pages([folder])] == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.slow
@pytest.mark.parametrize("version", ["3.10", "3.11", "3.12", "3.13"])
def test_every_python_that_is_here_agrees(version: str, folder: Path) -> None:
    python = shutil.which(f"python{version}")
    ready = (
        python
        and not subprocess.run(
            [python, "-c", "import click, duckdb, jinja2, numpy, rich, rjieba"],
            capture_output=True,
            check=False,
            cwd=ROOT,
        ).returncode
    )
    if not python or not ready:
        pytest.skip(f"there is no python{version} on the path with our dependencies")
    for arguments in COMMANDS:
        assert output(arguments, folder, python=python) == output(arguments, folder), arguments
