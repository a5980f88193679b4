"""Does every link lead somewhere, and does the heading it names exist?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from site_builder.model.route import Plan, ResolvedLink, Verdict
from site_builder.model.site import Site
from site_builder.model.words import MOST_SUGGESTIONS, did_you_mean, shortened
from site_builder.patterns import late
from site_builder.problems import Problem

_ADDRESS = late(r"https?://[^\s()<>]+")
_FILE = late(r"\.(?!html?$|xml$|json$|md$)[a-z][a-z0-9]{1,5}$", re.IGNORECASE)
"""An address that looks like a picture's or another file's, and not like a page's or a feed's."""
_POST_URL = late(r"\{%-?\s*post_url\b")
_HOST = late(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")


def check_links(_site: Site, plan: Plan) -> Iterable[Problem]:
    """Problems: ``link-missing``, ``asset-missing``, ``address-missing``, ``link-hidden``."""
    known = {route.address for route in plan.routes} | {f"/{copy.output}" for copy in plan.copies}
    folded = {unicodedata.normalize("NFC", address) for address in known}

    broken: set[str] = set()

    @cache
    def answer(address: str) -> str | None:
        """None where the address exists, else the one that was probably meant, or nothing."""
        if _exists(address, folded):
            return None
        if address.startswith("/static/") and address.removeprefix("/static") in folded:
            return address.removeprefix("/static")
        broken.add(address)
        return (len(broken) <= MOST_SUGGESTIONS and did_you_mean(address, folded)) or ""

    for link in plan.links:
        problem = _problem(link, answer)
        if problem is not None:
            yield problem


def check_anchors(_site: Site, plan: Plan) -> Iterable[Problem]:
    """Problems: ``bad-anchor``."""
    for link in plan.links:
        # Only texts know their ids here; ``check`` reads those of lists from the finished pages.
        anchors = plan.anchors.get(link.address)
        if not link.anchor or anchors is None or link.anchor in anchors:
            continue
        meant = did_you_mean(link.anchor, anchors)
        yield Problem(
            code="bad-anchor",
            message=f"{link.target}: {link.address} has no heading #{link.anchor}",
            place=link.place,
            hint=f"did you mean #{meant}?" if meant else "",
        )


def _problem(link: ResolvedLink, answer: Callable[[str], str | None]) -> Problem | None:
    match link.verdict:
        case Verdict.HIDDEN:
            return Problem(
                code="link-hidden",
                message=f"{link.target} is not public, so this link leads nowhere",
                place=link.place,
                hint="publish it, or take the link out",
            )
        case Verdict.MISSING_PAGE:
            where = "in this site" if link.target[0] in "/{" else "beside this file"
            return _missing("link-missing", link, f"there is no {link.target} {where}")
        case Verdict.MISSING_FILE:
            return _missing_file(link)
        case Verdict.FOUND:
            meant = answer(link.address)
            if meant is None:
                return None
            return Problem(
                code="address-missing",
                message=_no_address(link),
                place=link.place,
                hint=f"did you mean {meant}?" if meant else "",
            )
    return None


def _missing_file(link: ResolvedLink) -> Problem:
    if not link.suggestion or f"static{link.suggestion}" not in link.target:
        return _missing("asset-missing", link, f"there is no file {link.target} beside this one")
    return Problem(
        code="asset-missing",
        message=f"{link.target} has another address on the site",
        place=link.place,
        hint=f"write {link.suggestion}",
    )


def _no_address(link: ResolvedLink) -> str:
    if not _FILE.search(link.address):
        return f"no page of this site has the address {shortened(link.target)}"
    target = shortened(link.target)
    return f"there is no file {shortened(f'static{link.address}', 80)}, and no page {target}"


def _exists(address: str, known: set[str]) -> bool:
    address = unicodedata.normalize("NFC", address)
    spellings = (address, f"{address}/", f"{address}.html", f"{address}index.html")
    return any(spelling in known for spelling in spellings) or (
        address.endswith("/index.html") and address.removesuffix("index.html") in known
    )


def _hint(target: str) -> str:
    """What to do about a target that names no file."""
    if _POST_URL.match(target):
        return "write the name of a file in content/posts/, without its ending"
    if "{{" in target or "{%" in target:
        return "no text is a template here: write the address itself"
    if address := _ADDRESS.search(target):
        return f"did you mean {shortened(address[0])}?"
    host, slash, _ = target.lower().partition("/")
    # A name alone is that of a file, such as picture.png.
    if _HOST.fullmatch(host) and (slash or host.startswith("www.")):
        return f"did you mean https://{shortened(target)}?"
    return ""


def _missing(code: str, link: ResolvedLink, message: str) -> Problem:
    hint = f"did you mean {link.suggestion}?" if link.suggestion else _hint(link.target)
    return Problem(code=code, message=message, place=link.place, hint=hint)
