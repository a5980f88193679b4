"""Which smaller versions a picture has, and where they are published.

    /assets/images/bridge-800.3f9c1a77b2.avif     name and width, then a digest of the picture and
                                                  of all that shapes the version: caches never lie

Nothing is made larger. A picture that is small or light already is shown as it is, and so is one
that is lighter than a good version of it would be: a drawing of few colours.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable

from site_builder.model.asset import Asset, Encoder, Gallery, ImageSettings
from site_builder.model.data_view import VariantView
from site_builder.model.picture import PictureSource, PictureView
from site_builder.model.slugs import slugify
from site_builder.plan.urls import Urls

FOLDER = "/assets/images/"
NARROW = 480
"""Pixels; a narrower picture is shown as it is."""
LIGHT = 10_000
"""Bytes; a lighter picture is shown as it is."""
CARD = (1200, 630)
"""Pixels; what social networks show beside a link (ogp.me, and the same from each of them)."""
_CARD_QUALITY = 80
_SMALLEST_CARD = 600
"""Pixels; networks show a narrower one as a small square."""
_BYTES_A_PIXEL = 0.1
"""What a good version costs, at most."""
_NEAR = 0.9
"""A version nearly as wide as the next one is not worth its bytes."""
_LONGEST_NAME = 40
_ENDINGS = {"jpeg": "jpg"}


def picture_view(asset: Asset, gallery: Gallery, urls: Urls) -> PictureView:
    """How pages show ``asset``."""
    made = variants(asset, urls.config.images, gallery.encoder)
    formats = dict.fromkeys(one.format for one in made)
    return PictureView(
        width=asset.width,
        height=asset.height,
        sources=tuple(
            PictureSource(
                media_type=f"image/{format_}",
                srcset=", ".join(
                    f"{urls.href(variant_address(one, gallery))} {one.width}w"
                    for one in made
                    if one.format == format_
                ),
            )
            for format_ in formats
        ),
    )


def variants(
    asset: Asset, settings: ImageSettings | None, encoder: Encoder | None
) -> tuple[VariantView, ...]:
    """The smaller versions of ``asset`` for the pages that show it, format by format."""
    if settings is None or encoder is None:
        return ()
    return tuple(
        _variant(asset, format_, (width, _height(asset, width)), settings.quality, encoder)
        for format_ in settings.formats
        if format_ in encoder.formats
        for width in _widths(asset, settings.widths)
    )


def card(
    asset: Asset, settings: ImageSettings | None, encoder: Encoder | None
) -> VariantView | None:
    """The version for social networks; None where ``asset`` itself serves."""
    width = min(CARD[0], asset.width, asset.height * CARD[0] // CARD[1])
    if settings is None or encoder is None or not asset.can_be_remade or width < _SMALLEST_CARD:
        return None
    size = (width, round(width * CARD[1] / CARD[0]))
    return _variant(asset, "jpeg", size, _CARD_QUALITY, encoder)


def variant_address(variant: VariantView, gallery: Gallery) -> str:
    """Where a version is published."""
    shape = (variant.digest, variant.format, variant.width, variant.height, variant.quality)
    digest = hashlib.sha256(repr((*shape, variant.encoder)).encode()).hexdigest()[:10]
    stem = posixpath.splitext(posixpath.basename(gallery.named[variant.digest]))[0]
    name = slugify(stem)[:_LONGEST_NAME].strip("-") or "image"
    ending = _ENDINGS.get(variant.format, variant.format)
    return f"{FOLDER}{name}-{variant.width}.{digest}.{ending}"


def _widths(asset: Asset, wanted: Iterable[int]) -> tuple[int, ...]:
    wanted = tuple(wanted)
    if not asset.can_be_remade or asset.width < NARROW or asset.size < LIGHT:
        return ()
    widest = min(asset.width, wanted[-1])
    if widest * _height(asset, widest) * _BYTES_A_PIXEL > asset.size:
        return ()
    return (*(one for one in wanted if one < widest * _NEAR), widest)


def _height(asset: Asset, width: int) -> int:
    return max(1, round(asset.height * width / asset.width))


def _variant(
    asset: Asset, format_: str, size: tuple[int, int], quality: int, encoder: Encoder
) -> VariantView:
    return VariantView(
        source=asset.path,
        digest=asset.digest,
        format=format_,
        width=size[0],
        height=size[1],
        quality=quality,
        encoder=encoder.version,
    )
