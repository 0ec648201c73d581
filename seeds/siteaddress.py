"""The site that an address is on, by its host: nothing but well-known sites, whose names a closed list has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from seeds import lexicon

_HOST = re.compile("(?:https?:)?//(?:[^/@\\s]*@)?([A-Za-z0-9.-]{3,80})(?=[:/?#]|$)")
_ARCHIVED = re.compile("(?:https?://)?web[.]archive[.]org/web/[^/]{1,40}/")
"""What an archive of the web puts before the address of a page."""


def site_of_address(address: str | None) -> str | None:
    """The name of the site of an address, None if it is none of those known."""
    found = _HOST.match(_ARCHIVED.sub("", address or "", 1))
    parts = found[1].lower().strip(".").split(".") if found else []
    hosts = (".".join(parts[at:]) for at in range(len(parts) - 1))
    return next((name for host in hosts if (name := _sites().get(host))), None)


@cache
def _sites() -> Mapping[str, str]:
    return {host: name for name, hosts in lexicon.listed("sites").items() for host in hosts}
