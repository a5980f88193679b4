"""The doors for plugins: a function of the right shape is a recipe or a check, and nothing else."""

from collections.abc import Iterable

from site_builder.checks.run import run_checks
from site_builder.extend import Check, Recipe
from site_builder.model.data_view import PlainView
from site_builder.model.route import Form, Plan, Route
from site_builder.model.site import Site
from site_builder.plan.context import PlanContext
from site_builder.plan.routes import plan_routes
from site_builder.problems import Problem
from tests.drawing import THEME, EchoPhrases, config_of, outputs, site_of

DRAWING = "posts\n  2023-01-01-a-en\n  2023-01-02-b-es"


def humans(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """A page of a plugin: who wrote how much."""
    count = sum(map(len, site.posts.values()))
    yield Route(
        address="/humans.txt",
        output="humans.txt",
        language=ctx.config.default_language,
        form=Form.TEXT,
        template="",
        view=PlainView(text=f"{count} posts\n"),
        owner="a plugin",
    )


def short(site: Site, plan: Plan) -> Iterable[Problem]:
    """A question of a plugin."""
    del plan
    for document in site.by_path.values():
        yield Problem(code="missing-title", message=f"{document.path} is short")


def _planned(*more: Recipe):
    config = config_of()
    site = site_of(DRAWING, config).value
    assert site is not None
    phrases = {language.code: EchoPhrases() for language in config.languages}
    return site, plan_routes(site, config, THEME, phrases, more=more)


def test_a_recipe_adds_its_pages_to_those_of_the_builder() -> None:
    """It is handed the site and the settings; all other pages stay as they were."""
    _, plan = _planned(humans)
    _, plain = _planned()
    assert outputs(plan) == outputs(plain) | {"humans.txt"}
    assert plan.value is not None
    (route,) = [one for one in plan.value.routes if one.output == "humans.txt"]
    assert route.view == PlainView(text="2 posts\n")


def test_a_recipe_cannot_take_a_page_from_another() -> None:
    """It goes through the registry of addresses as the builder's own do."""
    _, plan = _planned(humans, humans)
    assert [problem.code for problem in plan.problems] == ["collision"]


def test_a_check_asks_after_the_builders_own() -> None:
    """What it finds is told with the rest."""
    site, plan = _planned()
    assert plan.value is not None
    check: Check = short
    assert [one.message for one in run_checks(site, plan.value, more=[check])] == [
        "content/posts/2023-01-01-a-en.md is short",
        "content/posts/2023-01-02-b-es.md is short",
    ]
