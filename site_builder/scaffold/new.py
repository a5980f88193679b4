"""``site-builder new post|page|translation|site``.

    new post "Machine learning" --lang es     content/posts/2026-01-31-machine-learning-es.md
    new page "About me"                       content/pages/about-me-en.md
    new translation content/posts/x-en.md --lang es
    new site my-blog --lang en,es

Nothing that exists is ever overwritten. A translation begins as a draft that holds the original's
text, so an untranslated text is not published under another language.
"""

from __future__ import annotations

import re
from pathlib import Path

from site_builder.build.ground import load_config
from site_builder.config import ConfigOverrides
from site_builder.discover.naming import language_words, name_facts
from site_builder.frozen import dataclass
from site_builder.model.config import Config
from site_builder.model.language import Language, language_hint
from site_builder.model.slugs import slugify
from site_builder.model.source import Kind
from site_builder.problems import Outcome
from site_builder.scaffold.beginnings import beginning
from site_builder.scaffold.files import PAGES, POSTS, begin, quoted, refused, with_front_matter
from site_builder.scaffold.site import new_site

_HOME = "index"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the author asked for."""

    kind: str
    """post, page, translation or site."""
    title: str
    """A title; for a translation the path of the file; for a site its folder."""
    language: str
    """As typed; empty for the site's default language, or the only one that lacks a translation.

    For a new site there may be several, parted by commas."""
    today: str
    """ISO 8601 day, for the name of a post."""


def new(wish: Wish, root: Path) -> Outcome[str]:
    """Make the file and give one line to show.

    Problems: ``unknown-language``, ``file-exists``, ``file-missing``, ``machine``.
    """
    if wish.kind == "site":
        words = tuple(filter(None, re.split(r"[\s,]+", wish.language)))
        return new_site(wish.title, words, wish.today, root)
    config = load_config(root, ConfigOverrides())
    language = config.resolve_language(wish.language or config.default_language)
    if language is None:
        codes = [known.code for known in config.languages]
        return refused(
            "unknown-language",
            f'"{wish.language}" is not a language of this site ({", ".join(codes)})',
            language_hint(wish.language, codes),
        )
    if wish.kind == "translation":
        return _new_translation(wish, root, config, language if wish.language else None)
    slug = slugify(wish.title)
    if not slug:
        return refused("bad-path", f'"{wish.title}" has no letter for a file name', "add a word")
    suffix = f"-{language.code}" if len(config.languages) > 1 else ""
    name = f"{wish.today}-{slug}{suffix}.md" if wish.kind == "post" else f"{slug}{suffix}.md"
    folder = POSTS if wish.kind == "post" else PAGES
    front = [f"title: {quoted(wish.title)}", f"lang: {language.code}"]
    if wish.kind == "post":
        front.append("tags: []")
    text = with_front_matter(front, f"\n{beginning(language).write}\n")
    return begin(root, f"{folder}/{name}", text, "choose another title")


def _new_translation(
    wish: Wish, root: Path, config: Config, language: Language | None
) -> Outcome[str]:
    original = Path(wish.title)
    path = (root / original).resolve()
    if not path.is_file() or not path.is_relative_to(root):
        return refused("file-missing", f"there is no file {wish.title} in this site", "")
    relative = path.relative_to(root).as_posix()
    kind, top = (Kind.POST, POSTS) if relative.startswith(f"{POSTS}/") else (Kind.PAGE, PAGES)
    facts = name_facts(kind, relative.removeprefix(f"{top}/"), language_words(config.languages))
    stem = "-".join(filter(None, [facts.day, facts.slug]))
    # A day followed by a hyphen is followed by a slug, so only a dot can part the two here.
    joint = "-" if facts.slug else "."
    folder = relative.rpartition("/")[0]

    def translation(into: Language) -> str:
        parts = [into.code if part == facts.folder else part for part in folder.split("/")]
        return f"{'/'.join(parts)}/{stem}{joint}{into.code}{path.suffix}"

    front, body = _split(path.read_text(encoding="utf-8-sig"))
    own = config.resolve_language(
        _lang_of(front) or facts.suffix or facts.folder or config.default_language
    )
    others = [one for one in config.languages if one != own]
    missing = [one for one in others if not (root / translation(one)).exists()]
    if language is None and len(others) == 1:
        language = others[0]
    if language is None or language == own:
        return _no_language(relative, own, others, missing)
    kept = [line for line in front if not line.startswith(("lang:", "translated:", "draft:"))]
    address = _own_address(kept, facts.slug, language)
    lines = [*kept, *address, f"lang: {language.code}", "translated: true", "draft: true"]
    hint = "open it, or take another --lang"
    return begin(root, translation(language), with_front_matter(lines, body), hint)


def _own_address(front: list[str], slug: str, language: Language) -> list[str]:
    """The line in which the translator finds the words of the address, to be translated too.

    A home page has none, and neither has a text whose title makes its address.
    """
    if slug in {"", _HOME} or any(line.startswith(("slug:", "permalink:")) for line in front):
        return []
    return [f"slug: {quoted(slug)}  # {beginning(language).slug}"]


def _no_language(
    relative: str, own: Language | None, others: list[Language], missing: list[Language]
) -> Outcome[str]:
    message = (
        f"{relative} is in {own.name if own else 'its own language'}; translate it into which?"
    )
    if missing:
        hint = f"these are missing: --lang {' or --lang '.join(one.code for one in missing)}"
    elif others:
        hint = "there is one in every language of the site already"
    else:
        hint = "the site has no other language: add one to languages in site.yml"
    return refused("unknown-language", message, hint)


def _lang_of(front: list[str]) -> str:
    words = (line.partition(":")[2].strip(" '\"") for line in front if line.startswith("lang:"))
    return next(words, "")


def _split(text: str) -> tuple[list[str], str]:
    """The lines of the front matter and the rest; a file without one is all rest."""
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0].rstrip() != "---":
        return [], text
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    return (lines[1:end], "\n".join(lines[end + 1 :])) if end else ([], text)
