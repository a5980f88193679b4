"""The end of a heading as it is drawn."""


def test_link_to_itself(body):
    """A heading links to itself, named in the page's language and by its words."""
    assert body('## A "b"').html == (
        '<h2 id="a-b">A &quot;b&quot; <a class="anchor" href="#a-b"'
        ' aria-label="\0t:link_to_heading\0: A &quot;b&quot;">#</a></h2>\n'
    )
