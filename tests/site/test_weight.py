"""What a page weighs besides its text: the frame is small, and grows little with each language."""

import re
from typing import Final

import pytest

from tests.built import REPO, build_site

FRAME: Final = 6 * 1024
"""Bytes of HTML around the text of a page on a site of two languages."""
LANGUAGE: Final = 320
"""Bytes for each language more: its name, its address, what search engines are told of it."""
_OWN: Final = re.compile(
    r"<main.*</main>|<script type=\"application/ld.json\">[^<]*\"ProfilePage\".*?</script>"
    r"|<li><a [^>]*rel=\"me\">.*?</li>",
    re.DOTALL,
)
"""What is the author's own: the text, the profile as data, links to networks. Titles count."""


@pytest.mark.parametrize("theme", ["papel", "indice"])
@pytest.mark.parametrize(("name", "languages"), [("own", 2), ("nine_languages", 9)])
def test_the_frame_of_a_page_is_small(tmp_path, theme, name, languages):
    """Head, menus, switcher and footer of every page, in each theme."""
    source = REPO if name == "own" else REPO / "tests/sites" / name
    built = build_site(source, tmp_path, theme=theme)
    most = FRAME + LANGUAGE * (languages - 2)
    weights = {
        built.address_of(page): len(_OWN.sub("", page.read_text(encoding="utf-8")).encode())
        for page in built.pages
    }
    assert not {address: weight for address, weight in weights.items() if weight > most}
