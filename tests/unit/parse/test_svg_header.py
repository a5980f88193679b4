"""A drawing is as large as its author says, else as its view box."""

import pytest

from site_builder.parse.svg_header import svg_size

SIZES = {
    'width="300" height="200"': (300, 200),
    'width="300px" height="200px" viewBox="0 0 3 2"': (300, 200),
    'viewBox="0 0 640 480"': (640, 480),
    'viewBox="0,0,640,480"': (640, 480),
    'width="100%" viewBox="0 0 640 480"': (640, 480),
    'width="320" viewBox="0 0 640 480"': (320, 240),
    'height="240" viewBox="0 0 640 480"': (320, 240),
    'width="1in" height="2.54cm"': (96, 96),
    'width="2em" height="12pt"': (32, 16),
}


@pytest.mark.parametrize("typed", SIZES)
def test_size_is_read_from_the_root(typed: str) -> None:
    """Size is read from the root."""
    svg = (
        f'<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg" {typed}></svg>'
    )
    assert svg_size(svg.encode()) == SIZES[typed]


@pytest.mark.parametrize(
    "typed", ["", 'width="100%"', 'width="0" height="0"', 'viewBox="0 0 0 0"', 'viewBox="a b c d"']
)
def test_a_drawing_without_a_size_has_none(typed: str) -> None:
    """A drawing without a size has none."""
    try:
        size = svg_size(f"<svg {typed}></svg>".encode())
    except ValueError:
        size = None
    assert size is None


def test_the_root_alone_is_asked() -> None:
    """The root alone is asked."""
    assert svg_size(b'<svg viewBox="0 0 9 8"><rect width="1" height="1"/></svg>') == (9, 8)
    assert svg_size(b"<html><p>words</p></html>") is None
