"""The page of one text, made at once from what the last run stood on.

An author who saves a text wants to see that text; what else changes (lists, feeds, neighbours) may
come a moment later, with the whole site. So the preview keeps what the last run knew of the site
and makes the one page anew: one text parsed, one View planned, one page rendered, however large the
site is. Where more than the page's own content could have changed (its address, its date, its tags,
its language), there is no short way, and the whole site is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from site_builder import __version__
from site_builder.assemble.translations import inherited
from site_builder.discover.read import read_source
from site_builder.freshness import FOLDER
from site_builder.frozen import dataclass
from site_builder.i18n.catalog import Phrases
from site_builder.i18n.dates import use
from site_builder.i18n.spellings import spellings
from site_builder.model.body import MarkdownSettings
from site_builder.model.document import Document
from site_builder.model.meta import Decided
from site_builder.model.route import Route, Verdict
from site_builder.model.settings import ParseSettings
from site_builder.model.site import Site
from site_builder.model.source import Source
from site_builder.parse.document import parse
from site_builder.parse.markdown import render_markdown
from site_builder.plan.context import PlanContext
from site_builder.plan.recipes.texts import plan_text
from site_builder.problems import has_errors
from site_builder.render.page import Renderer

_BOUND = (
    "language",
    "date",
    "slug",
    "layout",
    "key",
    "permalink",
    "translated",
    "tags",
    "categories",
    "redirects",
    "hidden",
    "noindex",
    "series",
    "audio",
    "image",
)
"""What other pages, or the place of this one, depend on: none of it may have changed."""


_SAMPLES = (
    "Words, and [a link](https://example.org).\n\n```python\ncode = 'in colours'\n```\n",
    "<b>What the rules read</b>",
    "Words of both.\n\n<b>What the rules read</b>",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickPage:
    """The page of one text, ahead of the rest of the site."""

    output: str
    content: bytes


class Workbench:
    """What one run knew of the site, kept by the preview until the next."""

    def __init__(
        self,
        root: Path,
        sources: Mapping[str, Source],
        site: Site,
        ctx: PlanContext,
        phrases: Mapping[str, Phrases],
    ) -> None:
        """``sources`` are all that was discovered, by path; ``ctx`` is what was planned in."""
        self._root = root
        self._sources = sources
        self._site = site
        self._ctx = ctx
        self._settings = ParseSettings.of(ctx.config, __version__)
        self._bodies: dict[str, str] = {}
        body_of = self._bodies.__getitem__
        use(spellings(root / FOLDER, (one.tag for one in phrases.values())))
        self._renderer = Renderer(ctx.theme, phrases, root, body_of, shard_of=body_of)

    def page(self, path: str) -> QuickPage | None:
        """The page of the text at ``path`` (relative to the root) as it is on the disk now.

        None where there is no short way: then the whole site has to be made, which also tells of
        mistakes.
        """
        route = self._route(path)
        if route is None:
            return None
        content = self._renderer.render(route).value
        return None if content is None else QuickPage(output=route.output, content=content)

    def warm_up(self) -> None:
        """Make a page for nobody, so that what is needed is loaded when somebody waits."""
        first = next(iter(self._site.by_path), None)
        if first is not None:
            self.page(first)

    def _route(self, path: str) -> Route | None:
        known, source = self._site.by_path.get(path), self._sources.get(path)
        if known is None or source is None:
            return None
        data = read_source(self._root, source).value
        outcome = None if data is None else parse(source, data, self._settings)
        if outcome is None or outcome.value is None or has_errors(outcome.problems):
            return None
        work = self._site.work_of[path]
        document = inherited(outcome.value.document, work.original, self._ctx.config)
        if not _is_in_place(document, known):
            return None
        resolutions = self._ctx.resolver.resolve(document)
        if any(one.link.verdict is Verdict.MISSING_PAGE for one in resolutions):
            return None
        self._bodies.clear()
        self._bodies[document.body_digest] = outcome.value.body
        ctx = replace(self._ctx, resolutions={**self._ctx.resolutions, path: resolutions}, _made={})
        return plan_text(document, self._site, ctx)


def learn() -> None:
    """Import and make ready what a page of any site needs, for processes that are forked later."""
    for text in _SAMPLES:
        render_markdown(text, path="", first_line=1, settings=MarkdownSettings())


def _is_in_place(document: Document, known: Document) -> bool:
    """Whether nothing but the page of this text can have changed."""
    if document.meta.series and document.meta.title.value != known.meta.title.value:
        # The page lists the parts of its series, itself among them.
        return False
    return all(
        _value(getattr(document.meta, name)) == _value(getattr(known.meta, name)) for name in _BOUND
    )


def _value(decided: object) -> object:
    """What was decided, whatever line it stands on now."""
    if isinstance(decided, Decided):
        return decided.value
    if isinstance(decided, tuple):
        return tuple(map(_value, decided))
    return decided
