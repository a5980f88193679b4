"""The frame of a table as it is drawn."""


def test_region(body):
    """A keyboard reaches the box that scrolls, and it has a name in the page's language."""
    assert body("|a|\n|-|").html.startswith(
        '<div class="table-wrap" role="region" tabindex="0" aria-label="\0t:table\0">\n<table>'
    )


def test_regions_have_names_of_their_own(body):
    """The second table of a text is told apart from the first."""
    html = body("|a|\n|-|\n\nx\n\n|b|\n|-|").html
    assert 'aria-label="\0t:table\0 2"' in html
