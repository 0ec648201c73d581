"""What is public, as lists: a change here is a change that others feel."""

import importlib
import importlib.resources

import pytest

from oped.schemas import LINES, NAMES, schema

PUBLIC = {
    "seeds": "MAX_BYTES Analysis EngineUnavailableError Excerpt Furniture InputError Note OpedError Page Paragraph"
    " Piece Region Role Sentence Span Tokenizer UsageError __version__ analysis_of article clauses parse_page read_page"
    " read_pages seed_page sentences",
    "summarize": "Engine EngineInfo Headline Ranking Selected Selection Summary engines headline summarize",
    "compare": "Comparison Difference Match Member Pair Theme compare compare_all overlap theme_map",
    "compare.themes": "Group Overlap TermProfile Term ThemeMap names overlap profile scores theme_map themes",
    "compare.rhetoric": "Device DeviceKind Found RhetoricalProfile device_kinds rhetoric",
    "compare.mining": "Ancestor Contrast Form KeyTerm KeyWord Phrase Succession TIERS TRENDS Timeline Usage concordance"
    " contrast corpus_phrases genealogy listed_phrases set_phrases timeline",
    "compare.corpus": "Archive Article Checked KeyWord Passage Phrase Reprints Row Settings Sharing"
    " check concordance corpus_phrases find_reuse"
    " read_rows reprints set_phrases shared_phrases sharings strongest to_arrow",
    "oped.reports": "Report make_report",
    "oped.reports.html": "html",
}
DOCUMENTED = {
    "oped.reports.forms": "draw form_of",
    "oped.reports.model": "ReportDocument Listing Column",
    "oped.reports.rows": "piece_rows pair_rows match_rows",
    "oped.schemas": "LINES NAMES schema",
    "compare.reference.build": "build_reference",
    "compare.reference.corpus": "ReferenceCorpus load_reference",
}
"""Public without `__all__`: their modules hold helpers for each other beside these."""
SCHEMAS = {
    f"oped/{name}/1"
    for name in (
        *(
            "page",
            "summaries",
            "comparison",
            "rhetoric",
            "report",
            "themes",
            "timeline",
            "engines",
            "evaluation",
            "keyness",
            "check",
            "corpus-reprints",
        ),
        *("corpus-pairs", "corpus-phrases", "corpus-strongest", "corpus-article", "corpus-concordance"),
    )
}


@pytest.mark.parametrize("name", PUBLIC)
def test_public_names(name):
    module = importlib.import_module(name)
    assert sorted(module.__all__) == sorted(PUBLIC[name].split())
    assert all(hasattr(module, public) for public in module.__all__)


@pytest.mark.parametrize("name", DOCUMENTED)
def test_documented_names(name):
    module = importlib.import_module(name)
    assert [public for public in DOCUMENTED[name].split() if not hasattr(module, public)] == []


def test_every_package_is_typed():
    packages = ("seeds", "summarize", "compare", "oped")
    assert all((importlib.resources.files(package) / "py.typed").is_file() for package in packages)


def test_published_schemas_keep_their_numbers():
    """A number that is out stays out; new schemas are added to the list above."""
    assert {*NAMES, *LINES} >= SCHEMAS
    for name in NAMES:
        assert schema(name)["properties"]["schema"] == {"const": name}
