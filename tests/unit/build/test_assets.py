"""Pictures on a real disk: known by their size on every page that shows them."""

from pathlib import Path

import pytest

from site_builder.discover.read import read_source as read
from tests.pictures import encoded, photo, picture, put
from tests.small_site import SmallSite

NO_GRAIN = -(10**15)
"""Nanoseconds. What was just written is trusted."""


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def test_every_picture_of_a_page_has_its_size(site: SmallSite) -> None:
    """Beside the text, below static/, in raw HTML, turned by its camera, or drawn."""
    put(site.root / "content/posts/my photo.jpg", photo(90, 60, orientation=6))
    put(site.root / "static/pics/a.png", encoded(picture(40, 30), "PNG"))
    put(site.root / "static/drawn.svg", b'<svg viewBox="0 0 64 48"></svg>')
    site.post(
        "2023-01-01-a-en",
        body="![One](my%20photo.jpg)\n\n![Two](/pics/a.png)\n\n"
        '<img src="/drawn.svg" alt="Three">\n\n![Far](https://example.com/x.png)',
    )
    site.build()
    images = site.html("a/index.html").css("main img")
    sizes = [(one.attributes.get("width"), one.attributes.get("height")) for one in images]
    assert sizes == [("60", "90"), ("40", "30"), ("64", "48"), (None, None)]
    assert all(one.attributes["loading"] == "lazy" for one in images[:3])


def test_a_picture_is_found_below_the_base_path(tmp_path: Path) -> None:
    """A picture is found below the base path."""
    site = SmallSite(tmp_path, url="https://example.org/repo")
    put(site.root / "static/a.png", encoded(picture(40, 30), "PNG"))
    site.post("2023-01-01-a-en", body="![One](/a.png) ![Two](/repo/a.png)")
    site.build()
    images = site.html("a/index.html").css("main img")
    assert [one.attributes["src"] for one in images] == ["/repo/a.png"] * 2
    assert [one.attributes["width"] for one in images] == ["40", "40"]


def test_a_hero_says_its_size_to_readers_and_to_social_cards(site: SmallSite) -> None:
    """A hero says its size to readers and to social cards."""
    put(site.root / "static/assets/images/2023-01-01-a-en.png", encoded(picture(40, 30), "PNG"))
    site.post("2023-01-01-a-en", "image: true")
    site.build()
    page = site.html("a/index.html")
    hero = page.css_first(".hero img").attributes
    assert (hero["width"], hero["height"], hero["fetchpriority"]) == ("40", "30", "high")
    assert "loading" not in hero
    said = {
        one.attributes["property"]: one.attributes["content"] for one in page.css("meta[property]")
    }
    assert said["og:image:width"] == "40"
    assert said["og:image:type"] == "image/png"


def test_feeds_say_sizes_too(site: SmallSite) -> None:
    """Feeds say sizes too."""
    put(site.root / "static/a.png", encoded(picture(40, 30), "PNG"))
    site.post("2023-01-01-a-en", body="![One](/a.png)")
    site.build()
    assert "width=&quot;40&quot;" in site.read("feed.xml") or 'width="40"' in site.read("feed.xml")


def test_only_what_the_public_sees_is_opened(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the pictures of drafts nor those that no text shows; and the second time none."""
    monkeypatch.setattr("site_builder.memory.assets.GRAIN_NS", NO_GRAIN)
    opened: list[str] = []
    monkeypatch.setattr("site_builder.write.pieces.open_regular", None)
    monkeypatch.setattr(
        "site_builder.build.assets.read_source",
        lambda root, source: opened.append(source.path) or read(root, source),
    )
    for name in ("shown", "secret", "unused"):
        put(site.root / f"content/posts/{name}.png", encoded(picture(40, 30), "PNG"))
    site.post("2023-01-01-a-en", body="![One](shown.png)")
    site.post("2023-01-02-b-en", "draft: true", body="![Two](secret.png)")
    site.build()
    assert opened == ["content/posts/shown.png"]
    assert not [one for one in site.output.rglob("*") if one.stem in {"secret", "unused"}]
    site.post("2023-01-01-a-en", body="More. ![One](shown.png)")
    site.build()
    assert opened == ["content/posts/shown.png"]


def test_a_picture_of_another_size_makes_its_pages_again(site: SmallSite) -> None:
    """A picture of another size makes its pages again."""
    put(site.root / "static/a.png", encoded(picture(40, 30), "PNG"))
    site.post("2023-01-01-a-en", body="![One](/a.png)")
    site.post("2023-01-02-b-en")
    site.build()
    put(site.root / "static/a.png", encoded(picture(50, 30), "PNG"))
    reasons = site.build().reasons
    assert "a/index.html" in reasons
    assert "b/index.html" not in reasons
    assert site.html("a/index.html").css_first("main img").attributes["width"] == "50"
