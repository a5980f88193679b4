"""How a page shows a picture: its size, and its smaller versions; and what these are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSource:
    """One ``<source>`` of a ``<picture>``: a picture in one format, in several widths."""

    media_type: str
    """Such as ``image/avif``."""
    srcset: str
    """Addresses with their widths, as the attribute spells them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """What is known of a picture that a page shows."""

    width: int
    """Pixels."""
    height: int
    """Pixels."""
    sources: tuple[PictureSource, ...] = ()
    """The best format first; empty where the picture is shown as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantView:
    """A smaller version of a picture, to be encoded."""

    source: str
    """The Source's path."""
    digest: str
    """SHA-256 of its bytes: a picture that has changed since is not encoded in its place."""
    format: str
    """``avif``, ``webp`` or ``jpeg``."""
    width: int
    """Pixels."""
    height: int
    """Pixels; where the proportions are others than those of the source, the middle is kept."""
    quality: int
    """1 to 100, in the scale of JPEG and WebP."""
    encoder: str
    """Name and version of what encodes it."""
