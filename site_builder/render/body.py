"""Body HTML with its slots filled: links, media and the few words that the builder adds.

A slot stands between two NUL characters, which no Markdown text can contain:
``NUL 3:href NUL`` is the target of reference 3, ``NUL t:table NUL`` a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.escaping import escape
from site_builder.model.phrases import PhraseBook
from site_builder.patterns import late

_SLOT = late("\x00(?:t:([a-z_]+)|([0-9]+):([a-z]+))\x00")
_BARE = late(r'<a href="(https?://[^"]+)">\1</a>')
_ANCHOR = late(r'<a class="anchor"[^<>]*>[^<]*</a>')


def fill(html: str, targets: Sequence[str], phrases: PhraseBook) -> str:
    """Fill every slot of ``html``; a link without a target loses the attribute."""

    def value(match: re.Match[str]) -> str:
        phrase, number, attribute = match.groups()
        if phrase:
            return escape(phrases.text(phrase))
        target = targets[int(number)]
        return f' {attribute}="{escape(target)}"' if target else ""

    return _SLOT.sub(value, html)


def without_heading_links(html: str) -> str:
    """For feeds: the ``#`` beside headings leads nowhere in a feed reader."""
    *before, last = _ANCHOR.split(html)
    return "".join((*map(str.rstrip, before), last))


def with_bare_links(html: str) -> str:
    """For pages: mark each link that is its own address, which paper need not spell twice."""
    return _BARE.sub(r'<a href="\1" class="bare">\1</a>', html)
