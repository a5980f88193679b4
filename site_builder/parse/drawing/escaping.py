"""Characters that would be markup in HTML."""

from __future__ import annotations


def escape(text: str) -> str:
    """Escape as CommonMark does: in text and in attributes between double quotes."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")
