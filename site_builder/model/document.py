"""One text understood, in one language. It knows no other document."""

from __future__ import annotations

from dataclasses import field

from site_builder.frozen import dataclass
from site_builder.model.body import CodeBlock, Counts, ForeignText, Heading, Reference
from site_builder.model.hiring import Profile
from site_builder.model.meta import Decided, Moment
from site_builder.model.source import Kind, NameFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What is decided about a text, each value with the rule and the place that decided it."""

    title: Decided[str]
    language: Decided[str]
    """A language code of the site."""
    date: Decided[Moment] | None
    """None on pages, and on a translation whose original has to lend its date."""
    slug: Decided[str]
    layout: Decided[str]
    key: Decided[str]
    """Documents with one key are one Work; ``model/naming.py`` makes it."""
    permalink: Decided[str] | None
    translated: Decided[bool]
    generated: Decided[bool]
    audio: Decided[str] | None
    """Path of the recording under ``static/``, without ending when a pattern made it; empty for
    ``audio: false``."""
    image: Decided[str] | None
    """Path of the hero under ``static/``, without ending when a pattern made it; empty for
    ``image: false``, None when the file says nothing, so that the original's is inherited."""
    image_alt: str
    """What the hero shows, in the text's own language; never inherited."""
    tags: Decided[tuple[str, ...]] | None
    """None when the file says nothing, so that the original's are inherited."""
    categories: tuple[str, ...]
    description: str
    author: str
    modified: Moment | None
    redirects: tuple[Decided[str], ...]
    """Old addresses that lead here."""
    hidden: Decided[bool]
    """True for a draft or ``published: false``; a future date is judged later, by the gate."""
    noindex: bool
    toc: bool
    series: str
    extra: tuple[tuple[str, str], ...]
    """Keys of the site's own that templates may read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A Source understood."""

    path: str
    """The Source's path."""
    kind: Kind
    name: NameFacts
    meta: Meta
    digest: str
    """Changes exactly when the file's bytes or what is decided about them change."""
    body_digest: str
    """Names the body HTML, with its link slots, in the memory's content store."""
    words_digest: str
    """Names the words that search knows of it; empty where it is not to be found."""
    text_digest: str
    """Changes when the words or the code change, not when paragraphs are reflowed."""
    excerpt: str
    """Plain text, already cut."""
    headings: tuple[Heading, ...]
    references: tuple[Reference, ...]
    """Links, images and media in slot order."""
    anchors: tuple[str, ...]
    """Every id in the body that a link may point to."""
    counts: Counts
    code_blocks: tuple[CodeBlock, ...]
    """In order."""
    foreign: tuple[ForeignText, ...]
    """What is not in its language, as far as that can be told."""
    remote_hosts: tuple[tuple[str, str], ...]
    """(CSP directive, host) pairs that the body needs."""
    inline_scripts: tuple[str, ...]
    """Base64 SHA-256 digests of the author's inline scripts."""
    uses_inline_style: bool
    profile: Profile | None
    """On ``layout: hiring``."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Its tags, its own or inherited."""
        return self.meta.tags.value if self.meta.tags else ()

    @property
    def categories(self) -> tuple[str, ...]:
        """Its categories."""
        return self.meta.categories


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What parsing gives for one source: the facts, and apart from them the bulk."""

    document: Document
    body: str
    """HTML with link slots; kept by the memory under its digest, never carried along."""
    words: str
    """What search knows of it, kept in the same way; empty where it is not to be found."""
    folding_seconds: float = field(default=0.0, compare=False)
    """Processor time that ``words`` took; told, never kept."""
