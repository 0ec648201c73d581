"""What marks one corpus against another."""

import json
import re

import pytest

from compare.mining import contrast
from oped.reports.chart import contrast_svg
from oped.reports.model import Listing
from oped.reports.views.contrast import contrast_document
from oped.words import Labels
from seeds.errors import UsageError

HERE = [f"春天到了，第{n}个果农又去果园剪枝，剪枝要趁早，果园里都是人。" for n in range(12)]
THERE = [f"冬天到了，第{n}个渔民又去码头补网，补网要趁早，码头上都是人。" for n in range(12)]


def test_each_side_has_its_words_and_what_both_say_marks_none():
    found = contrast(HERE, THERE)
    score = {term.term: term for term in found.terms}
    assert {"果园", "剪枝"} <= {term.term for term in found.terms[:6]}
    assert {"码头", "渔民"} <= {term.term for term in found.terms[-6:]}
    assert score["果园"].z > 1.96 > abs(score["趁早"].z)
    assert score["果园"].g2 > 0 > score["码头"].g2
    assert found.articles == (12, 12)


def test_the_other_way_round_the_signs_change():
    one = {term.term: term.z for term in contrast(HERE, THERE).terms}
    other = {term.term: term.z for term in contrast(THERE, HERE).terms}
    assert one.keys() == other.keys()
    assert all(one[term] == pytest.approx(-other[term]) for term in one)


def test_what_one_article_repeats_marks_nothing():
    found = contrast([*HERE, "枇杷" * 40], THERE)
    assert "枇杷" not in [term.term for term in found.terms]


def test_it_is_drawn_and_plain_data():
    found = contrast(HERE, THERE, stopwords={"果园"})
    assert "果园" not in json.dumps(found.to_dict(), ensure_ascii=False)
    assert contrast_document(found, ("甲", "乙"), Labels("en"), 5).tables[0].rows


def test_what_marks_a_side_has_its_figures_above_nothing_there():
    document = contrast_document(contrast(HERE, THERE), ("甲", "乙"), Labels("zh"), 9)
    tables = [block for block in document.blocks if isinstance(block, Listing) and block.rows]
    assert {"果园", "剪枝"} <= {row[0] for row in tables[0].rows}
    assert {"码头", "补网"} <= {row[0] for row in tables[-1].rows}
    for table in tables:
        for _, z, g2, here, there in table.rows:
            assert min(float(z), float(g2)) > 1
            assert here > there


def test_names_in_the_plot_do_not_lie_on_each_other():
    drawn = contrast_svg(contrast(HERE, THERE), ("甲", "乙"), Labels("zh"))
    places = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" fill="#[0-9a-f]{6}">', drawn)
    assert len(places) > 1
    assert len(set(places)) == len(places)


def test_nothing_to_compare():
    with pytest.raises(UsageError, match="words"):
        contrast([], HERE)
    with pytest.raises(UsageError, match="least"):
        contrast(HERE, THERE, least=0)
