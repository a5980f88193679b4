"""Is the hiring page still true, and does it tell everyone more than it should?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

from site_builder.model.hiring import Disclosure, Profile
from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.model.words import shortened
from site_builder.problems import Problem

STALE_AFTER = 90
"""Days; after a quarter of a year nobody relies on "available"."""

_WORDS = {"pay": "pay", "email": "the e-mail address", "phone": "the phone number"}
_HINTS = {
    "pay": "leave it for the first talk, if you would rather not tell everyone",
    "email": "write obfuscate: true under basics to keep it from programs that collect addresses",
    "phone": "write obfuscate: true under basics to keep it from programs that collect numbers",
}


def check_availability(site: Site, _plan: Plan, now: float) -> Iterable[Problem]:
    """Problems: ``stale-availability``, a note: a day that passes must not fail a build in CI."""
    today = datetime.fromtimestamp(now, UTC).date()
    for profile in _profiles(site):
        availability = profile.availability
        if availability is None or not availability.updated or not availability.is_open:
            continue
        age = (today - date.fromisoformat(availability.updated)).days
        if age > STALE_AFTER:
            yield Problem(
                code="stale-availability",
                message=f"availability was last confirmed {age} days ago",
                place=profile.places.get("availability"),
                hint="write today as availability: updated, or status: closed",
            )


def check_privacy(site: Site, _plan: Plan) -> Iterable[Problem]:
    """Problems: ``privacy``, one a kind and page, at the first place of it."""
    for profile in _profiles(site):
        for kind, words in _WORDS.items():
            shown = [one for one in _shown(profile) if one.kind == kind]
            if shown:
                yield _privacy(kind, words, shown)


def _profiles(site: Site) -> Iterator[Profile]:
    for pages in site.pages.values():
        yield from (page.profile for page in pages if page.profile is not None)


def _shown(profile: Profile) -> Iterator[Disclosure]:
    """What a program that collects addresses finds."""
    basics = profile.basics
    kept = {basics.email, basics.phone} if basics.obfuscate else frozenset[str]()
    yield from (one for one in profile.disclosures if one.words not in kept)


def _privacy(kind: str, words: str, shown: Sequence[Disclosure]) -> Problem:
    lines = sorted({one.place.line for one in shown[1:]} - {shown[0].place.line})
    more = f", and again in line {', '.join(map(str, lines))}" if lines else ""
    return Problem(
        code="privacy",
        message=f"{words} is public: {shortened(shown[0].words)}{more}",
        place=shown[0].place,
        hint=_HINTS[kind],
    )
