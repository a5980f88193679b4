"""The one gate: nothing of a document that is not public gets past it."""

from site_builder.model.gate import Gate
from tests.drawing import NOW, codes, site_of

DRAWING = """
posts
  2023-01-01-public-en    tags=open
  2023-01-02-draft-en     draft tags=closed
  2023-01-03-off-en       published=false
  2999-01-01-future-en    tags=later
"""


def test_drafts_unpublished_and_future_texts_are_nowhere() -> None:
    """Not among the posts, not by path, not in tags, not as neighbours."""
    site = site_of(DRAWING).value
    assert site is not None
    assert [post.name.slug for post in site.posts["en"]] == ["public"]
    assert set(site.by_path) == {"content/posts/2023-01-01-public-en.md"}
    assert [tag.name for tag in site.tags["en"]] == ["open"]
    assert site.neighbours["content/posts/2023-01-01-public-en.md"].newer is None


def test_a_held_back_post_is_named_with_its_moment() -> None:
    """The author is told when a future post will appear; of a draft nothing is said."""
    outcome = site_of(DRAWING)
    assert codes(outcome.problems) == ["held-back"]
    assert "2999-01-01" in outcome.problems[0].message


def test_the_preview_may_let_them_pass() -> None:
    """Serve shows drafts; --future shows what is to come."""
    drafts = site_of(DRAWING, gate=Gate(now=NOW, drafts=True)).value
    future = site_of(DRAWING, gate=Gate(now=NOW, future=True)).value
    assert drafts is not None
    assert future is not None
    assert len(drafts.posts["en"]) == 3
    assert [post.name.slug for post in future.posts["en"]] == ["future", "public"]


def test_the_preview_knows_what_is_not_public_yet() -> None:
    """Drafts, what borrows a date from one, what is to come; nothing of that in a plain build."""
    drawing = DRAWING + "  secret-en    draft date=2023-01-01 translation_key=k\n"
    drawing += "  secreto-es   translated translation_key=k\n"
    site = site_of(drawing, gate=Gate(now=NOW, drafts=True, future=True)).value
    assert site is not None
    names = {path.rpartition("/")[2].removesuffix(".md") for path in site.drafts}
    assert names == {
        "2023-01-02-draft-en",
        "2023-01-03-off-en",
        "2999-01-01-future-en",
        "secret-en",
        "secreto-es",
    }
    plain = site_of(drawing).value
    assert plain is not None
    assert plain.drafts == frozenset()


def test_a_translation_that_borrows_a_drafts_date_waits_with_it() -> None:
    """Publishing it would give away the date of something that is not public."""
    drawing = """
    posts
      notes-en    draft date=2023-01-01 translation_key=k
      notas-es    translated translation_key=k
    """
    outcome = site_of(drawing)
    site = outcome.value
    assert site is not None
    assert site.by_path == {}
    assert outcome.problems == (), "no moment is named at which it will appear"


def test_a_translation_of_a_draft_with_its_own_date_is_public() -> None:
    """It stands alone: no original, no link to one."""
    drawing = "posts\n  2023-01-01-a-en draft\n  2023-01-01-a-es translated"
    site = site_of(drawing).value
    assert site is not None
    (work,) = site.works
    assert work.original is None
    assert [one.path for one in work.documents] == ["content/posts/2023-01-01-a-es.md"]


def test_a_draft_without_a_date_is_seen_in_the_preview_as_of_today() -> None:
    """It is at the top, it is nowhere else, and once it is no draft it needs its date."""
    drawing = "posts\n  idea-en draft\n  2023-01-01-a-en"
    shown = site_of(drawing, gate=Gate(now=NOW, drafts=True))
    assert shown.problems == ()
    assert shown.value is not None
    first, _ = shown.value.posts["en"]
    assert first.meta.date is not None
    assert (first.path, first.meta.date.value.iso) == (
        "content/posts/idea-en.md",
        "2027-01-15T00:00:00+00:00",
    )
    published = site_of(drawing)
    assert published.value is not None
    assert [one.path for one in published.value.posts["en"]] == ["content/posts/2023-01-01-a-en.md"]
    (problem,) = site_of("posts\n  idea-en").problems
    assert problem.message == "a post needs a date"


def test_a_draft_that_borrows_its_date_keeps_it() -> None:
    """A translation that is not ready is of the day of its original."""
    drawing = "posts\n  a-en date=2023-01-01\n  a-es translated draft"
    site = site_of(drawing, gate=Gate(now=NOW, drafts=True)).value
    assert site is not None
    assert [one.meta.date and one.meta.date.value.day for one in site.posts["es"]] == ["2023-01-01"]
