"""Which texts can be found, and by which number."""

from site_builder.assemble.search import searchable
from tests.drawing import site_of


def numbers(drawing: str, code: str = "en") -> dict[str, int]:
    site = site_of(drawing).value
    assert site is not None
    return {text.path.rpartition("/")[2]: number for number, text in searchable(site)[code]}


POSTS = """
posts
  2023-01-02-a-en
  2023-01-04-b-en
pages
  about-en layout=page
"""


def test_a_new_post_leaves_the_numbers_of_the_others() -> None:
    """An index names texts by number: what keeps its number is not indexed again."""
    before = numbers(POSTS)
    after = numbers(POSTS.replace("posts\n", "posts\n  2023-01-03-new-en\n  2023-02-01-last-en\n"))
    assert before.items() < after.items()


def test_numbers_ascend_with_the_days() -> None:
    """Pages first, then posts from old to new, so that of equals the newest is known."""
    found = numbers(POSTS)
    assert found["about-en.md"] < found["2023-01-02-a-en.md"] < found["2023-01-04-b-en.md"]
    assert list(found.values()) == sorted(found.values())


def test_many_posts_of_one_day_have_a_number_each() -> None:
    """Where a day has no number left, the next day lends its own."""
    day = "\n".join(f"  2023-01-02-p{number:02}-en" for number in range(11))
    found = numbers(f"posts\n{day}\n  2023-01-03-z-en\n")
    assert len(set(found.values())) == 12
    assert max(found, key=lambda name: found[name]) == "2023-01-03-z-en.md"


def test_only_what_is_public_and_wants_to_be_found() -> None:
    """No draft, no post of the future, nothing marked noindex; every language by itself."""
    drawing = """
    posts
      2023-01-02-a-en
      2023-01-02-a-es translated
      2023-01-03-draft-en draft
      2031-01-03-future-en
      2023-01-04-quiet-en noindex
    """
    assert list(numbers(drawing)) == ["2023-01-02-a-en.md"]
    assert list(numbers(drawing, "es")) == ["2023-01-02-a-es.md"]


def test_posts_older_than_the_first_number_are_found_too() -> None:
    """They stand before all others."""
    found = numbers("posts\n  1969-07-20-moon-en\n  2023-01-02-a-en\n")
    assert list(found) == ["1969-07-20-moon-en.md", "2023-01-02-a-en.md"]
