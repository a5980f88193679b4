"""What the path of a Markdown file says by itself.

    posts/2023-07-20-machine-learning.md        20 July 2023, slug machine-learning
    posts/2023-07-20-machine-learning-es.md     the same text in Spanish
    posts/2023-07-20-machine-learning.es.md     the same again
    posts/es/2023-07-20-machine-learning.md     and again
    posts/2023-07-20-what-is-hant.md            slug what-is-hant, unless hant is a language here
    pages/about-es.md                           the page about, in Spanish

Only a word that is a language of this site (its code, tag or an alias) is taken as one. The date
follows Jekyll's rule for ``_posts`` (``document.rb``): year, month, day, joined and followed by a
hyphen; a year of two digits is of this century.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from site_builder.model.language import Language
from site_builder.model.source import Kind, NameFacts

MARKDOWN_ENDINGS = (".md", ".markdown")
"""Endings, in lower case, of the files we read as Markdown."""

_DATED = re.compile(r"(\d{4}|\d{2})-(\d{1,2})-(\d{1,2})-(.+)", re.DOTALL)


def language_words(languages: Iterable[Language]) -> tuple[str, ...]:
    """All words that name a language of the site, lower case, longest first."""
    words = {
        word.lower()
        for language in languages
        for word in (language.code, language.tag, *language.aliases)
    }
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
    stem = name.rpartition(".")[0]
    folder = next((part for part in folders if part.lower() in words), "")
    parent = "/".join(part for part in folders if part.lower() not in words)
    stem, suffix = _split_suffix(stem, words)
    day, slug = _split_day(stem) if kind is Kind.POST else ("", stem)
    # A post is known by date and slug wherever it lies, a page by its path (PRODUCT: Languages).
    parts = ("post", day, slug) if kind is Kind.POST else ("page", parent, slug)
    return NameFacts(
        slug=slug, day=day, suffix=suffix, folder=folder, parent=parent, key=":".join(parts)
    )


def _split_suffix(stem: str, words: Sequence[str]) -> tuple[str, str]:
    lowered = stem.lower()
    for word in words:
        cut = len(stem) - len(word)
        if cut > 1 and lowered.endswith(word) and stem[cut - 1] in "-.":
            rest = stem[: cut - 1]
            # In 2020-01-01-es.md the word is all the slug there is, so it is the slug.
            if not re.fullmatch(r"\d{2,4}-\d{1,2}-\d{1,2}", rest):
                return rest, stem[cut:]
    return stem, ""


def _split_day(stem: str) -> tuple[str, str]:
    match = _DATED.fullmatch(stem)
    if match is None:
        return "", stem
    year, month, day, slug = match.groups()
    century = "" if len(year) == len("2024") else "20"
    return f"{century}{year}-{month:0>2}-{day:0>2}", slug
