"""The bytes of one file → what its front matter says, and its body.

It fails closed: after any error there is no value, and what has no value is never published.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from site_builder.frozen import dataclass
from site_builder.model.config import find_language
from site_builder.model.language import Language, language_hint
from site_builder.model.meta import FRONT_MATTER, AskedPicture, Decided, FrontMatter, Moment
from site_builder.model.words import did_you_mean
from site_builder.parse.date_readings import date_readings
from site_builder.parse.dates import read_moment
from site_builder.parse.encoding import read_text
from site_builder.parse.foreign_keys import for_all_texts, hint_for, renamed
from site_builder.parse.front_matter_block import read_block
from site_builder.parse.keys import HIDING_KEYS, HIRING_NAMES, KEY_NAMES
from site_builder.parse.native_keys import native_key
from site_builder.patterns import late
from site_builder.problems import Outcome, has_errors
from site_builder.strict_yaml import (
    Fields,
    MappingNode,
    Misfit,
    Node,
    ScalarNode,
    as_bool,
    place_of,
)

T = TypeVar("T")

_SHORT = 3
_PICTURE = ("path", "alt", "width", "height")
"""As jekyll-seo-tag 2.8 has them; the size is measured, so what is typed of it does nothing."""
_PLACEHOLDER = late(r"(?<=/):[a-z_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatterSettings:
    """What reading front matter depends on besides the file."""

    languages: tuple[Language, ...]
    """The site's: what ``lang`` may say."""
    timezone: str
    """IANA name, for dates without an offset."""
    extra_keys: tuple[str, ...] = ()
    """Keys of the site's own (``front_matter.extra``)."""
    names: tuple[tuple[str, str], ...] = ()
    """Keys of the site's texts, each with the key of ours that it is read as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A file in its parts."""

    front: FrontMatter
    hiring: MappingNode
    """The keys of the hiring page with their nodes, for ``parse/hiring.py``."""
    body: str
    """Markdown, every character of it; lines end with LF."""
    body_line: int
    """The line of the file on which the body begins, 1-based."""


def read_front_matter(data: bytes, *, path: str, settings: FrontMatterSettings) -> Outcome[Split]:
    """Read one post or page; a file without front matter is all body.

    Problems, all of a file in one pass: ``size-limit``, ``bad-encoding``, ``empty-file``,
    ``bad-front-matter``, ``bad-yaml``, ``bad-value``, ``bad-date``, ``unknown-language``,
    ``hiding-key``, ``permalink-pattern`` and ``unknown-key``.
    """
    text = read_text(data, path)
    if text.value is None:
        return Outcome(value=None, problems=text.problems)
    block = read_block(text.value, path)
    if block.value is None:
        return Outcome(value=None, problems=block.problems)
    fields = Fields(path=path, code="bad-value")
    keys = renamed(block.value.keys, settings.names, fields)
    front = _front(_Keys(keys, fields, settings), _extra(keys, fields, settings))
    if has_errors(fields.problems):
        return Outcome(value=None, problems=tuple(fields.problems))
    hiring = tuple(entry for entry in keys.entries if entry[0].text in HIRING_NAMES)
    split = Split(
        front=front,
        hiring=MappingNode(entries=hiring, line=keys.line, column=keys.column),
        body=block.value.body,
        body_line=block.value.body_line,
    )
    return Outcome(value=split, problems=tuple(fields.problems))


def _front(keys: _Keys, extra: tuple[tuple[str, str], ...]) -> FrontMatter:
    said = {key: read(keys, key) for key, read in _READERS.items() if key in keys.nodes}
    return FrontMatter(**said, extra=extra)


