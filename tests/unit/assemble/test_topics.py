"""Tags and categories within a language."""

from tests.drawing import site_of


def test_spellings_of_one_tag_are_one_topic() -> None:
    """Python and python share a page; the newest post's spelling is shown."""
    drawing = "posts\n  2023-01-01-a-en tags=python\n  2023-01-02-b-en tags=Python"
    site = site_of(drawing).value
    assert site is not None
    (topic,) = site.tags["en"]
    assert (topic.name, topic.slug, len(topic.documents)) == ("Python", "python", 2)


def test_a_tag_written_twice_counts_once() -> None:
    """tags: [x, X] lists the post once."""
    site = site_of("posts\n  2023-01-01-a-en tags=x,X").value
    assert site is not None
    assert len(site.tags["en"][0].documents) == 1


def test_languages_do_not_share_topics() -> None:
    """A Spanish reader's tags are those of Spanish posts."""
    site = site_of("posts\n  2023-01-01-a-en tags=x\n  2023-01-01-b-es tags=z").value
    assert site is not None
    assert [tag.name for tag in site.tags["es"]] == ["z"]
