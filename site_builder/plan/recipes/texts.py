"""Posts and pages: one route for every text of the author's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from site_builder.model.document import Document
from site_builder.model.media import AUDIO_TYPES, find
from site_builder.model.picture import CardView, ImageView
from site_builder.model.route import Form, Route
from site_builder.model.site import Neighbours, Site
from site_builder.model.view import AudioView, LinkView, PageView, TextView, TocEntry
from site_builder.model.work import HOME_TEXT
from site_builder.plan.beside import address_beside, lead_beside
from site_builder.plan.chrome import HIRING
from site_builder.plan.comments import comments_of
from site_builder.plan.context import PlanContext, spread
from site_builder.plan.layouts import template_of
from site_builder.plan.pictures import hero_path, picture_address
from site_builder.plan.urls import output_path
from site_builder.plan.variants import card, variant_address

_TOC_LEVELS = range(2, 5)
_TOC_FROM = 3
"""Headings; with fewer a table of contents says no more than the page."""
_ALONE = Neighbours(older=None, newer=None)


def texts(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan every post and every page but those of other recipes."""
    for code in ctx.chromes:
        for document in (*site.posts[code], *site.pages[code]):
            route = plan_text(document, site, ctx)
            if route is not None:
                yield route


def plan_text(document: Document, site: Site, ctx: PlanContext) -> Route | None:
    """The route of one post or page; None where another recipe plans it."""
    if document.meta.layout.value == HIRING or document.meta.key.value == HOME_TEXT:
        return None
    return text_route(document, text_view(document, site, ctx), ctx)


def text_route(document: Document, view: PageView, ctx: PlanContext) -> Route:
    """The route of one document, whatever its view."""
    meta = document.meta
    address = ctx.urls.document(document)
    changed = meta.modified or (meta.date.value if meta.date else None)
    return Route(
        address=address,
        output=output_path(address),
        language=meta.language.value,
        form=Form.HTML,
        template=template_of(document, ctx.config, ctx.theme),
        view=view,
        owner=document.path,
        place=(meta.permalink or meta.slug).place,
        in_sitemap=view.is_indexed,
        modified=changed.iso if changed else "",
    )


def text_frame(document: Document, site: Site, ctx: PlanContext) -> PageView:
    """The frame of a document's page: its work decides the switcher and the alternates."""
    meta = document.meta
    work = site.work_of[document.path]
    return ctx.frame(
        meta.language.value,
        title=meta.title.value,
        description=meta.description or document.excerpt,
        address=ctx.urls.document(document),
        siblings=ctx.addresses(work),
        stand_ins=ctx.shown_in(work),
        advertised=ctx.advertised(work),
        original=work.lead.meta.language.value,
        is_indexed=not meta.noindex,
        document=document,
        image=image_of(document, site, ctx),
    )


def original_of(document: Document, site: Site, ctx: PlanContext) -> LinkView | None:
    """A link to the text this one was translated from, where it is public."""
    original = site.work_of[document.path].original
    if not document.meta.translated.value or original is None or original.path == document.path:
        return None
    return ctx.link_to(original)


def text_view(document: Document, site: Site, ctx: PlanContext) -> TextView:
    """All that the page of a post or page shows."""
    meta = document.meta
    around = site.neighbours.get(document.path, _ALONE)
    return TextView(
        **spread(text_frame(document, site, ctx)),
        body=ctx.body(document),
        only_in=(),
        toc=_toc(document),
        date=meta.date.value.iso if meta.date else "",
        modified=meta.modified.iso if meta.modified else "",
        author=meta.author or ctx.config.author,
        is_translated=meta.translated.value,
        is_generated=meta.generated.value,
        original=original_of(document, site, ctx),
        minutes=document.counts.minutes,
        tags=tuple(ctx.tag_link(tag, meta.language.value) for tag in document.tags),
        also_in=ctx.also_in(document, site.work_of[document.path]),
        beside=_beside(document, site, ctx),
        series=meta.series,
        series_parts=_series_parts(document, site, ctx),
        audio=_audio(document, site, ctx),
        comments=comments_of(document, ctx),
        previous=ctx.link_to(around.older) if around.older else None,
        next=ctx.link_to(around.newer) if around.newer else None,
        related=tuple(map(ctx.link_to, site.related.get(document.path, ()))),
        extra=meta.extra,
    )


def _beside(document: Document, site: Site, ctx: PlanContext) -> LinkView | None:
    lead = lead_beside(document, site, ctx)
    if lead is None:
        return None
    return replace(ctx.link_to(lead), href=ctx.urls.href(address_beside(document, lead, ctx)))


def _toc(document: Document) -> tuple[TocEntry, ...]:
    entries = tuple(
        TocEntry(id=heading.id, text=heading.text, level=heading.level)
        for heading in document.headings
        if heading.level in _TOC_LEVELS
    )
    return entries if document.meta.toc and len(entries) >= _TOC_FROM else ()


def _series_parts(document: Document, site: Site, ctx: PlanContext) -> tuple[LinkView, ...]:
    series, code = document.meta.series, document.meta.language.value

    def gather() -> Mapping[str, tuple[LinkView, ...]]:
        parts: dict[str, list[LinkView]] = {}
        for post in reversed(site.posts[code]):
            if post.meta.series:
                parts.setdefault(post.meta.series, []).append(ctx.link_to(post))
        return {name: tuple(links) for name, links in parts.items()}

    return ctx.once(("series", code), gather).get(series, ()) if series else ()


def image_of(document: Document, site: Site, ctx: PlanContext) -> ImageView | None:
    """The hero of a text."""
    path = hero_path(document, site)
    if not path:
        return None
    return replace(image_at(path, document.meta.image_alt, ctx), card=_card(path, ctx))


def image_at(path: str, alt: str, ctx: PlanContext) -> ImageView:
    """The picture at a source path; its size and versions where they are known."""
    address = picture_address(path)
    image = ImageView(href=ctx.urls.href(address), url=ctx.urls.absolute(address), alt=alt)
    picture = ctx.picture(path)
    if picture is None:
        return image
    return replace(
        image,
        width=picture.width,
        height=picture.height,
        media_type=ctx.gallery.assets[path].media_type,
        sources=picture.sources,
    )


def _card(path: str, ctx: PlanContext) -> CardView | None:
    asset = ctx.gallery.assets.get(path)
    made = asset and card(asset, ctx.config.images, ctx.gallery.encoder)
    if not made:
        return None
    return CardView(
        url=ctx.urls.absolute(variant_address(made, ctx.gallery)),
        width=made.width,
        height=made.height,
        media_type=f"image/{made.format}",
    )


def audio_of(document: Document, site: Site) -> tuple[str, str] | None:
    """Path below ``static/`` and media type of the recording of a text; None when it has none."""
    wanted = document.meta.audio
    name = find(wanted.value, tuple(AUDIO_TYPES), site.static) if wanted else ""
    return (name, AUDIO_TYPES[name[name.rindex(".") :].lower()]) if name else None


def _audio(document: Document, site: Site, ctx: PlanContext) -> AudioView | None:
    found = audio_of(document, site)
    return AudioView(href=ctx.urls.href(f"/{found[0]}"), media_type=found[1]) if found else None
