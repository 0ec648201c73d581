"""A package that adds one of each to oped, and needs no other word with it: see entry_points.txt beside it."""

from compare.rhetoric import DeviceKind, Found
from seeds.files.document import FileDocument
from summarize.headlines import best_sentence_headline
from summarize.ranking import Ranking


class LastFirst:
    """An engine that likes the end of a piece best."""

    def rank(self, document, chars):
        return Ranking([float(place) for place in range(len(document.sentences))])

    def headline(self, document, chars):
        return best_sentence_headline(document, self.rank(document, chars).scores, chars)


class Letters:
    """A tokenizer that cuts every character off."""

    name = "letters"

    def cut(self, text):
        return list(text)

    def tag(self, text):
        return [(character, "n" if character.isalnum() else "x") for character in text]


def _exclaimed(paragraph):
    text = paragraph.text
    return [Found("exclamation", "mark", at, at + 1) for at, mark in enumerate(text) if mark == "！"]


EXCLAMATION = DeviceKind("感叹", {"mark": "叹号"}, _exclaimed)


class _Verse:
    """A format: a text whose first line is VERSE."""

    SUFFIXES = (".verse",)

    def recognises(self, head, suffix):
        return head.startswith(b"VERSE")

    def read(self, data, options):
        yield FileDocument("verse", prose=data.decode("utf-8").partition("\n")[2])


VERSE = _Verse()
