"""The pages that list all tags, or all categories, of a language."""

from site_builder.model.list_view import TopicsView
from tests.drawing import outputs, plan_of, view_at

DRAWING = """
posts
  2023-01-02-b-en   tags=Python
  2023-01-01-a-en   tags=python,x categories=life
"""


def test_words_of_one_spelling_are_one_tag() -> None:
    """Named as the newest post has it, and counted once a post."""
    topics = view_at(plan_of(DRAWING), "/tags/", TopicsView).topics
    assert [(one.name, one.href, one.count) for one in topics] == [
        ("Python", "/tags/python/", 2),
        ("x", "/tags/x/", 1),
    ]


def test_a_language_without_tags_has_no_such_page() -> None:
    """Nor is it offered one: no empty page, no dead link."""
    plan = plan_of(DRAWING)
    assert "es/tags/index.html" not in outputs(plan)
    switcher = {one.language.code: one for one in view_at(plan, "/tags/", TopicsView).languages}
    assert (switcher["es"].href, switcher["es"].is_translation) == ("/es/", False)


def test_categories_have_a_page_of_their_own() -> None:
    """Only where they are used."""
    plan = plan_of(DRAWING)
    assert [one.name for one in view_at(plan, "/categories/", TopicsView).topics] == ["life"]
    assert "categories/index.html" not in outputs(plan_of("posts\n  2023-01-01-a-en tags=x"))
