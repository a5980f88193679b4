"""The Jinja environment of a theme: escaping always on, unknown names always an error.

Content is never a template; only files of the theme are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound
from jinja2.runtime import Context
from markupsafe import Markup

from site_builder.i18n.dates import format_date, format_list, language_name
from site_builder.model.language import Language
from site_builder.model.theme import Theme
from site_builder.model.view import ChromeView, PageView
from site_builder.render.bytecode import TemplateBytecode
from site_builder.render.jinja import PageTemplate, PageWriter, written
from site_builder.render.shared import Part, once
from site_builder.render.shipped import shipped
from site_builder.render.structured_data import structured_data

_OFTEN = 20
"""Times; before a template was rendered so often, to find out whether once is enough costs more."""


class _ThemeLoader(BaseLoader):
    def __init__(self, theme: Theme, root: Path) -> None:
        self._theme = theme
        self._root = root
        self._parts: dict[str, Part | None] = {}
        """Of each template that was loaded, what was noted as it was compiled."""

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, None]:
        file = self._theme.templates.get(template)
        if file is None:
            raise TemplateNotFound(template)
        path = self._root / file.path
        return path.read_text(encoding="utf-8"), str(path), None

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 because Jinja calls it so
    ) -> Template:
        template = super().load(environment, name, globals)
        render, times = template.root_render_func, count(1)
        noted = render.__globals__[PageWriter.PART]
        self._parts[name] = noted and Part(*noted)

        def counted(context: Context) -> Iterator[str]:
            if next(times) == _OFTEN:
                is_same = self._is_same_for_all(environment, name)
                template.root_render_func = once(render) if is_same else render
            return render(context)

        template.root_render_func = counted
        return template

    def _is_same_for_all(self, environment: Environment, name: str) -> bool:
        """Whether it, and all that it includes, is the same on all pages of a language."""
        names = [name]
        for one in names:
            if one not in self._theme.templates:
                return False
            environment.get_template(one)
            part = self._parts[one]
            if part is None or (one == name and part.has_names):
                return False
            names += part.includes
        return True


class _ThemeEnvironment(Environment):
    """Hands out at once what it has compiled: a page asks for thirty templates."""

    code_generator_class = PageWriter
    template_class = PageTemplate
    written = staticmethod(written)

    def __init__(self, theme: Theme, root: Path) -> None:
        super().__init__(
            loader=_ThemeLoader(theme, root),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            # Our templates have no constants to fold, and looking for them is a fifth of compiling.
            optimized=False,
            bytecode_cache=TemplateBytecode(shipped(theme)),
        )
        self._compiled: dict[str | Template, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 because Jinja calls it so
    ) -> Template:
        template = self._compiled.get(name)
        if template is None:
            template = self._compiled[name] = super().get_template(name, parent, globals)
        return template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        # A chain of nothing and these would be walked through for every template of every page.
        return super().make_globals(d) if d else self.globals


def make_environment(theme: Theme, root: Path) -> Environment:
    """Make the environment in which every template of ``theme`` is compiled."""
    environment = _ThemeEnvironment(theme, root)
    environment.filters["date"] = _date
    environment.filters["in_quotes"] = _in_quotes
    environment.filters["lang_dir"] = _lang_dir
    environment.globals |= {
        "language_name": _language_name,
        "language_names": _language_names,
        "structured_data": _structured_data,
        "boot_script": _boot_script,
    }
    return environment


def _date(iso: str, language: Language, style: str = "long") -> str:
    return format_date(iso, language.tag, style)


def _in_quotes(text: str) -> Markup:
    # Apostrophes stand as they are: a policy has twenty, and every page has a policy.
    escaped = text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return Markup(escaped)  # noqa: S704 because what could end a double-quoted value is escaped


def _lang_dir(language: Language) -> Markup:
    return _attributes(language.tag, language.direction)


@cache
def _attributes(tag: str, direction: str) -> Markup:
    return Markup('lang="{}" dir="{}"').format(tag, direction)


def _language_name(language: Language, reader: Language) -> str:
    return language_name(language.tag, reader.tag)


def _language_names(languages: Iterable[Language], reader: Language) -> str:
    return format_list([_language_name(one, reader) for one in languages], reader.tag)


def _structured_data(page: PageView) -> Markup:
    # Escaped for <script> by structured_data itself.
    return Markup(structured_data(page))  # noqa: S704 because its text is escaped at its source


def _boot_script(chrome: ChromeView) -> Markup:
    # The theme's own file, allowed by its digest in the page's policy.
    return Markup(chrome.boot_script)  # noqa: S704 because the theme is trusted code
