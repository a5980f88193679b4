"""Files that look like texts and are none: what nobody reads must not be lost in silence."""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import basename, splitext
from typing import Final

from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.patterns import late
from site_builder.problems import Place, Problem

_HTML: Final = frozenset({".html", ".htm"})
_OTHERS: Final = frozenset(
    {".textile", ".rst", ".adoc", ".asciidoc", ".org", ".mdx", ".txt", ".ipynb", ".off"}
)
_DATED = late(r"\d{2,4}-\d{1,2}-\d{1,2}-.+")
"""Jekyll's rule for the names of posts (``document.rb``)."""


def check_unread(site: Site, plan: Plan) -> Iterable[Problem]:
    """Warn of what no text refers to and may have been meant as one: ``unread-text``.

    These are HTML without front matter, and posts in a markup that is not read.
    """
    published = {copy.source for copy in plan.copies}
    for path in sorted(site.files.keys() - published):
        ending = splitext(path)[1]
        if ending.lower() in _HTML:
            message = "this HTML has no front matter, and no text refers to it: it is not published"
            hint = "begin it with two lines of ---, or put it under static/"
        elif ending.lower() in _OTHERS and _DATED.fullmatch(basename(path)):
            message = f"nothing reads {ending}: this is no post"
            hint = "write it in Markdown (.md), or in HTML (.html) with front matter"
        else:
            continue
        yield Problem(code="unread-text", message=message, place=Place(path=path), hint=hint)
