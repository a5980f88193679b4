"""Reading ``site.yml``: one line for each key, then one answer with all that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, cast

from site_builder.config.address import Address, Refusal, read_base_path, read_url
from site_builder.config.elsewhere import read_layouts, read_names
from site_builder.config.images import read_images
from site_builder.config.keys import KEY_NAMES, WAITING
from site_builder.config.languages import read_languages
from site_builder.config.menu import read_nav, read_social, read_tags, words_by_language
from site_builder.config.services import read_analytics, read_comments
from site_builder.frozen import dataclass
from site_builder.model.config import Config, FeedForm, MissingTranslations, RawHtml
from site_builder.model.words import did_you_mean
from site_builder.patterns import late
from site_builder.problems import Outcome, Place, Problem, has_errors
from site_builder.strict_yaml import Fields, MappingNode, Node, load

_FEEDS: Final = ("atom", "rss", "json")
_PLACEHOLDERS: Final = ("year", "month", "day", "title", "slug", "lang", "categories")
_STYLES: Final = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "none": "/:categories/:title.html",
}
"""Jekyll's own names for patterns (``configuration.rb``)."""
_PLACEHOLDER = late(r":([a-z_]+)")
_THEME = late(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_EDIT_URL = late(r"https?://\S*:path\S*")
_FILE_PATTERN = late(r"[^\s\\]*:stem[^\s\\]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigOverrides:
    """What the command line says instead of ``site.yml``; None where it says nothing."""

    url: str | None = None
    base_path: str | None = None
    strict: bool | None = None


def read_config(
    text: str, *, path: str = "site.yml", overrides: ConfigOverrides | None = None
) -> Outcome[Config]:
    """Read the site's configuration.

    Problems are ``bad-yaml`` for what is not YAML and ``bad-config`` for the rest, all of them in
    one pass; after an error the value is None.
    """
    loaded = load(text, path=path)
    if loaded.value is None:
        return Outcome(value=None, problems=loaded.problems)
    fields = Fields(path=path, code="bad-config")
    config = _config(fields, loaded.value, overrides or ConfigOverrides())
    value = None if has_errors(fields.problems) else config
    return Outcome(value=value, problems=(*fields.problems, *_waiting(loaded.value, path)))


def _waiting(root: MappingNode, path: str) -> Iterable[Problem]:
    """Say of each key that has no effect yet that it has none: silence would be a promise."""
    for key, _ in root.entries:
        if key.text in WAITING:
            place = Place(path=path, line=key.line, column=key.column)
            message = f"{key.text}: is known, and has no effect in this version"
            yield Problem(code="not-yet", message=message, place=place)


def _config(fields: Fields, root: MappingNode, overrides: ConfigOverrides) -> Config:
    fields.known_keys("", root, KEY_NAMES)
    get = root.get
    languages, default = read_languages(fields, get("languages"), get("default_language"))
    nothing = {language.code: "" for language in languages}
    title = words_by_language(fields, "title", get("title"), languages, default)
    # Without languages there is none that a title could be in.
    if not any(title.values()) and (languages or get("title") is None):
        _missing(fields, "title", get("title"), "write title: and the name of the site")
    about = words_by_language(fields, "description", get("description"), languages, default)
    address = _address(fields, root, overrides)
    security = _inside(fields, "security", get("security"), ("csp",))
    front_matter = _inside(fields, "front_matter", get("front_matter"), ("extra", "names"))
    strict = fields.flag("strict", get("strict")) or False
    csp = fields.flag("security: csp", security.get("csp"))
    return Config(
        title=title,
        description=about or nothing,
        origin=address.origin,
        base_path=address.base_path,
        author=fields.text("author", get("author")) or "",
        default_language=default,
        languages=languages,
        default_language_prefix=fields.flag(
            "default_language_prefix", get("default_language_prefix")
        )
        or False,
        timezone=_timezone(fields, get("timezone")),
        theme=_theme(fields, get("theme")),
        permalink=_permalink(fields, get("permalink")),
        pagination=_number(fields, "pagination", get("pagination"), 20, low=1),
        feeds=_feeds(fields, get("feeds")),
        feed_entries=_number(fields, "feed_entries", get("feed_entries"), 20, low=1),
        search=fields.flag("search", get("search")) is not False,
        hiring=(fields.text("hiring", get("hiring")) or "hire").strip("/"),
        nav=read_nav(fields, get("nav"), languages, default),
        social=read_social(fields, get("social")),
        edit_url=_edit_url(fields, get("edit_url")),
        comments=read_comments(fields, get("comments")),
        analytics=read_analytics(fields, get("analytics")),
        missing_translations=_missing_translations(fields, get("missing_translations")),
        side_by_side=fields.flag("side_by_side", get("side_by_side")) or False,
        strict=strict if overrides.strict is None else overrides.strict,
        raw_html=cast(
            RawHtml, fields.choice("raw_html", get("raw_html"), ("keep", "escape")) or "keep"
        ),
        smart_quotes=fields.flag("smart_quotes", get("smart_quotes")) or False,
        security_csp=csp is not False,
        audio=_file_pattern(fields, "audio", get("audio"), "assets/audio/:stem"),
        image=_file_pattern(fields, "image", get("image"), "assets/images/:stem"),
        images=read_images(fields, get("images")),
        excerpt_length=_number(fields, "excerpt_length", get("excerpt_length"), 200, low=20),
        front_matter_extra=fields.texts("front_matter: extra", front_matter.get("extra")) or (),
        front_matter_names=read_names(fields, front_matter.get("names")),
        layouts=read_layouts(fields, get("layouts")),
        tags=read_tags(fields, get("tags"), languages),
        plugins=fields.texts("plugins", get("plugins")) or (),
    )


def _address(fields: Fields, root: MappingNode, overrides: ConfigOverrides) -> Address:
    """Put ``url`` and ``base_path`` together; what the command line says comes first."""
    address = _url(fields, root, overrides)
    base_path = address.base_path
    node = root.get("base_path")
    typed = fields.text("base_path", node)
    own = None if typed is None or node is None else _base_path(fields, typed, node)
    if own is not None and not (overrides.url is not None and base_path):
        if node and base_path and own != base_path:
            message = f'base_path: "{own}" is not the path of url, "{base_path}"'
            fields.add(node, message, "keep one of them")
        base_path = own
    if overrides.base_path is not None:
        base_path = _base_path(fields, overrides.base_path, None) or ""
    return Address(origin=address.origin, base_path=base_path)


def _url(fields: Fields, root: MappingNode, overrides: ConfigOverrides) -> Address:
    nowhere = Address(origin="", base_path="")
    node = root.get("url")
    url = fields.text("url", node) if overrides.url is None else overrides.url
    if url is None:
        _missing(fields, "url", node, "write url: https://example.org")
        return nowhere
    read = read_url(url)
    if isinstance(read, Address):
        return read
    _refuse(fields, "url", read, node if overrides.url is None else None)
    return nowhere


def _base_path(fields: Fields, typed: str, node: Node | None) -> str | None:
    read = read_base_path(typed)
    if isinstance(read, str):
        return read
    _refuse(fields, "base_path", read, node)
    return None


def _refuse(fields: Fields, key: str, refusal: Refusal, node: Node | None) -> None:
    """Refuse a value of ``site.yml``, or without a node one of the command line."""
    if node is not None:
        fields.add(node, f"{key}: {refusal.message}", refusal.hint)
        return
    option = "--" + key.replace("_", "-")
    problem = Problem(code=fields.code, message=f"{option}: {refusal.message}", hint=refusal.hint)
    fields.problems.append(problem)


def _missing(fields: Fields, key: str, node: Node | None, hint: str) -> None:
    """Ask for a key that every site needs, unless its value was refused already."""
    prefix = f"{key}: "
    if any(problem.message.startswith(prefix) for problem in fields.problems):
        return
    place = Place(
        path=fields.path, line=node.line if node else 1, column=node.column if node else 1
    )
    message = f"{key}: every site needs one"
    fields.problems.append(Problem(code=fields.code, message=message, place=place, hint=hint))


def _inside(fields: Fields, key: str, node: Node | None, known: tuple[str, ...]) -> MappingNode:
    mapping = fields.mapping(key, node)
    if mapping is None:
        return MappingNode(entries=(), line=1, column=1)
    fields.known_keys(key, mapping, known)
    return mapping


def _number(fields: Fields, key: str, node: Node | None, default: int, *, low: int) -> int:
    value = fields.number(key, node, low=low, high=10_000)
    return default if value is None else value


def _timezone(fields: Fields, node: Node | None) -> str:
    name = fields.text("timezone", node)
    if name is None or node is None or name == "UTC":
        return "UTC"
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

    try:
        ZoneInfo(name)
    # The name is looked up as a file, so what is no name can fail in three ways.
    except (ZoneInfoNotFoundError, ValueError, OSError):
        meant = did_you_mean(name, available_timezones())
        hint = f'did you mean "{meant}"?' if meant else "write it as Europe/Madrid"
        fields.add(node, f'timezone: "{name}" is not a time zone', hint)
    return name


def _theme(fields: Fields, node: Node | None) -> str:
    name = fields.text("theme", node) or "papel"
    if node is not None and not _THEME.fullmatch(name):
        fields.add(node, f'theme: "{name}" is not a name', "write the name of a folder of themes/")
    return name


def _permalink(fields: Fields, node: Node | None) -> str:
    pattern = fields.text("permalink", node)
    if pattern is None or node is None:
        return "/:slug/"
    words = _PLACEHOLDER.findall(pattern)
    for word in words:
        if word not in _PLACEHOLDERS:
            known = " ".join(f":{name}" for name in _PLACEHOLDERS)
            message = f'permalink: ":{word}" is not one of {known}'
            fields.unknown(node, message, word, _PLACEHOLDERS)
    if not pattern.startswith("/") or re.search(r"[\s?#\\]|//|/\.\.?(/|$)", pattern):
        style = _STYLES.get(pattern)
        hint = f"Jekyll's {pattern} is {style}" if style else "write it as /:year/:slug/"
        fields.add(node, f'permalink: "{pattern}" is not a path', hint)
    elif not {"slug", "title"} & set(words):
        fields.add(node, f'permalink: "{pattern}" is one address for all posts', "add :slug")
    return pattern


def _feeds(fields: Fields, node: Node | None) -> tuple[FeedForm, ...]:
    words = fields.texts("feeds", node)
    if words is None or node is None:
        return ("atom",)
    for word in words:
        if word not in _FEEDS:
            message = f'feeds: "{word}" is not one of {", ".join(_FEEDS)}'
            fields.unknown(node, message, word, _FEEDS)
    return tuple(cast(FeedForm, word) for word in dict.fromkeys(words))


def _missing_translations(fields: Fields, node: Node | None) -> MissingTranslations:
    word = fields.choice("missing_translations", node, ("hide", "link", "show"))
    return cast(MissingTranslations, word or "hide")


def _edit_url(fields: Fields, node: Node | None) -> str:
    pattern = fields.text("edit_url", node) or ""
    if node is not None and not _EDIT_URL.fullmatch(pattern):
        hint = "write it as https://github.com/me/site/edit/main/:path"
        fields.add(node, f'edit_url: "{pattern}" is not an address with :path', hint)
    return pattern


def _file_pattern(fields: Fields, key: str, node: Node | None, default: str) -> str:
    pattern = fields.text(key, node)
    if pattern is None or node is None:
        return default
    if not _FILE_PATTERN.fullmatch(pattern) or ".." in pattern.split("/"):
        fields.add(node, f'{key}: "{pattern}" is not a path with :stem', f"write it as {default}")
    return pattern.strip("/")
