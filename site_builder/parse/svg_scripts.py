"""Whether a drawing can run scripts when it is opened as a page of its own.

In an ``<img>`` no SVG runs anything (SVG Integration, secure static mode); at its own address it is
a document like any other. Whatever might run counts, so that nothing is missed for being rare.
"""

from __future__ import annotations

import re
from html import unescape

from site_builder.patterns import late

_ACTIVE = late(
    r"<(?:[\w.-]+:)?(?:script|foreignobject|iframe|embed|object|handler|listener)\b"
    r"|[\s\"'/]on[a-z]+\s*="
    r"|<!entity|<\?xml-stylesheet"
    r"|(?:javascript|vbscript):|data:(?!image/(?:png|jpeg|gif|webp)[;,])",
    re.IGNORECASE,
)
_ENCODING = late(r"<\?xml\b[^<>]*\bencoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_DROPPED = late(r"[\t\r\n]+")
"""Browsers drop these inside an address (WHATWG URL)."""


def svg_has_scripts(data: bytes) -> bool:
    """Look for scripts, handlers and addresses that run; what is not UTF-8 may hide anything."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return True
    if _ENCODING.search(text) or _ACTIVE.search(text):
        return True
    return bool(_ACTIVE.search(_DROPPED.sub("", unescape(text))))
