"""Where the links of a text lead, for the language in which it is read.

    2023-07-20-x-es.md#heading    the file beside the source: its page, in the reader's language
    /about/                       an address of the site, typed without the base path
    /content/pages/about-en.md    a file by its path from the root of the site
    picture.png                   the file beside the source, published because it is referred to
    https://…, mailto:…           as typed

A link to a text that has a translation in the reader's language leads to the translation, and its
anchor follows: the third heading of one is the third heading of the other. A link to a text that is
not public leads nowhere and gives nothing of that text away.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import field
from urllib.parse import quote, unquote

from site_builder.frozen import dataclass
from site_builder.model.body import Reference
from site_builder.model.document import Document
from site_builder.model.route import ResolvedLink, Verdict
from site_builder.model.site import Site
from site_builder.model.words import MOST_SUGGESTIONS, did_you_mean
from site_builder.patterns import late
from site_builder.plan.urls import Urls
from site_builder.problems import Place

_SCHEME = late(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ROOT = "/content/"
_POSTS = "/content/posts/"
_STATIC = "static/"
_NEEDS_NORMAL = late(r"//|/\.|/$")
"""What a path has that is not the shortest spelling of itself; most are, and are left alone."""
_TRIMMED = "".join(map(chr, range(0x21)))
_TYPED_SAFE = "/-._~!$&'()*+,;=:@%?#[]"
"""RFC 3986: what stays as the author typed it in a link to elsewhere."""
_NOT_TYPED = late(r"[\s%?#()<>]")
"""What in the name of a file would be read as something else in a link of Markdown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Where one reference leads."""

    href: str
    """Final, for a page; empty when the link leads nowhere."""
    absolute: str
    """Final, for a feed; empty when the link leads nowhere."""
    link: ResolvedLink
    file: str = ""
    """Source path of the file to publish for it; empty unless it is one beside the Markdown."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves the references of documents against the whole site."""

    site: Site
    urls: Urls
    by_address: Mapping[str, Document]
    """Address → the document there."""
    shown: Mapping[tuple[str, str], str]
    """(Document path, language code) → where that language's readers are shown the text."""
    reader: str = ""
    """Code of the reader's language, where it is not that of the document."""
    _suggested: dict[tuple[str, bool], str] = field(default_factory=dict, repr=False, compare=False)
    _by_stem: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)
    """Name of a file without its ending → its paths; made when it is first asked for."""

    def resolve(self, document: Document) -> tuple[Resolution, ...]:
        """Resolve every reference of ``document``, in slot order."""
        return tuple(self._resolve(document, reference) for reference in document.references)

    def _resolve(self, document: Document, reference: Reference) -> Resolution:
        place = Place(path=document.path, line=reference.line, column=reference.column)
        # Exactly what a browser takes away (WHATWG URL): to take more would make another target.
        target = reference.target.strip(_TRIMMED)
        typed = reference.typed or reference.target
        if _SCHEME.match(target):
            own = self._own_address(target)
            if own is not None:
                return self._by_address(document, place, typed, own)
            href = quote(target, safe=_TYPED_SAFE)
            return _found(href, href, _link(place, typed, Verdict.EXTERNAL))
        path, query, anchor = _split(target)
        if not path:
            return self._to_document(document, document, place, typed, (query, anchor))
        if path.startswith("/") and not path.startswith(_ROOT):
            return self._by_address(document, place, typed, target)
        parts = (path, query, anchor)
        is_link = reference.kind == "link"
        return self._by_source(document, place, typed, parts, is_link=is_link)

    def _own_address(self, target: str) -> str | None:
        """The part after our own origin and base path, when a link spells the whole URL."""
        config = self.urls.config
        home = config.origin + config.base_path
        if target == home or target.startswith(f"{home}/"):
            return target.removeprefix(home) or "/"
        return None

    def _by_address(self, document: Document, place: Place, typed: str, target: str) -> Resolution:
        path, query, anchor = _split(target)
        base = self.urls.config.base_path
        if base and path.startswith(f"{base}/"):
            path = path.removeprefix(base)
        address = unquote(path)
        found = self.by_address.get(address) or self.by_address.get(f"{address}/")
        if found is not None:
            return self._to_document(document, found, place, typed, (query, anchor))
        # Lists, feeds and static files: whether the address exists, the check of links asks.
        return self._at(address, place, typed, (query, anchor))

    def _by_source(
        self,
        document: Document,
        place: Place,
        typed: str,
        parts: tuple[str, str, str],
        *,
        is_link: bool,
    ) -> Resolution:
        path, query, anchor = parts
        folder = document.path.rpartition("/")[0]
        for spelled in (path, unquote(path)) if "%" in path else (path,):
            wanted = spelled[1:] if spelled.startswith(_ROOT) else f"{folder}/{spelled}"
            if _NEEDS_NORMAL.search(wanted):
                wanted = posixpath.normpath(posixpath.join(folder, spelled))
            if wanted in self.site.by_path:
                found = self.site.by_path[wanted]
                return self._to_document(document, found, place, typed, (query, anchor))
            hidden = self.site.hidden.get(wanted)
            if hidden is not None:
                verdict = Verdict.UNREAD if hidden.is_unread else Verdict.HIDDEN
                return _found("", "", _link(place, typed, verdict))
            if wanted in self.site.files:
                address = "/" + wanted.removeprefix("content/")
                resolution = self._at(address, place, typed, (query, anchor))
                return Resolution(
                    href=resolution.href,
                    absolute=resolution.absolute,
                    link=resolution.link,
                    file=wanted,
                )
        named = self._named(path)
        if named is not None:
            return self._to_document(document, named, place, typed, (query, anchor))
        ending = posixpath.splitext(path)[1].lower()
        is_page = is_link and ending in {"", ".md", ".markdown"}
        verdict = Verdict.MISSING_PAGE if is_page else Verdict.MISSING_FILE
        suggestion = self._suggest(path, folder, is_page=is_page)
        return _found("", "", _link(place, typed, verdict, suggestion=suggestion))

    def _named(self, path: str) -> Document | None:
        """The post of this name in whichever folder, as Jekyll's ``post_url`` finds it."""
        if not path.startswith(_POSTS):
            return None
        if not self._by_stem:
            for known in self.site.by_path:
                self._by_stem.setdefault(_stem(known), []).append(known)
        wanted = unquote(path)
        found = self._by_stem.get(_stem(wanted))
        if not found:
            return None
        # Of several languages the one whose folder was typed.
        folders = set(wanted.split("/"))
        return self.site.by_path[max(found, key=lambda one: len(folders & set(one.split("/"))))]

    def _to_document(
        self,
        reader: Document,
        found: Document,
        place: Place,
        typed: str,
        rest: tuple[str, str],
    ) -> Resolution:
        query, anchor = rest
        code = self.reader or reader.meta.language.value
        chosen, fragment = self._in_readers_language(code, found, unquote(anchor))
        address = self.shown.get((chosen.path, code)) or self.urls.document(chosen)
        resolution = self._at(address, place, typed, (query, quote(fragment)))
        if chosen.path == reader.path and fragment:
            # Within the page a bare fragment keeps working when the page is saved or moved.
            return Resolution(
                href=f"#{quote(fragment)}", absolute=resolution.absolute, link=resolution.link
            )
        return resolution

    def _in_readers_language(self, code: str, found: Document, anchor: str) -> tuple[Document, str]:
        if found.meta.language.value == code:
            return found, anchor
        translation = self.site.work_of[found.path].in_language(code)
        if translation is None:
            return found, anchor
        if not anchor or anchor in translation.anchors:
            return translation, anchor
        matching = _matching_anchor(found, translation, anchor)
        return (translation, matching) if matching else (found, anchor)

    def _at(self, address: str, place: Place, typed: str, rest: tuple[str, str]) -> Resolution:
        query, anchor = rest
        tail = (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")
        if tail:
            tail = quote(tail, safe=_TYPED_SAFE)
        link = _link(place, typed, Verdict.FOUND, address=address, anchor=unquote(anchor))
        href = self.urls.href(address)
        return _found(href + tail, f"{self.urls.config.origin}{href}{tail}", link)

    def _suggest(self, path: str, folder: str, *, is_page: bool) -> str:
        """What to type instead in a text in ``folder``; empty when nothing looks alike."""
        below = unquote(path).rpartition(_STATIC)[2]
        if below in self.site.static:
            return _typed(f"/{below}")
        key = posixpath.basename(path), is_page
        known = self._suggested.get(key)
        if known is None:
            known = "" if len(self._suggested) >= MOST_SUGGESTIONS else self._meant(*key)
            self._suggested[key] = known
        if not known or known.startswith("/"):
            return _typed(known)
        return _typed(f"/{known}" if path.startswith("/") else posixpath.relpath(known, folder))

    def _meant(self, name: str, is_page: bool) -> str:  # noqa: FBT001 because it is named by its caller
        """The path that looks most like ``name``; below ``static/`` its address, from ``/`` on."""
        if is_page:
            by_name = {posixpath.basename(path): path for path in self.site.by_path}
        else:
            by_name = {posixpath.basename(path): f"/{path}" for path in self.site.static}
            by_name |= {posixpath.basename(path): path for path in self.site.files}
        return by_name.get(did_you_mean(unquote(name), by_name) or "", "")


def _matching_anchor(found: Document, translation: Document, anchor: str) -> str:
    """The heading at the same position, when both texts have the same headings."""
    mine = [heading.id for heading in found.headings]
    theirs = [heading.id for heading in translation.headings]
    if anchor not in mine or len(mine) != len(theirs):
        return ""
    return theirs[mine.index(anchor)]


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def _typed(path: str) -> str:
    return _NOT_TYPED.sub(
        lambda found: quote(found[0]).replace("(", "%28").replace(")", "%29"), path
    )


def _split(target: str) -> tuple[str, str, str]:
    rest, _, anchor = target.partition("#")
    path, _, query = rest.partition("?")
    return path, query, anchor


def _link(
    place: Place,
    target: str,
    verdict: Verdict,
    *,
    address: str = "",
    anchor: str = "",
    suggestion: str = "",
) -> ResolvedLink:
    return ResolvedLink(
        place=place,
        target=target,
        verdict=verdict,
        address=address,
        anchor=anchor,
        suggestion=suggestion,
    )


def _found(href: str, absolute: str, link: ResolvedLink) -> Resolution:
    return Resolution(href=href, absolute=absolute, link=link)
