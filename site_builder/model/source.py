"""A file on disk that the site may use, before anyone has opened it."""

from __future__ import annotations

import re
from enum import StrEnum

from site_builder.frozen import dataclass
from site_builder.patterns import late

HTML_ENDINGS = (".html", ".htm")
"""Endings, in lower case, of the files whose text is HTML, where they begin with front matter."""


_LITTER = late(r"\..*|.*~|#.*#|.*\.sw[a-p]|4913|Thumbs\.db|desktop\.ini", re.DOTALL)


def is_litter(name: str) -> bool:
    """Whether a file or folder of that name is what editors and systems leave behind."""
    return _LITTER.fullmatch(name) is not None


class Kind(StrEnum):
    """What a file is for, told by where it lies and how it is named."""

    POST = "post"
    """Markdown, or HTML with front matter, under ``content/posts/``."""
    PAGE = "page"
    """The same under ``content/pages/``."""
    FILE = "file"
    """Anything else under ``content/``: published when a public document refers to it."""
    STATIC = "static"
    """A file under ``static/``: published at the same path."""
    LEDGER = "ledger"
    """``translations.lock``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFacts:
    """What the path of a Markdown file says by itself."""

    slug: str
    """The file's stem without date and language, as typed."""
    day: str = ""
    """ISO 8601 day of the name's date; empty when there is none."""
    suffix: str = ""
    """The language word at the end of the name, as typed; empty when there is none."""
    folder: str = ""
    """The folder of the path that is named after a language, as typed; empty when there is none."""
    key: str = ""
    """What the translations of one text have in common: kind, path without language, date, slug."""
    parent: str = ""
    """For pages: the folders between ``content/pages/`` and the file, without the language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stat:
    """What the disk says of a file without opening it."""

    size: int
    """Bytes."""
    mtime_ns: int
    ctime_ns: int
    inode: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A regular file whose real path is inside the project."""

    path: str
    """Relative to the site's root, with ``/``, as the disk spells it."""
    kind: Kind
    stat: Stat
    name: NameFacts | None = None
    """For posts and pages; None for other files."""
