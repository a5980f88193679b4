"""Pictures: the address becomes a slot; one alone in a paragraph with a title is a figure."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from site_builder.escaping import escape
from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.rules.origins import note_origin
from site_builder.parse.rules.parser import SiteParser, attributes
from site_builder.parse.rules.plain import plain_text


def images(parser: SiteParser) -> None:
    """Teach pictures and figures."""
    parser.core.ruler.push("figures", _figures)
    parser.draw("image", _image)
    parser.draw("figure_close", _close_figure)


def _figures(state: StateCore) -> None:
    for index, token in enumerate(state.tokens):
        if token.type != "inline" or not token.children or len(token.children) != 1:
            continue
        (image,) = token.children
        opening = state.tokens[index - 1]
        if image.type == "image" and "title" in image.attrs and opening.type == "paragraph_open":
            closing = state.tokens[index + 1]
            closing.meta["caption"] = image.attrs.pop("title")
            opening.type, closing.type = "figure_open", "figure_close"
            opening.tag = closing.tag = "figure"
            opening.hidden = closing.hidden = False


def _image(tokens: Sequence[Token], index: int, notebook: Notebook) -> str:
    token = tokens[index]
    attrs = dict(token.attrs)
    target = str(attrs.pop("src"))
    alt = plain_text(token.children or ()).replace("\n", " ")
    attrs["alt"] = attrs.get("alt") or alt
    note_origin(notebook, "img-src", target)
    typed = "" if "label" in token.meta else target
    slot = notebook.slot("image", "src", target, alt=str(attrs["alt"]), typed=typed)
    token.attrs = {**attrs, "loading": attrs.get("loading", "lazy"), "decoding": "async"}
    notebook.allow_title(token)
    return f"<img{slot}{attributes(token)}>"


def _close_figure(tokens: Sequence[Token], index: int, notebook: Notebook) -> str:
    caption = str(tokens[index].meta["caption"])
    kept = caption if notebook.spend(len(caption)) else ""
    return f"<figcaption>{escape(kept)}</figcaption></figure>\n"
