"""Search: a page in each language, and beside it the files that its script asks for.

    /es/search/             the page
    /es/search/about.json   how many files there are, the words around results, other languages
    /es/search/w12.txt      word shards: which texts have a word
    /es/search/p3.txt       prefix shards: how a half-typed word may go on
    /es/search/t40.txt      titles, addresses and dates of a few texts

Only ``about.json`` and the shards of the words that were typed are loaded, then the titles of the
texts that are shown. docs/decisions/0014-search-is-our-own.md has the figures.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from site_builder.model.data_view import PlainView, ShardView, View
from site_builder.model.document import Document
from site_builder.model.route import Form, Route
from site_builder.model.search import Searchable, few_steps
from site_builder.model.site import Site
from site_builder.plan.chrome import SEARCH_PAGE
from site_builder.plan.context import PlanContext
from site_builder.plan.urls import Urls, output_path

TITLES_A_FILE = 12
"""At most, on average."""
_SPREAD = 2_654_435_761
"""Knuth's multiplier: numbers that follow each other go to files far apart, evenly."""


def search(_site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan the search of every language that has one."""
    if SEARCH_PAGE not in ctx.theme.templates:
        return
    addresses = {code: ctx.urls.below_home(code, "search/") for code in ctx.search}
    for code, own in ctx.search.items():
        yield _page(code, addresses, ctx)
        files: dict[str, View] = {
            f"{name}.txt": ShardView(digest=digest) for name, digest in own.index.shards.items()
        }
        titles = _titles(own, ctx)
        files |= {f"{name}.txt": PlainView(text=text) for name, text in titles.items()}
        files["about.json"] = PlainView(text=_about(code, len(titles), addresses, ctx))
        yield from (_file(name, view, code, ctx.urls) for name, view in files.items())


def shard_route(name: str, digest: str, code: str, urls: Urls) -> Route:
    """The file of a shard of the index of a language, whose text ``digest`` names."""
    return _file(f"{name}.txt", ShardView(digest=digest), code, urls)


def _file(name: str, view: View, code: str, urls: Urls) -> Route:
    address = urls.below_home(code, f"search/{name}")
    return Route(
        address=address,
        output=output_path(address),
        language=code,
        form=Form.SEARCH,
        template="",
        view=view,
        owner=f"the search of {code}",
    )


def title_file(number: int, files: int) -> int:
    """In which of the files the title of a text is; search.js says the same."""
    return ((number * _SPREAD & 0xFFFFFFFF) >> 16) % files


def _page(code: str, addresses: dict[str, str], ctx: PlanContext) -> Route:
    address = addresses[code]
    return Route(
        address=address,
        output=output_path(address),
        language=code,
        form=Form.HTML,
        template=SEARCH_PAGE,
        view=ctx.frame(
            code,
            title=ctx.phrases[code].text("search"),
            description=ctx.chromes[code].site_description,
            address=address,
            siblings=addresses,
        ),
        in_sitemap=True,
        owner=f"the search of {code}",
    )


def _titles(own: Searchable, ctx: PlanContext) -> dict[str, str]:
    count = few_steps(len(own.texts), TITLES_A_FILE)
    lines: list[list[str]] = [[] for _ in range(count)]
    for number, text in own.texts:
        lines[title_file(number, count)].append(_line(number, text, ctx))
    return {f"t{file}": "\n".join(found) for file, found in enumerate(lines)}


def _line(number: int, text: Document, ctx: PlanContext) -> str:
    meta = text.meta
    day = meta.date.value.day if meta.date else ""
    href = ctx.urls.href(ctx.urls.document(text))
    return f"{number}\t{href}\t{day}\t{' '.join(meta.title.value.split())}"


def _about(code: str, titles: int, addresses: dict[str, str], ctx: PlanContext) -> str:
    own, phrases = ctx.search[code], ctx.phrases[code]
    shape = own.index.shape
    about = {
        "texts": len(own.texts),
        "w": shape.word_shards,
        "p": shape.prefix_shards,
        "t": titles,
        "results": dict(phrases.forms("search_results")),
        "none": phrases.text("no_results"),
        "failed": phrases.text("search_failed"),
        "others": [
            [language.tag, language.name, language.direction, ctx.urls.href(addresses[other])]
            for other, language in ((one, ctx.chromes[one].language) for one in addresses)
            if other != code
        ],
    }
    return json.dumps(about, ensure_ascii=False, separators=(",", ":"))
