"""The posts before and after one, within its language."""

from tests.drawing import site_of


def test_neighbours_are_of_ones_own_language() -> None:
    """A Spanish post between two English ones is no neighbour of theirs."""
    drawing = "posts\n  2023-01-01-a-en\n  2023-01-02-b-es\n  2023-01-03-c-en"
    site = site_of(drawing).value
    assert site is not None
    around = site.neighbours["content/posts/2023-01-01-a-en.md"]
    assert around.older is None
    assert around.newer is not None
    assert around.newer.name.slug == "c"
    alone = site.neighbours["content/posts/2023-01-02-b-es.md"]
    assert (alone.older, alone.newer) == (None, None)
