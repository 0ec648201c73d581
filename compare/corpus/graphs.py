"""Clusters of reprints as a graph in GraphML (Brandes et al. 2002), for Gephi and networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from seeds.safe import terminal_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.corpus.copies import Reprints

_KEYS = "".join(
    f'<key id="{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'
    for name, owner, kind in (
        ("title", "node", "string"),
        ("date", "node", "string"),
        ("source", "node", "string"),
        ("weight", "edge", "double"),
    )
)


def graphml(clusters: Iterable[Reprints]) -> Iterator[str]:
    """The lines of a file: articles with title, date and source, and edges with the share of the text that was kept.

    An edge leads to each copy from the first printing, or from the first article where that is not known.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield f'{_KEYS}<graph edgedefault="directed">\n'
    for cluster in clusters:
        first = cluster.first or cluster.articles[0].id
        for copy in cluster.articles:
            facts = (("title", copy.title), ("date", copy.date), ("source", copy.source))
            told = "".join(f'<data key="{key}">{escape(terminal_text(fact))}</data>' for key, fact in facts)
            yield f"<node id={_value(copy.id)}>{told}</node>\n"
        for copy in cluster.articles:
            if copy.id != first:
                data = f'<data key="weight">{copy.kept:.3f}</data>'
                yield f"<edge source={_value(first)} target={_value(copy.id)}>{data}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _value(text: str) -> str:
    return quoteattr(terminal_text(text))
