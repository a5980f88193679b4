"""What leads somewhere or has a name in each language: titles, ``nav``, ``social``, ``tags``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from site_builder.model.config import NavItem, SocialLink, find_language
from site_builder.model.language import Language
from site_builder.patterns import late
from site_builder.strict_yaml import Fields, MappingNode, Node, ScalarNode, SequenceNode

# Anything else could run code in the reader's browser (javascript:, data:) or leave by accident.
_SAFE_ADDRESS = late(r"(?:https?://|mailto:|/(?!/))\S+|/", re.IGNORECASE)


def words_by_language(
    fields: Fields, key: str, node: Node | None, languages: tuple[Language, ...], default: str
) -> Mapping[str, str]:
    """Read a text, or texts by language, into words for every language of the site.

    Where a language is left out, the default language's words serve, else the first ones given.
    Nothing said is an empty mapping.
    """
    if not isinstance(node, MappingNode):
        text = fields.text(key, node)
        return {} if text is None else {language.code: text for language in languages}
    given = _given(fields, key, node, languages)
    if not given:
        return {}
    fallback = given.get(default, next(iter(given.values())))
    return {language.code: given.get(language.code, fallback) for language in languages}


def _given(
    fields: Fields, key: str, node: MappingNode, languages: tuple[Language, ...]
) -> dict[str, str]:
    given: dict[str, str] = {}
    codes = [language.code for language in languages]
    for word, value in node.entries:
        text = fields.text(f"{key}: {word.text}", value)
        language = find_language(word.text, languages)
        if language is None:
            message = f'{key}: "{word.text}" is not a language of this site ({", ".join(codes)})'
            fields.unknown(word, message, word.text, codes)
        elif text is not None:
            given[language.code] = text
    return given


def read_nav(
    fields: Fields, node: Node | None, languages: tuple[Language, ...], default: str
) -> tuple[NavItem, ...]:
    """Read the menu: names of pages, or mappings of ``page``, ``title``, ``url``."""
    items = (_nav_item(fields, item, languages, default) for item in fields.items("nav", node))
    return tuple(item for item in items if item is not None)


def _nav_item(
    fields: Fields, node: Node, languages: tuple[Language, ...], default: str
) -> NavItem | None:
    if isinstance(node, ScalarNode):
        page = fields.text("nav", node)
        return NavItem(page=page.strip("/"), title={}, url="") if page else None
    entry = fields.mapping("nav", node)
    if entry is None:
        return None
    fields.known_keys("nav", entry, ("page", "title", "url"))
    page = fields.text("nav: page", entry.get("page")) or ""
    url = _address(fields, "nav: url", entry.get("url"))
    title = words_by_language(fields, "nav: title", entry.get("title"), languages, default)
    if bool(page) == (entry.get("url") is not None):
        fields.add(node, "nav: an entry needs either page or url", "name a page of the site")
        return None
    if url and not title:
        fields.add(node, f'nav: "{url}" needs a title', "add title: and what the menu shall say")
        return None
    return NavItem(page=page.strip("/"), title=title, url=url)


def read_social(fields: Fields, node: Node | None) -> tuple[SocialLink, ...]:
    """Read ``name: address`` pairs, or a list of ``{name, url}``."""
    if isinstance(node, SequenceNode):
        pairs = [pair for item in node.items for pair in _pairs(fields, item)]
    else:
        mapping = fields.mapping("social", node)
        pairs = [(name.text, value) for name, value in mapping.entries] if mapping else []
    links = (
        SocialLink(name=name, url=_address(fields, f"social: {name}", value))
        for name, value in pairs
    )
    return tuple(link for link in links if link.url)


def _pairs(fields: Fields, node: Node) -> list[tuple[str, Node]]:
    entry = fields.mapping("social", node)
    if entry is None:
        return []
    fields.known_keys("social", entry, ("name", "url"))
    name, url = fields.text("social: name", entry.get("name")), entry.get("url")
    if not name or url is None:
        fields.add(node, "social: an entry needs name and url")
        return []
    return [(name, url)]


def _address(fields: Fields, key: str, node: Node | None) -> str:
    """Read an address that is safe in a link; empty where it is not given or not safe."""
    url = fields.text(key, node)
    if node is None or url is None:
        return ""
    if _SAFE_ADDRESS.fullmatch(url.strip()):
        return url.strip()
    fields.add(node, f'{key}: "{url}" is not an address', "begin with https://, mailto: or /")
    return ""


def read_tags(
    fields: Fields, node: Node | None, languages: tuple[Language, ...]
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Read the names that tags have in several languages."""
    mapping = fields.mapping("tags", node)
    table: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    for key, value in mapping.entries if mapping else ():
        names = fields.mapping(f"tags: {key.text}", value)
        if names is not None:
            given = _given(fields, f"tags: {key.text}", names, languages)
            table.append((key.text, tuple(given.items())))
    return tuple(table)
