"""The lists of each language: pages of posts, tags, archive and feed."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby, pairwise
from typing import Any

from pelican import signals

SIZE = 20


def _introduce(generator: Any) -> None:
    """Tell each post its neighbours and the posts related to it, in its own language."""
    for posts in _by_language(generator).values():
        for newer, older in pairwise(posts):
            newer.before, older.after = older, newer
        tags = _by_tag(posts)
        for post in posts:
            shared = Counter(other for tag in post.tags for other in tags[tag.slug])
            del shared[post]
            post.related = [other for other, _ in shared.most_common(3)]


def _by_tag(posts: list[Any]) -> dict[str, list[Any]]:
    tags: dict[str, list[Any]] = defaultdict(list)
    for post in posts:
        for tag in post.tags:
            tags[tag.slug].append(post)
    return tags


def _by_language(generator: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {code: [] for code in generator.settings["LANGUAGES"]}
    for post in [*generator.articles, *generator.translations]:
        found[post.lang].append(post)
    for posts in found.values():
        posts.sort(key=lambda post: (post.date, post.slug), reverse=True)
    return found


def _write(generator: Any, writer: Any) -> None:
    codes = generator.settings["LANGUAGES"]
    homes = {code: "" if code == codes[0] else f"{code}/" for code in codes}
    for code, posts in _by_language(generator).items():
        _write_language(generator, writer, code, posts, homes)
    kinds = ["", "tags/", "archive/", *(f"tags/{tag.slug}/" for tag in generator.tags)]
    lists = [[(code, homes[code] + kind) for code in codes] for kind in kinds]
    writer.write_file(
        "sitemap.xml", generator.get_template("sitemap"), generator.context, lists=lists
    )


def _write_language(
    generator: Any, writer: Any, code: str, posts: list[Any], homes: dict[str, str]
) -> None:
    def page(path: str, template: str, in_pages: list[Any] | None = None, **more: object) -> None:
        own = homes[code] + path
        writer.write_file(
            f"{own}index.html",
            generator.get_template(template),
            generator.context,
            paginated={"articles": in_pages, "dates": in_pages} if in_pages else None,
            template_name="list" if in_pages else None,
            url=own,
            own=own,
            code=code,
            siblings=[(other, home + path) for other, home in homes.items()],
            **more,
        )

    tags = _by_tag(posts)
    page("", "list", posts, title="Corpus")
    for tag, some in tags.items():
        page(f"tags/{tag}/", "list", some, title=tag)
    page("tags/", "tags", title="Tags", index=sorted((tag, len(tags[tag])) for tag in tags))
    years = [(year, list(some)) for year, some in groupby(posts, lambda post: post.date.year)]
    page("archive/", "archive", title="Archive", years=years)
    feed = generator.get_template("feed")
    path = f"{homes[code]}feed.xml"
    writer.write_file(path, feed, generator.context, code=code, posts=posts[:SIZE])


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_finalized.connect(_introduce)
    signals.article_writer_finalized.connect(_write)
