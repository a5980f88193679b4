"""The Jinja environment of a theme: escaping always on, unknown names always an error.

Content is never a template; only files of the theme are. Compiled templates are not kept on disk:
Jinja's cache of bytecode is read with ``marshal``, and a cache restored from elsewhere must not be
able to run code.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from site_builder.i18n.dates import format_date, format_list, language_name
from site_builder.model.language import Language
from site_builder.model.theme import Theme
from site_builder.model.view import ChromeView, PageView
from site_builder.render.structured_data import structured_data


class _ThemeLoader(BaseLoader):
    def __init__(self, theme: Theme, root: Path) -> None:
        self._theme = theme
        self._root = root

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, None]:
        file = self._theme.templates.get(template)
        if file is None:
            raise TemplateNotFound(template)
        path = self._root / file.path
        return path.read_text(encoding="utf-8"), file.path, None


def make_environment(theme: Theme, root: Path) -> Environment:
    """Make the environment in which every template of ``theme`` is compiled."""
    environment = Environment(
        loader=_ThemeLoader(theme, root),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        # Our templates have no constants to fold, and looking for them is a fifth of compiling.
        optimized=False,
    )
    environment.filters["date"] = _date
    environment.filters["in_quotes"] = _in_quotes
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
