"""Links: the address becomes a slot, its words are noted."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.rules.parser import SiteParser, attributes
from site_builder.parse.rules.plain import plain_text


def links(parser: SiteParser) -> None:
    """Teach slots in links."""
    parser.options["store_labels"] = True
    parser.draw("link_open", _open)


def _open(tokens: Sequence[Token], index: int, notebook: Notebook) -> str:
    token = tokens[index]
    target = str(token.attrs.pop("href"))
    end = index + 1
    while end < len(tokens) and tokens[end].type != "link_close":
        end += 1
    words = " ".join(plain_text(tokens[index + 1 : end]).split())
    typed = words if token.markup == "autolink" else target
    if "label" in token.meta:
        typed = ""
    slot = notebook.slot("link", "href", target, text=words, typed=typed)
    notebook.allow_title(token)
    return f"<a{slot}{attributes(token)}>"
