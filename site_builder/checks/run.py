"""All checks of a build, in order."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.checks.hreflang import check_hreflang
from site_builder.checks.links import check_anchors, check_links
from site_builder.checks.media import check_media
from site_builder.extend import Check
from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.problems import Problem

CHECKS: tuple[Check, ...] = (check_links, check_anchors, check_hreflang, check_media)
"""Every question. To add one: a function in this folder and its name here."""


def run_checks(site: Site, plan: Plan, *, more: Iterable[Check] = ()) -> tuple[Problem, ...]:
    """Ask every question; ``more`` are those of plugins."""
    return tuple(problem for check in (*CHECKS, *more) for problem in check(site, plan))
