"""Smaller versions of pictures, by Pillow: the one place in render that reads a source file.

A picture is turned as its EXIF says, its colours become those of sRGB, and of all that was noted in
it (camera, place, author, thumbnail) nothing is passed on. One Pillow gives the same bytes always.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from math import ceil
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from site_builder.model.asset import MAX_PIXELS
from site_builder.model.data_view import VariantView
from site_builder.problems import Outcome, Place, Problem

_FORMATS = ("PNG", "JPEG", "WEBP", "AVIF", "GIF")
"""What may be opened; Pillow knows many more, and some of them start other programs."""
_ORIENTATION = 0x0112
_TURNED = 5
"""From this orientation on width and height are exchanged."""
_PAPER = "white"
"""What is behind a transparent picture where the format knows no transparency."""
_AVIF_QUALITY = -20
"""AVIF at 55 is as good to look at as WebP at 75, and a tenth lighter (decision 20)."""
_FINER = 2
"""A JPEG is decoded at this many times the size wanted: fast, and sharp when it is made smaller."""


def is_whole(data: bytes) -> bool:
    """Whether the picture can be decoded to its end."""
    try:
        with _opened(data) as image:
            image.load()
    except Exception:  # noqa: BLE001 because a decoder may raise anything on bytes that are damaged
        return False
    return True


def render_variant(view: VariantView, root: Path) -> Outcome[bytes]:
    """Encode a smaller version of a picture below ``root``.

    Problems: ``machine`` for a source that is gone or is not what the plan was made for.
    """
    try:
        data = (root / view.source).read_bytes()
    except OSError as error:
        return _refused(view, f"cannot be read: {error.strerror or error}")
    if hashlib.sha256(data).hexdigest() != view.digest:
        return _refused(view, "was changed while the site was made")
    return Outcome(value=encode(data, view))


def encode(data: bytes, view: VariantView) -> bytes:
    """Make ``data``, a picture, as small as ``view`` says, and encode it in its format."""
    with _opened(data) as opened:
        _decode_small(opened, view)
        image = _plain(ImageOps.exif_transpose(opened))
    image = image.resize(
        (view.width, view.height), Image.Resampling.LANCZOS, box=_middle(image.size, view)
    )
    file = BytesIO()
    match view.format:
        case "avif":
            quality = max(1, view.quality + _AVIF_QUALITY)
            image.save(file, "AVIF", quality=quality, speed=8, max_threads=1)
        case "webp":
            image.save(file, "WEBP", quality=view.quality, method=4)
        case _:
            _on_paper(image).save(file, "JPEG", quality=view.quality, optimize=True)
    return file.getvalue()


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """Open a picture; raises ValueError for one that is too large, before it is decoded."""
    with warnings.catch_warnings():
        # What Pillow thinks of odd metadata is for nobody: we pass none of it on.
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise ValueError("too large")
            yield image


def _decode_small(image: Image.Image, view: VariantView) -> None:
    """Let the decoder of JPEG leave out detail that the small version cannot show."""
    width, height = image.size
    if image.getexif().get(_ORIENTATION, 1) >= _TURNED:
        width, height = height, width
    scale = _FINER * max(view.width / width, view.height / height)
    image.draft(None, (ceil(image.width * scale), ceil(image.height * scale)))


def _plain(image: Image.Image) -> Image.Image:
    """The pixels alone, as RGB or RGBA in the colours of sRGB."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        # Sixteen bits a pixel, of which screens show the upper eight.
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        plain = image.convert("RGBA")
        alpha = plain.getchannel("A")
        plain = _in_srgb(plain.convert("RGB"), profile)
        plain.putalpha(alpha)
    else:
        keeps = image.mode in {"CMYK", "L"} and profile
        plain = _in_srgb(image if keeps else image.convert("RGB"), profile)
    plain.info.clear()
    return plain


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A profile that is damaged, or of other colours than the pixels, says nothing.
            turned = None
        if turned is not None:
            return turned
    return image.convert("RGB")


def _middle(size: tuple[int, int], view: VariantView) -> tuple[float, float, float, float]:
    """The largest part of a picture that has the wanted proportions, around its middle."""
    width, height = size
    scale = min(width / view.width, height / view.height)
    wide, high = min(width, view.width * scale), min(height, view.height * scale)
    left, top = (width - wide) / 2, (height - high) / 2
    return (left, top, left + wide, top + high)


def _on_paper(image: Image.Image) -> Image.Image:
    if image.mode == "RGB":
        return image
    paper = Image.new("RGB", image.size, _PAPER)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _refused(view: VariantView, why: str) -> Outcome[bytes]:
    problem = Problem(
        code="machine",
        message=f"{view.source} {why}",
        place=Place(path=view.source),
        hint="build again",
    )
    return Outcome(value=None, problems=(problem,))
