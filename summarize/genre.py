"""Whether a piece argues: the signs of its sentences tell, by a small logistic regression.

What is not an opinion piece, as far as these signs tell, is summarised as news is; so is what the engine does not
know. Trained on opinion pieces, news, technical articles, meetings and government reports;
`benchmarks/train_standing.py` made the weights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarize.document import Document

DOUBTFUL = -0.3
"""Mean log odds of its sentences above which a piece is taken for an opinion piece: of opinion pieces 19 in 20 are, of
news 1 in 20."""
AS_NEWS = 3
"""So many sentences of log odds -3, those of news, are counted in: a few sentences tell little."""


def argues(document: Document) -> bool:
    """Whether the piece argues, rather than reports, explains or minutes."""
    odds = document.odds["comment"]
    return float((odds.sum() - 3 * AS_NEWS) / (len(odds) + AS_NEWS)) > DOUBTFUL
