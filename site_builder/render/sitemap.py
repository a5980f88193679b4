"""The sitemap as XML: sitemaps.org 0.9, with the alternates of each page as xhtml links.

It has a dozen elements for each page of a site. A tree of them all would take as long as rendering
a tenth of the pages, in one worker and while the others have nothing left to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.data_view import SitemapEntry, SitemapView
from site_builder.model.view import Alternate
from site_builder.render.xml import DECLARATION, as_attribute, as_text

_ROOT = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def render_sitemap(view: SitemapView) -> bytes:
    """Spell the sitemap."""
    # The pages of a text share what leads to its translations; spelled once, it is known by its id.
    known: dict[int, str] = {}
    parts = [DECLARATION, _ROOT]
    for entry in view.entries:
        parts += _lines(entry, known)
    parts.append("</urlset>\n")
    return "".join(parts).encode()


def _lines(entry: SitemapEntry, known: dict[int, str]) -> Iterator[str]:
    yield f"  <url>\n    <loc>{as_text(entry.url)}</loc>\n"
    if entry.modified:
        yield f"    <lastmod>{as_text(entry.modified)}</lastmod>\n"
    for alternate in entry.alternates:
        line = known.get(id(alternate))
        if line is None:
            line = known[id(alternate)] = _link(alternate)
        yield line
    yield "  </url>\n"


def _link(alternate: Alternate) -> str:
    language, address = as_attribute(alternate.tag), as_attribute(alternate.url)
    return f'    <xhtml:link rel="alternate" hreflang="{language}" href="{address}" />\n'
