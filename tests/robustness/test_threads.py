"""What is public may be asked from eight threads at once, the very first time too, and in a process that was forked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from inspect import isfunction
from pathlib import Path

import pytest

import compare.corpus
import compare.mining
import oped
import seeds
import summarize
from seeds import seed_page

from .running import unmeasured

COLD = """
import json, sys, threading
sys.setswitchinterval(1e-5)

def plain(value):
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, (str, int, float, bool, dict, type(None))):
        return value
    try:
        return [plain(each) for each in value]
    except TypeError:
        return type(value).__name__

found, together = [], threading.Barrier(8)

def run():
    together.wait()
    try:
        found.append(json.dumps(plain(work()), sort_keys=True, default=str))
    except BaseException as error:
        found.append(repr(error))
        raise

threads = [threading.Thread(target=run) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
once = json.dumps(plain(work()), sort_keys=True, default=str)
assert len(once) > 4, once
assert found == 8 * [once], [each[:300] for each in [once, *found]]
"""

WORK = {
    "seeds.read_page": "from seeds import read_page; return read_page(page)",
    "seeds.read_pages": "from seeds import read_pages; return read_pages([page])",
    "seeds.article": "from seeds import article; return article(text)",
    "seeds.sentences": "from seeds import article, sentences; return [s.text for s in sentences(article(text))]",
    "seeds.seed_page": "from seeds import seed_page; return seed_page()",
    "HTML": "from seeds import read_page; return read_page(html, name='x.html')",
    "PDF": "from seeds import read_page; return read_page(pdf, name='x.pdf')",
    **{
        f"summarize by {engine}": f"from summarize import summarize; return summarize(text, engine='{engine}')"
        for engine in ("learned", "graph", "lead", "textrank4zh", "snownlp")
    },
    "summarize.headline": "from summarize import headline; return headline(text)",
    "summarize.engines": "from summarize import engines; return [each.name for each in engines()]",
    "compare.compare": "from compare import compare; return compare(text, text + '好')",
    "compare.compare_all": "import oped; return oped.compare_all(oped.read_page(page))",
    "compare.themes": "import oped; return oped.themes(text)",
    "compare.rhetoric": "from compare.rhetoric import rhetoric; return rhetoric(text)",
    "timeline": "from compare.mining import timeline; return timeline([('2021-11-24', text)], ['活动室'])",
    "find_reuse": "from compare.corpus import find_reuse; return list(find_reuse(docs))",
    "corpus_phrases": "from compare.corpus import corpus_phrases; return corpus_phrases(docs)",
    "concordance": (
        "from compare.corpus import Article, concordance\n"
        "    return concordance([Article(*doc) for doc in docs], '活动室')"
    ),
    "build_reference": "from compare.reference.build import build_reference; return build_reference([text]).digest",
    "pieces": (
        "from seeds import analysis_of, article, clauses, parse_page, sentences\n"
        "    return [parse_page(open(page).read()), [word for word, _ in analysis_of(text).tagged],\n"
        "        [each.text for sentence in sentences(article(text)) for each in clauses(sentence)]]"
    ),
    "terms": (
        "from compare import overlap, theme_map\n"
        "    from compare.mining import contrast, genealogy, listed_phrases, set_phrases\n"
        "    texts = [each for _, each in docs]\n"
        "    return [overlap(text, text + '好'), theme_map(texts), contrast(texts, texts[1:], least=1),\n"
        "        set_phrases(docs, least_docs=2), listed_phrases(docs, ['活动室']),\n"
        "        genealogy({'发展': '2020-01-01', '高质量发展': '2021-01-01'})]"
    ),
    "rows": (
        "import tempfile; from pathlib import Path; from compare.reference.corpus import load_reference\n"
        "    from compare.corpus import (\n"
        "        Archive, Article, check, read_rows, reprints, sharings, shared_phrases, strongest)\n"
        "    with tempfile.TemporaryDirectory() as folder:\n"
        "        store, saved = Path(folder) / 'store', Path(folder) / 'rows.jsonl'\n"
        "        articles = [Article(*doc) for doc in docs]\n"
        "        rows = list(shared_phrases(articles, store))\n"
        "        saved.write_text('\\n'.join(json.dumps(row.to_dict()) for row in rows))\n"
        "        assert len(list(read_rows(saved))) == len(rows) > 9\n"
        "        return [rows, reprints(articles), sharings(rows, '1'), strongest(lambda: rows),\n"
        "            check(text, Archive.of_store(store), load_reference())]"
    ),
    "oped.report": "import oped; return oped.report([oped.read_page(page)])",
    "oped.reports.html": (
        "import oped; from oped.reports.html import html; from oped.words import Labels\n"
        "    return html(oped.report([oped.read_page(page)]), Labels('zh'))"
    ),
}
TEXT = (
    "让活动室的门开起来，要有人管，要有人用，更要有人愿意来。越是忙，越要想。群众的获得感从哪里来？从门里来。"
)
QUICK = ("summarize by learned", "compare.compare_all", "find_reuse", "PDF")


def test_every_public_function_is_among_them() -> None:
    asked = {*re.findall(r"\w+", " ".join(WORK.values()))}
    modules = (oped, seeds, summarize, compare, compare.corpus, compare.mining)
    public = {name for module in modules for name in module.__all__ if isfunction(getattr(module, name))}
    assert len(public) > 25
    assert public - asked == {"to_arrow"}, "which needs pyarrow"


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A line of Python that says what is worked on."""
    page = tmp_path_factory.mktemp("page") / "page.txt"
    page.write_text(seed_page().text, "utf-8")
    html = f"<html><body><h1>门开了</h1><p>{TEXT}</p><p>{TEXT}</p></body></html>".encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length 66>>stream\nBT /F1 8 Tf 10 700 Td (The door must be opened, and people come.) Tj ET\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    pdf = b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R>>"
    docs = [(str(number), f"第{number}篇。{TEXT}") for number in range(6)]
    return f"page, html, pdf, text, docs = {str(page)!r}, {html!r}, {pdf!r}, {TEXT!r}, {docs!r}"


@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in WORK]
)
def test_eight_threads_at_once_find_what_one_does(name: str, inputs: str) -> None:
    if name in ("HTML", "PDF"):
        pytest.importorskip("lxml" if name == "HTML" else "pypdfium2")
    done = subprocess.run(
        [sys.executable, "-c", f"{inputs}\ndef work():\n    {WORK[name]}\n{COLD}"],
        capture_output=True,
        check=False,
        env=unmeasured(),
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]


