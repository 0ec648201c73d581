"""`--dict` and `--stopwords` of `oped themes`."""

from click.testing import CliRunner

from oped.cli import oped

PAGE = "水闸的事\n\n□王建国\n\n金点子工程开张了。金点子工程见效快，水闸修好了。金点子工程靠大家，水闸也靠大家。\n"


def test_own_words_are_terms_and_stop_words_are_none(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "own.txt").write_text("# ours\n金点子工程 100 n\n", "utf-8")
    (tmp_path / "stop.txt").write_text("水闸\n", "utf-8")
    arguments = ["themes", str(tmp_path / "page.txt"), "--format", "json"]
    plain = CliRunner().invoke(oped, arguments).output
    given = ["--dict", str(tmp_path / "own.txt"), "--stopwords", str(tmp_path / "stop.txt")]
    own = CliRunner().invoke(oped, [*arguments, *given]).output
    assert "水闸" in plain.split('"peculiar"')[1]
    assert "金点子工程" in own
    assert "水闸" not in own.split('"peculiar"')[1]


def test_a_list_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "empty.txt").write_text("\n# nothing\n", "utf-8")
    for name in ("missing.txt", "empty.txt"):
        done = CliRunner().invoke(
            oped, ["themes", str(tmp_path / "page.txt"), "--dict", str(tmp_path / name)]
        )
        assert done.exit_code == 1
        assert name in str(done.exception)
