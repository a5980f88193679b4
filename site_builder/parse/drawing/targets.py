"""Targets that no link and no picture may have."""

from __future__ import annotations

from site_builder.patterns import late

_UNSAFE = late(r"(?:javascript|vbscript|file|data):")
_SAFE_IMAGE = late(r"data:image/(?:gif|png|jpeg|webp)[;,]")
_IGNORED = dict.fromkeys([*range(0x21), 0x7F])
"""WHATWG URL: browsers drop tabs and line breaks anywhere, and controls at both ends."""
_SPACE = late(r"\s+")
"""More than browsers drop: what anyone who handles a target may take for white space."""


def is_safe(url: str) -> bool:
    """Whether a link may be made of ``url``: no scripts, no local files, no data but pictures."""
    if ":" not in url or url.startswith(("https://", "http://")):
        return True
    folded = _SPACE.sub("", url.translate(_IGNORED)).lower()
    return not _UNSAFE.match(folded) or bool(_SAFE_IMAGE.match(folded))