FORKED = """
import multiprocessing, os, sys
from compare.corpus import find_reuse
docs = [(name, name + "让活动室的门开起来，要有人管，要有人用，更要有人愿意来，这是真话。") for name in "甲乙丙"]

def work(number=0):
    from summarize import summarize
    from seeds import seed_page
    return list(find_reuse(docs)), summarize(docs[0][1]).to_dict(), len(seed_page().pieces)

before = work()
with multiprocessing.get_context("fork").Pool(2) as pool:
    assert pool.map_async(work, range(4)).get(120) == 4 * [before]
child = os.fork()
if child == 0:
    assert work() == before
    sys.exit(7)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_child_of_a_fork_works_on() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", FORKED], capture_output=True, check=False, timeout=200
    )
    assert done.returncode == 0, done.stderr.decode()


UNGUARDED = """
import sys
from pathlib import Path
from compare.corpus import Article, Settings, shared_phrases
print("once")
text = "让活动室的门开起来，要有人管，要有人用，更要有人愿意来，这就是我们想说的话。"
articles = [Article(name, name + text) for name in "甲乙丙"]
print(len(list(shared_phrases(articles, Path(sys.argv[1]), Settings(jobs=2)))))
"""


def test_jobs_do_not_run_the_program_of_the_caller_again(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED, "utf-8")
    done = subprocess.run([sys.executable, script, tmp_path / "store"], capture_output=True, check=False)
    assert done.stdout.split() == [b"once", b"3"], done.stderr.decode()
