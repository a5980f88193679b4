"""Which pictures the public texts show, where they are, and how pages show them.

A text names a picture by its path beside the text, or by its address below ``static/``:

    bridge.jpg             content/posts/bridge.jpg, published at /posts/bridge.jpg
    /assets/bridge.jpg     static/assets/bridge.jpg, published at /assets/bridge.jpg
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from site_builder.model.config import Config
from site_builder.model.document import Document
from site_builder.model.media import IMAGE_ENDINGS, find
from site_builder.model.site import Site
from site_builder.model.source import Source


def shown_pictures(site: Site, config: Config) -> tuple[Source, ...]:
    """Every picture of this site that a public text shows, by path."""
    found: dict[str, Source] = {}
    for document in site.by_path.values():
        for path in _paths(document, site, config):
            if path not in found:
                found[path] = (site.files.get(path)) or site.static[path.removeprefix("static/")]
    return tuple(found[path] for path in sorted(found))


def hero_path(document: Document, site: Site) -> str:
    """Source path of the hero of a text; empty when it has none, or when it is not there."""
    wanted = document.meta.image
    name = find(wanted.value, IMAGE_ENDINGS, site.static) if wanted else ""
    return name and f"static/{name}"


def photo_path(document: Document, site: Site) -> str:
    """Source path of the photo on a hiring page; empty when it has none of this site."""
    name = document.profile.basics.image.removeprefix("/") if document.profile else ""
    return f"static/{name}" if name in site.static else ""


def body_pictures(document: Document, site: Site, config: Config) -> Mapping[int, str]:
    """Slot of the body → source path, for every picture of this site that the body shows."""
    if not document.counts.images:
        return {}
    return {
        reference.slot: path
        for reference in document.references
        if reference.kind == "image" and reference.attribute == "src"
        if (path := _source_path(document, reference.target, site, config))
    }


def picture_address(path: str) -> str:
    """Where the picture at a source path is published as it is."""
    return "/" + path.partition("/")[2]


def _paths(document: Document, site: Site, config: Config) -> Iterable[str]:
    yield from body_pictures(document, site, config).values()
    yield from filter(None, (hero_path(document, site), photo_path(document, site)))


def _source_path(document: Document, target: str, site: Site, config: Config) -> str:
    path = target.strip().partition("#")[0].partition("?")[0]
    if path.startswith("/"):
        base = config.base_path
        below = path.removeprefix(base) if base and path.startswith(f"{base}/") else path
        name = unquote(below).lstrip("/")
        return f"static/{name}" if name in site.static else ""
    folder = posixpath.dirname(document.path)
    for spelled in (path, unquote(path)):
        wanted = posixpath.normpath(f"{folder}/{spelled}")
        if wanted in site.files:
            return wanted
    return ""
