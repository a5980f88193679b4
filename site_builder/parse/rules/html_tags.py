"""Finding the tags in a piece of raw HTML as browsers do.

Nothing inside a comment, a ``<script>`` or a ``<style>`` is a tag (WHATWG HTML, 13.2.5
Tokenization). The standard library's ``html.parser`` is not used: it stops with an exception on
``<![x[``, and it does not say where an attribute begins and ends. Time is linear: a tag that is
never closed ends the search, as it ends the page for a browser.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from html import unescape

from site_builder.patterns import late

_OPENING = late(r"<!--(?:-?>)?|<[!?]|<(/?[A-Za-z][^\s/>]*)")
_ATTRIBUTE = late(
    r"[\s/]*(?:(?P<end>>)|(?P<name>[^\s/>][^\s/>=]*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"'][^\s>]*)))?)"
)
_UNCLOSED = late(r"\s*=\s*[\"']")
_RAW_TEXT = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
"""Elements whose content is no HTML, with what ends them."""


class Tag:
    """A tag, a comment, or the raw content of a script: anything that is not text."""

    __slots__ = ("attributes", "end", "name", "spans", "start")

    def __init__(self, name: str, start: int, end: int) -> None:
        """``start`` and ``end`` are positions in the piece of HTML."""
        self.name = name
        self.start = start
        self.end = end
        self.attributes: dict[str, str] = {}
        self.spans: dict[str, tuple[int, int]] = {}


def scan(html: str, at: int = 0) -> Iterator[Tag]:
    """Give all that is not text, in order, from ``at`` on.

    The name of an end tag begins with ``/``; a comment, a declaration and the content of a script
    or style have no name.
    """
    while found := _OPENING.search(html, at):
        if found[1] is None:
            tag = _comment(html, found)
        else:
            tag = Tag(found[1].lower(), found.start(), len(html))
            if not _read_attributes(html, tag, found.end()):
                return
        yield tag
        at = tag.end
        if tag.name in _RAW_TEXT:
            closing = _RAW_TEXT[tag.name].search(html, at)
            content = Tag("", at, closing.start() if closing else len(html))
            yield content
            at = content.end


def ids_in(html: str) -> Iterator[str]:
    """Give what a link may point to: every ``id``, and ``name`` on ``<a>``."""
    for tag in scan(html):
        named = tag.attributes.get("name", "") if tag.name == "a" else ""
        names = (tag.attributes.get("id", ""), named)
        yield from dict.fromkeys(name for name in names if name)


def words_in(html: str, start: int = 0, stop_at: Container[str] = ()) -> str:
    """The words from ``start`` on, up to the first tag whose name is in ``stop_at``."""
    words: list[str] = []
    at = start
    for tag in scan(html, start):
        words.append(html[at : tag.start])
        at = tag.end
        if tag.name in stop_at:
            return unescape("".join(words))
    words.append(html[at:])
    return unescape("".join(words))


def scripts_in(html: str) -> Iterator[str]:
    """Give the content of every script that is written in the page itself."""
    is_inline = False
    for tag in scan(html):
        if is_inline and not tag.name:
            yield html[tag.start : tag.end]
        is_inline = tag.name == "script" and "src" not in tag.attributes


def _comment(html: str, found: re.Match[str]) -> Tag:
    start, end = found.span()
    if not html.endswith(">", start, end):
        terminator = "-->" if found[0] == "<!--" else ">"
        closing = html.find(terminator, end)
        end = closing + len(terminator) if closing >= 0 else len(html)
    return Tag("", start, end)


def _read_attributes(html: str, tag: Tag, at: int) -> bool:
    """Read the attributes of a tag from ``at`` on; False when the tag is never closed."""
    while found := _ATTRIBUTE.match(html, at):
        at = found.end()
        if found["end"]:
            tag.end = at
            return True
        name = found["name"].lower()
        value = found["double"] or found["single"] or found["bare"] or ""
        if found.end("name") == at and _UNCLOSED.match(html, at):
            return False
        if name not in tag.attributes:
            tag.attributes[name] = unescape(value)
            tag.spans[name] = found.span()
    return False
