"""What every recipe is handed: the settings, the speller of addresses, the frames, the links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, fields, replace
from operator import attrgetter
from typing import Any, TypeVar
from urllib.parse import quote

from site_builder.frozen import dataclass
from site_builder.model.asset import Gallery
from site_builder.model.config import Config
from site_builder.model.document import Document
from site_builder.model.language import Language
from site_builder.model.list_view import HomeView, TopicView
from site_builder.model.phrases import PhraseBook
from site_builder.model.picture import ImageView, PictureView
from site_builder.model.search import Searchable
from site_builder.model.services import Policy
from site_builder.model.site import Site, Topic
from site_builder.model.slugs import topic_slug
from site_builder.model.source import Kind
from site_builder.model.theme import Theme
from site_builder.model.view import (
    Alternate,
    BodyView,
    ChromeView,
    EntryView,
    LanguageChoice,
    LinkView,
    PageView,
)
from site_builder.model.work import Work
from site_builder.plan.links import Resolution, Resolver
from site_builder.plan.pictures import body_pictures
from site_builder.plan.security import security_policy
from site_builder.plan.urls import Urls
from site_builder.plan.variants import picture_view

_T = TypeVar("_T")

X_DEFAULT = "x-default"
"""The alternate for readers whose language is not among the others (Google, localized versions)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContext:
    """The world of a recipe besides the Site."""

    config: Config
    urls: Urls
    theme: Theme
    phrases: Mapping[str, PhraseBook]
    """Language code → its phrases."""
    chromes: Mapping[str, ChromeView]
    """Language code → the frame of its pages."""
    resolutions: Mapping[str, tuple[Resolution, ...]]
    """Document path → where its references lead."""
    resolver: Resolver
    shown: Mapping[tuple[str, str], str]
    """(Document path, language code) → address at which readers of a language that lacks the text
    are shown it all the same; empty unless the site says so."""
    search: Mapping[str, Searchable]
    """Language code → what can be found in it; empty where search is off."""
    gallery: Gallery
    """The pictures that public texts show."""
    _made: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, key: tuple[object, ...], make: Callable[[], _T]) -> _T:
        """What ``make`` gives, made once for this plan: many pages then share one object.

        Whoever takes fingerprints does so once for each object. ``key`` names what is made and what
        it is made of, in texts and tuples of texts: to hash a Document costs more than it saves.
        """
        try:
            made: _T = self._made[key]
        except KeyError:
            made = self._made[key] = make()
        return made

    def language_of(self, document: Document) -> Language:
        """The language a document is written in."""
        return self.chromes[document.meta.language.value].language

    def frame(  # noqa: PLR0913 because each is a part of the frame
        self,
        code: str,
        *,
        title: str,
        description: str,
        address: str,
        siblings: Mapping[str, str],
        stand_ins: Mapping[str, str] | None = None,
        advertised: Mapping[str, str] | None = None,
        original: str = "",
        is_indexed: bool = True,
        document: Document | None = None,
        image: ImageView | None = None,
    ) -> PageView:
        """Make the part of a View that every page has.

        ``siblings`` maps the code of each language in which this page exists to its address, the
        page's own included; ``stand_ins`` those in which its text is only shown; ``advertised``
        the siblings that search engines may know (all, unless given). ``original`` is the code for
        x-default where the default language has none.
        """
        advertised = siblings if advertised is None else advertised
        policy = (
            security_policy(self.theme.boot_script, document, self._services(document))
            if self.config.security_csp
            else ""
        )
        return PageView(
            chrome=self.chromes[code],
            title=title,
            description=description,
            href=self.urls.href(address),
            canonical=self.urls.absolute(address),
            alternates=self._alternates(advertised, original) if is_indexed else (),
            languages=self._choices(code, siblings, stand_ins or {}),
            is_indexed=is_indexed,
            security_policy=policy,
            image=image,
            edit_href=self._edit_href(document),
            is_draft=document is not None and document.path in self.resolver.site.drafts,
        )

    def _services(self, document: Document | None) -> Policy:
        """What the services of this page need; only posts have comments."""
        analytics, comments = self.config.analytics, self.config.comments
        is_post = document is not None and document.kind is Kind.POST
        return (
            *(analytics.policy if analytics else ()),
            *(comments.policy if comments and is_post else ()),
        )

    def _edit_href(self, document: Document | None) -> str:
        if document is None or not self.config.edit_url:
            return ""
        return self.config.edit_url.replace(":path", quote(document.path))

    def _alternates(self, advertised: Mapping[str, str], original: str) -> tuple[Alternate, ...]:
        def make() -> tuple[Alternate, ...]:
            fallbacks = (self.config.default_language, original)
            chosen = next((code for code in fallbacks if code in advertised), "")
            pages = [
                (language.tag, advertised[language.code])
                for language in self.config.languages
                if language.code in advertised
            ]
            pages += [(X_DEFAULT, advertised[chosen])] if chosen else []
            return tuple(
                Alternate(tag=tag, url=self.urls.absolute(address)) for tag, address in pages
            )

        return self.once(("alternates", original, *advertised.items()), make)

    def _choices(
        self, code: str, siblings: Mapping[str, str], stand_ins: Mapping[str, str]
    ) -> tuple[LanguageChoice, ...]:
        there = {**stand_ins, **siblings}

        def make() -> tuple[LanguageChoice, ...]:
            return tuple(
                LanguageChoice(
                    language=language,
                    href=self.urls.href(there.get(language.code) or self.urls.home(language.code)),
                    is_current=language.code == code,
                    is_translation=language.code in siblings,
                    is_home=language.code not in there,
                )
                for language in self.config.languages
            )

        return self.once(("choices", code, *siblings.items(), "", *stand_ins.items()), make)

    def body(self, document: Document, resolved: Sequence[Resolution] | None = None) -> BodyView:
        """The document's body with its links resolved for a page.

        ``resolved`` says where they lead for the readers of another language.
        """
        resolved = self.resolutions[document.path] if resolved is None else resolved
        return BodyView(
            digest=document.body_digest,
            targets=tuple(one.href for one in resolved),
            language=self.language_of(document),
            pictures=self._pictures(document),
        )

    def feed_body(self, document: Document) -> BodyView:
        """The document's body with its links resolved for a feed: absolute."""
        return BodyView(
            digest=document.body_digest,
            targets=tuple(one.absolute for one in self.resolutions[document.path]),
            language=self.language_of(document),
            pictures={
                slot: replace(picture, sources=())
                for slot, picture in self._pictures(document).items()
            },
        )

    def _pictures(self, document: Document) -> Mapping[int, PictureView]:
        found = body_pictures(document, self.resolver.site, self.config)
        shown = {slot: self.picture(path) for slot, path in found.items()}
        return {slot: picture for slot, picture in shown.items() if picture is not None}

    def picture(self, path: str) -> PictureView | None:
        """How pages show the picture at a source path; None where its size is not known."""
        asset = self.gallery.assets.get(path)
        if asset is None or not asset.width:
            return None
        return self.once(("picture", path), lambda: picture_view(asset, self.gallery, self.urls))

    def addresses(self, work: Work) -> Mapping[str, str]:
        """Language code → address, for every document of a work."""
        return self.once(("addresses", work.lead.path), lambda: self._addresses(work.documents))

    def advertised(self, work: Work) -> Mapping[str, str]:
        """As :meth:`addresses`, without the documents that ask not to be indexed."""
        listed = (one for one in work.documents if not one.meta.noindex)
        return self.once(("advertised", work.lead.path), lambda: self._addresses(listed))

    def _addresses(self, documents: Iterable[Document]) -> Mapping[str, str]:
        return {one.meta.language.value: self.urls.document(one) for one in documents}

    def shown_in(self, work: Work) -> Mapping[str, str]:
        """Language code → address, where a work is shown to readers of a language it lacks."""
        if not self.shown:
            return {}
        path = work.lead.path
        return {code: self.shown[path, code] for code in self.chromes if (path, code) in self.shown}

    def link_to(self, document: Document) -> LinkView:
        """A link to a document by its own title."""
        return self.once(
            ("link", document.path), lambda: self._link(document, document.meta.title.value)
        )

    def also_in(self, document: Document, work: Work) -> tuple[LinkView, ...]:
        """Links to the other documents of a work, by the names of their languages."""
        return tuple(self.version(one) for one in work.documents if one.path != document.path)

    def entry(self, document: Document, site: Site, code: str = "") -> EntryView:
        """A post as the lists of a language show it: its own, unless ``code`` names another."""
        meta = document.meta
        address = self.shown.get((document.path, code)) or self.urls.document(document)
        return self.once(
            ("entry", document.path, address),
            lambda: EntryView(
                title=meta.title.value,
                href=self.urls.href(address),
                date=meta.date.value.day if meta.date else "",
                excerpt=meta.description or document.excerpt,
                is_translated=meta.translated.value,
                language=self.language_of(document),
                also_in=self.also_in(document, site.work_of[document.path]),
                is_draft=document.path in site.drafts,
            ),
        )

    def homes(self) -> tuple[HomeView, ...]:
        """Every language of the site, in its order."""
        return tuple(
            HomeView(
                language=chrome.language, href=chrome.home_href, posts_href=chrome.archive_href
            )
            for chrome in self.chromes.values()
        )

    def topic(self, topic: Topic, address: str) -> TopicView:
        """A tag or category as lists show it."""
        return TopicView(name=topic.name, href=self.urls.href(address), count=len(topic.documents))

    def tag_link(self, tag: str, code: str) -> LinkView:
        """A link to the list of a tag."""
        return self.once(
            ("tag", tag, code),
            lambda: LinkView(title=tag, href=self.urls.href(self.urls.tag(code, topic_slug(tag)))),
        )

    def version(self, document: Document) -> LinkView:
        """A link to a document by the name of its language."""
        return self.once(
            ("language", document.path),
            lambda: self._link(document, self.language_of(document).name),
        )

    def _link(self, document: Document, title: str) -> LinkView:
        href = self.urls.href(self.urls.document(document))
        return LinkView(title=title, href=href, language=self.language_of(document))


_FRAME = tuple(one.name for one in fields(PageView))
_parts_of = attrgetter(*_FRAME)


def spread(frame: PageView) -> dict[str, Any]:
    """The fields of a frame, to be completed into the View of one kind of page."""
    return dict(zip(_FRAME, _parts_of(frame), strict=True))
