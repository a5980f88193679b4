"""Which tag of one language is which tag of another; the same for categories.

In this order, and a weaker word never parts what a stronger one has joined:

1. the table ``tags:`` of site.yml;
2. translations: where a translation has as many tags of its own as the original, the third of one
   is the third of the other. It counts only when no pair of texts says otherwise;
3. spelling: ``linux`` is ``linux`` in every language that has no other word for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from site_builder.model.document import Document
from site_builder.model.site import Topic
from site_builder.model.work import Work

Node: TypeAlias = tuple[str, str]
"""Language code and slug of a topic."""
Table: TypeAlias = Iterable[tuple[str, tuple[tuple[str, str], ...]]]
"""Each topic that has other names in other languages: key, then (language code, name) pairs."""


def counterparts(
    topics: Mapping[str, Iterable[Topic]],
    works: Iterable[Work],
    words_of: Callable[[Document], tuple[str, ...]],
    slugify: Callable[[str], str],
    table: Table = (),
) -> Mapping[Node, Mapping[str, str]]:
    """Map each topic that is there in several languages to its slug in each of them."""
    known = [(code, topic.slug) for code in topics for topic in topics[code]]
    groups = _Groups(known)
    for key, names in table:
        named = {code: slugify(name) for code, name in names}
        # A language that the table does not name calls the tag by its key.
        groups.join([(code, named.get(code, slugify(key))) for code in topics])
    for pair in _agreed(_pairs(works, words_of), slugify):
        groups.join(pair)
    spelled: dict[str, list[Node]] = {}
    for code, slug in known:
        spelled.setdefault(slug, []).append((code, slug))
    for nodes in spelled.values():
        groups.join(nodes)
    return groups.of_several()


class _Groups:
    """Sets of topics with at most one of each language."""

    def __init__(self, known: Iterable[Node]) -> None:
        self._group_of: dict[Node, dict[str, str]] = {
            (code, slug): {code: slug} for code, slug in known
        }

    def join(self, nodes: Iterable[Node]) -> None:
        """Make the known ones of ``nodes`` one group, but those whose place is taken."""
        first: dict[str, str] | None = None
        for node in nodes:
            group = self._group_of.get(node)
            if group is None or group is first:
                continue
            if first is None:
                first = group
            elif not first.keys() & group.keys():
                first.update(group)
                for member in group.items():
                    self._group_of[member] = first

    def of_several(self) -> Mapping[Node, Mapping[str, str]]:
        return {node: group for node, group in self._group_of.items() if len(group) > 1}


_Words: TypeAlias = tuple[str, tuple[str, ...]]
"""A language code and the words of a text."""


def _pairs(
    works: Iterable[Work], words_of: Callable[[Document], tuple[str, ...]]
) -> Iterable[tuple[_Words, _Words]]:
    """The words of each work's lead beside those of each other text; what is said twice, once."""
    pairs: dict[tuple[_Words, _Words], None] = {}
    for work in works:
        own = words_of(work.lead)
        if not own:
            continue
        lead = (work.lead.meta.language.value, own)
        for other in work.documents:
            words = words_of(other)
            # The same words were inherited, or need no pair to be known as the same.
            if other is not work.lead and len(words) == len(own) and words != own:
                pairs[lead, (other.meta.language.value, words)] = None
    return pairs


def _agreed(
    pairs: Iterable[tuple[_Words, _Words]], slugify: Callable[[str], str]
) -> Iterable[tuple[Node, Node]]:
    """Topics that are at each other's place in every pair in which either of them is."""
    said: dict[tuple[Node, str], set[str]] = {}
    for (code, words), (other, others) in pairs:
        for word, its in zip(map(slugify, words), map(slugify, others), strict=True):
            said.setdefault(((code, word), other), set()).add(its)
            said.setdefault(((other, its), code), set()).add(word)
    for ((code, word), other), meant in said.items():
        its = min(meant)
        if len(meant) == 1 and said[(other, its), code] == {word}:
            yield (code, word), (other, its)
