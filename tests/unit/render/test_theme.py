"""A theme on disk, resolved: which file answers for each name."""

from pathlib import Path

from site_builder.render.theme import load_theme


def _put(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / "themes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_theme_extends_another_and_replaces_one_template(tmp_path: Path) -> None:
    """Only the file that is written anew differs; layouts of both are known."""
    _put(
        tmp_path,
        {
            "mine/theme.yml": "name: mine\nextends: papel\nlayouts: [talk]\n",
            "mine/templates/post.html": "{% extends 'base.html' %}",
        },
    )
    theme = load_theme("mine", tmp_path).value
    assert theme is not None
    assert theme.templates["post.html"].path == "themes/mine/templates/post.html"
    assert theme.templates["page.html"].path.endswith("core/templates/page.html")
    assert theme.layouts == ("talk", "post", "page", "hiring")


def test_a_file_of_the_site_goes_before_the_shipped_one(tmp_path: Path) -> None:
    """An override that appears changes the digest of every template that uses it."""
    before = load_theme("papel", tmp_path).value
    _put(tmp_path, {"papel/templates/base.html": "mine"})
    after = load_theme("papel", tmp_path).value
    assert before is not None
    assert after is not None
    assert after.templates["base.html"].path == "themes/papel/templates/base.html"
    assert after.template_digests["post.html"] != before.template_digests["post.html"]


def test_circles_and_variables_are_named(tmp_path: Path) -> None:
    """Templates that include each other, or name what they include by a variable, are refused."""
    _put(
        tmp_path,
        {
            "papel/templates/a.html": "{% include 'b.html' %}",
            "papel/templates/b.html": "{% include 'a.html' %}\n{% include name %}",
        },
    )
    said = [problem.message for problem in load_theme("papel", tmp_path).problems]
    assert any("a.html → b.html → a.html" in message for message in said)
    assert any("includes by a variable: name" in message for message in said)


def test_an_unknown_theme_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    """A typo in site.yml is answered with what was meant."""
    (problem,) = load_theme("papal", tmp_path).problems
    assert problem.code == "bad-theme"
    assert problem.hint == 'did you mean "papel"?'


def test_a_theme_for_others_to_stand_on_cannot_be_chosen(tmp_path: Path) -> None:
    """`theme: core` is answered with the themes that can be chosen."""
    (problem,) = load_theme("core", tmp_path).problems
    assert problem.code == "bad-theme"
    assert "papel" in problem.message


def test_a_site_replaces_one_part_of_a_bundle_or_all_of_it(tmp_path: Path) -> None:
    """A part of the site's own is joined in its place; a whole file of the name wins."""
    _put(tmp_path, {"papel/styles/user.css": "@layer user { b { color: red } }"})
    theme = load_theme("papel", tmp_path).value
    assert theme.bundles["theme.css"].text.endswith("@layer user{b{color:red}}\n")
    _put(tmp_path, {"papel/static/theme.css": "/* all mine */"})
    theme = load_theme("papel", tmp_path).value
    assert "theme.css" not in theme.bundles
    assert theme.static["theme.css"].path == "themes/papel/static/theme.css"


def test_bytecode_is_no_file_of_a_theme(tmp_path: Path) -> None:
    """What Python or we keep in `__pycache__` is not published and changes no digest."""
    before = load_theme("papel", tmp_path).value
    _put(
        tmp_path,
        {
            "papel/static/__pycache__/a.pyc": "x",
            "papel/templates/partials/__pycache__/mode.html.cpython-311.pyc": "x",
        },
    )
    after = load_theme("papel", tmp_path).value
    assert after.templates == before.templates
    assert after.static == before.static
