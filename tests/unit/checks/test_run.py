"""Every question is asked, and those of plugins after ours."""

from site_builder.checks.run import run_checks
from site_builder.problems import Problem
from tests.drawing import codes, plan_of, site_of

DRAWING = "posts\n  2023-01-01-a-en audio=true body='[x](no.md) [y](#no)'"


def test_all_questions_are_asked_at_once() -> None:
    """A broken link, a missing anchor and a missing recording are told together."""
    site, plan = site_of(DRAWING).value, plan_of(DRAWING).value
    assert sorted(codes(run_checks(site, plan))) == ["bad-anchor", "link-missing", "missing-audio"]


def test_a_plugin_may_ask_more() -> None:
    """Its Problems come after ours."""
    site, plan = site_of(DRAWING).value, plan_of(DRAWING).value
    mine = Problem(code="bad-value", message="mine")
    assert run_checks(site, plan, more=[lambda _site, _plan: [mine]])[-1] is mine
