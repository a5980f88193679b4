"""On a site that shows HTML as text, no file beside a text may run scripts when it is opened.

    [look](party.html)     a page of its own, without our policy: refused
    ![plan](plan.svg)      a drawing: refused only when it has scripts
    [plan](plan.svg)       never looked into, for nothing shows it: refused

What lies in ``static/`` is the site owner's, and stays.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from site_builder.model.asset import Asset
from site_builder.model.route import Copy
from site_builder.problems import Place, Problem

_PAGES = frozenset(
    [".html", ".htm", ".xhtml", ".xht", ".shtml", ".xml", ".xsl", ".xslt", ".mht", ".mhtml"]
)
_DRAWINGS = frozenset([".svg", ".svgz"])


def active_files(copies: Iterable[Copy], assets: Mapping[str, Asset]) -> Iterable[Problem]:
    """Problems: ``active-file`` for each file of ``content/`` that is or may be one."""
    for copy in copies:
        ending = posixpath.splitext(copy.source)[1].lower()
        asset = assets.get(copy.source)
        if copy.source.startswith("content/") and (
            ending in _PAGES or (ending in _DRAWINGS and (asset is None or asset.has_scripts))
        ):
            yield Problem(
                code="active-file",
                message="this file can run scripts when it is opened; with raw_html: escape"
                " no text may bring one",
                place=Place(path=copy.source),
                hint="take the scripts out of a drawing and show it as a picture;"
                " if the file is yours, put it into static/",
            )
