"""The finder: by the last part of an address that is not there, 404.html finds the text itself.

``/es/2020/01/31/the-sea-es.html`` is about ``the-sea``. Asking the server for every address that
the text could have would be slow, and would miss slugs that differ from language to language. So
the names of all texts are kept in small JSON files, by the hash of the name, and one of them is
read: ``{"the-sea": {"en": "/the-sea/", "es": "/es/el-mar/"}}``. A small site has them in the page.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping

from site_builder.model.data_view import PlainView
from site_builder.model.naming import slug_of
from site_builder.model.route import Form, Route
from site_builder.model.site import Site
from site_builder.plan.context import PlanContext

FOLDER = "/assets/finder/"
_NAMES_A_FILE = 64
"""About 4 KB in a site of nine languages, compressed."""


def finder(site: Site, ctx: PlanContext) -> Iterable[Route]:
    """Plan the files of the finder; none where the page itself has all names."""
    if file_count(site) == 1:
        return
    for number, text in enumerate(finder_files(site, ctx)):
        address = f"{FOLDER}{number}.json"
        yield Route(
            address=address,
            output=address.lstrip("/"),
            language="",
            form=Form.TEXT,
            template="",
            view=PlainView(text=text),
            owner="the finder of 404.html",
        )


def finder_files(site: Site, ctx: PlanContext) -> list[str]:
    """The JSON of each file, by its number."""
    names = _names(site, ctx)
    count = file_count(site)
    files: list[dict[str, Mapping[str, str]]] = [{} for _ in range(count)]
    for name in sorted(names):
        files[name_hash(name) % count][name] = names[name]
    return [json.dumps(found, ensure_ascii=False, separators=(",", ":")) for found in files]


def file_count(site: Site) -> int:
    """How many files there are: a power of two, so that a new text seldom moves the others."""
    return 1 << (len(site.works) // _NAMES_A_FILE).bit_length()


def name_hash(name: str) -> int:
    """FNV-1a of 32 bits over UTF-8 (draft-eastlake-fnv, 5), as the script has it."""
    value = 0x811C9DC5
    for byte in name.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def _names(site: Site, ctx: PlanContext) -> Mapping[str, Mapping[str, str]]:
    """Each name that an address may end with → language code → where the text is."""
    names: dict[str, Mapping[str, str]] = {}
    # Works are ordered by day, so of two texts with one name the newer is found.
    for work in site.works:
        addresses = ctx.advertised(work)
        if not addresses or work.is_home_text:
            continue
        found = {code: ctx.urls.href(address) for code, address in addresses.items()}
        words = {document.meta.slug.value for document in work.documents}
        words.add(slug_of(work.lead.meta.key.value))
        words.update(map(_last_part, addresses.values()))
        names |= dict.fromkeys(map(_folded, words), found)
    return {name: names[name] for name in names if name not in {"", "index"}}


def _last_part(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2].removesuffix(".html")


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()
