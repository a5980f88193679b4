"""Old addresses lead to new ones."""

from site_builder.model.view import RedirectView
from tests.drawing import codes, outputs, plan_of, view_at


def test_every_old_address_becomes_a_page() -> None:
    """With or without the slash before and after, as jekyll-redirect-from takes them."""
    plan = plan_of('posts\n  2023-01-01-a-en redirect_from="[/old/, older, /2020/x.html]"')
    assert {"old/index.html", "older.html", "2020/x.html"} <= outputs(plan)


def test_it_speaks_the_language_of_its_text_and_is_not_found_by_search() -> None:
    """The canonical address is the new one; the old one is in no sitemap and has no alternates."""
    plan = plan_of("posts\n  2023-01-01-a-es redirect_from=[/viejo/]")
    old = view_at(plan, "/viejo/", RedirectView)
    assert old.target == old.canonical == "https://example.org/es/a/"
    assert (old.chrome.language.code, old.is_indexed, old.alternates) == ("es", False, ())
    route = next(route for route in plan.value.routes if route.address == "/viejo/")
    assert not route.in_sitemap


def test_an_old_address_that_climbs_is_told_at_its_line() -> None:
    """No file is written for it."""
    (problem,) = plan_of("posts\n  2023-01-01-a-en redirect_from=[/../x/]").problems
    assert (problem.code, problem.place.line) == ("bad-path", 3)


def test_an_old_address_that_is_taken_is_a_collision() -> None:
    """Two owners of one address are named, whoever came first."""
    drawing = "posts\n  2023-01-01-a-en redirect_from=[/b/]\n  2023-01-02-b-en"
    problems = plan_of(drawing).problems
    assert codes(problems) == ["collision"]
    assert "2023-01-02-b-en.md" in problems[0].message
    assert "2023-01-01-a-en.md" in problems[0].message
