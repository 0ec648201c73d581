"""What oped writes is what the published schemas say, and nothing that they do not describe."""

import copy
import json

import jsonschema
import pytest
from referencing import Registry, Resource

from compare.report import make_report
from compare.schemas import NAMES, schema
from seeds import seed_page
from seeds.errors import UsageError


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
        (schema(other)["$id"], Resource.from_contents(change(schema(other)))) for other in NAMES
    )
    return jsonschema.Draft202012Validator(change(schema(name)), registry=registry)


@pytest.fixture(scope="module")
def written():
    report = json.loads(json.dumps(make_report([seed_page()]).to_dict()))
    return {
        "oped/report/1": report,
        "oped/page/1": report["pages"][0],
        "oped/summaries/1": report["summaries"],
        "oped/comparison/1": report["comparison"],
        "oped/rhetoric/1": report["rhetoric"][0],
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_are_schemas(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert schema(name)["title"] == name


@pytest.mark.parametrize("name", NAMES)
def test_the_seed_page_keeps_to_the_schema_and_every_field_is_described(name, written):
    assert written[name]["schema"] == name
    assert [error.message for error in validator(name, closed).iter_errors(written[name])] == []


@pytest.mark.parametrize("name", NAMES)
def test_later_versions_may_add_fields(name, written):
    more = written[name] | {"new_field": 1}
    assert validator(name).is_valid(more)
    assert not validator(name, closed).is_valid(more)


@pytest.mark.parametrize("name", NAMES)
def test_a_required_field_may_not_go(name, written):
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
