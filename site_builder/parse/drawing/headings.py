"""The end of a heading as it is drawn."""

from __future__ import annotations

from site_builder.escaping import escape
from site_builder.model.body import Heading


def draw_end(heading: Heading, *, is_empty: bool) -> str:
    """Draw what follows the words of a heading: the link to itself and the end tag."""
    label = f"\0t:link_to_heading\0: {escape(heading.text)}"
    space = "" if is_empty else " "
    return (
        f'{space}<a class="anchor" href="#{escape(heading.id)}" aria-label="{label}">#</a>'
        f"</h{heading.level}>\n"
    )
