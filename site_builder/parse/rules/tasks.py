"""Task lists: ``- [ ]`` and ``- [x]``, with a box that says to all whether the task is done."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.rules.parser import SiteParser, attributes


def tasks(parser: SiteParser) -> None:
    """Teach GFM task lists."""
    parser.options["tasklists"] = True
    parser.draw("list_item_open", _open_item)


def _open_item(tokens: Sequence[Token], index: int, _notebook: Notebook) -> str:
    token, following = tokens[index], tokens[index + 1]
    is_tight = following.hidden or following.type in {"inline", "list_item_close"}
    opening = f"<li{attributes(token)}>" + ("" if is_tight else "\n")
    if "checked" not in token.meta:
        return opening
    checked, phrase = (" checked", "task_done") if token.meta["checked"] else ("", "task_open")
    return (
        f'{opening}<input type="checkbox" class="task-list-item-checkbox" disabled{checked}'
        f' aria-label="\0t:{phrase}\0"> '
    )
