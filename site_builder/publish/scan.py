"""What no site should show: keys, tokens, paths of this machine, links to it, files of ours.

Tokens are known by the prefixes that their makers gave them for this purpose, so that a text which
speaks of tokens is not taken for one. Nothing here is a proof that there is no secret.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import Final

from site_builder.patterns import late

_DOTFILES: Final = frozenset({".nojekyll", ".well-known"})
_KEY_FILES: Final = late(
    r"id_(rsa|dsa|ecdsa|ed25519)|.*\.(pem|key|p12|pfx|jks|keystore|kdbx)", re.IGNORECASE
)
_BEFORE: Final = rb"(?<![A-Za-z0-9_-])"
_TOKENS: Final[tuple[tuple[str, bytes, re.Pattern[bytes]], ...]] = tuple(
    (name, needle, re.compile(_BEFORE + pattern))
    for name, needle, pattern in (
        (
            "a private key",
            b"PRIVATE KEY",
            # Line ends may be spelled, as in JSON; up to five headers may follow.
            (
                rb"-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----"
                rb"(?:\s|\\[rn])+(?:[\w-]+: [^\n]*\n\s*){0,5}[\w+/]{40}"
            ),
        ),
        *(
            ("a token of GitHub", prefix, prefix + rb"[A-Za-z0-9]{36,}")
            for prefix in (b"ghp_", b"gho_", b"ghu_", b"ghs_", b"ghr_")
        ),
        ("a token of GitHub", b"github_pat_", rb"github_pat_[A-Za-z0-9_]{40,}"),
        ("a token of GitLab", b"glpat-", rb"glpat-[A-Za-z0-9_-]{20,}"),
        ("a key of AWS", b"IA", rb"A(?:KIA|SIA)(?![A-Z0-9]*EXAMPLE)[A-Z0-9]{16}"),
        ("a key of Google", b"AIza", rb"AIza[A-Za-z0-9_-]{35}"),
        ("a token of Slack", b"xox", rb"xox[abeprs]-[A-Za-z0-9-]{20,}"),
        ("a key of Stripe", b"k_live_", rb"[rs]k_live_[A-Za-z0-9]{20,}"),
        ("a key of OpenAI", b"sk-", rb"sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,}"),
        ("a key of Anthropic", b"sk-ant-", rb"sk-ant-[A-Za-z0-9_-]{40,}"),
        ("a token of npm", b"npm_", rb"npm_[A-Za-z0-9]{36}"),
        ("a token of PyPI", b"pypi-", rb"pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}"),
        ("a token of Hugging Face", b"hf_", rb"hf_[A-Za-z]{34}"),
        ("a key of SendGrid", b"SG.", rb"SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
        ("a token of DigitalOcean", b"_v1_", rb"do[opr]_v1_[a-f0-9]{64}"),
    )
)
"""What it is, letters that are in every one (looked for first, as that is fast), and how it is."""
_LOCAL_HOSTS: Final = (b"//localhost", b"//127.", b"//0.0.0.0", b"//[::")
_HERE: Final = rb"""//(?:localhost|127\.[0-9.]+|0\.0\.0\.0|\[::1?\])(?=[:/"'\s<>?#\\]|\Z)"""
_ATTRIBUTE: Final = rb"""\b(?:href|src|content|action|poster|url)\s*=\s*(?:&quot;|\\?["'])?"""
_LOCAL_LINKS: Final = {
    ending: re.compile(pattern + rb"(?:https?:)?" + _HERE, re.IGNORECASE)
    for endings, pattern in (
        ((".html", ".htm", ".xhtml", ".svg"), _ATTRIBUTE),
        # An element that is an address, and HTML spelled in a feed.
        ((".xml",), rb"(?:" + _ATTRIBUTE + rb"|<(?:loc|link|id|url|uri|guid)[^<>]*>\s*)"),
        # A value that is an address, and HTML spelled in one.
        ((".json", ".webmanifest"), rb"(?:" + _ATTRIBUTE + rb"""|(?<!\\)"\s*)"""),
        ((".css",), rb"""url\(\s*["']?"""),
    )
    for ending in endings
}
"""How a file of each kind links to this machine; words about it, as in ``<code>``, are none."""
_FILE_LINK: Final = late(rb"""\b(?:href|src)\s*=\s*["']?file:""", re.IGNORECASE)
_HTML: Final = (".html", ".htm", ".xhtml")


def name_fault(path: str) -> str:
    """Say why a file of this name is not published; empty when it may be."""
    *folders, name = path.split("/")
    for part in (*folders, name):
        if part.startswith(".") and part not in _DOTFILES:
            return "a hidden file" if part == name else f"in the hidden folder {part}"
    return "named like a private key" if _KEY_FILES.fullmatch(name) else ""


def content_faults(path: str, content: bytes, private: Iterable[str]) -> Iterator[str]:
    """Say what the bytes of a file show that they should not.

    ``private`` are paths of this machine (the home folder, the site's) that nobody should read.
    """
    for name, needle, pattern in _TOKENS:
        if needle in content and pattern.search(content):
            yield f"it holds what looks like {name}"
    for folder in private:
        if _holds_path(content, folder.encode("utf-8", "surrogateescape")):
            yield f"it names a folder of this machine, {folder}"
            break
    ending = posixpath.splitext(path)[1].lower()
    local = _LOCAL_LINKS.get(ending)
    if local and any(host in content for host in _LOCAL_HOSTS) and local.search(content):
        yield "it links to this machine (localhost)"
    elif ending in _HTML and b"file:" in content and _FILE_LINK.search(content):
        yield "it links to a file of this machine (file:)"


def _holds_path(content: bytes, folder: bytes) -> bool:
    """Whether the folder is named as a whole: ``/home/ana`` is not in ``/home/anabel``."""
    at = content.find(folder)
    while at >= 0:
        after = content[at + len(folder) : at + len(folder) + 1]
        if not after or not (after.isalnum() or after in b"_-."):
            return True
        at = content.find(folder, at + 1)
    return False
