"""One permalink in all translations of a text."""

from tests.drawing import codes, config_of, outputs, plan_of

ABOUT = """
pages
  about-en permalink=/about/
  about-es permalink=about/ translated
"""


def _addresses(drawing: str, settings: str = "") -> set[str]:
    plan = plan_of(drawing, config_of(settings))
    assert plan.problems == ()
    return {name for name in outputs(plan) if "about" in name}


def test_translations_that_share_a_permalink_live_below_their_languages() -> None:
    """As with the plugins of Jekyll that copy a site for each language; nothing collides."""
    shared = ABOUT  # with the slash or without
    assert _addresses(shared) == {"about/index.html", "es/about/index.html"}
    prefixed = _addresses(shared, "default_language_prefix: true")
    assert prefixed == {"en/about/index.html", "es/about/index.html"}


def test_a_permalink_of_its_own_is_taken_as_typed() -> None:
    """Whatever the language, and also where two others share one."""
    own = ABOUT.replace("permalink=about/", "permalink=/sobre-about/")
    assert _addresses(own) == {"about/index.html", "sobre-about/index.html"}
    alone = "pages\n  about-es permalink=/about/"
    assert _addresses(alone) == {"about/index.html"}


def test_texts_of_different_works_still_collide() -> None:
    """Only a translation is another language's page for the same address."""
    drawing = "pages\n  about-en permalink=/about/\n  other-es permalink=/about/"
    assert "collision" in codes(plan_of(drawing).problems)
    same = "pages\n  about-en permalink=/about/\n  en/about permalink=/about/"
    assert "translation-conflict" in codes(plan_of(same).problems)


def test_the_address_says_why_it_is_so() -> None:
    """`explain` shows the rule, and the line that the author typed."""
    plan = plan_of(ABOUT).value
    assert plan is not None
    (route,) = [one for one in plan.routes if one.address == "/es/about/"]
    assert str(route.place) == "content/pages/about-es.md:3:12"
