"""What ``layout:`` means: texts of another theme are drawn without an edit to any."""

import pytest

from site_builder.model.route import Route
from site_builder.plan.layouts import layout_of, own_layout, template_of
from tests.drawing import THEME, config_of, documents_of, plan_of


def _template(drawing: str, address: str, settings: str = "") -> str:
    plan = plan_of(drawing, config_of(settings)).value
    assert plan is not None
    (route,) = [one for one in plan.routes if isinstance(one, Route) and one.address == address]
    return route.template


@pytest.mark.parametrize("said", ["single", "default", "home", "posts"])
def test_a_layout_of_jekylls_themes_is_drawn_as_what_the_text_is(said: str) -> None:
    """A post is drawn as a post, a page as a page, and nothing is refused."""
    drawing = f"posts\n  2023-01-01-a-en layout={said}\npages\n  about-en layout={said}"
    assert _template(drawing, "/a/") == "post.html"
    assert _template(drawing, "/about/") == "page.html"


def test_one_notice_gathers_all_texts_of_a_layout() -> None:
    """It counts them, points at the first, and says how to hear of it no more."""
    posts = "\n".join(f"  2023-01-0{day}-a{day}-en layout=single" for day in range(1, 6))
    drawing = f"posts\n{posts}\n  2023-02-01-b-en layout=default"
    gathered, alone = plan_of(drawing).problems
    assert gathered.code == alone.code == "layout-elsewhere"
    assert not gathered.is_error
    assert gathered.message.startswith("5 texts say layout: single, ")
    assert alone.message.startswith("1 text says layout: default, ")
    assert gathered.place is not None
    assert str(gathered.place).startswith("content/posts/2023-01-01-a1-en.md:")
    assert "layouts: {single: post}" in gathered.hint
    assert plan_of(drawing, config_of("layouts: {single: post, default: post}")).problems == ()


def test_site_yml_says_what_a_layout_is_here() -> None:
    """A name that nobody else knows is drawn as the layout it names, without a word."""
    drawing = "posts\n  2023-01-01-a-en layout=essay\n  2023-01-02-b-en layout=post"
    plan = plan_of(drawing, config_of("layouts: {essay: page, post: page}"))
    assert plan.problems == ()
    assert _template(drawing, "/a/", "layouts: {essay: page}") == "page.html"
    assert _template(drawing, "/b/", "layouts: {post: page}") == "page.html"


def test_a_layout_that_nobody_knows_is_refused_with_the_ways_out() -> None:
    """The one line of site.yml that mends all texts is in the hint; a slip is answered itself."""
    (unknown,) = plan_of("posts\n  2023-01-01-a-en layout=keynote").problems
    (slip,) = plan_of("posts\n  2023-01-01-a-en layout=hirring").problems
    (wrong,) = plan_of(
        "posts\n  2023-01-01-a-en layout=essay", config_of("layouts: {essay: nope}")
    ).problems
    assert {one.code for one in (unknown, slip, wrong)} == {"layout-missing"}
    assert "layouts: {keynote: post} in site.yml" in unknown.hint
    assert slip.hint == 'did you mean "hiring"?'
    assert 'site.yml draws layout "essay" as "nope"' in wrong.message


def test_what_cannot_be_drawn_keeps_its_name() -> None:
    """A build that goes on after errors names the template that lacks, not another."""
    (document,) = documents_of("posts\n  2023-01-01-a-en layout=keynote")
    assert layout_of(document, config_of(), THEME) == ""
    assert template_of(document, config_of(), THEME) == "keynote.html"
    assert own_layout(document) == "post"
