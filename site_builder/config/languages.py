"""``languages`` and ``default_language`` → the languages of the site."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from site_builder.model.config import find_language
from site_builder.model.language import KNOWN, Direction, Language, known_language
from site_builder.patterns import late
from site_builder.strict_yaml import (
    Fields,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    as_text,
    kind_of,
)

# RFC 5646 in outline: a language, then subtags; in full it would need the registry.
_TAG = late(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SEVERAL = late(r"[\s,;]+")
_DETAILS = ("tag", "name", "direction", "aliases")
_CODES = tuple(language.code for language in KNOWN)


def read_languages(
    fields: Fields, languages: Node | None, default: Node | None
) -> tuple[tuple[Language, ...], str]:
    """Read both keys; the second value is the code of the default language.

    Without ``languages`` the site has its default language only, without either it is English.
    """
    word = fields.text("default_language", default)
    if languages is None:
        found = [_listed(fields, default, word)] if default and word else [known_language("en")]
    else:
        found = _list(fields, languages)
    site = _without_clashes(fields, languages, [language for language in found if language])
    if not site:
        return site, ""
    if word is None or default is None:
        return site, site[0].code
    match = find_language(word, site)
    if match is None:
        codes = [language.code for language in site]
        message = f'default_language: "{word}" is not among languages ({", ".join(codes)})'
        fields.unknown(default, message, word, codes)
        return site, ""
    return site, match.code


def _list(fields: Fields, node: Node) -> list[Language | None]:
    if isinstance(node, MappingNode):
        found = [_described(fields, code, details) for code, details in node.entries]
    else:
        if isinstance(node, ScalarNode) and len(words := _SEVERAL.split(node.text.strip())) > 1:
            hint = f"write languages: [{', '.join(words)}]"
            fields.add(node, f"languages: needs a list, found {kind_of(node)}", hint)
            return []
        items = node.items if isinstance(node, SequenceNode) else (node,)
        found = []
        for item in items:
            word = fields.text("languages", item)
            found.append(_listed(fields, item, word) if word else None)
    if not found:
        fields.add(node, "languages: a site needs at least one", "write languages: [en]")
    return found


def _listed(fields: Fields, node: Node, word: str) -> Language | None:
    """A language that is named only; it must be a known one."""
    known = known_language(word)
    if known is None:
        message = f'languages: "{word}" is not a language we know'
        fields.unknown(node, message, word, _CODES)
        hint = f"write languages: {{{word}: {{tag: …, name: …, direction: ltr}}}}"
        if not fields.problems[-1].hint:
            fields.problems[-1] = replace(fields.problems[-1], hint=hint)
        return None
    return _under(word, known)


def _under(word: str, known: Language) -> Language:
    """Give a known language the code that this site calls it by; its other words stay aliases."""
    code = word.lower()
    words = (known.code, *known.aliases)
    return replace(known, code=code, aliases=tuple(alias for alias in words if alias != code))


def _described(fields: Fields, code: ScalarNode, node: Node) -> Language | None:
    """A language with its own details; an unknown one needs them all but aliases."""
    key = f"languages: {code.text}"
    details = fields.mapping(key, node)
    if details is None:
        return _listed(fields, code, code.text) if as_text(node) is None else None
    fields.known_keys(key, details, _DETAILS)
    known = known_language(code.text)
    base = _under(code.text, known) if known else None
    if not _TAG.fullmatch(code.text):
        fields.add(code, f'{key}: a code has only letters, digits and "-"')
        return None
    tag = fields.text(f"{key}: tag", details.get("tag")) or (base.tag if base else None)
    name = fields.text(f"{key}: name", details.get("name")) or (base.name if base else None)
    words = fields.choice(f"{key}: direction", details.get("direction"), ("ltr", "rtl"))
    direction = words or (base.direction if base else None)
    aliases = fields.texts(f"{key}: aliases", details.get("aliases"))
    if not (tag and name and direction):
        lacking = [
            word
            for word, value in (("tag", tag), ("name", name), ("direction", direction))
            if not value and details.get(word) is None
        ]
        if lacking:
            message = f"{key} is not a language we know and needs {', '.join(lacking)}"
            fields.add(code, message, "tag: is its BCP 47 tag, name: what its readers call it")
        return None
    if not _TAG.fullmatch(tag):
        fields.add(details, f'{key}: "{tag}" is not a BCP 47 tag', "write it as zh-Hant")
        return None
    return Language(
        code=code.text.lower(),
        tag=tag,
        name=name,
        direction=cast(Direction, direction),
        aliases=tuple(alias.lower() for alias in aliases)
        if aliases is not None
        else (base.aliases if base else ()),
    )


def _without_clashes(
    fields: Fields, node: Node | None, languages: list[Language]
) -> tuple[Language, ...]:
    """Refuse two languages of one code or tag; an alias gives way to another's code or tag."""
    own: dict[str, Language] = {}
    for language in languages:
        for word in dict.fromkeys((language.code, language.tag.lower())):
            if word in own and node is not None:
                message = f'languages: "{own[word].code}" and "{language.code}" are both {word}'
                fields.add(node, message, "keep one, or give one another tag")
            own.setdefault(word, language)
    kept: list[Language] = []
    for language in languages:
        free = tuple(
            word for word in language.aliases if own.setdefault(word, language) is language
        )
        kept.append(replace(language, aliases=free))
    return tuple(kept)
