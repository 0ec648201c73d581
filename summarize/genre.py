"""Whether a piece argues: the words of its sentences tell, by a small logistic regression.

What is not an opinion piece, as far as these words tell, is summarised as news is; so is what the engine does not
know. Trained on opinion pieces, news, technical articles, meetings and government reports;
`benchmarks/train_standing.py` made the weights.
"""

from __future__ import annotations

from summarize.document import Document, once
from summarize.model import weights

ARGUES = -0.75
"""Leaning above which a piece is taken for an opinion piece: nearly all opinion pieces are, of news 1 in 6 at most."""
AS_NEWS = 3
"""So many sentences of log odds -3, those of news, are counted in: a few sentences tell little."""


@once
def argues(document: Document) -> bool:
    """Whether a piece is an opinion piece, as far as its words tell.

    They do by the mean log odds of its sentences to be of a comment: above 0 for most opinion pieces, -3 for news.
    """
    comment = weights("opinion")["comment"]
    known = comment["weights"]
    odds = -3.0 * AS_NEWS
    for tagged in document.in_one_script[1]:
        said = dict.fromkeys([word for word, _ in tagged if word in known])
        odds += comment["start"] + sum([known[word] for word in said])
    return odds / (len(document.texts) + AS_NEWS) > ARGUES
