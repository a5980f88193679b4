"""The sitemap as XML: sitemaps.org 0.9, with the alternates of each page as xhtml links."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from site_builder.model.data_view import SitemapView
from site_builder.render.xml import child, document


def render_sitemap(view: SitemapView) -> bytes:
    """Spell the sitemap."""
    root = Element(
        "urlset",
        {
            "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
            "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
        },
    )
    for entry in view.entries:
        url = child(root, "url")
        child(url, "loc", entry.url)
        if entry.modified:
            child(url, "lastmod", entry.modified)
        for alternate in entry.alternates:
            child(url, "xhtml:link", rel="alternate", hreflang=alternate.tag, href=alternate.url)
    return document(root)
