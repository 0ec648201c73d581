"""Whether a piece argues: the signs of its sentences tell, by a small logistic regression.

What is not an opinion piece, as far as these signs tell, is summarised as news is; so is what the engine does not
know. Trained on opinion pieces, news, technical articles, meetings and government reports;
`benchmarks/train_standing.py` made the weights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.model import weighing

if TYPE_CHECKING:
    from summarize.document import Document
    from summarize.signs import Signs


DOUBTFUL = -0.5
"""Log odds above which a piece is taken for an opinion piece: of opinion pieces 19 in 20 are, of news 1 in 10."""


def argues(document: Document) -> bool:
    """Whether the piece argues, rather than reports, explains or minutes."""
    return bool(document.texts) and float(weighing("genre").odds([shares(document)])[0]) > DOUBTFUL


def shares(document: Document) -> Signs:
    """Of each word sign, the share of sentences that show it."""
    size = len(document.texts)
    found: Signs = {}
    for own in document.signs:
        for name in own:
            if name.startswith("w:"):
                found[name] = found.get(name, 0.0) + 1 / size
    return found
