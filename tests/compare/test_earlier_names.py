"""Names that programs outside use stay where they are."""

from compare import background
from compare.reference import build, corpus


def test_earlier_names_of_the_reference_corpus_stay():
    assert background.build_background is build.build_reference
    assert background.load_background is corpus.load_reference
    assert background.Background is corpus.ReferenceCorpus
