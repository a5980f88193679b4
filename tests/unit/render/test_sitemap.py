"""The sitemap as XML."""

from xml.etree.ElementTree import fromstring

from site_builder.model.data_view import SitemapEntry, SitemapView
from site_builder.model.view import Alternate
from site_builder.render.sitemap import render_sitemap

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_an_address_has_its_date_and_its_alternates() -> None:
    """sitemaps.org's elements, with xhtml links beside; no date where none is honest."""
    alternate = Alternate(tag="es", url="https://example.org/es/?a&b")
    entries = (
        SitemapEntry(url="https://example.org/", modified="2023-01-01", alternates=(alternate,)),
        SitemapEntry(url="https://example.org/x/", modified="", alternates=()),
    )
    root = fromstring(render_sitemap(SitemapView(entries=entries)))
    assert [loc.text for loc in root.findall("s:url/s:loc", SPACES)] == [
        "https://example.org/",
        "https://example.org/x/",
    ]
    (link,) = root.findall("s:url/x:link", SPACES)
    assert (link.get("hreflang"), link.get("href")) == ("es", "https://example.org/es/?a&b")
    assert len(root.findall("s:url/s:lastmod", SPACES)) == 1


def test_what_two_addresses_share_is_with_both() -> None:
    """The translations of a text lead to each other; a sitemap without an address is one too."""
    alternates = tuple(
        Alternate(tag=tag, url=f"https://example.org/{tag}/") for tag in ("en", "es")
    )
    entries = tuple(
        SitemapEntry(url=one.url, modified="", alternates=alternates) for one in alternates
    )
    root = fromstring(render_sitemap(SitemapView(entries=entries)))
    for url in root.findall("s:url", SPACES):
        assert [link.get("hreflang") for link in url.findall("x:link", SPACES)] == ["en", "es"]
    assert not list(fromstring(render_sitemap(SitemapView(entries=()))))
