"""Bounds on what is read in one text."""

import pytest

from site_builder.parse.rules.bounds import may_be_met


@pytest.mark.parametrize(
    ("source", "nested_lines", "cells", "is_met"),
    [
        ("a\n", 0, 0, False),
        ("word " * 100_000, 0, 0, False),
        ("`" * 50_001, 0, 0, True),
        ("a\n" * 8_333, 0, 0, True),
        ("a\n" * 4_000, 0, 0, False),
        ("a\n" * 4_000, 60_000, 0, True),
        ("|" * 59_000, 0, 0, True),
        ("|" * 100, 0, 59_000, True),
        ("|" * 100, 0, 50_000, False),
    ],
)
def test_bounds(source, nested_lines, cells, is_met):
    """Marks, nested lines and cells are bound; long prose is not."""
    assert may_be_met(source, nested_lines, cells) == is_met
