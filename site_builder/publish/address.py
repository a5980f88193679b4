"""Whether the pages were made for the address at which they will be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from site_builder.patterns import late
from site_builder.problems import Problem

_GITHUB = late(
    r"(?:https?://|ssh://|git://)?(?:[^@/]+@)?github\.com[:/]([\w-]+)/([\w.-]+?)(?:\.git)?/?",
    re.IGNORECASE,
)
_PAGES = ".github.io"
# RFC 2606: names that stand in examples and that nobody can have.
_EXAMPLE = late(r"(?:.+\.)?(?:example\.(?:org|com|net)|example|test|invalid)")


def pages_address(remote: str) -> str:
    """Where GitHub Pages shows the repository at ``remote``; empty when it is not on GitHub."""
    match = _GITHUB.fullmatch(remote)
    if match is None:
        return ""
    name, repository = match[1].lower(), match[2]
    origin = f"https://{name}{_PAGES}"
    return origin if repository.lower() == f"{name}{_PAGES}" else f"{origin}/{repository}"


def address_faults(url: str, remote: str) -> Iterator[Problem]:
    """Compare the address that the pages were made for with what the remote's tells.

    Problems: ``deploy-refused`` for an address of an example; the warning ``site-address`` for one
    at which GitHub would not show them. A domain of one's own may stand at either path.
    """
    ours, pages = urlsplit(url), urlsplit(pages_address(remote))
    host = ours.hostname or ""
    if _EXAMPLE.fullmatch(host):
        written = (
            pages.geturl() or "and the address of your site, such as https://NAME.github.io/REPO"
        )
        yield Problem(
            code="deploy-refused",
            message=f"the pages were made for {url}, which is an example and not your address",
            hint=f"write url: {written} in site.yml, then build",
        )
        return
    if not pages.hostname:
        return
    is_on_pages = host.endswith(_PAGES)
    paths = {pages.path} if is_on_pages else {pages.path, ""}
    if (is_on_pages and host != pages.hostname) or ours.path.rstrip("/") not in paths:
        yield Problem(
            code="site-address",
            message=f"the pages were made for {url}, and GitHub shows them at {pages.geturl()}",
            hint=f"write url: {pages.geturl()} in site.yml, then build",
        )
