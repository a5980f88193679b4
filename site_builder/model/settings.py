"""What parsing a text depends on besides the text. Part of the key under which it is remembered."""

from __future__ import annotations

from site_builder.frozen import dataclass
from site_builder.model.config import Config
from site_builder.model.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseSettings:
    """The part of the Config that reaches into single files."""

    languages: tuple[Language, ...]
    """The site's, in its order."""
    default_language: str
    """A language code of the site."""
    timezone: str
    """IANA name, for dates without an offset."""
    raw_html: bool
    """Whether HTML in Markdown is kept; escaped otherwise."""
    smart_quotes: bool
    """Whether straight quotes become those of the language."""
    excerpt_length: int
    """Characters."""
    audio: str
    """Pattern of a recording's path; ``:stem`` is the file's stem."""
    image: str
    """Pattern of a hero's path; ``:stem`` is the file's stem."""
    search: bool
    """Whether the words of a text are wanted for search."""
    extra_keys: tuple[str, ...]
    """Front matter keys of the site's own."""
    names: tuple[tuple[str, str], ...]
    """Front matter keys of the site's texts, each with the key of ours that it is read as."""
    builder: str
    """The builder's version: another one may understand a text differently."""

    @classmethod
    def of(cls, config: Config, builder: str) -> ParseSettings:
        """Take from ``config`` what parsing depends on."""
        return cls(
            languages=config.languages,
            default_language=config.default_language,
            timezone=config.timezone,
            raw_html=config.raw_html == "keep",
            smart_quotes=config.smart_quotes,
            excerpt_length=config.excerpt_length,
            audio=config.audio,
            image=config.image,
            search=config.search,
            extra_keys=config.front_matter_extra,
            names=config.front_matter_names,
            builder=builder,
        )
