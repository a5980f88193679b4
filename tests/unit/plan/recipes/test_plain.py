"""robots.txt, .nojekyll and CNAME."""

from site_builder.model.data_view import PlainView
from tests.drawing import config_of, outputs, plan_of, view_at

POSTS = "posts\n  2023-01-01-a-en"


def test_robots_are_led_to_the_sitemap() -> None:
    """Its address is absolute, as the standard of robots.txt wants it."""
    config = config_of("url: https://me.github.io/repo")
    robots = view_at(plan_of(POSTS, config), "/robots.txt", PlainView)
    assert robots.text.endswith("Sitemap: https://me.github.io/repo/sitemap.xml\n")


def test_github_is_told_not_to_run_jekyll() -> None:
    """Without .nojekyll GitHub drops files whose name begins with an underscore."""
    assert view_at(plan_of(POSTS), "/.nojekyll", PlainView).text == ""


def test_only_a_domain_of_ones_own_at_its_root_has_a_cname() -> None:
    """A host of GitHub, an example, or a site below a path has none."""
    own = plan_of(POSTS, config_of("url: https://zhiwei.example"))
    assert view_at(own, "/CNAME", PlainView).text == "zhiwei.example\n"
    for url in ("https://me.github.io", "https://example.org", "https://zhiwei.example/blog"):
        assert "CNAME" not in outputs(plan_of(POSTS, config_of(f"url: {url}")))


def test_the_authors_own_file_wins() -> None:
    """A file of static/ is not claimed twice."""
    plan = plan_of(POSTS, static="robots.txt .nojekyll")
    assert not {"robots.txt", ".nojekyll"} & outputs(plan)
    assert plan.problems == ()
