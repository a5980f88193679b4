"""What a page says to machines in its head: schema.org, as JSON-LD."""

from __future__ import annotations

import json
from itertools import chain
from typing import Any

from site_builder.i18n.dates import language_code
from site_builder.model.list_view import ListView
from site_builder.model.view import HiringView, PageView, TextView

_CONTEXT = "https://schema.org"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_MOST_KNOWN = 25
"""Subjects; a longer list says no more to a search engine, and every reader loads it."""


def structured_data(page: PageView) -> str:
    """The JSON of the page's JSON-LD block; empty for pages that are no subject of their own.

    The characters that could end the ``<script>`` element are written as escapes.
    """
    data: dict[str, Any] | None = None
    if isinstance(page, HiringView):
        data = _profile_page(page)
    elif isinstance(page, TextView) and page.date:
        data = _posting(page)
    elif isinstance(page, ListView) and page.is_home:
        data = {
            "@type": "WebSite",
            "name": page.chrome.site_title,
            "url": page.canonical,
            "inLanguage": page.chrome.language.tag,
        }
    if data is None:
        return ""
    text = _ENCODER.encode({"@context": _CONTEXT} | data)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _posting(page: TextView) -> dict[str, Any]:
    data: dict[str, Any] = {
        "@type": "BlogPosting",
        "headline": page.title,
        "url": page.canonical,
        "inLanguage": page.body.language.tag,
        "datePublished": page.date,
    }
    if page.modified:
        data["dateModified"] = page.modified
    if page.author:
        data["author"] = {"@type": "Person", "name": page.author}
    if page.tags:
        data["keywords"] = [tag.title for tag in page.tags]
    if page.image:
        data["image"] = page.image.url
    if page.original and page.original.language:
        data["translationOfWork"] = {
            "@type": "BlogPosting",
            "name": page.original.title,
            "inLanguage": page.original.language.tag,
            "url": _absolute(page, page.original.href),
        }
    return data


def _profile_page(page: HiringView) -> dict[str, Any]:
    """A ProfilePage about one Person; no JobPosting, which is an employer's to write."""
    return _filled(
        {
            "@type": "ProfilePage",
            "url": page.canonical,
            "inLanguage": page.body.language.tag,
            "dateModified": page.modified,
            "mainEntity": _person(page),
        }
    )


def _person(page: HiringView) -> dict[str, Any]:
    profile, basics = page.profile, page.profile.basics
    spoken = [
        language_code(word, page.body.language.tag) or word
        for group in profile.tools
        if group.role == "languages"
        for word in group.keywords
    ]
    known = [band.keywords for band in profile.skills]
    known += [group.keywords for group in profile.tools if not group.role]
    seeks = profile.availability if profile.availability and profile.availability.is_open else None
    return {
        "@type": "Person",
        "name": basics.name or page.title,
        "alternateName": basics.alternate_name,
        "url": basics.url or page.canonical,
        "image": basics.image,
        "jobTitle": basics.label,
        "description": basics.summary.text,
        "email": basics.email,
        "telephone": basics.phone,
        "knowsAbout": list(dict.fromkeys(chain.from_iterable(known)))[:_MOST_KNOWN],
        "knowsLanguage": spoken,
        "sameAs": [account.url for account in basics.profiles],
        "seeks": seeks and {"@type": "Demand", "name": seeks.text or basics.label},
    }


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    """``data`` without the properties that say nothing."""
    kept = {key: _filled(one) if isinstance(one, dict) else one for key, one in data.items()}
    return {key: one for key, one in kept.items() if one}


def _absolute(page: PageView, href: str) -> str:
    """``href`` below the page's own origin."""
    scheme, _, rest = page.canonical.partition("//")
    return f"{scheme}//{rest.partition('/')[0]}{href}"
