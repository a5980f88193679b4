"""A theme's style and script, joined of parts; what only people read stays behind."""

from pathlib import Path

import pytest

from site_builder.render.bundles import join_bundles, pack_css, pack_script


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("a { color : red ; }", "a{color :red}"),
        ("@media (min-width: 4em) { a { margin: 0 } }", "@media (min-width:4em){a{margin:0}}"),
        ("/* don't */ a { b: url( 'x' ) /* \" */ }", "a{b:url( 'x' )}"),
        ("/* why */\na,\nb {\n  margin: 0 1em;\n}\n", "a,b{margin:0 1em}"),
        ('a::before { content: "{ a:  b } /* c */" }', 'a::before{content:"{ a:  b } /* c */"}'),
        ("a { background: url(x.svg?a,  b) }", "a{background:url(x.svg?a,  b)}"),
        ("a { width: calc(1em + 2px) }", "a{width:calc(1em + 2px)}"),
        (".a :is(b, c) :hover {}", ".a :is(b,c) :hover{}"),
        (".a > b + c {}", ".a>b + c{}"),
        (":root { --x: light-dark(#fff, #000) }", ":root{--x:light-dark(#fff,#000)}"),
    ],
)
def test_a_style_loses_only_what_means_nothing(written, published):
    """Comments and idle spaces go; strings, addresses, sums and selectors stay as they are."""
    assert pack_css(written) == published


def test_a_script_loses_its_comments_and_indentation():
    """A text between backticks keeps its lines, and `//` inside of a line is no comment."""
    written = "// why\nif (a) {\n  b('//c'); // d\n}\nlet e = `\n  // f\n\n`;\n"
    assert pack_script(written) == "if (a) {\nb('//c'); // d\n}\nlet e = `\n  // f\n\n`;"


def test_each_part_comes_from_the_first_folder_that_has_it(tmp_path: Path):
    """A site replaces one part by a file of the same name; the digest follows the text."""
    for folder, name, text in (
        ("own", "b.css", "b{}"),
        ("core", "a.css", "a{}"),
        ("core", "b.css", "c{}"),
    ):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    wanted = {"theme.css": ("a.css", "b.css")}
    folders = [tmp_path / "own", tmp_path / "core"]
    own = join_bundles(wanted, folders, "own", [])["theme.css"]
    plain = join_bundles(wanted, folders[1:], "core", [])["theme.css"]
    assert (own.text, plain.text) == ("a{}\nb{}\n", "a{}\nc{}\n")
    assert own.digest != plain.digest


def test_a_part_that_is_not_there_is_named(tmp_path: Path):
    """A typo in `bundles:` stops the build with the name of the part and of the bundle."""
    problems = []
    join_bundles({"theme.css": ("styles/tokns.css",)}, [tmp_path], "mine", problems)
    (problem,) = problems
    assert problem.code == "bad-theme"
    assert "theme.css is joined of styles/tokns.css" in problem.message
