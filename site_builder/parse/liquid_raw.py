"""``{% raw %} … {% endraw %}``: the tags go before Markdown is read, what is between them stays.

In Jekyll, code that shows Liquid has to be wrapped in them. Source: Liquid, ``raw``.
"""

from __future__ import annotations

from site_builder.parse.rewritten import Edit
from site_builder.patterns import late

_RAW = late(r"\{%-?\s*raw\s*-?%\}")
_END_RAW = late(r"\{%-?\s*endraw\s*-?%\}")


def raw_edits(text: str) -> list[Edit]:
    """Take out the ``raw`` tags; lines keep their numbers."""
    if "endraw" not in text:
        return []
    edits: list[Edit] = []
    at = 0
    while (begins := _RAW.search(text, at)) and (ends := _END_RAW.search(text, begins.end())):
        edits += (Edit(*begins.span(), ""), Edit(*ends.span(), ""))
        at = ends.end()
    return edits
