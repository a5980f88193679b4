"""Pictures in finished bodies: each ``<img>`` gets its size, so that nothing moves when it comes.

What the author typed in HTML stays: a picture that says its own size or sources is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from site_builder.escaping import escape
from site_builder.model.picture import PictureSource, PictureView
from site_builder.patterns import late

SIZES = "(min-width: 48em) 48em, 100vw"
"""How wide the column of a text is, as far as a browser has to know before it has the style."""

_IMG = late(
    r"<(?P<end>/?)picture\b|<img\b(?P<typed>(?:[^<>\"']|\"[^<\"]*\"|'[^<']*')*)>", re.IGNORECASE
)
"""A picture, or where ``<picture>`` begins or ends. No ``<`` stands in what we draw; without it the
search for the end of a tag that has none goes no further than the next tag."""
_SLOT = late("\x00([0-9]+):src\x00")
_TYPED = late(r"""\s([a-zA-Z-]+)\s*(?==)|\s([a-zA-Z-]+)(?=[\s/]|$)""")
_OWN_SIZE = {"width", "height", "srcset", "sizes"}


def with_pictures(html: str, pictures: Mapping[int, PictureView]) -> str:
    """Complete every ``<img>`` of ``html``, whose slots are still open, that ``pictures`` knows."""
    if not pictures:
        return html

    is_inside = False

    def complete(match: re.Match[str]) -> str:
        nonlocal is_inside
        attributes = match["typed"]
        if attributes is None:
            is_inside = not match["end"]
            return match[0]
        slot = _SLOT.search(attributes)
        picture = pictures.get(int(slot[1])) if slot else None
        names = _names(attributes)
        if picture is None or names & _OWN_SIZE:
            return match[0]
        attributes = attributes.rstrip(" /") + f' width="{picture.width}" height="{picture.height}"'
        for name, value in (("loading", "lazy"), ("decoding", "async")):
            attributes += "" if name in names else f' {name}="{value}"'
        sources = "" if is_inside else source_elements(picture.sources)
        image = f"<img{attributes}>"
        return f"<picture>{sources}{image}</picture>" if sources else image

    return _IMG.sub(complete, html)


def source_elements(sources: tuple[PictureSource, ...]) -> str:
    """The ``<source>`` elements of a ``<picture>``, in order."""
    return "".join(
        f'<source type="{escape(one.media_type)}" srcset="{escape(one.srcset)}" sizes="{SIZES}">'
        for one in sources
    )


def _names(attributes: str) -> set[str]:
    """The names of attributes; what stands between quotes is none."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", '""', attributes)
    return {(one or other).lower() for one, other in _TYPED.findall(bare)}
