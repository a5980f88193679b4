"""Posts of which only the slug is known."""

from tests.drawing import codes, site_of


def test_a_translation_may_leave_its_date_to_the_original() -> None:
    """Name and front matter without a date: the one text of that slug lends it."""
    drawing = "posts\n  2023-05-06-a-en\n  a-es translated"
    outcome = site_of(drawing)
    assert outcome.problems == ()
    assert outcome.value is not None
    (work,) = outcome.value.works
    assert [one.meta.language.value for one in work.documents] == ["en", "es"]
    assert outcome.value.posts["es"][0].meta.date == outcome.value.posts["en"][0].meta.date


def test_nothing_is_guessed_between_two_days() -> None:
    """With two texts of one slug the translation still needs a date, and is told so."""
    drawing = "posts\n  2023-05-06-a-en\n  2023-06-06-a-en\n  a-es translated"
    outcome = site_of(drawing)
    assert codes(outcome.problems) == ["bad-date"]
    assert outcome.problems[0].place is not None
    assert outcome.problems[0].place.path == "content/posts/a-es.md"


def test_a_draft_lends_nothing() -> None:
    """A translation that has its date from a draft would give the draft's date away."""
    site = site_of("posts\n  2023-05-06-a-en draft\n  a-es translated").value
    assert site is not None
    assert site.posts == {"en": (), "es": ()}
