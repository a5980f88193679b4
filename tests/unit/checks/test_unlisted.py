"""Does a name end in a language that nobody listed?"""

from site_builder.checks.unlisted import check_unlisted
from tests.drawing import plan_of, site_of


def _told(drawing: str) -> list[str]:
    site, plan = site_of(drawing).value, plan_of(drawing).value
    assert site is not None
    assert plan is not None
    return [f"{one.place}: {one.hint}" for one in check_unlisted(site, plan)]


def test_a_translation_into_a_language_that_is_not_listed_is_told() -> None:
    """It would be a second post of the same day, in the wrong language, and nobody would notice."""
    (said,) = _told("posts\n  2023-01-01-hello-en\n  2023-01-01-hello-fr")
    assert said.startswith("content/posts/2023-01-01-hello-fr.md: add fr to languages")
    assert len(_told("pages\n  about-en\n  about-jp")) == 1


def test_a_word_that_is_a_code_by_chance_is_left_alone() -> None:
    """Another day, no text beside it, or a language of the site."""
    assert _told("posts\n  2023-01-01-what-is-it\n  2023-01-02-hello-fr\n  2023-01-01-hello") == []
    assert _told("posts\n  2023-01-01-hello-es\n  2023-01-01-hello-en") == []
