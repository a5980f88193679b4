"""Where site.yml says what it says."""

from site_builder.config.places import key_places
from site_builder.problems import Place


def test_every_key_has_its_place() -> None:
    """Keys inside keys too, with dots between."""
    text = "# words\ntitle: T\nsecurity:\n  csp: false\nlanguages: [en, es]\n"
    assert key_places(text, path="site.yml") == {
        "title": Place(path="site.yml", line=2, column=1),
        "security": Place(path="site.yml", line=3, column=1),
        "security.csp": Place(path="site.yml", line=4, column=3),
        "languages": Place(path="site.yml", line=5, column=1),
    }


def test_what_cannot_be_read_has_no_places() -> None:
    """The mistakes have been told by whoever read the settings."""
    assert key_places("title: [", path="site.yml") == {}
