"""Where the themes are that come with the builder."""

from pathlib import Path

from site_builder.render.shipped import shipped, shipped_themes
from site_builder.render.theme import load_theme


def test_the_shipped_themes_are_there() -> None:
    """In a checkout beside the package, in a wheel inside."""
    assert {"core", "indice", "papel"} <= {one.name for one in shipped_themes().iterdir()}


def test_a_sites_own_folder_is_not_shipped(tmp_path: Path) -> None:
    """Though it is a part of the same theme; but in this repository's own site it is the same."""
    own = tmp_path / "themes/papel/templates"
    own.mkdir(parents=True)
    (own / "archive.html").write_text("mine", encoding="utf-8")
    theme = load_theme("papel", tmp_path).value
    assert theme is not None
    assert str(own.parent) in theme.folders
    assert shipped(theme) == tuple(one for one in theme.folders if one != str(own.parent))
    here = load_theme("papel", shipped_themes().parent).value
    assert here is not None
    assert shipped(here) == here.folders
