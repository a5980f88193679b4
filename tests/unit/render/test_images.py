"""Smaller versions: upright, in the colours of sRGB, without a word about where and by whom."""

import hashlib
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from site_builder.model.data_view import VariantView
from site_builder.render.images import encode, is_whole, render_variant
from tests.pictures import animation, bomb, encoded, photo, picture, put

FORMATS = ("avif", "webp", "jpeg")


def _view(format_: str, width: int, height: int, data: bytes = b"") -> VariantView:
    return VariantView(
        source="static/a",
        digest=hashlib.sha256(data).hexdigest(),
        format=format_,
        width=width,
        height=height,
        quality=80,
        encoder="test",
    )


def _made(data: bytes, format_: str, width: int, height: int) -> Image.Image:
    image = Image.open(BytesIO(encode(data, _view(format_, width, height))))
    image.load()
    return image


def _near(one: tuple[int, ...], other: tuple[int, ...], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("format_", FORMATS)
def test_a_version_has_its_size_and_format(format_: str) -> None:
    """And one Pillow gives the same bytes twice."""
    data = photo(300, 200)
    image = _made(data, format_, 150, 100)
    assert (image.format, image.size) == (format_.upper(), (150, 100))
    assert encode(data, _view(format_, 150, 100)) == encode(data, _view(format_, 150, 100))


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_that_a_camera_noted_is_passed_on(format_: str) -> None:
    """Neither maker nor place, nor anything else of EXIF, XMP and profiles."""
    image = _made(photo(300, 200, place=True), format_, 150, 100)
    assert not image.getexif()
    assert not {"exif", "xmp", "icc_profile", "photoshop"} & {
        key for key, value in image.info.items() if value
    }
    assert b"Maker" not in encode(photo(300, 200, place=True), _view(format_, 150, 100))


def test_a_photo_stands_upright() -> None:
    """Orientation 6: what is on the left of the file is on top of the picture."""
    lying = Image.new("RGB", (300, 200), "blue")
    lying.paste((255, 0, 0), (0, 0, 150, 200))
    exif = Image.Exif()
    exif[0x0112] = 6
    image = _made(encoded(lying, "JPEG", exif=exif), "webp", 100, 150).convert("RGB")
    assert _near(image.getpixel((50, 20)), (255, 0, 0), 30)
    assert _near(image.getpixel((50, 130)), (0, 0, 255), 30)


def test_colours_of_another_space_look_the_same() -> None:
    """A profile is applied; one that is damaged says nothing."""
    red = Image.new("RGB", (100, 100), (200, 30, 30))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    same = _made(encoded(red, "PNG", icc_profile=profile), "webp", 50, 50).convert("RGB")
    assert _near(same.getpixel((25, 25)), (200, 30, 30))
    damaged = _made(encoded(red, "PNG", icc_profile=b"no profile"), "webp", 50, 50).convert("RGB")
    assert _near(damaged.getpixel((25, 25)), (200, 30, 30))


@pytest.mark.parametrize("mode", ["L", "CMYK", "RGBA", "P", "LA", "1", "I;16"])
def test_every_kind_of_pixels_becomes_a_picture(mode: str) -> None:
    """Gray, printed, transparent, of few colours, black and white, of sixteen bits."""
    base = Image.new("RGB", (100, 60), (120, 120, 120))
    deep = Image.new("I;16", (100, 60), 120 * 256)
    image = deep if mode == "I;16" else base.convert(mode)
    data = encoded(image, "JPEG" if mode == "CMYK" else "PNG")
    pixel = _made(data, "webp", 50, 30).convert("RGB").getpixel((20, 15))
    if mode != "1":
        assert _near(pixel, (120, 120, 120), 16)


@pytest.mark.parametrize("format_", ["avif", "webp"])
def test_what_is_transparent_stays_so(format_: str) -> None:
    """But a JPEG is white there."""
    clear = Image.new("RGBA", (100, 60), (255, 0, 0, 0))
    assert _made(encoded(clear, "PNG"), format_, 50, 30).getpixel((9, 9))[3] == 0
    white = _made(encoded(clear, "PNG"), "jpeg", 50, 30)
    assert _near(white.getpixel((9, 9)), (255, 255, 255))


def test_a_card_keeps_the_middle() -> None:
    """Where the proportions are others, both ends are cut off alike."""
    wide = Image.new("RGB", (300, 100), "blue")
    wide.paste((255, 0, 0), (100, 0, 200, 100))
    image = _made(encoded(wide, "PNG"), "jpeg", 100, 100)
    for corner in ((5, 5), (94, 94)):
        assert _near(image.getpixel(corner), (255, 0, 0), 30)


def test_what_is_damaged_is_known() -> None:
    """It is cut off, or it has other bytes in its middle, or it is no picture."""
    png, jpeg = encoded(picture(200, 200), "PNG"), photo(200, 200)
    assert is_whole(png)
    assert is_whole(jpeg)
    assert not is_whole(png[: len(png) // 2])
    assert not is_whole(jpeg[: len(jpeg) // 2])
    assert not is_whole(png[:1000] + bytes(500) + png[1500:])
    assert not is_whole(b"GIF89a")


def test_a_bomb_is_not_decoded() -> None:
    """Though its header was believed to be small, and in next to no memory."""
    tracemalloc.start()
    assert not is_whole(bomb())
    assert not is_whole(bomb(9_000, 9_000))
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_the_source_is_the_one_that_was_planned(tmp_path: Path) -> None:
    """Another picture in its place is not encoded under its name."""
    data = photo(300, 200)
    put(tmp_path / "static/a", data)
    assert render_variant(_view("webp", 150, 100, data), tmp_path).value
    for now in (photo(300, 201), None):
        if now is None:
            (tmp_path / "static/a").unlink()
        else:
            put(tmp_path / "static/a", now)
        outcome = render_variant(_view("webp", 150, 100, data), tmp_path)
        assert outcome.value is None
        assert [problem.code for problem in outcome.problems] == ["machine"]


def test_an_animation_is_opened_without_an_error() -> None:
    """It is left alone by the plan; here its first picture would serve."""
    assert is_whole(animation("GIF"))
