"""Does every link lead somewhere, and does the heading it names exist?"""

from site_builder.checks.links import check_anchors, check_links
from site_builder.problems import Problem
from tests.drawing import plan_of, site_of


def _problems(body: str, extra: str = "", static: str = "") -> list[Problem]:
    drawing = f'posts\n  2023-01-01-a-en body="{body}"\n  2023-01-02-b-en body="## One"{extra}'
    site, plan = site_of(drawing).value, plan_of(drawing, static=static).value
    assert site is not None
    assert plan is not None
    return [*check_links(site, plan), *check_anchors(site, plan)]


def test_good_links_are_silent() -> None:
    """Pages, lists, feeds and headings that exist."""
    links = "[a](2023-01-02-b-en.md#one) [b](/archive/) [c](/feed.xml) [d](/b) [e](https://x.org)"
    assert _problems(links) == []


def test_each_kind_of_dead_link_has_its_code_and_a_suggestion() -> None:
    """A missing text, a missing file, an unknown address, a heading that is not there."""
    said = _problems("[a](2023-01-02-bb-en.md) [b](p.png) [c](/archiv/) [d](/b/#two)")
    assert [problem.code for problem in said] == [
        "link-missing",
        "asset-missing",
        "address-missing",
        "bad-anchor",
    ]
    assert said[0].hint == "did you mean 2023-01-02-b-en.md?"
    assert said[2].hint == "did you mean /archive/?"
    assert all(problem.place and problem.place.line for problem in said)


def test_a_link_to_a_draft_is_told() -> None:
    """The author learns of it; the draft's title is in no message."""
    (said,) = _problems("[a](2023-02-01-s-en.md)", "\n  2023-02-01-s-en draft title=SECRET")
    assert said.code == "link-hidden"
    assert "SECRET" not in said.message


def test_an_address_without_its_scheme_and_one_in_liquid_are_answered_as_such() -> None:
    """Neither is a file that was mistyped; a post that Jekyll named is looked for everywhere."""
    said = _problems("[a](youtu.be/x1) <a href='{{ page.source }}'>b</a> [c]({% post_url nada %})")
    assert [problem.hint for problem in said[:2]] == [
        "did you mean https://youtu.be/x1?",
        "no text is a template here: write the address itself",
    ]
    assert said[2].message == "there is no {% post_url nada %} in this site"
    assert said[2].hint == "write the name of a file in content/posts/, without its ending"


def test_a_picture_that_is_not_there_is_no_address() -> None:
    """`nada.png` looks like a host to nobody but a program."""
    assert [
        problem.hint
        for problem in _problems("![a](nada.png) [c](<(https://a.org/x)>) [b](www.example.org)")
    ] == [
        "",
        "did you mean https://a.org/x?",
        "did you mean https://www.example.org?",
    ]


def test_a_missing_file_of_static_is_named_where_it_should_lie() -> None:
    """Its address alone would not say where to put it; an address of a list is no file."""
    missing, page = _problems("![](/fotos/gato.jpg) [v](/v1.2)")
    assert missing.code == "address-missing"
    assert missing.message == (
        "there is no file static/fotos/gato.jpg, and no page /fotos/gato.jpg"
    )
    assert page.message == "no page of this site has the address /v1.2"


def test_a_path_into_static_is_answered_with_the_address() -> None:
    """Relative, from the root, or as a near miss: what the hint says can be typed."""
    typed = ("../../static/fotos/gato.jpg", "/static/fotos/gato.jpg", "/fotos/gatto.jpg")
    body = " ".join(f"![]({one})" for one in typed)
    by_path, *others = _problems(body, static="fotos/gato.jpg")
    assert by_path.message == "../../static/fotos/gato.jpg has another address on the site"
    assert by_path.hint == "write /fotos/gato.jpg"
    assert [one.hint for one in others] == ["did you mean /fotos/gato.jpg?"] * 2
    (gone,) = _problems("![](../../static/gone.jpg)")
    assert gone.message == "there is no file ../../static/gone.jpg beside this one"
