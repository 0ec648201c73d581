"""The engines: each scores the sentences of a document, and nothing else.

What is chosen by those scores is decided in one place for all of them, `summarize.select`. An engine is
loaded when it is first asked for; the packages behind some of them take seconds. Other packages add engines by
entry points of the group `oped.engines`: each names what makes an `Engine` when called without arguments.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

from seeds import registry
from seeds.errors import EngineUnavailableError, UsageError

if TYPE_CHECKING:
    from summarize.document import Document
    from summarize.ranking import Ranking
    from summarize.summary import Headline

DEFAULT = "learned"


class Engine(Protocol):
    """One way of telling which sentences matter."""

    def rank(self, document: Document, chars: int) -> Ranking:
        """How much each of `document.sentences` belongs in a summary of about `chars` characters."""
        ...

    def headline(self, document: Document, chars: int) -> Headline:
        """One line of at most `chars` characters."""
        ...


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What there is to know about an engine without loading it. `requires` are the packages it imports."""

    name: str
    description: str
    requires: tuple[str, ...] = ()
    extra: str | None = None

    @property
    def installed(self) -> bool:
        """Whether all that it imports is there."""
        return all(find_spec(package) is not None for package in self.requires)

    @property
    def how_to_get(self) -> str:
        """The command that installs what is missing; empty if nothing is."""
        if self.installed:
            return ""
        return f"pip install 'oped[{self.extra}]'" if self.extra else f"pip install {' '.join(self.requires)}"

    def to_dict(self) -> dict[str, Any]:
        """One of the `engines` of the `oped/engines/1` schema."""
        return {
            "name": self.name,
            "description": self.description,
            "installed": self.installed,
            "how_to_get": self.how_to_get,
        }


_ENGINES = (
    EngineInfo("learned", "trained on what readers and editors chose: opinion or news by genre", ("numpy",)),
    EngineInfo("opinion", "whole sentences that can stand alone, by thesis and argument", ("numpy",)),
    EngineInfo("news", "trained on editors' leads and standfirsts; cuts sentences to fit", ("numpy",)),
    EngineInfo(
        "graph", "centrality in a graph of sentences that share words and character pairs", ("numpy",)
    ),
    EngineInfo("lead", "the first sentences of the piece"),
    EngineInfo("textrank4zh", "textrank4zh's similarities and ranking", ("textrank4zh",)),
    EngineInfo("snownlp", "snownlp's TextRank over BM25", ("snownlp",)),
    EngineInfo("sumy-lexrank", "sumy's LexRank", ("sumy",), "sumy"),
    EngineInfo("sumy-lsa", "sumy's latent semantic analysis", ("sumy",), "sumy"),
    EngineInfo("sumy-luhn", "sumy's Luhn", ("sumy",), "sumy"),
    EngineInfo("sumy-sumbasic", "sumy's SumBasic", ("sumy",), "sumy"),
    EngineInfo("sumy-textrank", "sumy's TextRank", ("sumy",), "sumy"),
)


def engines() -> tuple[EngineInfo, ...]:
    """All engines by name, installed or not, the default one first; those of other packages last."""
    ours = {info.name for info in _ENGINES}
    added = (point for point in registry.declared("oped.engines").values() if point.name not in ours)
    return (*_ENGINES, *(EngineInfo(point.name, registry.origin(point)) for point in added))


@cache
def load(name: str) -> Engine:
    """The engine `name`.

    Raises `UsageError` for a name that is none and `EngineUnavailableError` if its package is not installed, or
    fails when it is loaded.
    """
    info = next((info for info in engines() if info.name == name), None)
    if info is None:
        known = ", ".join(info.name for info in engines())
        raise UsageError(f"there is no engine '{name}': choose one of {known}")
    if not info.installed:
        raise EngineUnavailableError(f"the engine '{name}' is not installed: run `{info.how_to_get}`")
    module, _, variant = name.partition("-")
    from summarize.ranking import answering_for

    with answering_for(name):
        if info not in _ENGINES:
            added: Engine = registry.load(registry.declared("oped.engines")[name])()
            return added
        factory = import_module(f"summarize.rankers.{module}").engine
        engine: Engine = factory(variant) if variant else factory()
    return engine
