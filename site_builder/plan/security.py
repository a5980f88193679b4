"""The Content-Security-Policy of each page: exactly what the page uses, nothing more.

W3C Content Security Policy Level 3, delivered in ``<meta>``: GitHub Pages sends no headers of ours.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import lru_cache

from site_builder.model.document import Document
from site_builder.model.services import Policy

_BASE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("default-src", ("'none'",)),
    ("style-src", ("'self'",)),
    ("script-src", ("'self'",)),
    ("img-src", ("'self'", "data:")),
    ("media-src", ("'self'",)),
    ("connect-src", ("'self'",)),
    ("form-action", ("'self'",)),
    ("base-uri", ("'none'",)),
)


def security_policy(
    boot_script: str, document: Document | None = None, services: Policy = ()
) -> str:
    """Spell the policy of a page with the theme's inline script and, if it has one, this body.

    ``services`` is what those need that the site switched on.
    """
    if document is None:
        return _policy(boot_script, (), services, uses_inline_style=False)
    return _policy(
        boot_script,
        document.inline_scripts,
        (*document.remote_hosts, *services),
        uses_inline_style=document.uses_inline_style,
    )


# Few bodies need anything of their own, so nearly all pages share one policy.
@lru_cache(maxsize=256)
def _policy(
    boot_script: str,
    scripts: tuple[str, ...],
    hosts: tuple[tuple[str, str], ...],
    *,
    uses_inline_style: bool,
) -> str:
    policy = {directive: list(sources) for directive, sources in _BASE}
    if boot_script:
        policy["script-src"].append(_digest(boot_script))
    policy["script-src"] += [f"'sha256-{script}'" for script in scripts]
    for directive, host in hosts:
        policy.setdefault(directive, []).append(host)
    if uses_inline_style:
        policy["style-src"].append("'unsafe-inline'")
    return "; ".join(f"{directive} {' '.join(policy[directive])}" for directive in policy)


def _digest(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
