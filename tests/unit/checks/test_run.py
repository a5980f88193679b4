"""Every question is asked in its time: in each build, or by `check` alone."""

from __future__ import annotations

from pathlib import Path

from site_builder.checks.run import run_checks
from site_builder.problems import Problem
from tests.drawing import codes, plan_of, site_of
from tests.small_site import SmallSite

DRAWING = "posts\n  2023-01-01-a-en audio=true body='[x](no.md) [y](#no)'"
STALE = ("layout: hiring", "availability: {status: open, updated: 2026-01-01}")


def test_all_questions_are_asked_at_once() -> None:
    """A broken link, a missing anchor and a missing recording are told together."""
    site, plan = site_of(DRAWING).value, plan_of(DRAWING).value
    assert sorted(codes(run_checks(site, plan))) == ["bad-anchor", "link-missing", "missing-audio"]


def test_a_plugin_may_ask_more() -> None:
    """Its Problems come after ours."""
    site, plan = site_of(DRAWING).value, plan_of(DRAWING).value
    mine = Problem(code="bad-value", message="mine")
    assert run_checks(site, plan, more=[lambda _site, _plan: [mine]])[-1] is mine


def test_a_build_does_not_ask_what_the_time_decides(tmp_path: Path) -> None:
    """A build in 2036 finds no more to say than one in 2026."""
    site = SmallSite(tmp_path)
    site.page("hire", *STALE)
    assert site.build(now=2_100_000_000.0).problems == ()


def test_check_asks_all(tmp_path: Path) -> None:
    """`check` asks what a build asks, and what the day decides; a note fails nothing."""
    site = SmallSite(tmp_path)
    site.page("hire", *STALE, body="[nowhere](/nowhere/)")
    done = site.command("check", "--now", "2026-12-24")
    assert done.returncode == 0, done.stderr
    assert "(address-missing)" in done.stderr
    assert "hire.md:4" in done.stderr
    assert "(stale-availability)" in done.stderr
    assert "(stale-availability)" not in site.command("check", "--now", "2026-02-01").stderr
