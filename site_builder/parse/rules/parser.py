"""The parser and the drawer that all rules are taught to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from typing import TypeAlias, cast

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.ruler import Ruler
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from site_builder.escaping import escape
from site_builder.parse.drawing.targets import is_safe
from site_builder.parse.rules.notebook import Notebook, notebook_of

Draw: TypeAlias = "Callable[[Sequence[Token], int, Notebook], str]"
"""Gives the HTML of the token at that position."""


class Drawer(RendererHTML):
    """Draws tokens: by the function taught for their type, else as markdown-it does."""

    def __init__(self, parser: MarkdownIt | None = None) -> None:
        """Know nothing yet but what markdown-it knows."""
        super().__init__(parser)
        self.drawings: dict[str, Draw] = {}

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """Draw blocks, and set the HTML of the excerpt aside on the way."""
        return "".join(self.draw_each(tokens, options, env))

    def draw_each(
        self, tokens: Sequence[Token], options: OptionsDict, env: EnvType
    ) -> Sequence[str]:
        """Draw as :meth:`render` does, and give the HTML of each token."""
        notebook = notebook_of(env)
        parts: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "inline":
                notebook.enter(token.map)
                drawn = self.renderInline(token.children or (), options, env)
                if token is notebook.excerpt_token:
                    notebook.excerpt_html = f"<p>{drawn}</p>"
            elif token.type == "more":
                before = notebook.excerpt_html or _without_headings(tokens[:index], parts)
                notebook.excerpt_html, drawn = before, ""
            else:
                notebook.enter(token.map)
                drawn = self._draw(tokens, index, options, env, notebook)
            parts.append(drawn)
        return parts

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:  # noqa: N802 because markdown-it calls it so
        """Draw the children of one inline token."""
        notebook = notebook_of(env)
        parts: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "text":
                parts.append(escape(token.content))
            else:
                parts.append(self._draw(tokens, index, options, env, notebook))
        return "".join(parts)

    def _draw(
        self,
        tokens: Sequence[Token],
        index: int,
        options: OptionsDict,
        env: EnvType,
        notebook: Notebook,
    ) -> str:
        kind = tokens[index].type
        draw = self.drawings.get(kind)
        if draw is not None:
            return draw(tokens, index, notebook)
        rule = self.rules.get(kind)
        if rule is not None:
            return cast(str, rule(tokens, index, options, env))
        return self.renderToken(tokens, index, options, env)


class SiteParser(MarkdownIt):
    """markdown-it that keeps targets as typed and tells which links it refused."""

    notebook: Notebook

    def for_text(self, notebook: Notebook) -> SiteParser:
        """A parser for one text; it shares all rules with this one."""
        parser = copy(self)
        parser.notebook = notebook
        return parser

    def draw(self, kind: str, function: Draw) -> None:
        """Teach how tokens of one type are drawn."""
        cast(Drawer, self.renderer).drawings[kind] = function

    def normalizeLink(self, url: str) -> str:  # noqa: N802 because markdown-it calls it so
        """Keep the target as typed: spelling addresses is the plan's work."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 because markdown-it calls it so
        """Show a bare address as typed."""
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802 because markdown-it calls it so
        """Refuse what could run code, and note it."""
        if is_safe(url):
            return True
        self.notebook.refuse(url)
        return False


def attributes(token: Token) -> str:
    """The attributes of a token as HTML, each with a leading space."""
    return RendererHTML.renderAttrs(token) if token.attrs else ""


def taught(ruler: Ruler[Callable[..., bool]], name: str) -> Callable[..., bool]:
    """The function that a ruler has under ``name``, so that a rule of ours can go before it."""
    return dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))[name]


def _without_headings(tokens: Sequence[Token], parts: Sequence[str]) -> str:
    kept: list[str] = []
    in_heading = False
    for token, part in zip(tokens, parts, strict=True):
        if token.type == "heading_open":
            in_heading = True
        if not in_heading:
            kept.append(part)
        if token.type == "heading_close":
            in_heading = False
    return "".join(kept)
