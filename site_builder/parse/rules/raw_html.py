"""The author's own HTML: kept letter for letter, but for addresses, which become slots.

What it fetches from elsewhere and which styles it brings is noted, for the page's CSP.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from site_builder.model.body import ReferenceKind
from site_builder.parse.rules.html_tags import Tag, scan, words_in
from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.rules.origins import note_origin
from site_builder.parse.rules.parser import SiteParser
from site_builder.parse.rules.plain import plain_text
from site_builder.patterns import late

_SLOTS: dict[tuple[str, str], tuple[ReferenceKind, str]] = {
    ("a", "href"): ("link", ""),
    ("area", "href"): ("link", ""),
    ("img", "src"): ("image", "img-src"),
    ("video", "poster"): ("image", "img-src"),
    ("audio", "src"): ("media", "media-src"),
    ("video", "src"): ("media", "media-src"),
    ("source", "src"): ("media", "media-src"),
    ("track", "src"): ("media", "media-src"),
    ("iframe", "src"): ("frame", "frame-src"),
    ("embed", "src"): ("frame", "object-src"),
    ("object", "data"): ("frame", "object-src"),
}
"""(element, attribute) → kind of reference, and the CSP directive that it falls under."""

_FETCHED = {
    ("script", "src"): "script-src",
    ("link", "href"): "style-src",
    ("img", "srcset"): "img-src",
    ("source", "srcset"): "img-src",
}
"""What stays as typed but is fetched all the same."""

_LINK_TAG = late(r"</?[aA][\s/>]")
_CANDIDATE = late(r"[^\s,]\S*")
"""One address or descriptor of a ``srcset``."""


def raw_html(parser: SiteParser) -> None:
    """Teach slots in raw HTML."""
    parser.draw("html_block", _block)
    parser.draw("html_inline", _inline)


def _block(tokens: Sequence[Token], index: int, notebook: Notebook) -> str:
    html = tokens[index].content
    return _with_slots(html, notebook, lambda tag: words_in(html, tag.end, {"a", "/a"}))


def _inline(tokens: Sequence[Token], index: int, notebook: Notebook) -> str:
    return _with_slots(tokens[index].content, notebook, lambda _: _words_after(tokens, index))


def _words_after(tokens: Sequence[Token], index: int) -> str:
    """The words from an inline ``<a>`` up to the next tag that opens or closes a link."""
    for end in range(index + 1, len(tokens)):
        if tokens[end].type == "html_inline" and _LINK_TAG.match(tokens[end].content):
            return plain_text(tokens[index + 1 : end])
    return ""


def _with_slots(html: str, notebook: Notebook, words: Callable[[Tag], str]) -> str:
    parts: list[str] = []
    at = 0
    for tag in scan(html):
        notebook.html_balance.note(tag, html, notebook)
        if tag.name == "style" or "style" in tag.attributes:
            notebook.has_inline_style = True
        for name in tag.attributes:
            _note_fetched(tag, name, notebook)
            slotted = _SLOTS.get((tag.name, name))
            target = tag.attributes[name].strip()
            if slotted and target:
                kind, directive = slotted
                note_origin(notebook, directive, target)
                start, end = tag.spans[name]
                slot = notebook.slot(
                    kind,
                    name,
                    target,
                    text=" ".join(words(tag).split()) if tag.name == "a" else "",
                    alt=tag.attributes.get("alt", ""),
                )
                parts += (html[at:start], slot)
                at = end
    parts.append(html[at:])
    return "".join(parts)


def _note_fetched(tag: Tag, name: str, notebook: Notebook) -> None:
    directive = _FETCHED.get((tag.name, name))
    if directive is None or (
        tag.name == "link" and "stylesheet" not in tag.attributes.get("rel", "")
    ):
        return
    for address in _CANDIDATE.findall(tag.attributes[name]):
        note_origin(notebook, directive, address)
