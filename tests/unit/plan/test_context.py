"""What recipes are handed: frames, switchers, alternates, entries."""

from site_builder.model.list_view import ListView
from site_builder.model.view import PageView, TextView
from tests.drawing import config_of, plan_of, view_at

DRAWING = """
posts
  2023-01-02-b-es   title=Sola description="De qué trata"
  2023-01-01-a-en   title=First body="Words of it."
  2023-01-01-a-es   title=Primera translated noindex
"""


def test_x_default_is_the_default_language_else_the_original() -> None:
    """A Spanish text without English is found by everyone in Spanish."""
    plan = plan_of(DRAWING)
    alone = view_at(plan, "/es/b/", TextView)
    assert [(one.tag, one.url) for one in alone.alternates] == [
        ("es", "https://example.org/es/b/"),
        ("x-default", "https://example.org/es/b/"),
    ]


def test_a_page_that_is_not_indexed_is_in_no_alternates() -> None:
    """Readers are still led to it by the switcher."""
    english = view_at(plan_of(DRAWING), "/a/", TextView)
    assert [one.tag for one in english.alternates] == ["en", "x-default"]
    choice = next(one for one in english.languages if one.language.code == "es")
    assert (choice.href, choice.is_translation) == ("/es/a/", True)
    assert view_at(plan_of(DRAWING), "/es/a/", TextView).alternates == ()


def test_an_entry_says_what_lists_need() -> None:
    """The author's description before the first words; the other languages by their own names."""
    plan = plan_of(DRAWING)
    (first,) = view_at(plan, "/", ListView).entries
    assert (first.title, first.date, first.excerpt) == ("First", "2023-01-01", "Words of it.")
    assert [(one.title, one.href) for one in first.also_in] == [("Español", "/es/a/")]
    newest = view_at(plan, "/es/", ListView).entries[0]
    assert newest.excerpt == "De qué trata"


def test_the_policy_can_be_turned_off() -> None:
    """`security: {csp: false}` leaves the page without one."""
    assert view_at(plan_of(DRAWING), "/a/", PageView).security_policy.startswith("default-src")
    off = plan_of(DRAWING, config_of("security: {csp: false}"))
    assert view_at(off, "/a/", PageView).security_policy == ""
