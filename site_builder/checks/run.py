"""All checks, in order: those of every build, and those that only the command ``check`` makes."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.checks.hiring import check_availability, check_privacy
from site_builder.checks.hiring_translations import check_hiring_translations
from site_builder.checks.hreflang import check_hreflang
from site_builder.checks.language import check_language
from site_builder.checks.links import check_anchors, check_links
from site_builder.checks.media import check_media
from site_builder.checks.pictures import check_pictures
from site_builder.checks.states import check_states
from site_builder.checks.translated_links import check_translated_links
from site_builder.checks.translations import check_code, check_parts
from site_builder.checks.unlisted import check_unlisted
from site_builder.checks.unread import check_unread
from site_builder.extend import Check, TimedCheck
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

ON_CHECK: tuple[Check, ...] = (
    check_language,
    check_parts,
    check_code,
    check_translated_links,
    check_privacy,
    check_pictures,
    check_hiring_translations,
    check_states,
)
"""Asked by ``check`` alone: what an author wants to know now and then, not at every save."""

TIMED: tuple[TimedCheck, ...] = (check_availability,)
"""Asked by ``check`` alone: a build answers the same whatever the time."""


def run_checks(
    site: Site, plan: Plan, *, now: float | None = None, more: Iterable[Check] = ()
) -> tuple[Problem, ...]:
    """Ask what every build asks, and with ``now`` all that ``check`` asks at that moment.

    ``now`` is in seconds since 1970 (UTC); ``more`` are the checks of plugins.
    """
    always = (problem for check in (*CHECKS, *more) for problem in check(site, plan))
    if now is None:
        return tuple(always)
    on_check = (problem for check in ON_CHECK for problem in check(site, plan))
    timed = (problem for check in TIMED for problem in check(site, plan, now))
    return (*always, *on_check, *timed)