class _Keys:
    """Reads the keys of one file, each with its place."""

    def __init__(self, keys: MappingNode, fields: Fields, settings: FrontMatterSettings) -> None:
        self.nodes = {key.text: node for key, node in keys.entries}
        self.fields = fields
        self.settings = settings

    def text(self, key: str) -> Decided[str] | None:
        """Read a text; one of white space alone says nothing."""
        text = self.fields.text(key, self.nodes.get(key))
        return self._decided(key, text if text and text.strip() else None)

    def address(self, key: str) -> Decided[str] | None:
        """Read an address, which is taken as typed."""
        address = self.text(key)
        pattern = _PLACEHOLDER.search(address.value) if address else None
        if pattern:
            message = (
                f"{key}: {pattern[0]} is not filled in here, and stays in the address as typed"
            )
            hint = "write the address itself, or this pattern as permalink: in site.yml"
            self.fields.add(self.nodes[key], message, hint, code="permalink-pattern")
        return address

    def flag(self, key: str) -> Decided[bool] | None:
        """Read ``true`` or ``false``."""
        return self._decided(key, self.fields.flag(key, self.nodes.get(key)))

    def texts(self, key: str) -> Decided[tuple[str, ...]] | None:
        """Read a list of texts."""
        return self._decided(key, self.fields.texts(key, self.nodes.get(key)))

    def one(self, key: str) -> Decided[tuple[str, ...]] | None:
        """Read one word, whatever spaces are in it: Jekyll's rule for a key in the singular."""
        words = self.fields.texts(key, self.nodes.get(key)) or ()
        return self._decided(key, tuple(filter(None, map(str.strip, words))) or None)

    def words(self, key: str) -> Decided[tuple[str, ...]] | None:
        """Read a list of words; in one line they are parted as Jekyll does, or by commas."""
        node = self.nodes.get(key)
        words = self.fields.texts(key, node)
        if words is not None and isinstance(node, ScalarNode):
            words = tuple(node.text.split("," if "," in node.text else None))
        return self._decided(key, words and tuple(word.strip() for word in words if word.strip()))

    def media(self, key: str) -> Decided[bool | str] | None:
        """Read ``true``, ``false`` or a path; a word that means one of the two is refused."""
        return self._decided(key, self._flag_or_path(key, self.nodes.get(key)))

    def picture(self, key: str) -> Decided[AskedPicture] | None:
        """Read what :meth:`media` reads, or a mapping of it with the words for it."""
        node = self.nodes.get(key)
        path, alt = node, None
        if isinstance(node, MappingNode):
            self.fields.known_keys(key, node, _PICTURE)
            path, alt = node.get("path"), node.get("alt")
        asked = AskedPicture(
            path=self._flag_or_path(key, path), alt=self.fields.text(f"{key}: alt", alt) or ""
        )
        return self._decided(key, asked if asked != AskedPicture() else None)

    def _flag_or_path(self, key: str, node: Node | None) -> bool | str | None:
        if isinstance(node, ScalarNode):
            flag = as_bool(node)
            # One was meant exactly when the text is another word for true or false.
            if not isinstance(flag, Misfit) or flag.meant:
                return self.fields.flag(key, node)
        return self.fields.text(key, node)

    def moment(self, key: str) -> Decided[Moment] | None:
        """Read a date with or without a time."""
        node = self.nodes.get(key)
        text = self.fields.text(key, node)
        if node is None or text is None:
            return None
        moment = read_moment(text, self.settings.timezone)
        if isinstance(moment, str):
            forms = date_readings(text) or ("2026-01-15", "2026-01-15 10:00")
            hint = f"write it as {' or '.join(forms)}"
            self.fields.add(node, f"{key}: {moment}", hint, code="bad-date")
            return None
        return self._decided(key, moment)

    def language(self, key: str) -> Decided[str] | None:
        """Read a word that names a language of the site; it stays as typed."""
        word = self.text(key)
        languages = self.settings.languages
        if word is None or find_language(word.value, languages):
            return word
        codes = [language.code for language in languages]
        message = f'{key}: "{word.value}" is not a language of this site ({", ".join(codes)})'
        hint = language_hint(word.value, codes)
        self.fields.add(self.nodes[key], message, hint, code="unknown-language")
        return None

    def _decided(self, key: str, value: T | None) -> Decided[T] | None:
        if value is None:
            return None
        place = place_of(self.nodes[key], self.fields.path)
        return Decided(value=value, rule=FRONT_MATTER, place=place)


_READERS: Final[Mapping[str, Callable[[_Keys, str], Decided[Any] | None]]] = {
    "title": _Keys.text,
    "date": _Keys.moment,
    "lang": _Keys.language,
    "translation_key": _Keys.text,
    "layout": _Keys.text,
    "type": _Keys.text,
    "translated": _Keys.flag,
    "generated": _Keys.flag,
    "audio": _Keys.media,
    "image": _Keys.picture,
    "tags": _Keys.words,
    "categories": _Keys.words,
    "tag": _Keys.one,
    "category": _Keys.one,
    "permalink": _Keys.address,
    "slug": _Keys.text,
    "description": _Keys.text,
    "excerpt": _Keys.text,
    "draft": _Keys.flag,
    "published": _Keys.flag,
    "redirect_from": _Keys.texts,
    "last_modified_at": _Keys.moment,
    "author": _Keys.text,
    "math": _Keys.flag,
    "toc": _Keys.flag,
    "series": _Keys.text,
    "noindex": _Keys.flag,
}
"""How the value of each key is read, which most files do not have."""


def _extra(
    keys: MappingNode, fields: Fields, settings: FrontMatterSettings
) -> tuple[tuple[str, str], ...]:
    """Keep the site's own keys, and name those that nobody knows."""
    extra: list[tuple[str, str]] = []
    for key, node in keys.entries:
        if key.text == "extra":
            inner = fields.mapping("extra", node)
            for name, value in inner.entries if inner else ():
                extra += _as_extra(fields, name.text, value)
        elif key.text in KEY_NAMES:
            continue
        elif key.text in settings.extra_keys:
            # What a template cannot read as a text stays unread, without a word: it was asked for.
            if not isinstance(node, MappingNode):
                extra += _as_extra(fields, key.text, node)
        else:
            _name_unknown(fields, key, frozenset(name.text for name, _ in keys.entries))
    return tuple(extra)


def _as_extra(fields: Fields, key: str, node: Node) -> list[tuple[str, str]]:
    texts = fields.texts(key, node)
    return [] if texts is None else [(key, ", ".join(texts))]


def _name_unknown(fields: Fields, key: ScalarNode, there: frozenset[str]) -> None:
    """Warn of an unknown key; refuse one that was probably meant to keep the text back."""
    message = f'"{key.text}" is not a key we know'
    native = native_key(key.text)
    if native in HIDING_KEYS:
        hint = f"did you mean {native}? {for_all_texts(key.text, native)}"
        fields.add(key, message, hint, code="hiding-key")
        return
    # Words as short as "art" are near to everything.
    is_near = not native and len(key.text) > _SHORT
    hiding = did_you_mean(key.text, HIDING_KEYS) if is_near else None
    if hiding:
        hint = f"write {hiding}:, or put it under extra:"
        fields.add(key, message, hint, code="hiding-key")
    else:
        fields.add(key, message, hint_for(key.text, there), code="unknown-key")
