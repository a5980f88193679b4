"""The pages that speak all languages: 404, and the choice at ``/``."""

from site_builder.model.list_view import EveryLanguageView, NotFoundView
from tests.drawing import config_of, outputs, plan_of, view_at

DRAWING = "posts\n  2023-01-01-a-en\n  2023-01-01-a-es translated\n  2023-01-02-b-es"
THREE = "languages: [ar, es, en]\nurl: https://example.org/repo"


def test_there_is_one_page_for_all_that_is_not_there() -> None:
    """GitHub Pages knows one only; it is in no sitemap and has no translations of its own."""
    plan = plan_of(DRAWING, config_of(THREE))
    assert {name for name in outputs(plan) if "404" in name} == {"404.html"}
    view = view_at(plan, "/404.html", NotFoundView)
    assert view.alternates == ()
    assert plan.value is not None
    (route,) = [one for one in plan.value.routes if one.address == "/404.html"]
    assert not route.in_sitemap


def test_it_leads_home_in_every_language_the_default_one_first() -> None:
    """Each home with its own name and direction, below the base path."""
    homes = view_at(plan_of(DRAWING, config_of(THREE)), "/404.html", NotFoundView).homes
    assert [(home.language.code, home.language.direction, home.href) for home in homes] == [
        ("en", "ltr", "/repo/"),
        ("ar", "rtl", "/repo/ar/"),
        ("es", "ltr", "/repo/es/"),
    ]


def test_a_small_site_finds_what_was_meant_without_another_file() -> None:
    """The names of its texts are in the page itself."""
    view = view_at(plan_of(DRAWING), "/404.html", NotFoundView)
    assert view.finder_files == 1
    assert "a" in view.finder_names
    assert "b" in view.finder_names


def test_a_large_site_says_where_the_names_are() -> None:
    """They are in files below the address that the page names; it holds none itself."""
    posts = "\n".join(f"  2023-01-01-text-{number}-en" for number in range(100))
    plan = plan_of(f"posts\n{posts}", config_of("url: https://example.org/repo"))
    view = view_at(plan, "/404.html", NotFoundView)
    assert view.finder_files > 1
    assert view.finder_names == ""
    assert view.finder_href.startswith("/repo/")
    below = view.finder_href.removeprefix("/repo/")
    assert sum(name.startswith(below) for name in outputs(plan)) == view.finder_files


def test_the_start_is_a_choice_where_every_language_has_a_prefix() -> None:
    """And nobody is redirected; else it is the default language's home."""
    prefixed = plan_of(DRAWING, config_of("default_language_prefix: true"))
    view = view_at(prefixed, "/", EveryLanguageView)
    assert [home.href for home in view.homes] == ["/en/", "/es/"]
    assert prefixed.problems == ()
    assert plan_of(DRAWING).value is not None
    home = next(one for one in plan_of(DRAWING).value.routes if one.address == "/")
    assert home.template != "chooser.html"
