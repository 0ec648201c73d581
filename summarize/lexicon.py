"""Closed classes of words that selection and compression look at."""

from __future__ import annotations

from collections.abc import Sequence

from seeds import lexicon


def words(group: str) -> frozenset[str]:
    """The words of one group of `seeds/lexicon/sentences.txt`."""
    return lexicon.words("sentences", group)


def predicates(tagged: Sequence[tuple[str, str]]) -> bool:
    """Whether a clause of these tagged words says something of something, as far as words can tell.

    It has a verb after its last 的, or opens with one, or has one of those that govern what follows (是, 让). A
    clause whose only verbs modify its noun (适应时代而生的数治题) does not.
    """
    solid = [(word, tag) for word, tag in tagged if tag[0] != "x"]
    verbs = [place for place, (_, tag) in enumerate(solid) if tag[0] == "v" and tag != "vn"]
    if not verbs:
        return False
    last = max((place for place, (word, _) in enumerate(solid) if word == "的"), default=-1)
    governing = words("predicate")
    opens = solid[0][1][0] in "vd" and verbs[0] < 2 and solid[verbs[0]][0] not in words("modifying")
    return verbs[-1] > last or opens or any(word in governing for word, _ in solid)
