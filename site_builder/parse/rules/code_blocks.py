"""Code blocks, fenced and indented."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from site_builder.parse.drawing.code import draw_code
from site_builder.parse.rules.notebook import Notebook
from site_builder.parse.rules.parser import SiteParser, attributes


def code_blocks(parser: SiteParser) -> None:
    """Teach fenced and indented code."""
    parser.draw("fence", _fence)
    parser.draw("code_block", _fence)


def _fence(tokens: Sequence[Token], index: int, notebook: Notebook) -> str:
    token = tokens[index]
    if "class" in token.attrs:
        token.attrs["class"] = f"code {token.attrs['class']}"
    else:
        token.attrs = {"class": "code", **token.attrs}
    return draw_code(token.content, unescapeAll(token.info), notebook, attributes(token))
