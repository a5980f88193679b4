"""Pictures; tests/cases/markdown/images_and_attributes.md shows their HTML."""


def test_reference(body):
    """A picture is told with its target, words and place."""
    (picture,) = body("text ![a *b*](c%20d.png)").references
    assert (picture.kind, picture.attribute, picture.target) == ("image", "src", "c%20d.png")
    assert (picture.alt, picture.text, picture.line, picture.column) == ("a b", "", 10, 15)


def test_figure(body):
    """Only a picture alone with a title is a figure; the caption is escaped."""
    assert "<figcaption>&lt;b&gt;</figcaption>" in body('![a](b "<b>")').html
    assert "<figure" not in body('![a](b "c") d').html
    assert "<figure" not in body("![a](b)").html


def test_figure_in_a_list(body):
    """In a list too."""
    assert "<figcaption>c</figcaption></figure>" in body('- ![a](b "c")\n- d').html


def test_hosts(body):
    """Pictures from elsewhere are noted by their origin; those of the site are not."""
    found = body("![a](https://I.example:8443/x.png) ![b](//j.example/y) ![c](/z.png)")
    assert found.remote_hosts == (
        ("img-src", "https://i.example:8443"),
        ("img-src", "https://j.example"),
    )
