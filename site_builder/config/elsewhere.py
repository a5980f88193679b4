"""What lets texts that were written for another generator stay as they are.

front_matter: {names: {ref: translation_key}}
layouts: {essay: post}
"""

from __future__ import annotations

from typing import Final

from site_builder.strict_yaml import Fields, Node

_HIRING: Final = "hiring"


def read_names(fields: Fields, node: Node | None) -> tuple[tuple[str, str], ...]:
    """Read what keys of the site's texts are called here: theirs, then ours."""
    mapping = fields.mapping("front_matter: names", node)
    names = (
        (key.text, fields.text(f"front_matter: names: {key.text}", value))
        for key, value in (mapping.entries if mapping else ())
    )
    return tuple((theirs, ours) for theirs, ours in names if ours is not None)


def read_layouts(fields: Fields, node: Node | None) -> dict[str, str]:
    """Read which layout draws texts that say another."""
    layouts: dict[str, str] = {}
    mapping = fields.mapping("layouts", node)
    for said, value in mapping.entries if mapping else ():
        drawn = fields.text(f"layouts: {said.text}", value)
        if drawn is None:
            continue
        # A page to be hired by is read otherwise, not only drawn otherwise.
        if _HIRING in {said.text, drawn}:
            hint = "write layout: hiring in the front matter of that page"
            fields.add(value, f"layouts: {said.text}: {_HIRING} is a layout of its own", hint)
        layouts[said.text] = drawn
    return layouts
