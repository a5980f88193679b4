"""A header says what a picture is, the same that a decoder finds, without decoding it."""

import pytest

from site_builder.parse.image_header import read_header
from tests.pictures import animation, bomb, encoded, photo, picture

KINDS = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "GIF": "image/gif",
    "WEBP": "image/webp",
    "AVIF": "image/avif",
}


@pytest.mark.parametrize("kind", KINDS)
def test_size_and_type_of_every_format(kind: str) -> None:
    """Size and type of every format."""
    header = read_header(encoded(picture(123, 45), kind))
    assert header is not None
    assert (header.media_type, header.width, header.height) == (KINDS[kind], 123, 45)
    assert header.is_still


def test_webp_without_loss_and_with_transparency() -> None:
    """Webp without loss and with transparency."""
    for options in ({"lossless": True}, {"quality": 80}):
        header = read_header(encoded(picture(301, 7, "RGBA"), "WEBP", **options))
        assert header is not None
        assert (header.width, header.height) == (301, 7)


def test_progressive_jpeg_and_gray_avif() -> None:
    """Progressive jpeg and gray avif."""
    for data in (
        encoded(picture(77, 33), "JPEG", progressive=True),
        encoded(picture(77, 33, "L"), "AVIF"),
        encoded(picture(77, 33, "RGBA"), "AVIF"),
    ):
        header = read_header(data)
        assert header is not None
        assert (header.width, header.height) == (77, 33)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_as_large_as_it_is_shown(orientation: int) -> None:
    """From 5 on the camera lay on its side."""
    header = read_header(photo(90, 60, orientation=orientation))
    assert header is not None
    wanted = (60, 90) if orientation >= 5 else (90, 60)
    assert (header.width, header.height) == wanted


def test_a_picture_may_tell_where_it_was_taken() -> None:
    """A picture may tell where it was taken."""
    for place in (True, False):
        header = read_header(photo(90, 60, place=place))
        assert header is not None
        assert header.tells_place is place


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_what_moves_is_no_still_picture(kind: str) -> None:
    """What moves is no still picture."""
    header = read_header(animation(kind))
    assert header is not None
    assert not header.is_still


@pytest.mark.parametrize("kind", KINDS)
def test_every_cut_of_a_file_is_read_without_an_error(kind: str) -> None:
    """However short it is; and a PNG, GIF, WebP or AVIF that was cut off is no picture."""
    data = encoded(picture(60, 40), kind)
    for end in range(0, len(data) - 12, 7):
        header = read_header(data[:end])
        assert header is None or kind == "JPEG"


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_was_cut_in_two_is_none(kind: str) -> None:
    """A picture that was cut in two is none."""
    data = encoded(picture(300, 200), kind)
    assert read_header(data[: len(data) // 2]) is None


def test_other_files_are_no_pictures() -> None:
    """Other files are no pictures."""
    for data in (b"", b"GIF89a", b"<html></html>", b"\x89PNG\r\n\x1a\n", bytes(1000), b"%PDF-1.7"):
        assert read_header(data) is None


def test_a_bomb_is_read_like_any_other() -> None:
    """A bomb is read like any other."""
    header = read_header(bomb())
    assert header is not None
    assert header.width * header.height == 10_000_000_000


def test_a_film_behind_a_jpeg_does_not_matter() -> None:
    """Phones store a moving picture so."""
    header = read_header(photo(90, 60) + bytes(100_000))
    assert header is not None
    assert (header.width, header.height) == (90, 60)
