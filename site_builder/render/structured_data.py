"""What a page says to machines in its head: schema.org, as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from site_builder.model.list_view import ListView
from site_builder.model.view import HiringView, PageView, TextView

_CONTEXT = "https://schema.org"


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
    text = json.dumps({"@context": _CONTEXT} | data, ensure_ascii=False, sort_keys=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _posting(page: TextView) -> dict[str, Any]:
    data: dict[str, Any] = {
        "@type": "BlogPosting",
        "headline": page.title,
        "description": page.description,
        "url": page.canonical,
        "inLanguage": page.body.language.tag,
        "datePublished": page.date,
        "dateModified": page.modified or page.date,
    }
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
    basics = page.profile.basics
    person: dict[str, Any] = {"@type": "Person", "name": basics.name}
    if basics.label:
        person["jobTitle"] = basics.label
    if basics.summary:
        person["description"] = basics.summary.text
    if basics.url:
        person["url"] = basics.url
    if basics.profiles:
        person["sameAs"] = [profile.url for profile in basics.profiles]
    skills = [keyword for band in page.profile.skills for keyword in band.keywords]
    if skills:
        person["knowsAbout"] = skills
    return {
        "@type": "ProfilePage",
        "url": page.canonical,
        "inLanguage": page.chrome.language.tag,
        "mainEntity": person,
    }


def _absolute(page: PageView, href: str) -> str:
    """``href`` below the page's own origin."""
    scheme, _, rest = page.canonical.partition("//")
    return f"{scheme}//{rest.partition('/')[0]}{href}"
