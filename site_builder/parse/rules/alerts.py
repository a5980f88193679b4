"""Alerts: ``> [!NOTE]``, and TIP, IMPORTANT, WARNING, CAUTION, as GitHub has them.

markdown-it reads them; the title is a phrase of the theme, so that it speaks the page's language.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.rules.parser import SiteParser, attributes


def alerts(parser: SiteParser) -> None:
    """Teach alerts."""
    parser.options["alerts"] = True
    parser.core.ruler.before("inline", "alert_titles", _drop_titles)
    parser.draw("alert_open", _open)


def _drop_titles(state: StateCore) -> None:
    """Take out the English titles that markdown-it puts in."""
    if not any(token.type == "alert_title_open" for token in state.tokens):
        return
    kept: list[Token] = []
    is_title = False
    for token in state.tokens:
        is_title = is_title or token.type == "alert_title_open"
        if not is_title:
            kept.append(token)
        is_title = is_title and token.type != "alert_title_close"
    state.tokens = kept


def _open(tokens: Sequence[Token], index: int, _notebook: Notebook) -> str:
    token = tokens[index]
    kind = str(token.meta["kind"]).lower()
    typed = str(token.attrs.pop("class", "")).replace("markdown-alert", "alert").split()
    classes = dict.fromkeys(["alert", f"alert-{kind}", *typed])
    token.attrs = {"class": " ".join(classes), **token.attrs}
    return f'<div{attributes(token)} role="note">\n<p class="alert-title">\0t:alert_{kind}\0</p>\n'
