"""Tags and categories: which posts of a language share a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from site_builder.model.document import Document
from site_builder.model.site import Topic


def topics(
    posts: Sequence[Document],
    words_of: Callable[[Document], Iterable[str]],
    slugify: Callable[[str], str],
) -> tuple[Topic, ...]:
    """Group ``posts`` (newest first) by word; words with one slug are one topic.

    The name shown is the one of the newest post, so ``Python`` and ``python`` do not split.
    """
    names: dict[str, str] = {}
    members: dict[str, list[Document]] = {}
    for post in posts:
        for word in words_of(post):
            slug = slugify(word)
            names.setdefault(slug, word)
            group = members.setdefault(slug, [])
            if not group or group[-1] is not post:
                group.append(post)
    return tuple(
        Topic(slug=slug, name=names[slug], documents=tuple(members[slug])) for slug in sorted(names)
    )
