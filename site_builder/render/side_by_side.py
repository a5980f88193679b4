"""A translation and its original on one page, in rows that belong together."""

from __future__ import annotations

import re

from site_builder.patterns import late
from site_builder.render.blocks import pair_blocks, split_blocks
from site_builder.render.body import without_heading_links

_PREFIX = "Beside-"
"""No id of a text begins with a capital, so no id of the reader's side is met."""
_TAG = late(r"<[a-z][^<>]*>", re.IGNORECASE)
_NAMING = late(r'(\s(?:id|for|aria-labelledby|aria-describedby)=")([^"]*)')
"""Attributes that hold one id or several."""
_LEADING = late(r'(<a\b[^<>]*?\shref="#)')


def side_by_side(mine: str, theirs: str) -> tuple[tuple[str, str], ...]:
    """Give the rows of two finished bodies: the reader's first, the original's second.

    Both have the same ids where their words do, so those of the original are made its own.
    """
    theirs = _with_own_ids(without_heading_links(theirs))
    rows = pair_blocks(split_blocks(mine), split_blocks(theirs))
    return rows if rows is not None else ((mine, theirs),)


def _with_own_ids(html: str) -> str:
    html = _TAG.sub(lambda tag: _NAMING.sub(_renamed, tag[0]), html)
    return _LEADING.sub(rf"\g<1>{_PREFIX}", html)


def _renamed(found: re.Match[str]) -> str:
    attribute, ids = found.groups()
    return attribute + " ".join(_PREFIX + one for one in ids.split())
