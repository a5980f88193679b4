"""Characters that would be markup in HTML: the ``html`` module knows more, and is slow to come."""

from __future__ import annotations

_SPELLED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&"))


def escape(text: str) -> str:
    """Escape as CommonMark does: in text and in attributes between double quotes."""
    # Most of what is asked has none of them, and to look is cheaper than to replace nothing.
    if "&" in text or "<" in text or ">" in text or '"' in text:
        return escape_text(text).replace('"', "&quot;")
    return text


def escape_text(text: str) -> str:
    """Escape what is between two tags, where quotation marks are words."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Undo what :func:`escape` and Pygments do, and no more."""
    for spelled, sign in _SPELLED:
        text = text.replace(spelled, sign)
    return text
