"""The words of reports in two languages, and which of them a locale asks for."""

import re
import string
from pathlib import Path

import pytest

from oped.words import Labels, en, language_of_locale, zh
from seeds import UsageError


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "C"}, "zh"),
    ],
)
def test_the_locale_chooses_in_the_order_of_posix(environment, language):
    assert language_of_locale(environment) == language


def test_a_language_that_there_is_not_names_those_there_are():
    with pytest.raises(UsageError, match="'fr'; choose one of en, zh"):
        Labels("fr")


def test_both_languages_say_the_same_things():
    assert list(en.WORDS) == list(zh.WORDS)


def test_both_languages_ask_for_the_same_values():
    def asked(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert [key for key, text in zh.WORDS.items() if not asked(text) <= asked(en.WORDS[key])] == []


def test_chinese_holds_no_english():
    ours = r"\{\w+\}|-\S+|[A-Z][a-z]+ 等"
    names = (
        r"oped( [a-z]+)*|(HT|X)ML|JSON|CSV|Esc|html|(snow|s)?\w*(NLP|nlp|umy)|BM25|(?i:textrank(4zh)?)"
        "|Monroe|LexRank|Luhn|SumBasic"
    )
    left = {key: re.sub(names, "", re.sub(ours, "", text)) for key, text in zh.WORDS.items()}
    assert {key: text for key, text in left.items() if re.search("[A-Za-z]{2,}", text)} == {}


def test_one_thing_and_many_things_are_counted_apart():
    label = Labels("en")
    assert label.count(1, "piece", "pieces") == label("piece")
    assert label.count(1234, "piece", "pieces") == label("pieces", n="1,234")


def test_every_word_that_is_asked_for_is_there_and_every_other_is_used():
    root = Path(en.__file__).parents[1]
    sources = [
        path
        for path in root.rglob("*")
        if path.suffix in {".py", ".html", ".js"} and "words" not in path.parts
    ]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    asked = set(re.findall(r"""\b(?:label|t)\(["']([\w.]+)["'][,)]""", text))
    assert asked <= set(en.WORDS)
    made = re.compile(
        r"(column|notes?|reference|role|term|meaning|engine|background|corpus|kind|trend|tier|bar)[_.]"
    )
    kinds = {"photo_credit", "caption", "page_label", "editor", "mailbox", "parallelism", "antithesis"}
    kinds |= {"question", "new", "emerged", "rising", "falling", "steady", "gone", "uneven", "rare", "absent"}
    unused = {
        key for key in en.WORDS if not re.search(rf"\b{re.escape(key)}\b", text) and not made.match(key)
    }
    assert unused <= kinds
