"""What the path of a Markdown file says by itself.

    posts/2023-07-20-machine-learning.md        20 July 2023, slug machine-learning
    posts/2023-07-20-machine-learning-es.md     the same text in Spanish
    posts/2023-07-20-machine-learning.es.md     the same again
    posts/es/2023-07-20-machine-learning.md     and again
    posts/2023-07-20.es.md                      20 July 2023, in Spanish; the title makes the slug
    posts/2023-07-20-what-is-hant.md            slug what-is-hant, unless hant is a language here
    pages/about-es.md                           the page about, in Spanish

Only a word that is a language of this site (its code, tag or an alias) is taken as one, and of
several such folders the outermost. The date follows Jekyll's rule for ``_posts``
(``document.rb``): year, month, day, joined by hyphens; a year of two digits is of this century.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_builder.model.language import Language
from site_builder.model.naming import page_key, post_key, split_day
from site_builder.model.source import Kind, NameFacts
from site_builder.patterns import late

MARKDOWN_ENDINGS = (".md", ".markdown", ".mkdown", ".mkdn", ".mkd")
"""Endings, in lower case, of what we read as Markdown: Jekyll's (``configuration.rb``)."""

_BARE_DAY = late(r"\d{2,4}-\d{1,2}-\d{1,2}")


def language_words(languages: Iterable[Language]) -> tuple[str, ...]:
    """All words that name a language of the site, lower case, longest first."""
    words = {
        word.lower()
        for language in languages
        for word in (language.code, language.tag, *language.aliases)
    }
    words |= {word.replace("-", "_") for word in words}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def is_markdown(name: str) -> bool:
    """Whether a file of this name is read as Markdown."""
    return name.lower().endswith(MARKDOWN_ENDINGS)


def name_facts(kind: Kind, path: str, words: Sequence[str]) -> NameFacts:
    """Read date, slug and language from ``path``, relative to the folder of its kind.

    ``words`` are those of :func:`language_words`. The suffix and folder are returned as typed;
    which language they mean, and whether they agree, is decided when the file is parsed.
    """
    *folders, name = path.split("/")
    folder = next((part for part in folders if part.lower() in words), "")
    if folder:
        folders.remove(folder)
    parent = "/".join(folders)
    stem, suffix = _split_suffix(name.rpartition(".")[0], words)
    day, slug = split_day(stem) if kind is Kind.POST else ("", stem)
    return NameFacts(
        slug=slug,
        day=day,
        suffix=suffix,
        folder=folder,
        parent=parent,
        key=post_key(day, slug) if kind is Kind.POST else page_key(parent, slug),
    )


def _split_suffix(stem: str, words: Sequence[str]) -> tuple[str, str]:
    lowered = stem.lower()
    for word in words:
        cut = len(stem) - len(word)
        if cut > 1 and lowered.endswith(word) and stem[cut - 1] in "-.":
            rest = stem[: cut - 1]
            # In 2020-01-01-es.md the word is all the slug there is, so it is the slug.
            if stem[cut - 1] == "." or not _BARE_DAY.fullmatch(rest):
                return rest, stem[cut:]
    return stem, ""
