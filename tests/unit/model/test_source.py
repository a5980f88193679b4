"""What editors and systems leave behind is known by its name, and nothing else is."""

import pytest

from site_builder.model.source import is_litter


@pytest.mark.parametrize(
    "name",
    [
        ".a.md.swp",
        "a.md.swo",
        "a.md~",
        "#a.md#",
        ".#a.md",
        "4913",
        ".DS_Store",
        ".obsidian",
        "Thumbs.db",
        "desktop.ini",
        ".a\nb",
    ],
)
def test_what_is_left_behind(name: str) -> None:
    """By Vim, Emacs, Obsidian, macOS and Windows."""
    assert is_litter(name)


@pytest.mark.parametrize("name", ["a.md", "4913.md", "#a.md", "a~b.md", "a.swift", "x.desktop.ini"])
def test_what_an_author_wrote(name: str) -> None:
    """However oddly it is named."""
    assert not is_litter(name)
