"""What oped writes is what the published schemas say, and nothing that they do not describe."""

import copy
import json
from importlib.resources import files

import jsonschema
import pytest
from click.testing import CliRunner
from referencing import Registry, Resource

from oped.cli import oped
from oped.reports import make_report
from oped.schemas import LINES, NAMES, schema
from seeds import seed_page
from seeds.errors import UsageError

SEED = files("seeds") / "pages" / "lvliang-2021.txt"
ARTICLES = [
    ("春", "2021-03-01", "修渠的人早晨五点就出了门，天黑才扛着铁锹回来，问需于民、问计于民、问效于民。"),
    ("夏", "2022-06-01", "天晴了。修渠的人早晨五点就出了门，天黑才扛着铁锹回来，问需于民、问计于民。"),
    ("秋", "2023-09-01", "天晴了，孩子们放风筝。"),
]


def closed(node):
    """The schema with every object shut: a field that is written must also be described."""
    if isinstance(node, dict):
        shut = {key: closed(value) for key, value in node.items()}
        if "properties" in shut and "additionalProperties" not in shut:
            shut["additionalProperties"] = False
        return shut
    return [closed(item) for item in node] if isinstance(node, list) else node


def validator(name, change=lambda found: found):
    registry = Registry().with_resources(
        (schema(other)["$id"], Resource.from_contents(change(schema(other)))) for other in NAMES + LINES
    )
    return jsonschema.Draft202012Validator(change(schema(name)), registry=registry)


def printed(*arguments, form="json"):
    """The JSON objects that a command prints."""
    asked = [*map(str, arguments), *(["--format", form] if form else [])]
    result = CliRunner().invoke(oped, asked, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Three articles with something to summarise, and what two of them share."""
    folder = tmp_path_factory.mktemp("corpus")
    lines = (
        {"id": name, "date": date, "title": name, "text": text, "summary": text[:20]}
        for name, date, text in ARTICLES
    )
    texts, rows = folder / "articles.jsonl", folder / "rows.jsonl"
    texts.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    done = CliRunner().invoke(oped, ["corpus", str(texts), "--out", str(rows)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return texts, rows


@pytest.fixture(scope="module")
def lines(corpus):
    """Lines that stand for all of a file, by the name of their schema."""
    texts, rows = corpus
    store, twice = rows.with_name("store"), rows.with_name("twice.jsonl")
    again = ({"id": day, "date": day, "text": ARTICLES[0][2]} for day in ("2021-03-01", "2021-03-02"))
    twice.write_text("".join(json.dumps(line) + "\n" for line in again), "utf-8")
    printed("corpus", texts, "--store", store, "--out", rows.with_name("again.jsonl"), form=None)
    return {
        "oped/corpus-pairs/1": [json.loads(line) for line in rows.read_text("utf-8").splitlines()],
        "oped/corpus-phrases/1": printed("corpus", "phrases", texts),
        "oped/corpus-strongest/1": printed("corpus", "show", rows),
        "oped/corpus-article/1": printed("corpus", "show", rows, "--article", "春"),
        "oped/corpus-reprints/1": printed("corpus", "reprints", twice),
        "oped/finding/1": printed("report", SEED, "--piece", 2),
        "oped/check/1": printed("check", texts, "--store", store),
        "oped/corpus-concordance/1": printed("corpus", "show", "--phrase", "天晴", "--texts", texts),
    }


@pytest.fixture(scope="module")
def written(corpus):
    texts, _ = corpus
    report = json.loads(json.dumps(make_report([seed_page()]).to_dict()))
    rhetoric, *_ = printed("rhetoric", SEED)
    (themes,) = printed("themes", texts)
    (timeline,) = printed("timeline", texts, "--formula", "天晴")
    (keyness,) = printed("compare", "corpora", texts, SEED, "--least", 1)
    (engines,) = printed("engines")
    (evaluation,) = printed("evaluate", "summaries", texts, "--engine", "lead")
    return {
        "oped/keyness/1": keyness,
        "oped/themes/1": themes,
        "oped/timeline/1": timeline,
        "oped/engines/1": engines,
        "oped/evaluation/1": evaluation,
        "oped/report/1": report,
        "oped/page/1": report["pages"][0],
        "oped/summaries/1": report["summaries"],
        "oped/comparison/1": report["comparison"],
        "oped/rhetoric/1": rhetoric,
    }


@pytest.mark.parametrize("name", NAMES + LINES)
def test_the_schemas_are_schemas(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert schema(name)["title"] == name


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_keeps_to_the_schema_and_every_field_is_described(name, written):
    assert written[name]["schema"] == name
    assert [error.message for error in validator(name, closed).iter_errors(written[name])] == []


@pytest.mark.parametrize("name", LINES)
def test_every_line_keeps_to_its_schema(name, lines):
    assert lines[name]
    check, shut = validator(name), validator(name, closed)
    for line in lines[name]:
        assert [error.message for error in shut.iter_errors(line)] == []
        assert check.is_valid(line | {"new_field": 1})
        for field in schema(name)["required"]:
            assert not check.is_valid({k: v for k, v in line.items() if k != field})


@pytest.mark.parametrize("name", NAMES)
def test_later_versions_may_add_fields(name, written):
    more = written[name] | {"new_field": 1}
    assert validator(name).is_valid(more)
    assert not validator(name, closed).is_valid(more)


@pytest.mark.parametrize("name", NAMES)
def test_a_required_field_may_not_go(name, written):
    assert schema(name)["required"]
    for field in schema(name)["required"]:
        assert not validator(name).is_valid({k: v for k, v in written[name].items() if k != field})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("pairs", 0, "scores", "theme"), 1.5),
        (("pairs", 0, "left"), 0),
        (("pairs", 0, "matches", 0, "kind"), "same"),
        (("pairs", 0, "matches", 0, "left", "spans", 0), [1]),
        (("pairs", 0, "matches", 0, "left", "spans", 0), [1, -2]),
        (("pieces", 0, "id"), "1"),
    ],
)
def test_wrong_values_are_told(path, value, written):
    wrong = copy.deepcopy(written["oped/comparison/1"])
    wrong["pairs"].sort(key=lambda pair: not pair["matches"])
    at = wrong
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert not validator("oped/comparison/1").is_valid(wrong)


def test_an_unknown_schema_is_refused():
    with pytest.raises(UsageError, match="oped/page/1"):
        schema("../page/1")
