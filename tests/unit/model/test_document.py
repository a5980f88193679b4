"""One text understood."""

from tests.drawing import documents_of


def test_tags_and_categories_are_there_even_where_none_were_given() -> None:
    """Nobody who asks has to know that a text may say nothing."""
    plain, tagged = documents_of(
        "posts\n  2023-01-01-a-en\n  2023-01-02-b-en tags=x,y categories=z"
    )
    assert (plain.tags, plain.categories) == ((), ())
    assert (tagged.tags, tagged.categories) == (("x", "y"), ("z",))
