"""How large a drawing wants to be: the ``width``, ``height`` and ``viewBox`` of an SVG."""

from __future__ import annotations

import re

from site_builder.patterns import late

# XML lets no "<" stand in a tag (1.0, 3.1), so a search never goes beyond the next one.
_ROOT = late(rb"<(?:[\w.-]+:)?svg\b((?:[^<>\"']|\"[^<\"]*\"|'[^<']*')*)>")
_ATTRIBUTE = late(rb"(?<![\w:.-])([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LENGTH = late(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|pc|mm|cm|in|em|rem|ex)?\s*")
_PIXELS = {"pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "ex": 8}
"""CSS Values 4, 6.2, and for ``em`` the font size that nobody has changed."""
_HEAD = 65_536
"""Bytes in which the root element has to end."""


def svg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in CSS pixels; None where the drawing has no size, or is none."""
    root = _ROOT.search(data[:_HEAD])
    if root is None or (b"</" not in data[-_HEAD:] and not root[1].rstrip().endswith(b"/")):
        return None
    typed = {
        name.decode("ascii", "replace"): (one or other).decode("ascii", "replace")
        for name, one, other in _ATTRIBUTE.findall(root[1])
    }
    width, height = _pixels(typed.get("width", "")), _pixels(typed.get("height", ""))
    box = [float(one) for one in re.split(r"[\s,]+", typed.get("viewBox", "").strip()) if one]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:  # noqa: PLR2004 because it is x, y, width, height
        ratio = box[2] / box[3]
        width = width or (height * ratio if height else box[2])
        height = height or width / ratio
    return (round(width), round(height)) if width and height else None


def _pixels(typed: str) -> float:
    """A length in pixels; 0 for a part of the page (``100%``) and for what is none."""
    match = _LENGTH.fullmatch(typed)
    return (
        float(match[1]) * _PIXELS.get(match[2] or "px", 16 if "em" in typed else 1) if match else 0
    )
