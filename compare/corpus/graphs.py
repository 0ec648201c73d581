"""Reprints and shared passages as graphs of articles, for Gephi and networkx.

The forms are GraphML (Brandes et al. 2002) and GEXF 1.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args
from xml.sax.saxutils import escape, quoteattr

from seeds.errors import UsageError
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.corpus.copies import Reprints
    from compare.corpus.rows import Row

GraphForm = Literal["graphml", "gexf"]
NODE = ("title", "date", "source")
"""What a node tells beside its id."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Articles, each with title, date and source, and weighted edges between them, from the earlier where known."""

    nodes: dict[str, tuple[str, str, str]]
    edges: Sequence[tuple[str, str, float]]

    @classmethod
    def of_reprints(cls, clusters: Iterable[Reprints]) -> Graph:
        """An edge from the first printing, or the first article where that is not known, to each copy: what it kept."""
        nodes, edges = {}, []
        for cluster in clusters:
            first = cluster.first or cluster.articles[0].id
            for copy in cluster.articles:
                nodes[copy.id] = (copy.title, copy.date, copy.source)
                if copy.id != first:
                    edges.append((first, copy.id, round(copy.kept, 3)))
        return cls(nodes, edges)

    @classmethod
    def of_rows(cls, rows: Iterable[Row]) -> Graph:
        """An edge between two articles that share passages, with the characters of them, from the earlier article."""
        nodes: dict[str, tuple[str, str, str]] = {}
        shared: dict[tuple[str, str], int] = {}
        for row in rows:
            nodes[row.a] = (row.title_a, row.date_a, row.source_a)
            nodes[row.b] = (row.title_b, row.date_b, row.source_b)
            pair = (row.b, row.a) if row.earlier == row.b else (row.a, row.b)
            shared[pair] = shared.get(pair, 0) + row.ea - row.sa
        return cls(nodes, [(*pair, float(size)) for pair, size in shared.items()])

    def written(self, form: GraphForm) -> Iterator[str]:
        """The lines of a file, the same for the same graph."""
        return self._graphml() if form == "graphml" else self._gexf()

    def _graphml(self) -> Iterator[str]:
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        for name in NODE:
            yield f'<key id="{name}" for="node" attr.name="{name}" attr.type="string"/>\n'
        yield '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>\n<graph edgedefault="directed">\n'
        for node, facts in self.nodes.items():
            told = "".join(
                f'<data key="{name}">{_text(fact)}</data>' for name, fact in zip(NODE, facts, strict=True)
            )
            yield f"<node id={_value(node)}>{told}</node>\n"
        for one, other, weight in self.edges:
            data = f'<data key="weight">{weight:g}</data>'
            yield f"<edge source={_value(one)} target={_value(other)}>{data}</edge>\n"
        yield "</graph>\n</graphml>\n"

    def _gexf(self) -> Iterator[str]:
        yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
        yield '<graph defaultedgetype="directed">\n<attributes class="node">\n'
        for name in NODE:
            yield f'<attribute id="{name}" title="{name}" type="string"/>\n'
        yield "</attributes>\n<nodes>\n"
        for node, facts in self.nodes.items():
            told = "".join(
                f'<attvalue for="{name}" value={_value(fact)}/>'
                for name, fact in zip(NODE, facts, strict=True)
            )
            label = facts[0] or node
            yield f"<node id={_value(node)} label={_value(label)}><attvalues>{told}</attvalues></node>\n"
        yield "</nodes>\n<edges>\n"
        for number, (one, other, weight) in enumerate(self.edges):
            yield f'<edge id="{number}" source={_value(one)} target={_value(other)} weight="{weight:g}"/>\n'
        yield "</edges>\n</graph>\n</gexf>\n"


def form_of(path: str) -> GraphForm:
    """The form that the name of a file asks for; raises `UsageError` for another ending."""
    for form in get_args(GraphForm):
        if path.endswith(f".{form}"):
            return form  # type: ignore[no-any-return]
    raise UsageError(f"{path!r} names no graph; let it end in .graphml or .gexf")


def _text(text: str) -> str:
    return escape(terminal_text(text))


def _value(text: str) -> str:
    return quoteattr(terminal_text(text))
