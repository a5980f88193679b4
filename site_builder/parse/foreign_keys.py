"""Keys of front matter that other generators know: by what name we know them, or what to do.

front_matter: {names: {ref: translation_key}}      in site.yml: every text stays as it is
front_matter: {extra: [classes]}                   in site.yml: kept, and no longer spoken of
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from site_builder.model.words import did_you_mean
from site_builder.parse.keys import HIDING_KEYS, KEY_NAMES
from site_builder.parse.native_keys import native_key
from site_builder.strict_yaml import Fields, MappingNode

_LOOKS: Final = "it told a theme elsewhere how to look and does nothing here"
SAME_KEYS: Final = {
    "ref": "translation_key",
    "cover": "image",
    "thumbnail": "image",
    "keywords": "tags",
    "aliases": "redirect_from",
    "summary": "excerpt",
    "subtitle": "description",
    "lastmod": "last_modified_at",
    "updated": "last_modified_at",
    "locale": "lang",
    "language": "lang",
}
"""Keys of other generators and their themes → the key of ours that does the same."""

FOREIGN_KEYS: Final = {
    "comments": "comments: in site.yml switches them on for the whole site",
    "header": "image: names the picture above the text",
    "sitemap": "noindex: true keeps a text out of the sitemap",
    "hidden": "lists show it; draft: true keeps it back, noindex: true from search engines",
    "pin": "lists are by date alone; take it out",
    "mathjax": "formulas are always read; take it out",
    "dir": "the direction is that of its language; take it out",
}
"""Other keys of theirs, and what to do about each."""

_LOOKS_ONLY: Final = frozenset(
    {
        "author_profile",
        "catalog",
        "classes",
        "header_img",
        "header_style",
        "header_mask",
        "read_time",
        "share",
        "related",
        "sidebar",
        "toc_label",
        "toc_icon",
        "toc_sticky",
    }
)


def renamed(keys: MappingNode, names: Sequence[tuple[str, str]], fields: Fields) -> MappingNode:
    """Call each key by our name for it.

    Problem ``unknown-key`` of one whose other name the text has too: that one is read.
    """
    if not names:
        return keys
    ours, said = dict(names), {key.text for key, _ in keys.entries}
    entries = []
    for key, node in keys.entries:
        name = ours.get(key.text)
        if name is None:
            entries.append((key, node))
        elif name in said:
            message = f'"{key.text}" is read as {name}:, which this text has too'
            fields.add(key, message, "keep one of them", code="unknown-key")
        else:
            entries.append((replace(key, text=name), node))
            said.add(name)
    return replace(keys, entries=tuple(entries))


def for_all_texts(key: str, ours: str) -> str:
    """How a site keeps its own word for a key of ours."""
    names = f"front_matter: {{names: {{{key}: {ours}}}}}"
    return f"for all texts at once, write {names} in site.yml"


def hint_for(key: str, there: frozenset[str]) -> str:
    """What to do about a key that we do not know, in a text that has the keys ``there``."""
    spelled = key.lower().replace("-", "_")
    ours = SAME_KEYS.get(spelled) or native_key(key)
    if ours:
        return f"{ours}: does that here; {for_all_texts(key, ours)}"
    if spelled in FOREIGN_KEYS:
        return FOREIGN_KEYS[spelled]
    # A key that the text has already is not what was meant by another.
    meant = did_you_mean(key, KEY_NAMES - set(HIDING_KEYS) - there)
    if meant and spelled not in _LOOKS_ONLY:
        return f'did you mean "{meant}"?'
    why = f"{_LOOKS}; " if spelled in _LOOKS_ONLY else ""
    kept = f"front_matter: {{extra: [{key}]}}"
    return f"{why}take it out, or keep it in all texts with {kept} in site.yml"
