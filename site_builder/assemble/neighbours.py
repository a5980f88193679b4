"""The posts before and after one. Within its language: Jekyll mixes them, which helps no reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.model.document import Document
from site_builder.model.site import Neighbours


def neighbours(posts: Sequence[Document]) -> Mapping[str, Neighbours]:
    """Map each path of ``posts`` (newest first) to the posts around it."""
    return {
        post.path: Neighbours(
            newer=posts[position - 1] if position else None,
            older=posts[position + 1] if position + 1 < len(posts) else None,
        )
        for position, post in enumerate(posts)
    }
