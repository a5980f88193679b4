"""The checks of every build, in order. Those of the command ``check`` are imported when it asks."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.checks.hreflang import check_hreflang
from site_builder.checks.links import check_anchors, check_links
from site_builder.checks.media import check_media
from site_builder.checks.unlisted import check_unlisted
from site_builder.checks.unread import check_unread
from site_builder.extend import Check
from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.problems import Problem

CHECKS: tuple[Check, ...] = (
    check_links,
    check_anchors,
    check_hreflang,
    check_media,
    check_unlisted,
    check_unread,
)
"""Asked in every build. To add one: a function in this folder and its name here."""


def run_checks(
    site: Site, plan: Plan, *, now: float | None = None, more: Iterable[Check] = ()
) -> tuple[Problem, ...]:
    """Ask what every build asks, and with ``now`` all that ``check`` asks at that moment.

    ``now`` is in seconds since 1970 (UTC); ``more`` are the checks of plugins.
    """
    always = (problem for check in (*CHECKS, *more) for problem in check(site, plan))
    if now is None:
        return tuple(always)
    from site_builder.checks.on_check import ON_CHECK, TIMED

    on_check = (problem for check in ON_CHECK for problem in check(site, plan))
    timed = (problem for check in TIMED for problem in check(site, plan, now))
    return (*always, *on_check, *timed)
