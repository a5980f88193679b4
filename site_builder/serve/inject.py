"""The script that reloads the page, put into the bytes that are served and nowhere else.

Where a page has a Content-Security-Policy that would keep the script out, the policy is widened by
``'self'`` for scripts and connections, again only in the bytes that are served (CSP Level 3).
"""

from __future__ import annotations

import html
import re

from site_builder.patterns import late

_BODY_END = late(rb"</body\s*>", re.IGNORECASE)
_POLICY = late(
    rb"<meta\b[^<>]*\bhttp-equiv\s*=\s*[\"']?content-security-policy\b[^<>]*>", re.IGNORECASE
)
_CONTENT = late(rb"(\bcontent\s*=\s*)(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_NEEDS = (
    ("script-src-elem", "script-src", "default-src"),
    ("connect-src", "default-src"),
)
_SELF = "'self'"
_NONE = "'none'"


def script_tag(address: str) -> bytes:
    """The element that loads our script from ``address``, a path on this server."""
    return f'<script src="{html.escape(address)}" defer></script>'.encode()


def with_script(page: bytes, address: str) -> bytes:
    """The page with our script before ``</body>``, or at its end where that is left out."""
    page = _POLICY.sub(lambda meta: _admit_in_meta(meta[0]), page)
    ends = list(_BODY_END.finditer(page))
    at = ends[-1].start() if ends else len(page)
    return page[:at] + script_tag(address) + page[at:]


def admit_self(policy: str) -> str:
    """The policy, widened where it forbids a script or a connection of the page's own origin."""
    directives: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        # The first of two directives with one name counts (CSP Level 3, section 2.2.1).
        if name and name.lower() not in directives:
            directives[name.lower()] = sources
    for names in _NEEDS:
        ruling = next((name for name in names if name in directives), None)
        if ruling is None or _SELF in directives[ruling] or "*" in directives[ruling]:
            continue
        sources = [source for source in directives[ruling] if source.lower() != _NONE]
        # What default-src says stays true for all other kinds.
        target = names[-2] if ruling == "default-src" else ruling
        directives[target] = [*sources, _SELF]
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _admit_in_meta(meta: bytes) -> bytes:
    def widened(content: re.Match[bytes]) -> bytes:
        policy = html.unescape((content[2] or content[3] or b"").decode("utf-8", "replace"))
        return content[1] + b'"' + html.escape(admit_self(policy)).encode() + b'"'

    return _CONTENT.sub(widened, meta, count=1)
