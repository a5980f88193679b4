r"""The body of a document: its HTML with open slots, and the facts a site needs to know about it.

A *slot* stands for a whole attribute that holds an address, with its leading space. In the HTML it
is written ``\x00N:href\x00``, N being the position in :attr:`Body.references` and ``href`` the
attribute; render puts `` href="…"`` or nothing in its place. A *phrase* of the theme is written
``\x00t:name\x00`` and is replaced by its words in the language of the page. NUL cannot occur in
the text itself.
"""

from __future__ import annotations

from math import ceil
from typing import Final, Literal

from site_builder.frozen import dataclass
from site_builder.problems import Problem

WORDS_A_MINUTE: Final = 230
IDEOGRAPHS_A_MINUTE: Final = 400
"""Careful figures for silent reading, below the means of Brysbaert 2019 for words."""

ReferenceKind = Literal["link", "image", "media", "frame"]
"""What a slot leads to: a page, a picture, a sound or film, an embedded page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownSettings:
    """What decides how a text is read, beside the text itself."""

    raw_html: bool = True
    """True keeps the author's HTML; False shows it as text."""
    language: str = "en"
    """BCP 47 tag of the text, such as ``zh-Hans``; decides where two lines join without a space."""
    max_nesting: int = 100
    """Blocks inside blocks, in levels; a list and its item are one each."""
    is_html: bool = False
    """True for a text that is HTML from end to end, without Markdown in it."""
    smart_quotes: bool = False
    """True turns straight quotes, ``--`` and ``...`` into the marks of the language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the body."""

    level: int
    """1 to 6."""
    id: str
    """What ``#…`` names, unique in the body, NFC."""
    text: str
    """The words without markup."""
    line: int
    """1-based, in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Something the body leads to or shows, as the author typed it."""

    kind: ReferenceKind
    target: str
    """Escapes and entities decoded, percent-encoding untouched."""
    line: int
    """1-based, in the file."""
    column: int
    """1-based, in characters; 1 where it cannot be told."""
    text: str
    """The words of the link; empty for what is not a link."""
    slot: int
    """Its number in the HTML, which is its place among the references."""
    attribute: str
    """The attribute that the slot stands for: ``href``, ``src``, ``poster`` or ``data``."""
    alt: str = ""
    """The alternative text of a picture."""
    typed: str = ""
    """How the target was spelled in another builder's markup; empty where it was typed as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock:
    """A code block of the body."""

    line: int
    """1-based, in the file."""
    digest: str
    """Changes with the code, not with its comments, strings and spaces, which are translated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignText:
    """A piece of the body that is not in the language of the text."""

    line: int
    """1-based, in the file."""
    language: str
    """BCP 47 tag of the language it seems to be in."""
    is_whole: bool
    """Whether all of the text is in that language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The structure of a body in numbers, to compare a translation with its original."""

    headings: int = 0
    paragraphs: int = 0
    """Those of tight lists are not counted; they are list items."""
    code_blocks: int = 0
    images: int = 0
    links: int = 0
    list_items: int = 0
    footnotes: int = 0
    """Notes that are referred to."""
    tables: int = 0
    words: int = 0
    """Runs without white space outside Chinese and Japanese, code blocks left out."""
    ideographs: int = 0
    """Han and kana characters, one by one, code blocks left out."""

    @property
    def minutes(self) -> int:
        """Whole minutes to read, at least one; characters are read apart from words."""
        return max(1, ceil(self.words / WORDS_A_MINUTE + self.ideographs / IDEOGRAPHS_A_MINUTE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A Markdown text as HTML, with what is to be known about it."""

    html: str
    """With slots and phrases still open."""
    headings: tuple[Heading, ...]
    references: tuple[Reference, ...]
    """In slot order."""
    anchors: tuple[str, ...]
    """Every id that a link may point to: headings, attributes, raw HTML, footnotes."""
    counts: Counts
    excerpt_html: str
    """The same text as ``excerpt``, with the slots of the body; empty when there is none."""
    excerpt: str
    """Plain text before ``<!--more-->``, else the first paragraph; never a heading, not yet cut."""
    text: str
    """All that it says without markup, those of code blocks last; never kept."""
    text_digest: str
    """SHA-256, hex, of words and code; reflowing changes it in code alone."""
    code_blocks: tuple[CodeBlock, ...]
    """In order."""
    foreign: tuple[ForeignText, ...]
    """What is not in the language of the text, as far as that can be told."""
    remote_hosts: tuple[tuple[str, str], ...]
    """(CSP directive, origin) for all that is fetched from elsewhere, sorted."""
    inline_scripts: tuple[str, ...]
    """Base64 SHA-256 of each inline script in the HTML, as a CSP spells it, without ``sha256-``."""
    uses_inline_style: bool
    """Whether a ``style`` attribute or element is in the HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineText:
    """A line of Markdown without blocks."""

    html: str
    """With slots numbered from the first one asked for."""
    references: tuple[Reference, ...]
    text: str
    """The words without markup."""
    problems: tuple[Problem, ...]
