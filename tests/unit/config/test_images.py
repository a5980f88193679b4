"""``images:`` says which smaller versions are made; a slip in it is told with its place."""

import pytest

from site_builder.config import ConfigOverrides, read_config
from site_builder.model.asset import ImageSettings
from site_builder.model.config import Config
from site_builder.problems import Outcome

DEFAULT = ImageSettings(widths=(480, 800, 1200, 1600), formats=("avif", "webp"), quality=75)


def _read(typed: str) -> Outcome[Config]:
    text = f"title: T\nurl: https://example.org\n{typed}"
    return read_config(text, overrides=ConfigOverrides())


@pytest.mark.parametrize("typed", ["", "images: true", "images: {}"])
def test_without_a_word_there_are_four_widths_in_two_formats(typed: str) -> None:
    """The same as with true."""
    config = _read(typed).value
    assert config is not None
    assert config.images == DEFAULT


def test_false_leaves_pictures_as_they_are() -> None:
    """There are no settings then."""
    config = _read("images: false").value
    assert config is not None
    assert config.images is None


def test_each_part_can_be_said_alone_and_widths_are_put_in_order() -> None:
    """A width that is there twice counts once."""
    config = _read("images:\n  widths: [900, 300, 900]\n  formats: [webp]\n  quality: 60").value
    assert config is not None
    assert config.images == ImageSettings(widths=(300, 900), formats=("webp",), quality=60)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("images: 12", "images"),
        ("images: {widths: [5]}", "images: widths: 5 is not between"),
        ("images: {widths: [wide]}", "images: widths"),
        ("images: {formats: [jpg]}", 'images: formats: "jpg" is not one of avif, webp'),
        ("images: {quality: 0}", "images: quality: 0 is not between"),
        ("images: {width: [500]}", 'images: "width" is not a key we know'),
    ],
)
def test_a_slip_is_told(typed: str, said: str) -> None:
    """With its line and column."""
    problems = _read(typed).problems
    assert [problem.code for problem in problems] == ["bad-config"]
    assert problems[0].message.startswith(said)
    assert problems[0].place is not None
    assert problems[0].place.line == 3
