"""The HTML of a post as feed readers get it: complete, and at home on any page."""

from __future__ import annotations

import re

from site_builder.escaping import escape
from site_builder.model.data_view import FeedEntryView
from site_builder.patterns import late
from site_builder.render.body import without_heading_links

_SCRIPT = late(r"<script\b", re.IGNORECASE)
_SCRIPT_END = late(r"</script\s*>", re.IGNORECASE)
_FRAGMENT = late(r'(<a\b[^<>]*?\shref=")#')


def feed_content(entry: FeedEntryView, html: str) -> str:
    """Make ``html``, the body of ``entry``, fit for a feed.

    No scripts, which readers refuse; notes and headings are linked by their whole address; a text
    that runs from right to left says so itself, for few readers look at ``xml:lang``.
    """
    html = _without_scripts(without_heading_links(html))
    html = _FRAGMENT.sub(lambda match: f"{match[1]}{escape(entry.url)}#", html)
    if entry.image_url:
        html = f'<p><img src="{escape(entry.image_url)}" alt=""></p>\n{html}'
    if entry.language.direction == "rtl":
        html = f'<div lang="{escape(entry.language.tag)}" dir="rtl">\n{html}</div>\n'
    return html


def _without_scripts(html: str) -> str:
    """Leave out every script that ends; none after one that does not is looked for."""
    kept: list[str] = []
    at = 0
    while (begins := _SCRIPT.search(html, at)) and (ends := _SCRIPT_END.search(html, begins.end())):
        kept.append(html[at : begins.start()])
        at = ends.end()
    return "".join([*kept, html[at:]])
