"""Makes office files reproducible: the ZIP archive holds no time stamps."""

from __future__ import annotations

import io
import re
import zipfile

_WHEN = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def without_time(archive: bytes) -> bytes:
    """The archive without time stamps."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "docProps/core.xml":
                data = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
            entry = zipfile.ZipInfo(info.filename, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)
    return written.getvalue()
