"""Pictures and their smaller versions on a real disk: what is published, and what it costs."""

import shutil
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from site_builder.events import Reason
from tests.pictures import animation, bomb, encoded, photo, picture, put
from tests.small_site import SmallSite, command, tree

NO_GRAIN = -(10**15)
"""Nanoseconds. What was just written is trusted."""


class Encoding:
    """Counts what is decoded and encoded."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from site_builder.render import images

        self.done: list[str] = []
        encode, is_whole = images.encode, images.is_whole

        def counted(data: bytes, view: Any) -> bytes:
            self.done.append(f"{view.source} {view.width} {view.format}")
            return encode(data, view)

        def decoded(data: bytes) -> bool:
            self.done.append("decoded")
            return is_whole(data)

        monkeypatch.setattr(images, "encode", counted)
        monkeypatch.setattr(images, "is_whole", decoded)

    def take(self) -> list[str]:
        """What was done since this was asked the last time."""
        done, self.done = self.done, []
        return done


@pytest.fixture
def encoding(monkeypatch: pytest.MonkeyPatch) -> Encoding:
    monkeypatch.setattr("site_builder.memory.assets.GRAIN_NS", NO_GRAIN)
    monkeypatch.setattr("site_builder.memory.parsed.GRAIN_NS", NO_GRAIN)
    return Encoding(monkeypatch)


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A post with a photo, in its text and as its hero."""
    site = SmallSite(tmp_path / "site")
    put(site.root / "content/posts/bridge.jpg", photo(700, 400, place=True))
    put(site.root / "static/assets/images/2023-01-01-a-en.jpg", photo(640, 480))
    site.post("2023-01-01-a-en", "image: true", body="![The bridge](bridge.jpg)")
    return site


def _versions(site: SmallSite) -> list[Path]:
    return sorted(
        file for file in (site.output / "assets/images").iterdir() if len(file.name.split(".")) == 3
    )


def test_every_version_that_a_page_names_is_there(site: SmallSite) -> None:
    """With the width it says, in the format it says; the picture itself is there for the rest."""
    site.build()
    page = site.html("a/index.html")
    pictures = page.css("main picture")
    assert len(pictures) == 2
    for shown in pictures:
        own = shown.css_first("img").attributes["src"]
        assert (site.output / own.lstrip("/")).is_file()
        for source in shown.css("source"):
            for one in source.attributes["srcset"].split(", "):
                href, width = one.split(" ")
                with Image.open(site.output / href.lstrip("/")) as image:
                    assert image.width == int(width.removesuffix("w"))
                    assert f"image/{image.format.lower()}" == source.attributes["type"]
                    assert not image.getexif()
    eager = page.css_first(".hero img").attributes
    assert (eager.get("loading"), eager["fetchpriority"]) == (None, "high")


def test_a_hero_says_what_it_shows(site: SmallSite) -> None:
    """In the language of its text, to readers and to networks."""
    site.post("2023-01-01-a-en", "image: {alt: A bridge}")
    site.build()
    page = site.html("a/index.html")
    hero = page.css_first(".hero")
    assert hero.attributes["lang"] == "en"
    assert hero.css_first("img").attributes["alt"] == "A bridge"
    assert page.css_first("meta[property='og:image:alt']").attributes["content"] == "A bridge"


def test_a_photo_on_a_hiring_page_has_versions_too(site: SmallSite) -> None:
    """The browser takes the narrowest for so small a place; resume.json names the photo itself."""
    put(site.root / "static/ana.jpg", photo(1200, 1200))
    site.page("hire-en", "layout: hiring", "basics: {name: Ana, image: /ana.jpg}")
    site.build()
    shown = site.html("hire/index.html").css_first("picture:has(.photo)")
    assert shown.css_first("img").attributes["src"] == "/ana.jpg"
    for source in shown.css("source"):
        assert source.attributes["sizes"] == "96px"
        narrowest = site.output / source.attributes["srcset"].split(" ")[0].lstrip("/")
        assert narrowest.stat().st_size < (site.output / "ana.jpg").stat().st_size / 2
    assert len(shown.css("source")) == 2
    assert "https://example.org/ana.jpg" in site.read("hire/resume.json")


