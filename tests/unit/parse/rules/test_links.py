"""Links."""

import pytest


def places(body):
    return [(r.target, r.line, r.column) for r in body.references]


def test_reference(body):
    """A link is told with its target, its words and its slot."""
    (link,) = body('[some *words*\nhere](../a.md#b "T")').references
    assert (link.kind, link.attribute, link.target, link.slot) == ("link", "href", "../a.md#b", 0)
    assert link.text == "some words here"


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("<a b>", "a b"),
        ("a&amp;b", "a&b"),
        (r"a\(b", "a(b"),
        ("a%20b", "a%20b"),
        ("/ü", "/ü"),
        ("", ""),
        ("#x", "#x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_target(body, typed, target):
    """Escapes and entities are decoded; nothing else is changed."""
    assert [r.target for r in body(f"[x]({typed})").references] == [target]


def test_places(body):
    """Lines and columns are those of the file, in quotes, lists and tables too."""
    text = "a\n[x](one) [y](two)\n\n> q [z](one)\n\n| a | b |\n|---|---|\n| [x](c) | [x](c) |\n"
    assert places(body(text)) == [
        ("one", 11, 5),
        ("two", 11, 14),
        ("one", 13, 9),
        ("c", 17, 7),
        ("c", 17, 16),
    ]


def test_text_that_is_its_own_target(body):
    """The target's column is meant, not that of the same words before it."""
    assert places(body("[a.md](a.md)")) == [("a.md", 10, 8)]


def test_reference_style(body):
    """A link by label is placed where it is used."""
    assert places(body("x\n[a][r]\n\n[r]: /u 'T'")) == [("/u", 11, 1)]


def test_slots_are_in_order(body):
    """A picture inside a link comes after it."""
    found = body("[![p](p.png)](a.md) [b](b.md)")
    assert [r.target for r in found.references] == ["a.md", "p.png", "b.md"]
    assert [r.slot for r in found.references] == [0, 1, 2]
