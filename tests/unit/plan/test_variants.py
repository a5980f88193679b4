"""Which smaller versions a picture has: never a larger one, never one that weighs more."""

from dataclasses import replace

from site_builder.model.asset import Asset, Encoder, Gallery, ImageSettings
from site_builder.plan.urls import Urls
from site_builder.plan.variants import card, picture_view, variant_address, variants
from tests.drawing import config_of

SETTINGS = ImageSettings(widths=(480, 800, 1200, 1600), formats=("avif", "webp"), quality=75)
ENCODER = Encoder(version="Pillow 1", formats=frozenset({"avif", "webp"}))
PHOTO = Asset(
    path="content/posts/Mi foto, hoy.jpg",
    digest="d" * 64,
    size=3_000_000,
    media_type="image/jpeg",
    width=4000,
    height=3000,
    can_be_remade=True,
    tells_place=False,
)
GALLERY = Gallery(assets={PHOTO.path: PHOTO}, encoder=ENCODER)


def _sizes(asset: Asset) -> list[tuple[int, int]]:
    made = variants(asset, SETTINGS, ENCODER)
    return [(one.width, one.height) for one in made if one.format == "webp"]


def test_a_large_photo_has_every_width() -> None:
    """In its own proportions."""
    assert _sizes(PHOTO) == [(480, 360), (800, 600), (1200, 900), (1600, 1200)]


def test_nothing_is_made_larger() -> None:
    """The widest version of a smaller picture is as wide as itself; one nearly as wide is none."""
    assert _sizes(replace(PHOTO, width=1000, height=750)) == [(480, 360), (800, 600), (1000, 750)]
    assert _sizes(replace(PHOTO, width=850, height=600)) == [(480, 339), (850, 600)]


def test_small_light_and_lean_pictures_stay_as_they_are() -> None:
    """As do those that cannot be made again."""
    for asset in (
        replace(PHOTO, width=479, height=300),
        replace(PHOTO, size=9_999),
        replace(PHOTO, size=100_000),  # 1600 x 1200 pixels cost more than the picture itself
        replace(PHOTO, can_be_remade=False),
    ):
        assert _sizes(asset) == []


def test_without_settings_or_encoder_there_are_none() -> None:
    """Nor in a format that the encoder does not have."""
    assert variants(PHOTO, None, ENCODER) == ()
    assert variants(PHOTO, SETTINGS, None) == ()
    assert card(PHOTO, None, ENCODER) is None
    only = replace(ENCODER, formats=frozenset({"webp"}))
    assert {one.format for one in variants(PHOTO, SETTINGS, only)} == {"webp"}


def test_an_address_changes_with_all_that_shapes_the_bytes() -> None:
    """It is short, plain, and safe inside a srcset."""
    first = variants(PHOTO, SETTINGS, ENCODER)[0]
    address = variant_address(first, GALLERY)
    assert address.startswith("/assets/images/mi-foto-hoy-480.")
    assert address.endswith(".avif")
    others = {
        variant_address(replace(first, **change), GALLERY)
        for change in ({"quality": 60}, {"encoder": "Pillow 2"}, {"width": 481}, {"format": "webp"})
    }
    assert len(others | {address}) == 5


def test_a_page_lists_the_versions_format_by_format() -> None:
    """With the base path, ascending, as srcset wants them."""
    urls = Urls(config_of("url: https://example.org/repo"))
    view = picture_view(PHOTO, GALLERY, urls)
    assert [one.media_type for one in view.sources] == ["image/avif", "image/webp"]
    listed = [one.split(" ") for one in view.sources[0].srcset.split(", ")]
    assert [width for _, width in listed] == ["480w", "800w", "1200w", "1600w"]
    assert all(href.startswith("/repo/assets/images/") for href, _ in listed)


def test_a_card_is_cut_from_what_is_there() -> None:
    """1200 by 630 where the hero allows it, else smaller, else none."""
    sizes = {
        (4000, 3000): (1200, 630),
        (900, 900): (900, 472),
        (3000, 420): (800, 420),
        (599, 900): None,
        (3000, 300): None,
    }
    for (width, height), wanted in sizes.items():
        made = card(replace(PHOTO, width=width, height=height), SETTINGS, ENCODER)
        assert (made and (made.width, made.height)) == wanted
