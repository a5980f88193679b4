"""Translations whose original has changed since somebody vouched for them."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.ledger import State
from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.problems import Place, Problem


def check_states(site: Site, plan: Plan) -> Iterable[Problem]:  # noqa: ARG001 because the Protocol asks for it
    """Note each stale translation: ``stale-translation``. Those nobody vouched for are no news."""
    for work in site.works:
        if work.original is None:
            continue
        for document in work.documents:
            is_stale = site.ledger.state(document, work.original) is State.STALE
            if is_stale and document is not work.original:
                yield Problem(
                    code="stale-translation",
                    message=f"{work.original.path} has changed since this was accepted",
                    place=Place(path=document.path),
                    hint=f"look at it, then: site-builder status --accept {document.path}",
                )
