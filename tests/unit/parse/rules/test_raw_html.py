"""Raw HTML; tests/cases/markdown/raw_html.md shows it."""

import pytest


@pytest.mark.parametrize(
    ("html", "kind", "attribute"),
    [
        ('<a href="t">x</a>', "link", "href"),
        ('<map><area HREF="t"></map>', "link", "href"),
        ("<img src='t' alt=\"\">", "image", "src"),
        ('<video poster="t"></video>', "image", "poster"),
        ("<audio src=t></audio>", "media", "src"),
        ('<video><source src="t"></video>', "media", "src"),
        ('<iframe src="t"></iframe>', "frame", "src"),
        ('<object data="t"></object>', "frame", "data"),
    ],
)
def test_slots(body, html, kind, attribute):
    """Each address becomes a slot, in a block and in a line."""
    for text in (f"<div>{html}</div>", f"In a line {html}."):
        found = body(text)
        (reference,) = found.references
        assert (reference.kind, reference.attribute, reference.target) == (kind, attribute, "t")
        assert f"\x000:{attribute}\x00" in found.html


def test_words_of_links(body):
    """The words of a link are noted, in a block and in a line."""
    for text in (
        '<p><a href="t">some <b>words</b></a> more</p>',
        'x <a href="t">some *words*</a> y',
    ):
        assert [r.text for r in body(text).references] == ["some words"]


def test_alt(body):
    """The words of a picture are noted with entities decoded."""
    assert body('<img src="a" alt="a &lt; b">').references[0].alt == "a < b"


def test_letter_for_letter(read):
    """All but addresses stays as typed, broken or not."""
    for html in (
        "<div CLASS=x  a='b'>&nbsp;<br/></div>",
        "<div\n<p>",
        "<!-- a -- b -->",
        "<a href>",
    ):
        assert read(html).value.html.strip() == html


def test_hosts(body):
    """What is fetched from elsewhere is noted under its CSP directive."""
    html = (
        '<iframe src="https://f.example/e"></iframe><audio src="//m.example/a.mp3"></audio>'
        '<script src="https://s.example/a.js"></script><a href="https://nowhere.example">x</a>'
        '<link rel="stylesheet" href="https://c.example/a.css"><link rel="me" href="https://x.example">'
        '<img srcset="https://i.example/1 1x, https://j.example/2 2x" src="a">'
    )
    assert body(f"<div>{html}</div>").remote_hosts == (
        ("frame-src", "https://f.example"),
        ("img-src", "https://i.example"),
        ("img-src", "https://j.example"),
        ("media-src", "https://m.example"),
        ("script-src", "https://s.example"),
        ("style-src", "https://c.example"),
    )