def test_a_hero_has_a_social_card(site: SmallSite) -> None:
    """Absolute, of the size that it says, a JPEG that every network can read."""
    site.build()
    said = {
        one.attributes.get("property") or one.attributes.get("name"): one.attributes["content"]
        for one in site.html("a/index.html").css("meta[content]")
    }
    path = said["og:image"].removeprefix("https://example.org/")
    with Image.open(site.output / path) as card:
        assert card.format == "JPEG"
        assert card.size == (int(said["og:image:width"]), int(said["og:image:height"]))
        assert card.size == (640, 336)
    assert said["og:image:type"] == "image/jpeg"
    assert said["og:image:alt"] == "T"
    assert said["twitter:card"] == "summary_large_image"


def test_a_second_build_and_an_edit_of_a_text_decode_and_encode_nothing(
    site: SmallSite, encoding: Encoding
) -> None:
    """Nor does a build whose output was deleted."""
    site.build()
    # Two widths of the photo and two of the hero in two formats, and the card.
    assert len([one for one in encoding.take() if one != "decoded"]) == 9
    assert site.build().reasons == {}
    site.post("2023-01-01-a-en", "image: true", body="More. ![The bridge](bridge.jpg)")
    assert "a/index.html" in site.build().reasons
    shutil.rmtree(site.output)
    site.build()
    assert encoding.take() == []
    assert len(_versions(site)) == 9


def test_an_edit_of_a_picture_encodes_that_picture(site: SmallSite, encoding: Encoding) -> None:
    """Its old versions go."""
    site.build()
    before, _ = _versions(site), encoding.take()
    put(site.root / "content/posts/bridge.jpg", encoded(picture(700, 400, seed=2), "JPEG"))
    reasons = site.build().reasons
    assert sorted(encoding.take()) == [
        "content/posts/bridge.jpg 480 avif",
        "content/posts/bridge.jpg 480 webp",
        "content/posts/bridge.jpg 700 avif",
        "content/posts/bridge.jpg 700 webp",
        "decoded",
    ]
    assert reasons["a/index.html"] is Reason.VIEW_CHANGED
    after = _versions(site)
    assert len(after) == len(before)
    assert len({*before, *after}) == len(before) + 4


def test_incremental_is_clean_and_workers_change_no_byte(site: SmallSite, tmp_path: Path) -> None:
    """After edits of texts and pictures the output is that of a build from nothing."""
    site.build()
    put(site.root / "content/posts/bridge.jpg", photo(900, 500))
    put(site.root / "content/posts/copy.jpg", photo(900, 500))
    site.post("2023-01-02-b-en", body="![The same](copy.jpg) ![Again](bridge.jpg)")
    site.build()
    put(site.root / "static/assets/images/2023-01-01-a-en.jpg", photo(500, 700))
    site.build()
    shutil.copytree(
        site.root,
        tmp_path / "clean",
        ignore=shutil.ignore_patterns("output", ".site_builder"),
    )
    clean = SmallSite(tmp_path / "clean")
    clean.build(jobs=2)
    assert tree(site.output) == tree(clean.output)


def test_nothing_of_a_draft_is_published(site: SmallSite) -> None:
    """Neither the picture nor a version of it."""
    site.post("2023-01-01-a-en", "image: true", "draft: true", body="![The bridge](bridge.jpg)")
    site.build()
    published = {path for path in tree(site.output) if "bridge" in path or "." in path[-5:]}
    assert not [path for path in published if path.endswith((".avif", ".webp"))]
    assert not [path for path in published if "bridge" in path]


