"""The words of reports in two languages, and which of them a locale asks for."""

import re
import runpy
import string
from inspect import cleandoc
from pathlib import Path

import click
import pytest

from oped.cli import oped as command
from oped.cli.translation import speak_as_asked, told
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


PO = runpy.run_path(str(Path(__file__).resolve().parents[2] / "docs" / "make_words.py"))
CATALOGUE = PO["catalogue"](PO["SOURCE"].read_text("utf-8"))


def _told(group, parent=None):
    """All that the help of a command and those in it says."""
    context = click.Context(group, parent=parent, info_name=group.name)
    for part in (group, *group.get_params(context)):
        yield from filter(None, (getattr(part, name, None) for name in ("help", "short_help", "epilog")))
    for name in group.list_commands(context) if isinstance(group, click.Group) else ():
        yield from _told(group.get_command(context, name), context)


def test_all_help_has_chinese_words_and_gettext_has_them_all():
    told = set(map(cleandoc, _told(command)))
    assert len(told) > 100
    assert told - CATALOGUE.keys() == set()
    assert PO["MADE"].read_bytes() == PO["compiled"](CATALOGUE), "run `python docs/make_words.py`"


def test_chinese_help_has_the_values_commands_and_names_of_the_english_one():
    for english, chinese in CATALOGUE.items():
        singular, _, plural = english.partition("\0")
        assert set(re.findall(r"\{\w+", chinese)) <= set(re.findall(r"\{\w+", plural or singular)), english
        if re.search(r"\n +oped ", english):
            assert english.partition(":\n")[2] == chinese.partition("：\n")[2]
        assert not re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", re.sub(r"`[^`]*`|\n +oped .*", "", chinese)), (
            chinese
        )


def test_help_and_wrong_use_are_told_in_chinese_no_line_wider_than_asked(oped, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    code, told, _ = oped("report", "--lang", "zh", "--help")
    assert (code, "用法：" in told, "[默认：learned]" in told, "Options" in told) == (0, True, True, False)
    assert max(sum(1 + (ord(sign) > 0x2E80) for sign in line) for line in told.splitlines()) <= 80
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "没有选项 '--piec'" in oped("corpus", "show", "--piec")[2]
    assert "三者选一" in oped("corpus", "show", "--article", "a", "--phrase", "b")[2]
    assert "Usage:" in oped("report", "--lang=en", "--help")[1]


def test_errors_are_told_in_chinese_and_names_in_them_stay(oped, tmp_path):
    missing, empty = tmp_path / "Options", tmp_path / "Permission denied"
    empty.touch()
    assert oped("read", missing, "--lang", "zh")[2] == f"oped: 读不了 '{missing}'：没有这个文件或文件夹\n"
    assert oped("read", empty, "--lang", "zh")[2] == "oped: Permission denied 是空的：没有文字可读\n"
    assert "--piece 只能给一个" in oped("report", "--pair", 1, 2, "--piece", 3, "--lang", "zh")[2]
    assert "cannot read" in oped("read", missing, "--lang", "en")[2]


def test_every_error_in_chinese_has_the_parts_of_the_english_one_and_is_found_by_its_pattern(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "")
    speak_as_asked(["--lang", "zh"])
    named = {english: chinese for english, chinese in CATALOGUE.items() if re.search(r"\{\w+\}", english)}
    assert len(named) > 100
    for english, chinese in named.items():
        if "\0" not in english and "!r" not in english:
            names = set(re.findall(r"\{(\w+)\}", english))
            assert names == set(re.findall(r"\{(\w+)\}", chinese)), english
            given = {name: f"<{name}>" for name in names}
            assert told(english.format(**given)) == chinese.format(**given)


def test_one_thing_and_many_things_are_counted_apart():
    assert [Labels("en")("more_pairs", n=n) for n in (1, "1", "1,234")] == [
        *["1 more pair shares something; --pair shows any two"] * 2,
        "1,234 more pairs share something; --pair shows any two",
    ]


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
