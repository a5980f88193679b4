"""The same texts in nine languages: each page passes axe and the Nu checker as English does."""

import json
import subprocess

import pytest

from tests.browser.conftest import served
from tests.browser.test_promises import violations
from tests.built import REPO, build_site

HOMES = ("", "zh/", "ja/", "es/", "hi/", "fr/", "de/", "ar/", "hant/")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The finished site."""
    return build_site(REPO / "tests/sites/nine_kitchens", tmp_path_factory.mktemp("kitchens"))


@pytest.mark.parametrize("home", HOMES)
def test_axe_finds_nothing_in_any_language(browser, built, axe_source, home):
    """A post with code, table and note, and the home of its language, on a small screen."""
    with served(built) as site:
        for place in (home, f"{home}bread/"):
            page = browser.new_page(viewport={"width": 390, "height": 844})
            page.goto(site.home + place)
            page.evaluate(axe_source)
            assert not (found := list(violations(page, place))), "\n".join(found)
            page.close()


def test_every_page_is_valid_html_in_nine_languages(built, html_checker):
    """The Nu HTML checker has nothing to say of any page, in any script."""
    files = [str(file) for file in built.pages]
    assert len(files) > 9 * 5
    command = [*html_checker, "--format", "json", "--errors-only", "--stdout", *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert [message["message"] for message in json.loads(done.stdout)["messages"]] == []