def test_what_moves_what_is_small_and_what_is_drawn_stays(site: SmallSite) -> None:
    """They have their size, and no versions."""
    put(site.root / "static/moves.gif", animation("GIF"))
    put(site.root / "static/moves.webp", animation("WEBP"))
    put(site.root / "static/small.png", encoded(picture(300, 200), "PNG"))
    put(site.root / "static/drawn.svg", b'<svg viewBox="0 0 900 600"></svg>')
    names = ("moves.gif", "moves.webp", "small.png", "drawn.svg")
    site.post("2023-01-01-a-en", body="\n\n".join(f"![A](/{name})" for name in names))
    run = site.build()
    page = site.html("a/index.html")
    assert not page.css("main picture")
    assert all(one.attributes.get("width") for one in page.css("main img"))
    assert run.problems == ()


def test_damaged_pictures_are_told_and_published_as_they_are(site: SmallSite) -> None:
    """A JPEG that was cut off, a PNG with other bytes in it, a page called jpg."""
    png = encoded(picture(700, 400), "PNG")
    bad = {
        "cut.jpg": photo(700, 400)[:20_000],
        "hole.png": png[:5000] + bytes(500) + png[5500:],
        "page.jpg": b"<html><body>Not found</body></html>",
    }
    for name, data in bad.items():
        put(site.root / "content/posts" / name, data)
    site.post("2023-01-01-a-en", body=" ".join(f"![A]({name})" for name in bad))
    for _ in range(2):
        problems = site.build().problems
        assert {(one.code, one.place.path) for one in problems if one.place} == {
            ("image-damaged", f"content/posts/{name}") for name in bad
        }
    for name, data in bad.items():
        assert (site.output / "posts" / name).read_bytes() == data
    assert not site.html("a/index.html").css("main picture")


def test_a_bomb_is_refused_at_once(site: SmallSite) -> None:
    """By what it declares: no memory is filled, and the page is published."""
    put(site.root / "content/posts/bomb.png", bomb())
    site.post("2023-01-01-a-en", body="![A](bomb.png)")
    started = time.process_time()
    (problem,) = site.build().problems
    assert time.process_time() - started < 2
    assert problem.code == "image-too-large"
    assert problem.place is not None
    assert problem.place.path == "content/posts/bomb.png"
    assert (site.output / "posts/bomb.png").is_file()


def test_below_a_base_path_every_version_is_found(tmp_path: Path) -> None:
    """The srcset carries the base path, too."""
    site = SmallSite(tmp_path, url="https://example.org/repo")
    put(site.root / "static/bridge.jpg", photo(700, 400))
    site.post("2023-01-01-a-en", body="![The bridge](/bridge.jpg)")
    site.build()
    for source in site.html("a/index.html").css("main source"):
        for one in source.attributes["srcset"].split(", "):
            href = one.split(" ")[0]
            assert href.startswith("/repo/assets/images/bridge-")
            assert (site.output / href.removeprefix("/repo/")).is_file()


def test_images_false_leaves_pictures_as_they_are(site: SmallSite) -> None:
    """With their sizes; the hero itself is the social card."""
    site.configure(images="false")
    assert site.build().problems == ()
    page = site.html("a/index.html")
    assert not page.css("main picture")
    assert [one.attributes["width"] for one in page.css("main img")] == ["640", "700"]
    assert _versions(site) == []


def test_without_pillow_pictures_stay_and_a_build_says_so_once(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a note, which stops nothing."""
    monkeypatch.setitem(sys.modules, "PIL", None)
    (problem,) = site.build(strict=True).problems
    assert problem.code == "images-plain"
    assert "site-builder[images]" in problem.hint
    page = site.html("a/index.html")
    assert not page.css("main picture")
    assert [one.attributes["width"] for one in page.css("main img")] == ["640", "700"]


def test_the_real_command_builds_pictures(site: SmallSite) -> None:
    """In processes of its own."""
    done = command(site.root, "build", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    assert len(_versions(site)) == 9
