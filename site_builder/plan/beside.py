"""Which texts stand beside the lead of their work, and at which address."""

from __future__ import annotations

from site_builder.model.document import Document
from site_builder.model.site import Site
from site_builder.plan.chrome import HIRING
from site_builder.plan.context import PlanContext


def lead_beside(document: Document, site: Site, ctx: PlanContext) -> Document | None:
    """The lead that this text has a page beside; None where there is none."""
    if not ctx.config.side_by_side:
        return None
    lead = site.work_of[document.path].lead
    layouts = {document.meta.layout.value, lead.meta.layout.value}
    return None if HIRING in layouts or lead.path == document.path else lead


def address_beside(document: Document, lead: Document, ctx: PlanContext) -> str:
    """Where the two are side by side: ``/es/the-sea/with-en/``."""
    own = ctx.urls.document(document).removesuffix(".html").rstrip("/")
    return f"{own}/with-{lead.meta.language.value}/"
