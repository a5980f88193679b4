"""``comments`` and ``analytics``: services of others that the author switches on."""

from __future__ import annotations

from typing import Final, cast
from urllib.parse import urlsplit

from site_builder.model.services import Analytics, AnalyticsProvider, Comments, CommentsProvider
from site_builder.patterns import late
from site_builder.strict_yaml import Fields, MappingNode, Node

_REPO = late(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+")
_OF_GISCUS: Final = ("repo_id", "category", "category_id")
_SCRIPTS: Final[dict[AnalyticsProvider, str]] = {
    "plausible": "https://plausible.io/js/script.js",
    "goatcounter": "https://gc.zgo.at/count.js",
    "umami": "https://cloud.umami.is/script.js",
}
_ATTRIBUTES: Final[dict[AnalyticsProvider, str]] = {
    "plausible": "data-domain",
    "goatcounter": "data-goatcounter",
    "umami": "data-website-id",
}
_UMAMI_CLOUD: Final = "https://api-gateway.umami.dev"
"""Where the script of Umami's own cloud reports to; one of your own reports to its own host."""


def read_comments(fields: Fields, node: Node | None) -> Comments | None:
    """Read where readers answer; None where nobody is asked to."""
    entry = fields.mapping("comments", node)
    if entry is None:
        return None
    fields.known_keys("comments", entry, ("provider", "repo", *_OF_GISCUS))
    provider = _provider(fields, "comments", entry, ("giscus", "utterances"))
    repo = fields.text("comments: repo", entry.get("repo")) or ""
    if not _REPO.fullmatch(repo):
        fields.add(entry.get("repo") or entry, f'comments: repo: "{repo}" is not owner/name')
    ids = {key: fields.text(f"comments: {key}", entry.get(key)) or "" for key in _OF_GISCUS}
    lacking = [key for key, value in ids.items() if provider == "giscus" and not value]
    if lacking:
        message = f"comments: giscus needs {', '.join(lacking)} too"
        fields.add(entry, message, "giscus.app shows them for your repository")
    return Comments(provider=cast(CommentsProvider, provider or "giscus"), repo=repo, **ids)


def read_analytics(fields: Fields, node: Node | None) -> Analytics | None:
    """Read which service counts visits; None where none does."""
    entry = fields.mapping("analytics", node)
    if entry is None:
        return None
    fields.known_keys("analytics", entry, ("provider", "site", "script"))
    word = _provider(fields, "analytics", entry, tuple(_SCRIPTS))
    site = fields.text("analytics: site", entry.get("site")) or ""
    if not site:
        hint = "the domain (plausible), the counter's address (goatcounter) or the id (umami)"
        fields.add(entry, "analytics: site is missing", f"add site: and {hint}")
    typed = fields.text("analytics: script", entry.get("script"))
    provider = cast(AnalyticsProvider, word or "plausible")
    script = typed or _SCRIPTS[provider]
    for key, address in (("script", script), ("site", site if provider == "goatcounter" else "")):
        if address and not _origin(address):
            fields.add(entry.get(key) or entry, f'analytics: {key}: "{address}" is not an address')
    connect = _origin(site) if provider == "goatcounter" else _origin(script)
    more = [_UMAMI_CLOUD] if script == _SCRIPTS["umami"] else []
    return Analytics(
        script=script,
        attributes=((_ATTRIBUTES[provider], site),),
        policy=(
            ("script-src", _origin(script)),
            *(("connect-src", host) for host in (connect, *more)),
        ),
    )


def _provider(fields: Fields, key: str, entry: MappingNode, known: tuple[str, ...]) -> str:
    node = entry.get("provider")
    if node is None:
        fields.add(entry, f"{key}: provider is missing", f"write one of {', '.join(known)}")
    return fields.choice(f"{key}: provider", node, known) or ""


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"https://{parts.netloc}" if parts.scheme == "https" and parts.netloc else ""
