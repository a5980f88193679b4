"""The doors for plugins: what each kind is given and what it gives back. Values, no events.

The built-ins go through the same doors.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from site_builder.model.route import Plan, Route
    from site_builder.model.site import Site
    from site_builder.plan.context import PlanContext
    from site_builder.problems import Problem


class Recipe(Protocol):
    """One kind of page."""

    def __call__(self, site: Site, ctx: PlanContext, /) -> Iterable[Route]:
        """Give the routes of this kind; pure."""
        ...


class Check(Protocol):
    """One question asked of the whole site before anything is written."""

    def __call__(self, site: Site, plan: Plan, /) -> Iterable[Problem]:
        """Give what is wrong; pure."""
        ...


class TimedCheck(Protocol):
    """One question whose answer changes as time passes; only ``check`` asks it."""

    def __call__(self, site: Site, plan: Plan, now: float, /) -> Iterable[Problem]:
        """Give what is wrong at ``now``, in seconds since 1970 (UTC); pure."""
        ...
