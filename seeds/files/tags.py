"""The start tags of a web page, counted before a parser meets them."""

from __future__ import annotations

import re

MOST_ATTRIBUTES = 1000
_LEAST = 100_000
"""Characters of a page from which on it is looked through: shorter ones cost a parser little whatever they hold."""
_OPEN = re.compile("<(!--|[a-zA-Z][^\\s/>]*)")
_ATTRIBUTE = re.compile("[\\s/]*[^\\s/>][^\\s/>=]*(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s>]*))?")
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
"""Elements whose text is no markup."""


def is_crowded(source: str) -> bool:
    """Whether an element has more than `MOST_ATTRIBUTES`: libxml2 takes time that grows with their square."""
    at = 0
    while len(source) > _LEAST and (opened := _OPEN.search(source, at)) is not None:
        at = opened.end()
        if opened[1] == "!--":
            at = source.find("-->", at)
        else:
            count = 0
            while (attribute := _ATTRIBUTE.match(source, at)) is not None:
                at, count = attribute.end(), count + 1
                if count > MOST_ATTRIBUTES:
                    return True
            raw = _RAW.get(opened[1].lower())
            closed = raw.search(source, at) if raw else None
            at = (closed.start() if closed else -1) if raw else at
        if at < 0:
            break
    return False
