"""One route in, its finished bytes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from site_builder.model.data_view import (
    FeedView,
    PlainView,
    ProfileView,
    ShardView,
    SitemapView,
    VariantView,
)
from site_builder.model.hiring import RichText
from site_builder.model.language import Language
from site_builder.model.list_view import ListView
from site_builder.model.phrases import PhraseBook
from site_builder.model.route import Form, Route
from site_builder.model.theme import Theme
from site_builder.model.view import BodyView, HiringView, PageView, SideBySideView, TextView
from site_builder.problems import Outcome, Place, Problem
from site_builder.render.body import fill, with_bare_links
from site_builder.render.environment import make_environment
from site_builder.render.pictures import SIZES, with_pictures


class Renderer:
    """Renders the routes of one plan with one theme; templates are compiled once."""

    def __init__(
        self,
        theme: Theme,
        phrases: Mapping[str, PhraseBook],
        root: Path,
        body_of: Callable[[str], str],
        shard_of: Callable[[str], str],
    ) -> None:
        """``body_of`` gives the body HTML, with its slots, that a digest names.

        ``shard_of`` gives a shard of a search index in the same way.
        """
        self._theme = theme
        self._phrases = phrases
        self._root = root
        self._body_of = body_of
        self._shard_of = shard_of
        self._environment: Environment | None = None

    def prepare(self) -> None:
        """Compile the templates ahead; one that cannot be compiled is told when a page asks."""
        environment = self._prepared()
        for name in self._theme.template_digests:
            with suppress(TemplateError):
                environment.get_template(name)

    def _prepared(self) -> Environment:
        if self._environment is None:
            self._environment = make_environment(self._theme, self._root)
        return self._environment

    def render(self, route: Route) -> Outcome[bytes]:
        """Make the bytes of ``route``; what makes another form than HTML is imported at its first.

        Problems: ``template-error`` with the template's file and line, when it cannot be compiled
        or asks for what the View does not have.
        """
        view = route.view
        match route.form, view:
            case Form.HTML, PageView():
                return self._html(route, view)
            case Form.ATOM | Form.RSS | Form.JSON_FEED, FeedView():
                data = _writer_of(route.form)(view, self._content)
            case Form.SITEMAP, SitemapView():
                from site_builder.render.sitemap import render_sitemap

                data = render_sitemap(view)
            case Form.SEARCH, ShardView():
                data = self._shard_of(view.digest).encode()
            case Form.TEXT | Form.SEARCH, PlainView():
                data = view.text.encode()
            case Form.IMAGE, VariantView():
                from site_builder.render.images import render_variant

                return render_variant(view, self._root)
            case Form.RESUME | Form.HIRE, ProfileView():
                from site_builder.render.json_files import hire_json, resume_json

                data = (resume_json if route.form is Form.RESUME else hire_json)(view)
            case _:
                kind = type(view).__name__
                raise TypeError(f"{route.output}: no way to make {route.form} of {kind}")
        return Outcome(value=data)

    def _html(self, route: Route, view: PageView) -> Outcome[bytes]:
        try:
            template = self._prepared().get_template(route.template)
            return Outcome(value=template.render(self._context(view)).encode())
        except TemplateSyntaxError as error:
            shown = self._shown().get(error.filename or "", route.template)
            place = Place(path=shown, line=error.lineno)
            return _template_error(route, error.message or "syntax error", place)
        except TemplateError as error:
            return _template_error(route, error.message or str(error), self._place(error, route))

    def _context(self, view: PageView) -> dict[str, Any]:
        chrome = view.chrome
        phrases = self._phrases[chrome.language.code]
        assets = {asset.name: asset.href for asset in chrome.assets}
        body = view.body if isinstance(view, TextView | ListView | HiringView) else None
        content = with_bare_links(self._content(body)) if body else ""

        def rich(text: RichText) -> Markup:
            targets = body.targets if body else ()
            # Finished HTML of the author's Markdown, filled by the one function that fills slots.
            html = with_bare_links(fill(text.html, targets, phrases))
            return Markup(html)  # noqa: S704 because it is finished HTML

        def phrase_for(language: Language, key: str, /, **values: Any) -> str:
            return self._phrases[language.code].text(key, **values)

        return {
            "page": view,
            "chrome": chrome,
            "content": Markup(content),  # noqa: S704 because it is finished HTML
            "t": phrases.text,
            "t_for": phrase_for,
            "asset": assets.__getitem__,
            "rich": rich,
            "picture_sizes": SIZES,
            "pairs": self._pairs(view) if isinstance(view, SideBySideView) else (),
        }

    def _pairs(self, view: SideBySideView) -> tuple[tuple[Markup, Markup], ...]:
        from site_builder.render.side_by_side import side_by_side

        rows = side_by_side(self._content(view.body), self._content(view.beside))
        return tuple((Markup(mine), Markup(theirs)) for mine, theirs in rows)  # noqa: S704 because it is finished HTML

    def _content(self, body: BodyView) -> str:
        phrases = self._phrases[body.language.code]
        html = with_pictures(self._body_of(body.digest), body.pictures)
        return fill(html, body.targets, phrases)

    def _place(self, error: Exception, route: Route) -> Place:
        """The line of the template in which ``error`` arose, from Jinja's rewritten traceback."""
        # Imported at the first error.
        import traceback

        shown = self._shown()
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in shown
        ]
        if not frames:
            return Place(path=self._theme.templates[route.template].path)
        return Place(path=shown[frames[-1].filename], line=frames[-1].lineno or 0)

    def _shown(self) -> Mapping[str, str]:
        """The name by which Jinja knows the file of each template → its path as we show it."""
        files = self._theme.templates.values()
        return {str(self._root / file.path): file.path for file in files}


def _writer_of(form: Form) -> Callable[[FeedView, Callable[[BodyView], str]], bytes]:
    """What writes feeds of this form, which most sites have one of."""
    if form is Form.RSS:
        from site_builder.render.rss import render_rss

        return render_rss
    if form is Form.JSON_FEED:
        from site_builder.render.json_feed import render_json_feed

        return render_json_feed
    from site_builder.render.atom import render_atom

    return render_atom


def _template_error(route: Route, message: str, place: Place) -> Outcome[bytes]:
    return Outcome(
        value=None,
        problems=(
            Problem(
                code="template-error",
                message=f"{message}, while rendering {route.address} from {route.owner}",
                place=place,
                hint="docs/themes.md lists what a template may use",
            ),
        ),
    )
