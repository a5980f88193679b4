"""A picture that a public text shows, and what smaller versions of pictures are made with."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cached_property
from typing import Literal, TypeAlias

from site_builder.frozen import dataclass

ImageFormat: TypeAlias = Literal["avif", "webp"]

MAX_PIXELS = 64_000_000
"""A larger picture is never decoded: 8,000 by 8,000 fills 256 MB of memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A picture understood from its header, never opened again while its file is the same."""

    path: str
    """The Source's path."""
    digest: str
    """SHA-256 of the bytes."""
    size: int
    """Bytes."""
    media_type: str
    """Such as ``image/png``; empty where the bytes are no picture that we know."""
    width: int
    """Pixels, as it is shown: after the turn that its EXIF asks for. 0 where not known."""
    height: int
    """As ``width``."""
    can_be_remade: bool
    """Whether smaller versions may be made: one still picture of pixels, whole, not too large."""
    tells_place: bool
    """Whether it says where on earth it was taken."""
    has_scripts: bool = False
    """Whether it is a drawing that may run scripts when it is opened by its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSettings:
    """What ``images:`` in site.yml decides."""

    widths: tuple[int, ...]
    """Pixels, ascending."""
    formats: tuple[ImageFormat, ...]
    """The best first: a browser takes the first that it knows."""
    quality: int
    """1 to 100, in the scale of JPEG and WebP."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """What pictures can be encoded with on this machine."""

    version: str
    """Another version may give other bytes."""
    formats: frozenset[str]


# Without slots: it remembers what it has worked out.
@dataclasses.dataclass(frozen=True, kw_only=True)
class Gallery:
    """All pictures that public texts show, and what they can be made smaller with."""

    assets: Mapping[str, Asset] = dataclasses.field(default_factory=dict)
    """Source path → the picture."""
    encoder: Encoder | None = None
    """None where pictures stay as they are."""

    @cached_property
    def named(self) -> Mapping[str, str]:
        """Digest → the first path of a picture with these bytes."""
        return {self.assets[path].digest: path for path in sorted(self.assets, reverse=True)}
