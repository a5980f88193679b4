"""The hiring page, and beside it the same facts for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from site_builder.frozen import dataclass
from site_builder.model.data_view import ProfileView
from site_builder.model.document import Document
from site_builder.model.hiring import Profile
from site_builder.model.picture import ImageView
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.model.slugs import topic_slug
from site_builder.model.view import HiringView, LinkView
from site_builder.plan.chrome import HIRING
from site_builder.plan.context import PlanContext, spread
from site_builder.plan.pictures import photo_path
from site_builder.plan.recipes.texts import image_at, original_of, text_frame, text_route
from site_builder.plan.urls import output_path

_DATA = ((Form.RESUME, "resume.json"), (Form.HIRE, "hire.json"))


def hiring(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan each document of ``layout: hiring``, with its ``resume.json`` and ``hire.json``."""
    for code in ctx.chromes:
        for page in site.pages[code]:
            if page.meta.layout.value == HIRING and page.profile is not None:
                person = _person(page, page.profile, site, ctx)
                yield text_route(page, _view(page, person, site, ctx), ctx)
                yield from _data_routes(page, person, ctx)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proof:
    """A text that shows a keyword: for the page, and for whoever reads a file."""

    link: LinkView
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    """What the page and its files share."""

    profile: Profile
    """Without what no page may show."""
    evidence: Mapping[str, tuple[_Proof, ...]]
    email_parts: tuple[str, ...]
    phone_parts: tuple[str, ...]
    photo: ImageView | None
    modified: str


def _person(page: Document, profile: Profile, site: Site, ctx: PlanContext) -> _Person:
    # Places are for messages: a line that moves makes no page anew.
    shown = replace(profile, places={}, disclosures=())
    basics = profile.basics
    # One of another host is for machines: no page loads it.
    path = photo_path(page, site)
    photo = image_at(path, basics.name, ctx) if path else None
    if photo or not basics.image.startswith(("https://", "http://")):
        shown = replace(shown, basics=replace(basics, image=photo.url if photo else ""))
    email_parts: tuple[str, ...] = ()
    phone_parts: tuple[str, ...] = ()
    if basics.obfuscate:
        email_parts = tuple(basics.email.split("@")) if basics.email else ()
        phone_parts = tuple(basics.phone.split())
        shown = replace(shown, basics=replace(shown.basics, email="", phone=""))
    confirmed = profile.availability.updated if profile.availability else ""
    return _Person(
        profile=shown,
        evidence=dict(_evidence(page, profile, site, ctx)),
        email_parts=email_parts,
        phone_parts=phone_parts,
        photo=photo,
        modified=page.meta.modified.iso if page.meta.modified else confirmed,
    )


def _view(page: Document, person: _Person, site: Site, ctx: PlanContext) -> HiringView:
    return HiringView(
        **spread(text_frame(page, site, ctx)),
        profile=person.profile,
        body=ctx.body(page),
        is_translated=page.meta.translated.value,
        is_generated=page.meta.generated.value,
        original=original_of(page, site, ctx),
        evidence={
            word: tuple(proof.link for proof in proofs) for word, proofs in person.evidence.items()
        },
        email_parts=person.email_parts,
        phone_parts=person.phone_parts,
        photo=person.photo,
        modified=person.modified,
        data=tuple(
            LinkView(title=name, href=ctx.urls.href(_beside(page, name, ctx))) for _, name in _DATA
        ),
    )


def _evidence(
    page: Document, profile: Profile, site: Site, ctx: PlanContext
) -> Iterator[tuple[str, tuple[_Proof, ...]]]:
    """What shows each keyword: the author's links, else the tag of just that name."""
    code = page.meta.language.value
    tags = {topic.slug: topic for topic in site.tags[code]}
    known = [*(one.keywords for one in profile.skills), *(one.keywords for one in profile.tools)]
    for word in dict.fromkeys(chain.from_iterable(known)):
        proofs = [_proof(slot, word, page, ctx) for slot in profile.evidence.get(word, ())]
        topic = tags.get(topic_slug(word))
        # Words of one slug may differ: a page about one of them is no evidence for the others.
        if not proofs and topic is not None and topic.name.casefold() == word.casefold():
            address = ctx.urls.tag(code, topic.slug)
            link = LinkView(title=topic.name, href=ctx.urls.href(address))
            proofs = [_Proof(link=link, url=ctx.urls.absolute(address))]
        found = tuple(proof for proof in proofs if proof.url)
        if found:
            yield word, found


def _proof(slot: int, word: str, page: Document, ctx: PlanContext) -> _Proof:
    resolution = ctx.resolutions[page.path][slot]
    target = ctx.resolver.by_address.get(resolution.link.address)
    link = LinkView(title=word, href=resolution.href)
    if target is not None:
        link = replace(ctx.link_to(target), href=resolution.href)
    return _Proof(link=link, url=resolution.absolute)


def _data_routes(page: Document, person: _Person, ctx: PlanContext) -> Iterator[Route]:
    for form, name in _DATA:
        address = _beside(page, name, ctx)
        yield Route(
            address=address,
            output=output_path(address),
            language=page.meta.language.value,
            form=form,
            template="",
            view=ProfileView(
                profile=person.profile,
                language=ctx.language_of(page),
                url=ctx.urls.absolute(ctx.urls.document(page)),
                address=ctx.urls.absolute(address),
                modified=person.modified,
                evidence={
                    word: tuple(proof.url for proof in proofs)
                    for word, proofs in person.evidence.items()
                },
            ),
            owner=f"the {name} of {page.path}",
        )


def _beside(page: Document, name: str, ctx: PlanContext) -> str:
    return ctx.urls.document(page).rpartition("/")[0] + f"/{name}"
