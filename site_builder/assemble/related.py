"""What to read next: posts of the same language that share tags.

A rare tag counts more than a common one; among equals the nearer in time comes first. Of each tag
only the posts nearest in time are looked at, so a new post changes what its neighbours under a tag
show and nothing else, and rarity grows in powers of two, so it seldom changes at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from site_builder.model.document import Document
from site_builder.model.site import Topic

MOST = 3
"""Posts that are shown."""
_REACH = 2
"""Posts of one tag that are looked at, to either side of a post in time."""
_COMMONEST = 20
"""Binary digits; no tag is on as many posts as this can count."""


def related(posts: Sequence[Document], tags: Iterable[Topic]) -> Mapping[str, tuple[Document, ...]]:
    """Map the path of each of ``posts`` (newest first) to the posts related to it, at most three.

    ``tags`` are those of the same language. Parts of one series are not related: the series itself
    leads from one to the other.
    """
    position_of = {post.path: position for position, post in enumerate(posts)}
    shared: list[dict[int, int]] = [{} for _ in posts]
    for tag in tags:
        positions = [position_of[post.path] for post in tag.documents]
        weight = _COMMONEST - len(positions).bit_length()
        for place, position in enumerate(positions, 1):
            mine = shared[position]
            for other in positions[place : place + _REACH]:
                mine[other] = mine.get(other, 0) + weight
                its = shared[other]
                its[position] = its.get(position, 0) + weight
    times = [post.meta.date.value.timestamp if post.meta.date else 0.0 for post in posts]
    return {
        post.path: _best(position, scores, times, posts)
        for position, (post, scores) in enumerate(zip(posts, shared, strict=True))
        if scores
    }


def _best(
    position: int, scores: dict[int, int], times: Sequence[float], posts: Sequence[Document]
) -> tuple[Document, ...]:
    own, series = times[position], posts[position].meta.series
    if series:
        scores = {one: scores[one] for one in scores if posts[one].meta.series != series}
    # Nearest first, and sorting keeps that order among equal scores.
    near = sorted(sorted(scores), key=lambda other: abs(times[other] - own))
    best = sorted(near, key=scores.__getitem__, reverse=True)[:MOST]
    return tuple(posts[other] for other in best)
