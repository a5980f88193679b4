"""Every picture of a body gets its size; what the author says about it stays."""

from collections.abc import Mapping

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.model.picture import PictureSource, PictureView
from site_builder.render.body import fill
from site_builder.render.pictures import SIZES, with_pictures
from tests.drawing import EchoPhrases

TARGETS = [f"/{number}.jpg" for number in range(9)]


def tree(html: str, pictures: Mapping[int, PictureView]) -> LexborHTMLParser:
    """``html`` as a reader gets it."""
    return LexborHTMLParser(fill(with_pictures(html, pictures), TARGETS, EchoPhrases()))


SIZED = PictureView(width=800, height=600)
SOURCES = (
    PictureSource(media_type="image/avif", srcset="/a-480.avif 480w, /a-800.avif 800w"),
    PictureSource(media_type="image/webp", srcset="/a-480.webp 480w"),
)
SMALLER = PictureView(width=800, height=600, sources=SOURCES)


def test_a_picture_gets_width_and_height() -> None:
    """A picture gets width and height."""
    html = with_pictures(
        '<p><img\0000:src\0 alt="A > B" loading="lazy" decoding="async"></p>', {0: SIZED}
    )
    assert html == (
        '<p><img\0000:src\0 alt="A > B" loading="lazy" decoding="async"'
        ' width="800" height="600"></p>'
    )


def test_smaller_versions_stand_before_the_picture() -> None:
    """Smaller versions stand before the picture."""
    picture = tree('<p><img\0003:src\0 alt="A"></p>', {3: SMALLER}).css_first("p > picture")
    assert [one.tag for one in picture.iter()] == ["source", "source", "img"]
    first = picture.css_first("source")
    assert first.attributes == {
        "type": "image/avif",
        "srcset": "/a-480.avif 480w, /a-800.avif 800w",
        "sizes": SIZES,
    }


@pytest.mark.parametrize(
    "typed",
    [
        '<img width="3"\0000:src\0 alt="">',
        '<img\0000:src\0 HEIGHT=3 alt="">',
        '<img\0000:src\0 srcset="b.png 2x" alt="">',
        '<img alt="">',
        '<img\0007:src\0 alt="of another site">',
        "<video\0000:src\0></video>",
    ],
)
def test_what_the_author_says_is_left_alone(typed: str) -> None:
    """What the author says is left alone."""
    assert with_pictures(typed, {0: SMALLER}) == typed


def test_words_that_look_like_attributes_are_words() -> None:
    """Words that look like attributes are words."""
    typed = '<img\0000:src\0 alt="its width = 3, lazy loading = no">'
    image = tree(typed, {0: SIZED}).css_first("img")
    assert image.attributes["width"] == "800"
    assert image.attributes["loading"] == "lazy"


def test_raw_html_waits_until_it_is_seen_unless_it_says_so() -> None:
    """Raw html waits until it is seen unless it says so."""
    eager = tree('<IMG\0000:src\0 loading="eager" />', {0: SIZED}).css_first("img")
    assert eager.attributes == {
        "src": "/0.jpg",
        "loading": "eager",
        "width": "800",
        "height": "600",
        "decoding": "async",
    }


def test_a_picture_element_of_the_author_gets_no_second_one_inside() -> None:
    """A picture element of the author gets no second one inside."""
    typed = '<picture><source srcset="x.webp"><img\0000:src\0 alt=""></picture><img\0001:src\0>'
    page = tree(typed, {0: SMALLER, 1: SMALLER})
    assert len(page.css("picture")) == 2
    assert not page.css("picture picture")
    assert page.css_first("img").attributes["width"] == "800"
