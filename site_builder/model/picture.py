"""How a page shows a picture: its size, and its smaller versions."""

from __future__ import annotations

from site_builder.frozen import dataclass


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
class CardView:
    """A picture in the shape that social networks show beside a link."""

    url: str
    """Absolute."""
    width: int
    height: int
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageView:
    """A picture of the page."""

    href: str
    url: str
    """The same, absolute, for social cards."""
    alt: str
    width: int = 0
    """Pixels; 0 when not known."""
    height: int = 0
    """Pixels; 0 when not known."""
    media_type: str = ""
    """Such as ``image/jpeg``; empty when not known."""
    sources: tuple[PictureSource, ...] = ()
    """Its smaller versions."""
    card: CardView | None = None
    """For social networks; None where the picture itself serves."""
