"""Footnotes ``[^name]``: numbered by first use, gathered at the end, with a way back."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.rules.parser import SiteParser


def footnotes(parser: SiteParser) -> None:
    """Teach footnotes; ``^[…]`` stays text, as on GitHub and in kramdown."""
    parser.use(footnote_plugin, inline=False)
    parser.draw("footnote_ref", _reference)
    parser.draw("footnote_block_open", _open_block)
    parser.draw("footnote_anchor", _way_back)


def _reference(tokens: Sequence[Token], index: int, _notebook: Notebook) -> str:
    note, name = _names(tokens[index])
    return (
        f'<sup class="footnote-ref"><a href="#fn{note}" id="fnref{name}" role="doc-noteref">'
        f"{note}</a></sup>"
    )


def _open_block(_tokens: Sequence[Token], _index: int, _notebook: Notebook) -> str:
    return (
        '<section class="footnotes" role="doc-endnotes" aria-label="\0t:footnotes\0">\n'
        '<ol class="footnotes-list">\n'
    )


def _way_back(tokens: Sequence[Token], index: int, _notebook: Notebook) -> str:
    note, name = _names(tokens[index])
    again = tokens[index].meta.get("subId", 0)
    label = f"{note}-{again + 1}" if again else note
    return (
        f' <a href="#fnref{name}" class="footnote-backref" role="doc-backlink"'
        f' aria-label="\0t:footnote_back\0 {label}">↩\ufe0e</a>'
    )


def _names(token: Token) -> tuple[str, str]:
    """The number of the note, and the name of this use of it: ``2``, then ``2:1``, ``2:2``."""
    note = str(token.meta["id"] + 1)
    again = token.meta.get("subId", 0)
    return note, f"{note}:{again}" if again else note
