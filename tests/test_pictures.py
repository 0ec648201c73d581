"""The script that makes the pictures of the documents: the SVG is sound, and Chinese stands in its cells."""

import importlib.util
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from rich.cells import cell_len

from oped.reports import make_report
from oped.reports.forms.terminal import terminal
from oped.reports.views.full import full
from oped.reports.views.glance import glance
from oped.words import Labels
from seeds import seed_page

SCRIPT = Path(__file__).resolve().parent.parent / "docs" / "make_pictures.py"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("make_pictures", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=["whole", "glance"])
def svg(script, request):
    report, label = make_report([seed_page()]), Labels("zh")
    view = full if request.param == "whole" else glance
    return script.terminal_svg(terminal(view(report, label)))


def test_the_svg_fetches_nothing(svg):
    assert "url(http" not in svg
    assert "url(" not in svg.replace("url(#", "")
    assert "<script" not in svg


def test_every_character_stands_in_its_cell(svg, script):
    texts = ElementTree.fromstring(svg).findall(".//{*}text[@x][@clip-path]")
    assert any("不断提高城市数字治理效能" in (text.text or "") for text in texts)
    for text in texts:
        places = [float(place) for place in text.get("x").split()]
        assert len(places) == len(text.text)
        for sign, here, there in zip(text.text, places, places[1:], strict=False):
            assert there - here == pytest.approx(script.CELL * cell_len(sign), abs=0.11)
