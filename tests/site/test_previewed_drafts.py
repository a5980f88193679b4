"""What is not public yet says so in a preview, and a published page knows no word of it."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.small_site import SmallSite

LANGUAGES = {
    "en": "Draft",
    "es": "Borrador",
    "zh": "草稿",
    "hant": "草稿",
    "ja": "下書き",
    "hi": "मसौदा",
    "fr": "Brouillon",
    "de": "Entwurf",
    "ar": "مسودة",
}
"""Code → what the badge says."""


def badges(page: LexborHTMLParser, where: str) -> list[str]:
    """What the badges within some place of a page say."""
    return [badge.text() for badge in page.css(f"{where} .badge")]


@pytest.fixture(params=["papel", "indice"])
def site(tmp_path, request) -> SmallSite:
    """A public text, a draft and one of a later date in every language; a page; who is for hire."""
    made = SmallSite(tmp_path, languages=f"[{', '.join(LANGUAGES)}]", theme=request.param)
    for code in LANGUAGES:
        made.post(f"2023-01-01-public-{code}", "title: Public")
        made.post(f"2023-01-02-draft-{code}", "title: Secret", "draft: true")
        made.post(f"2999-01-01-later-{code}", "title: Later")
    made.page("about-en", "draft: true")
    made.page("hire-en", "layout: hiring", "draft: true", "basics: {name: Ada}")
    return made


def test_every_place_that_shows_a_draft_says_so(site) -> None:
    """Its page and the lists, beside its date, in the words of the language."""
    built = site.command("build", "--drafts", "--future")
    assert built.returncode == 0, built.stderr
    for code, word in LANGUAGES.items():
        home = "" if code == "en" else f"{code}/"
        for text in ("draft", "later"):
            assert badges(site.html(f"{home}{text}/index.html"), ".meta") == [word]
        assert badges(site.html(f"{home}public/index.html"), "main") == []
        for listing in (home, f"{home}archive/"):
            assert badges(site.html(f"{listing}index.html"), "time") == [word, word]
    assert badges(site.html("about/index.html"), ".meta") == ["Draft"]
    assert badges(site.html("hire/index.html"), "header") == ["Draft"]


def test_a_published_page_knows_no_word_of_it(site) -> None:
    """Neither the badge nor an empty place for one."""
    site.build()
    published = site.read("public/index.html"), site.read("archive/index.html")
    assert "Draft" not in "".join(published)
    assert "badge" not in "".join(published)
