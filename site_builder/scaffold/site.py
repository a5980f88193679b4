"""``site-builder new site my-blog --lang en,es``: a site that can be looked at, in its languages.

The first language is the default one. The texts in the others are translations of those in it, so
the site begins with what it is for: pages that know each other.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from site_builder.model.language import Language, known_language
from site_builder.model.slugs import slugify
from site_builder.problems import Outcome
from site_builder.scaffold.beginnings import FALLBACK, Text, beginning
from site_builder.scaffold.files import PAGES, POSTS, begin, quoted, refused, with_front_matter

NOWHERE = "https://example.org"


def new_site(folder: str, words: Sequence[str], today: str, root: Path) -> Outcome[str]:
    """Make the files of a site in the folder, in the languages of ``words`` or in English.

    Problems: ``unknown-language``, ``file-exists``, ``machine``.
    """
    languages: list[Language] = []
    for word in words or (FALLBACK,):
        language = known_language(word)
        if language is None:
            meant = known_language(re.split("[-_]", word)[0])
            hint = f'did you mean "{meant.code}"?' if meant else "write its code, such as en or es"
            return refused("unknown-language", f'"{word}" is no language we know', hint)
        if language not in languages:
            languages.append(language)
    for name, text in _files(Path(folder).name, languages, today):
        made = begin(root / folder, name, text, f"it is a site already: {_going_in(folder)}")
        if made.value is None:
            return made
    return Outcome(value=f" ✓ {folder}/   next: {_going_in(folder)} && site-builder serve")


def _files(title: str, languages: Sequence[Language], today: str) -> Iterator[tuple[str, str]]:
    first = beginning(languages[0])
    codes = ", ".join(language.code for language in languages)
    settings = (
        f"title: {quoted(title)}",
        f"url: {NOWHERE}  # {first.address}",
        f"default_language: {languages[0].code}",
        f"languages: [{codes}]\n",
    )
    yield "site.yml", "\n".join(settings)
    for language in languages:
        own, is_first = beginning(language), language is languages[0]
        # English words would stand under another language's name, beside their original.
        if not is_first and own.tag != language.tag:
            continue
        # All have the names of the first: by them the texts find each other.
        suffix = f"-{language.code}" if len(languages) > 1 else ""
        about = f"{slugify(first.about.title)}{suffix}.md"
        hello = f"{today}-{slugify(first.hello.title)}{suffix}.md"
        yield f"{POSTS}/{hello}", _text(own.hello, f"../pages/{about}", is_first=is_first)
        yield f"{PAGES}/{about}", _text(own.about, about, is_first=is_first)
    yield ".gitignore", ".site_builder/\noutput/\n"


def _text(text: Text, about: str, *, is_first: bool) -> str:
    front = [f"title: {text.title}"]
    if not is_first:
        front += [f"slug: {slugify(text.title)}", "translated: true"]
    return with_front_matter(front, f"\n{text.body.replace('{about}', about)}")


def _going_in(folder: str) -> str:
    return f"cd {shlex.quote(folder)}"
