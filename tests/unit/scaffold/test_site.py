"""A site to begin with: built as it stands, in its languages, with pages that know each other."""

from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest

from site_builder.scaffold.site import new_site
from tests.small_site import SmallSite

NINE: Final = ("en", "zh", "ja", "es", "hi", "fr", "de", "ar", "hant")


def _made(root: Path, *words: str) -> SmallSite:
    made = new_site("blog", words, "2026-01-31", root)
    assert made.problems == ()
    return SmallSite(root / "blog")


@pytest.mark.parametrize("code", NINE)
def test_it_builds_without_a_word_in_each_language(tmp_path: Path, code: str) -> None:
    """No warning, and the post is in the language: title, tag, and a link to the page about it."""
    site = _made(tmp_path, code)
    assert site.build(strict=True).problems == ()
    (post,) = (site.root / "content/posts").iterdir()
    title = post.read_text(encoding="utf-8").split("\n")[1].removeprefix("title: ")
    home = site.html("index.html")
    assert home.css_first("html").attributes["lang"].split("-")[0] in {code, "zh"}
    assert title in home.css_first("main").text()


def test_two_languages_are_a_pair(tmp_path: Path) -> None:
    """Each page leads to the other, in addresses of its own language, and says what it is."""
    site = _made(tmp_path, "es", "zh")
    assert site.build(strict=True).problems == ()
    for spanish, chinese in (("/hola/", "/zh/你好/"), ("/sobre-mí/", "/zh/关于我/")):
        original = site.html(f"{spanish}index.html".lstrip("/"))
        translation = site.html(f"{chinese}index.html".lstrip("/"))
        for page in (original, translation):
            found = {
                link.attributes["hreflang"]: unquote(urlsplit(link.attributes["href"]).path)
                for link in page.css("link[rel=alternate][hreflang]")
            }
            assert found == {"es": spanish, "zh-Hans": chinese, "x-default": spanish}
        assert "译自西班牙语" in translation.css_first("main").text()
        assert "译自" not in original.css_first("main").text()


def test_a_language_without_words_of_its_own_is_listed_and_waits(tmp_path: Path) -> None:
    """No English text stands there under another language's name."""
    site = _made(tmp_path, "en", "it")
    assert "languages: [en, it]" in (site.root / "site.yml").read_text()
    assert {file.name for file in site.root.rglob("*.md")} == {
        "2026-01-31-hello-en.md",
        "about-me-en.md",
    }


def test_a_second_site_in_the_folder_is_refused(tmp_path: Path) -> None:
    """The hint says how to go on with the one that is there."""
    _made(tmp_path)
    (problem,) = new_site("blog", (), "2026-01-31", tmp_path).problems
    assert (problem.code, problem.hint) == ("file-exists", "it is a site already: cd blog")


@pytest.mark.parametrize(
    ("word", "hint"),
    [("es_ES", 'did you mean "es"?'), ("klingon", "write its code, such as en or es")],
)
def test_a_word_that_is_no_language_makes_nothing(tmp_path: Path, word: str, hint: str) -> None:
    """Not even the files of the languages before it."""
    (problem,) = new_site("blog", ("en", word), "2026-01-31", tmp_path).problems
    assert (problem.code, problem.hint) == ("unknown-language", hint)
    assert not (tmp_path / "blog").exists()


def test_languages_are_listed_once_by_the_code_of_this_builder(tmp_path: Path) -> None:
    """An alias, a tag and the code are one language."""
    site = _made(tmp_path, "cn", "zh-Hans", "zh")
    assert "languages: [zh]" in (site.root / "site.yml").read_text()
