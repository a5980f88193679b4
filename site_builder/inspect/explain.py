"""Why a page is as it is: each value with the rule and the place that decided it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from site_builder.build.request import Planned
from site_builder.inspect.explain_text import text_facts
from site_builder.inspect.lookup import Found
from site_builder.model.explanation import Explanation, Fact
from site_builder.model.route import Copy, Route
from site_builder.model.view import Alternate, PageView, RedirectView
from site_builder.plan.context import X_DEFAULT
from site_builder.plan.urls import Urls
from site_builder.problems import Place


def explain(found: Found, planned: Planned, places: Mapping[str, Place], root: Path) -> Explanation:
    """Say all there is to say about what was ``found``; ``places`` are those of ``site.yml``."""
    urls = Urls(planned.config)
    facts: list[Fact] = []
    if found.document is not None:
        facts += text_facts(found.document, planned, places)
    elif found.route is None and found.copy is None:
        facts.append(Fact(name="published", value="no", rule="it could not be read"))
    if found.route is not None:
        facts += _route_facts(found.route, planned, root, is_text=found.document is not None)
    if found.copy is not None:
        facts += _copy_facts(found.copy, urls)
    subject = urls.absolute(found.route.address) if found.route else found.path
    if found.copy is not None:
        subject = urls.absolute(f"/{found.copy.output}")
    return Explanation(subject=subject, path=found.path, facts=tuple(facts))


def _route_facts(route: Route, planned: Planned, root: Path, *, is_text: bool) -> Iterator[Fact]:
    view = route.view
    if not is_text:
        yield Fact(name="address", value=route.address, rule=route.owner, place=route.place)
        if route.language:
            yield Fact(name="language", value=route.language, rule=route.owner)
        if isinstance(view, PageView):
            yield Fact(name="title", value=view.title, rule=route.owner)
    if isinstance(view, RedirectView):
        yield Fact(name="leads to", value=view.target, rule="redirect_from", place=route.place)
    yield Fact(name="file", value=route.output, rule="as GitHub Pages finds it")
    if route.template:
        yield _template(route.template, planned, root)
    else:
        yield Fact(name="form", value=route.form.value, rule="written without a template")
    if isinstance(view, PageView):
        yield from _hreflang(view.alternates, planned)
    if route.in_sitemap:
        yield Fact(name="in sitemap", value="yes", rule="a page for search engines")
    else:
        yield Fact(name="in sitemap", value="no", rule="noindex, or not a page for search engines")


def _template(name: str, planned: Planned, root: Path) -> Fact:
    theme = planned.theme
    file = theme.templates.get(name)
    place = None
    if file is not None:
        path = Path(file.path)
        shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else file.path
        place = Place(path=shown)
    return Fact(name="template", value=name, rule=f"the theme {theme.name}", place=place)


def _hreflang(alternates: Iterable[Alternate], planned: Planned) -> Iterator[Fact]:
    names = {one.tag: one.name for one in planned.config.languages}
    urls = {one.tag: one.url for one in alternates}
    default = urls.get(planned.config.default.tag)
    for tag, url in urls.items():
        if tag != X_DEFAULT:
            rule = f"the page exists in {names[tag]}"
        else:
            rule = "the page in the default language" if url == default else "the original"
        yield Fact(name="hreflang", value=f"{tag} {url}", rule=rule)


def _copy_facts(copy: Copy, urls: Urls) -> Iterator[Fact]:
    address = urls.absolute(f"/{copy.output}")
    yield Fact(name="address", value=address, rule="the file's path", place=Place(path=copy.source))
    yield Fact(name="file", value=copy.output, rule="copied as it is")
    yield Fact(name="from", value=copy.owner, rule="it is referred to, or lies in static/")
