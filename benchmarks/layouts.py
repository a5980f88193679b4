"""The same site as each generator wants it on disk: names of files, front matter, links, settings.

What does not depend on the languages (templates, plugins) lies in ``sites/``, a folder a generator.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One text in one language."""

    language: str
    day: date
    slug: str
    title: str
    tags: tuple[str, ...]
    is_translation: bool
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one generator wants the site on disk."""

    settings: Callable[[tuple[str, ...]], Iterable[tuple[str, str]]]
    """The languages, the default one first → the files that are there once: (path, text)."""
    path: Callable[[Post], str]
    front: Callable[[Post], str]
    """The front matter with its fences."""
    link: Callable[[date, str, str, str], str]
    """(day, slug, language, default language) → what a link to that post looks like."""
    output: str
    """The folder that the site is built into."""


def below_home(language: str, default: str, path: str) -> str:
    """Where ``path`` of a language lies below the root: all generators are to agree on it."""
    return path if language == default else f"{language}/{path}"


def _address(_day: date, slug: str, language: str, default: str) -> str:
    return "/" + below_home(language, default, f"{slug}/")


def _yaml(post: Post, *more: str) -> str:
    tags = f"tags: [{', '.join(post.tags)}]"
    return "\n".join(["---", f"title: {post.title}", tags, *more, "---"])


def _our_settings(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    lines = ["title: Corpus", "url: https://example.org", f"default_language: {languages[0]}"]
    lines += [f"languages: [{', '.join(languages)}]", "search: false"]
    yield "site.yml", "\n".join([*lines, ""])


def _our_front(post: Post) -> str:
    return _yaml(post, *(["translated: true"] if post.is_translation else []))


def _hugo_settings(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    lines = [f"[{code}]\nweight = {number}\n" for number, code in enumerate(languages, 1)]
    yield "config/_default/languages.toml", "\n".join(lines)


def _eleventy_settings(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield "languages.json", json.dumps(languages)
    for code in languages:
        yield f"content/{code}/{code}.json", json.dumps({"lang": code})


def _jekyll_settings(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    values = [
        {
            "scope": {"path": f"_posts/{code}", "type": "posts"},
            "values": {
                "layout": "post",
                "lang": code,
                "permalink": "/" + below_home(code, languages[0], ":title/"),
            },
        }
        for code in languages
    ]
    # Every JSON value is a YAML value.
    lines = [f"languages: {json.dumps(languages)}", f"defaults: {json.dumps(values)}"]
    lines += ["title: Corpus", "url: https://example.org", "timezone: UTC", "future: true"]
    yield "_config.yml", "\n".join([*lines, ""])


def _pelican_settings(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield "languages.json", json.dumps(languages)


def _pelican_front(post: Post) -> str:
    return f"Title: {post.title}\nTags: {', '.join(post.tags)}"


LAYOUTS = {
    "ours": Layout(
        settings=_our_settings,
        path=lambda post: f"content/posts/{post.day}-{post.slug}-{post.language}.md",
        front=_our_front,
        link=lambda day, slug, language, _default: f"{day}-{slug}-{language}.md",
        output="output",
    ),
    "hugo": Layout(
        settings=_hugo_settings,
        path=lambda post: f"content/posts/{post.day}-{post.slug}.{post.language}.md",
        front=_yaml,
        link=_address,
        output="public",
    ),
    "eleventy": Layout(
        settings=_eleventy_settings,
        path=lambda post: f"content/{post.language}/{post.day}-{post.slug}.md",
        front=_yaml,
        link=_address,
        output="_site",
    ),
    "jekyll": Layout(
        settings=_jekyll_settings,
        path=lambda post: f"_posts/{post.language}/{post.day}-{post.slug}.md",
        front=_yaml,
        link=_address,
        output="_site",
    ),
    "pelican": Layout(
        settings=_pelican_settings,
        path=lambda post: f"content/{post.day}-{post.slug}.{post.language}.md",
        front=_pelican_front,
        link=_address,
        output="output",
    ),
}
