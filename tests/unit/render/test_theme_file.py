"""What a theme says of itself, and what is answered when it says something else."""

from pathlib import Path

from site_builder.render.theme_file import no_such_theme, read_theme_file

WHOLE = """
name: mine
title: Mine
extends: core
layouts: [post, talk]
bundles:
  theme.css: [styles/a.css, styles/b.css]
"""


def test_every_key_is_read():
    """Parent, layouts and the parts of each bundle, in order."""
    outcome = read_theme_file(WHOLE, "theme.yml")
    facts = outcome.value
    assert not outcome.problems
    assert (facts.extends, facts.is_abstract, facts.layouts) == ("core", False, ("post", "talk"))
    assert facts.bundles == {"theme.css": ("styles/a.css", "styles/b.css")}


def test_what_does_not_fit_is_told_with_its_place():
    """A key that is not known, a list that is a text, a truth that is a word: all at once."""
    typed = "layout: a\nabstract: yes\nbundles:\n  a.css: {b: c}\n"
    said = read_theme_file(typed, "t.yml").problems
    assert [(one.code, one.place.line) for one in said] == [
        ("bad-theme", 1),
        ("bad-theme", 2),
        ("bad-theme", 4),
    ]
    assert said[0].hint == 'did you mean "layouts"?'
    assert said[2].message.startswith("bundles: a.css: needs a list of texts")


def test_only_themes_that_can_be_chosen_are_offered(tmp_path: Path):
    """What others stand on is not among the known themes."""
    for name, text in (("ground", "abstract: true\n"), ("mine", "extends: ground\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "theme.yml").write_text(text, encoding="utf-8")
    problem = no_such_theme("mien", [tmp_path])
    assert problem.message == 'there is no theme "mien" (known: mine)'
    assert problem.hint == 'did you mean "mine"?'
