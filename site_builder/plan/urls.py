"""The one place that spells addresses and the paths of the files behind them.

address      /es/título/                          below the base path, decoded, NFC
href         /repo/es/t%C3%ADtulo/                ready for an attribute, encoded once
absolute     https://user.github.io/repo/es/…     for canonical, feeds, hreflang
output path  es/título/index.html                 below the output folder
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import field
from functools import lru_cache
from urllib.parse import quote

from site_builder.frozen import dataclass
from site_builder.model.config import Config
from site_builder.model.document import Document
from site_builder.model.slugs import slugify
from site_builder.model.source import Kind
from site_builder.patterns import late

_SAFE = "/-._~!$'()*,;:@"
"""Left unencoded in a path: RFC 3986 pchar without ``&``, ``=`` and ``+``."""
_PLACEHOLDER = late(r":([a-z]+)")
_LONGEST_PART = 255
"""Bytes; the limit of ext4, APFS and NTFS for one name."""
_LONGEST_PATH = 4_096
"""Bytes; PATH_MAX of Linux."""
_DEVICE = late(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Urls:
    """Spells the addresses of one site. What was spelled once is not spelled again."""

    config: Config
    _documents: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """Path of a document → its address: a site has one document a path."""
    _hrefs: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def home(self, code: str) -> str:
        """Address of a language's home: ``/`` for the default one unless it is prefixed too."""
        bare = code == self.config.default_language and not self.config.default_language_prefix
        return "/" if bare else f"/{code}/"

    def below_home(self, code: str, rest: str) -> str:
        """Address of ``rest`` (without a leading slash) below a language's home."""
        return _normal(self.home(code) + rest)

    def page_number(self, first: str, number: int) -> str:
        """Address of a continuation of the list at ``first``."""
        return first if number == 1 else f"{first}page/{number}/"

    def tag(self, code: str, slug: str) -> str:
        """Address of a tag's list."""
        return self.below_home(code, f"tags/{slug}/")

    def category(self, code: str, slug: str) -> str:
        """Address of a category's list."""
        return self.below_home(code, f"categories/{slug}/")

    def document(self, document: Document) -> str:
        """Address of a post or page: its permalink verbatim, else by the site's rule."""
        address = self._documents.get(document.path)
        if address is None:
            address = self._documents[document.path] = self._document(document)
        return address

    def stand_in(self, document: Document, code: str) -> str:
        """Address below another language's home, where readers of that language are shown it."""
        if document.meta.permalink is not None:
            return self.below_home(code, document.meta.permalink.value.lstrip("/"))
        return self._by_rule(document, code)

    def _document(self, document: Document) -> str:
        if document.meta.permalink is not None:
            # Jekyll's rule (``url.rb``): an address has its slash whether it was typed or not.
            typed = document.meta.permalink.value
            return _normal(typed if typed.startswith("/") else f"/{typed}")
        return self._by_rule(document, document.meta.language.value)

    def _by_rule(self, document: Document, code: str) -> str:
        meta = document.meta
        if document.kind is Kind.PAGE:
            # A page named index is the page of its folder; at the top that is the home.
            own = [] if meta.slug.value == "index" else [meta.slug.value]
            parts = [*filter(None, [document.name.parent]), *own]
            return self.below_home(code, "".join(f"{part}/" for part in parts))
        return self._by_pattern(document, code)

    def _by_pattern(self, document: Document, code: str) -> str:
        pattern = self.config.permalink
        meta = document.meta
        day = meta.date.value.day if meta.date else "0000-00-00"
        year, month, of_month = day.split("-")
        slug = meta.slug.value
        values = {
            "year": year,
            "month": month,
            "day": of_month,
            "slug": slug,
            # Jekyll's :title is the file name's slug, and migrants count on it.
            "title": slug,
            "lang": code,
            "categories": "/".join(slugify(category) for category in meta.categories),
        }
        path = _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), pattern)
        path = re.sub(r"/{2,}", "/", path)
        # A pattern that spells the language itself needs no language home before it.
        return _normal(path) if ":lang" in pattern else self.below_home(code, path.lstrip("/"))

    def href(self, address: str) -> str:
        """Spell an address for an attribute: with the base path, percent-encoded once."""
        href = self._hrefs.get(address)
        if href is None:
            href = self._hrefs[address] = quote(self.config.base_path + address, safe=_SAFE)
        return href

    def absolute(self, address: str) -> str:
        """Spell an address as a whole URL."""
        return self.config.origin + self.href(address)


def output_path(address: str) -> str:
    """The file an address is served from, as GitHub Pages does it.

    ``/x/`` → ``x/index.html``; ``/x.html`` and other names with an ending → themselves;
    ``/x`` → ``x.html``.
    """
    path = address.lstrip("/")
    if not path or path.endswith("/"):
        return f"{path}index.html"
    last = path.rpartition("/")[2]
    return path if "." in last.strip(".") else f"{path}.html"


def document_fault(document: Document, address: str) -> str:
    """Say why a document cannot be published at ``address``; empty when it can."""
    if document.meta.permalink is None and "/" in document.meta.slug.value:
        return "a slug is one part of an address and holds no slash"
    return path_fault(address)


def path_fault(address: str) -> str:
    """Say why no file may be written for ``address``; empty when one may.

    The list follows what POSIX and Windows refuse or misread, and what would leave the folder.
    """
    if not address.startswith("/"):
        return "an address begins with /"
    if address.startswith("//"):
        return "an address that begins with // names another host"
    path = output_path(address)
    if len(path.encode()) > _LONGEST_PATH:
        return f"longer than {_LONGEST_PATH:,} bytes"
    return next(filter(None, map(_part_fault, path.split("/"))), "")


# Years, months and the slugs of translations come again and again.
@lru_cache(maxsize=8_192)
def _part_fault(part: str) -> str:
    return next((fault for is_faulty, fault in _PART_FAULTS if is_faulty(part)), "")


_PART_FAULTS: tuple[tuple[Callable[[str], object], str], ...] = (
    (lambda part: not part, "it has an empty part"),
    (lambda part: part in {".", ".."}, "an address does not climb"),
    (re.compile(r"[\\\x00-\x1f\x7f]").search, "a backslash or a control character"),
    (re.compile(r".:", re.DOTALL).match, "a part looks like a drive of Windows"),
    (
        lambda part: len(part.encode()) > _LONGEST_PART,
        f"a part is longer than {_LONGEST_PART} bytes, the limit of most disks",
    ),
    (re.compile(r"[. ]$").search, "a part ends with a dot or a space, which Windows drops"),
    (re.compile(r"%(2e|2f|5c|00)", re.IGNORECASE).search, "an encoded dot, slash or NUL"),
    (_DEVICE.fullmatch, "a part is the name of a device of Windows"),
)
"""What is wrong with one part of a path, the first that applies."""


def _normal(address: str) -> str:
    return unicodedata.normalize("NFC", address)
