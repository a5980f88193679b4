"""Footnotes."""


def test_order_of_use(body):
    """Notes are numbered by first use and gathered at the end."""
    html = body("B[^b] A[^a]\n\n[^a]: first typed\n[^b]: first used").html
    assert html.index("first used") < html.index("first typed")
    assert html.index('id="fnref1"') < html.index('id="fn1"')


def test_anchors(body):
    """Every id of a note may be linked to, and no heading takes it."""
    found = body("x[^a] y[^a]\n\n# fn1\n\n[^a]: n")
    assert {"fnref1", "fnref1:1", "fn1", "fn1-1"} == set(found.anchors)
    assert found.counts.footnotes == 1


def test_inline_notes_are_text(body):
    """``^[…]`` stays as typed, as on GitHub."""
    assert body("a^[b]").excerpt == "a^[b]"


def test_unknown_note_is_text(body):
    """A sign without a note stays as typed."""
    assert body("a[^b]").excerpt == "a[^b]"
