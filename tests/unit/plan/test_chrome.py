"""The frame that all pages of a language share."""

from site_builder.model.view import PageView
from tests.drawing import THEME, config_of, plan_of, view_at

DRAWING = """
posts
  2023-01-01-a-en   tags=x
pages
  about-en          title="About me"
  secret-en         noindex
  hire-en           title="Hire me" layout=hiring
  hire-es           title="Contrátame" layout=hiring translated
"""


def _chrome(address: str = "/", config: str = "", static: str = ""):
    return view_at(plan_of(DRAWING, config_of(config), static=static), address, PageView).chrome


def test_without_nav_the_menu_is_the_archive_and_the_pages() -> None:
    """A page that asked not to be found is not in it."""
    links = [(link.title, link.href) for link in _chrome().nav]
    assert ("secret", "/secret/") not in links
    assert links == [("archive", "/archive/"), ("About me", "/about/"), ("Hire me", "/hire/")]


def test_a_menu_of_ones_own_keeps_its_order_and_its_words() -> None:
    """Tags only where there are any; a page only where it exists; addresses get the base path."""
    lines = (
        "url: https://example.org/repo\n"
        "nav: [hire, tags, {page: about, title: Me}, {url: /x/, title: X}]"
    )
    english = [(link.title, link.href) for link in _chrome(config=lines).nav]
    assert english == [
        ("Hire me", "/repo/hire/"),
        ("tags", "/repo/tags/"),
        ("Me", "/repo/about/"),
        ("X", "/repo/x/"),
    ]
    spanish = [link.href for link in _chrome("/es/", lines).nav]
    assert spanish == ["/repo/es/hire/", "/repo/x/"]


def test_the_frame_knows_what_its_language_has() -> None:
    """No link to tags or to a hiring page that do not exist."""
    english, spanish = _chrome(), _chrome("/es/")
    assert (english.tags_href, english.hiring_href) == ("/tags/", "/hire/")
    assert (spanish.tags_href, spanish.hiring_href) == ("", "/es/hire/")


def test_an_asset_has_its_digest_in_its_name() -> None:
    """So a cache never shows an old style with a new page; the author's own icon wins."""
    digest = THEME.static["theme.css"].digest[:10]
    hrefs = {asset.name: asset.href for asset in _chrome().assets}
    assert hrefs["theme.css"] == f"/assets/theme.{digest}.css"
    assert _chrome().icon_href == hrefs["favicon.svg"]
    assert _chrome(static="favicon.svg").icon_href == "/favicon.svg"
