"""Another package adds an engine, a tokenizer, a device and a format without a word in ours."""

import os
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from seeds import registry

EXAMPLE = Path(__file__).parent / "example_package"
TEXT = "清晨，村里的广播响了。大家忙着收稻子！村里的水渠修好以后，乡亲们的收成一年好过一年。"


def run(script):
    paths = os.pathsep.join([str(EXAMPLE), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


def test_an_engine_is_listed_and_ranks():
    found = run(
        "from summarize import engines, summarize\n"
        "print([e.description for e in engines() if e.name == 'last-first'])\n"
        f"print([s.score for s in summarize({TEXT!r}, engine='last-first').paragraph.sentences])"
    )
    assert found == "['from oped-example 1.0']\n[0.0, 1.0, 2.0]"


def test_a_tokenizer_cuts_and_is_named_in_the_signature():
    script = (
        "from seeds.language.tokens import tokenizer\nfrom summarize import summarize\n"
        f"print(summarize({TEXT!r}, tokenizer=tokenizer('letters')).signature)"
    )
    assert "tokenizer:letters" in run(script)


def test_a_device_is_found_counted_and_drawn():
    script = (
        "import rich\nfrom compare.rhetoric import rhetoric\n"
        f"profile = rhetoric({TEXT!r})\n"
        "print([(d.kind, d.label, d.text) for d in profile.of('exclamation')], profile.density['exclamation'] > 0)\n"
        "rich.print(profile)"
    )
    found = run(script)
    assert found.startswith("[('exclamation', '感叹', '！')] True")
    assert "exclamation 1" in found


def test_a_format_is_told_from_the_bytes_and_found_in_folders(tmp_path):
    (tmp_path / "a.verse").write_text(f"VERSE\n村里的路\n\n{TEXT}\n", "utf-8")
    script = (
        "import oped\n"
        f"(page,) = oped.read_pages([{str(tmp_path)!r}])\n"
        "print(page.encoding, len(page.pieces), page.pieces[0].paragraphs[-1].text[:2])"
    )
    assert run(script) == "verse 1 清晨"


def test_what_cannot_be_loaded_says_whose_it_is():
    point = EntryPoint("mine", "no_such_module:Engine", "oped.engines")
    with pytest.raises(registry.EngineUnavailableError, match=r"'mine' \(no_such_module:Engine\)"):
        registry.load(point)
