"""Does the hiring page still say what is true?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.problems import Problem

STALE_AFTER = 90
"""Days; after a quarter of a year nobody relies on "available"."""


def check_availability(site: Site, _plan: Plan, now: float) -> Iterable[Problem]:
    """Problems: ``stale-availability``, a note: a day that passes must not fail a build in CI."""
    today = datetime.fromtimestamp(now, UTC).date()
    for document in site.by_path.values():
        profile = document.profile
        if profile is None or (availability := profile.availability) is None:
            continue
        if not availability.updated or not availability.is_open:
            continue
        age = (today - date.fromisoformat(availability.updated)).days
        if age > STALE_AFTER:
            yield Problem(
                code="stale-availability",
                message=f"availability was last confirmed {age} days ago",
                place=profile.places.get("availability"),
                hint="write today as availability: updated, or status: closed",
            )
