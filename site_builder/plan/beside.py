"""Which translations stand beside their originals, and at which address."""

from __future__ import annotations

from site_builder.model.document import Document
from site_builder.model.site import Site
from site_builder.plan.chrome import HIRING
from site_builder.plan.context import PlanContext


def original_beside(document: Document, site: Site, ctx: PlanContext) -> Document | None:
    """The original that this text has a page beside; None where there is none."""
    original = site.work_of[document.path].original
    if not ctx.config.side_by_side or not document.meta.translated.value or original is None:
        return None
    layouts = {document.meta.layout.value, original.meta.layout.value}
    return None if HIRING in layouts or original.path == document.path else original


def address_beside(document: Document, original: Document, ctx: PlanContext) -> str:
    """Where the two are side by side: ``/es/the-sea/with-en/``."""
    own = ctx.urls.document(document).removesuffix(".html").rstrip("/")
    return f"{own}/with-{original.meta.language.value}/"
