"""What is distributed: the files of wheel and sdist, and every dependency with its lock and its licence."""

import io
import os
import re
import tarfile
import zipfile
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import compare
import seeds
import summarize

ROOT = Path(__file__).resolve().parent.parent
LEXICON = Path(seeds.__file__).parent / "lexicon"
PACKAGES = ("seeds", "summarize", "compare", "oped")
LOCK = (ROOT / "requirements" / "dev.lock").read_text("utf-8")
LICENCES = (ROOT / "docs" / "licences.md").read_text("utf-8")

SUFFIXES = {
    "seeds": {".py", ".json", ".txt", ".typed"},
    "summarize": {".py", ".json", ".typed"},
    "compare": {".py", ".json", ".npz", ".typed"},
    "oped": {".py", ".mo", ".po", ".json", ".html", ".css", ".js", ".typed"},
}
TEXTS = {"seeds/pages/lvliang-2021.txt", *(f"seeds/lexicon/{path.name}" for path in LEXICON.glob("*.txt"))}
"""The only files of plain text in the packages: our page, and lists of words that name their source."""

in_source_tree = pytest.mark.skipif(
    not (ROOT / "seeds" / "__init__.py").exists(), reason="the packages are not in this tree"
)


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def asked_for():
    """The names in all lists of requirements of pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    lists = text[text.index("\ndependencies = [") : text.index("[project.scripts]")]
    lines = "\n".join(line for line in lists.splitlines() if not line.lstrip().startswith("#"))
    names = {normal(re.match(r"[\w.-]+", line)[0]) for line in re.findall(r'"([^"]+)"', lines)}
    return names - {"oped"}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The names in the wheel and in the sdist, the sdist's without its root."""
    pytest.importorskip("hatchling")
    from hatchling.builders.sdist import SdistBuilder
    from hatchling.builders.wheel import WheelBuilder

    folder = str(tmp_path_factory.mktemp("dist"))
    with redirect_stdout(io.StringIO()):
        (wheel,) = WheelBuilder(str(ROOT)).build(directory=folder, versions=["standard"])
        (sdist,) = SdistBuilder(str(ROOT)).build(directory=folder, versions=["standard"])
    with zipfile.ZipFile(wheel) as archive, tarfile.open(sdist) as source:
        return (set(archive.namelist()), {name.partition("/")[2] for name in source.getnames()})


@pytest.mark.slow
@in_source_tree
def test_the_wheel_holds_the_packages_and_nothing_else(built):
    files = {name for name in built[0] if ".dist-info/" not in name}
    assert files == {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    for name in files:
        assert Path(name).suffix in SUFFIXES[name.partition("/")[0]], name
    assert {name for name in files if name.endswith(".txt")} == TEXTS
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in built[0])


@pytest.mark.slow
@in_source_tree
def test_the_sdist_holds_what_the_tests_need_and_no_corpus(built):
    files = built[1]
    tops = {name.partition("/")[0] for name in files}
    needed = {"tests", "benchmarks", "docs", "requirements", "LICENSE", "README.md", "pyproject.toml"}
    assert tops >= {*PACKAGES, *needed}
    assert not {top for top in tops if top.startswith(".")} - {".gitignore"}
    corpora = {name for name in files if name.endswith((".jsonl", ".xz", ".zip", ".gz", ".parquet", ".pyc"))}
    ours = ("benchmarks/quality/own/", "benchmarks/history.jsonl")
    assert {name for name in corpora if not name.startswith(ours)} == set()
    assert {name for name in files if name.endswith(".txt") and name.startswith(PACKAGES)} == TEXTS


@pytest.mark.parametrize("package", [seeds, summarize, compare], ids=lambda package: package.__name__)
@pytest.mark.skipif("OPED_INSTALLED" not in os.environ, reason="only where the wheel is tried")
def test_the_installed_packages_are_what_is_tested(package):
    assert ROOT not in Path(package.__file__).resolve().parents
    assert "site-packages" in Path(package.__file__).parts


@pytest.mark.parametrize("name", sorted(asked_for()))
def test_a_dependency_is_locked_and_its_licence_listed(name):
    assert f"\n{name}==" in LOCK, "run .ci/lock"
    assert f"\n| [{name}](" in LICENCES, "run docs/make_licences.py"


def test_whatever_is_locked_has_a_licence_and_a_hash():
    locked = re.findall(r"^([a-z0-9-]+)==[^\n]+\\\n    --hash=sha256:[0-9a-f]{64}", LOCK, re.MULTILINE)
    assert len(locked) == len(re.findall(r"^[^\s#]", LOCK, re.MULTILINE))
    listed = re.findall(r"^\| \[([a-z0-9-]+)\]\(https?://\S+\) \| ([^|]+) \|", LICENCES, re.MULTILINE)
    assert {name for name, _ in listed} == set(locked)
    assert all(licence.strip() for _, licence in listed)


def test_the_lock_file_names_no_machine_and_no_index():
    assert not re.search(r"(?i)https?://|file:|/(opt|home|root|tmp|usr)/|--(index|extra|find|trusted)", LOCK)
