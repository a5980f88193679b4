"""``images:``: which smaller versions of pictures are made, or ``false`` for none."""

from __future__ import annotations

from typing import Final, cast

from site_builder.model.asset import ImageFormat, ImageSettings
from site_builder.strict_yaml import Fields, Node, ScalarNode

_DEFAULT: Final = ImageSettings(widths=(480, 800, 1200, 1600), formats=("avif", "webp"), quality=75)
_NARROWEST: Final = 16
_WIDEST: Final = 8_000


def read_images(fields: Fields, node: Node | None) -> ImageSettings | None:
    """Read the settings; None where pictures stay as they are."""
    if node is None:
        return _DEFAULT
    if isinstance(node, ScalarNode):
        return _DEFAULT if fields.flag("images", node) else None
    entry = fields.mapping("images", node)
    if entry is None:
        return _DEFAULT
    fields.known_keys("images", entry, ("widths", "formats", "quality"))
    quality = fields.number("images: quality", entry.get("quality"), low=1, high=100)
    return ImageSettings(
        widths=_widths(fields, entry.get("widths")),
        formats=_formats(fields, entry.get("formats")),
        quality=quality or _DEFAULT.quality,
    )


def _widths(fields: Fields, node: Node | None) -> tuple[int, ...]:
    typed = (
        fields.number("images: widths", one, low=_NARROWEST, high=_WIDEST)
        for one in fields.items("images: widths", node)
    )
    return tuple(sorted({one for one in typed if one})) or _DEFAULT.widths


def _formats(fields: Fields, node: Node | None) -> tuple[ImageFormat, ...]:
    typed = [
        fields.choice("images: formats", one, _DEFAULT.formats)
        for one in fields.items("images: formats", node)
    ]
    known = (cast(ImageFormat, one) for one in typed if one)
    return tuple(dict.fromkeys(known)) or _DEFAULT.formats
