"""The first words of a site, in each language that ships: one file a language beside this one.

A site in another language begins with the English ones.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from site_builder.frozen import dataclass
from site_builder.model.language import Language
from site_builder.strict_yaml import Fields, MappingNode, load

HERE: Final = Path(__file__).parent
FALLBACK: Final = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text to begin with."""

    title: str
    body: str
    """Markdown, in which ``{about}`` is the file of the page about the author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What is written in one language before its author writes."""

    tag: str
    """The language it is in, as a BCP 47 tag."""
    address: str
    """What ``site.yml`` says of ``url``."""
    slug: str
    """What a new translation says of its ``slug``."""
    write: str
    """The body of a new post or page."""
    hello: Text
    about: Text


def beginning(language: Language) -> Beginning:
    """The first words in a language, or the English ones."""
    tag = language.tag if (HERE / f"{language.tag}.yml").is_file() else FALLBACK
    return read_beginning((HERE / f"{tag}.yml").read_text(encoding="utf-8"), tag=tag)


def read_beginning(text: str, *, tag: str) -> Beginning:
    """Read one of the files, which are ours: what lacks in one is empty, and a test finds it."""
    fields = Fields(path=f"{tag}.yml", code="bad-value")
    keys = load(text, path=fields.path).value or MappingNode(entries=(), line=1, column=1)

    def said(name: str) -> Text:
        inner = fields.mapping(name, keys.get(name))
        title, body = (
            fields.text(f"{name}: {key}", inner.get(key) if inner else None) or ""
            for key in ("title", "text")
        )
        return Text(title=title, body=body)

    return Beginning(
        tag=tag,
        address=fields.text("address", keys.get("address")) or "",
        slug=fields.text("slug", keys.get("slug")) or "",
        write=fields.text("write", keys.get("write")) or "",
        hello=said("hello"),
        about=said("about"),
    )
