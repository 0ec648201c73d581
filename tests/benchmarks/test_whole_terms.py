from benchmarks.whole_terms import FEWEST, whole_terms


class Cut:
    """Words with their tags as written: `渔/n 火/n`."""

    name = "written"

    def cut(self, text):
        return [word for word, _ in self.tag(text)]

    def tag(self, text):
        return [tuple(token.split("/")) for token in text.split()]


def found(text, times=FEWEST):
    return whole_terms([text] * times, Cut(), {"渔港", "水闸"})


def test_a_word_that_never_stands_alone_has_a_whole_form():
    assert found("东/f 渔港/n 开/v ,/x 水闸/n 关/v")["渔港"] == "东渔港开"
    assert found("在/p 渔港/n 的/uj") == {}


def test_a_word_with_several_neighbours_is_whole():
    texts = [f"{side}/n 渔港/n ,/x" for side in ("东", "西")] * FEWEST
    assert whole_terms(texts, Cut(), {"渔港"}) == {}


def test_a_rare_word_says_too_little():
    assert found("东/f 渔港/n ,/x", FEWEST - 1) == {}
