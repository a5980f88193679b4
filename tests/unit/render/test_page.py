"""One route in, its finished bytes out; a template's mistake is told with its line."""

from pathlib import Path

from site_builder.i18n.catalog import load_catalog
from site_builder.plan.routes import plan_routes
from site_builder.problems import Problem
from site_builder.render.page import Renderer
from site_builder.render.theme import load_theme
from tests.drawing import config_of, site_of


def _render(root: Path, template: str, unused: str = "") -> tuple[str, tuple[Problem, ...]]:
    path = root / "themes/papel/templates/post.html"
    path.parent.mkdir(parents=True)
    if unused:
        path.with_name("unused.html").write_text(unused, encoding="utf-8")
    path.write_text(template, encoding="utf-8")
    config = config_of()
    site = site_of("posts\n  2023-01-01-a-en title=A&B", config).value
    theme = load_theme("papel", root).value
    assert site is not None
    assert theme is not None
    phrases = load_catalog(config.languages, theme.phrases).value
    assert phrases is not None
    plan = plan_routes(site, config, theme, phrases).value
    assert plan is not None
    route = next(route for route in plan.routes if route.address == "/a/")
    renderer = Renderer(theme, phrases, root, lambda _digest: "<p>body</p>", str)
    if unused:
        renderer.prepare()
    outcome = renderer.render(route)
    return (outcome.value or b"").decode(), outcome.problems


def test_a_template_sees_the_view_escaped(tmp_path: Path) -> None:
    """Titles are escaped, the body is not, phrases are the language's."""
    html, _ = _render(tmp_path, '{{ page.title }}|{{ content }}|{{ t("archive") }}')
    assert html == "A&amp;B|<p>body</p>|Archive"


def test_an_unknown_name_is_told_with_file_and_line(tmp_path: Path) -> None:
    """A typo in a template is a mistake with a place, never an empty page."""
    html, (problem,) = _render(tmp_path, "one\n{{ page.titel }}\n")
    assert html == ""
    assert problem.code == "template-error"
    assert str(problem.place) == "themes/papel/templates/post.html:2"
    assert "titel" in problem.message


def test_templates_compiled_ahead(tmp_path: Path) -> None:
    """The page is the same, and a mistake in a template that no page asks for stays unsaid."""
    html, problems = _render(tmp_path, "{{ page.title }}", unused="{% if %}")
    assert (html, problems) == ("A&amp;B", ())


def test_a_mistake_is_told_when_compiled_ahead_too(tmp_path: Path) -> None:
    """With the line and the page, when the page asks for it."""
    _, (problem,) = _render(tmp_path, "one\n{% if %}\n", unused="x")
    assert str(problem.place) == "themes/papel/templates/post.html:2"
    assert "/a/" in problem.message


def test_a_syntax_error_is_told_with_file_and_line(tmp_path: Path) -> None:
    """The line of the template, and what page it was for."""
    _, (problem,) = _render(tmp_path, "one\n{% if %}\n")
    assert str(problem.place) == "themes/papel/templates/post.html:2"
    assert "/a/" in problem.message
