"""One page for every text: what it shows of the text and of its neighbours."""

from site_builder.model.view import TextView
from tests.drawing import config_of, plan_of, view_at

TRANSLATED = """
posts
  2023-01-01-a-en   title=First tags=x
  2023-01-02-b-en   title=Second
  2023-01-01-a-es   title=Primera translated
"""


def test_a_translation_leads_to_its_original() -> None:
    """In words and as a link; the original itself names no original."""
    plan = plan_of(TRANSLATED)
    translation = view_at(plan, "/es/a/", TextView)
    assert translation.is_translated
    assert (translation.original.title, translation.original.href) == ("First", "/a/")
    assert view_at(plan, "/a/", TextView).original is None


def test_neighbours_are_of_its_own_language() -> None:
    """The newer English post is no neighbour of the Spanish one."""
    plan = plan_of(TRANSLATED)
    english = view_at(plan, "/a/", TextView)
    assert (english.next.title, english.previous) == ("Second", None)
    spanish = view_at(plan, "/es/a/", TextView)
    assert (spanish.next, spanish.previous) == (None, None)


def test_contents_begin_at_three_headings() -> None:
    """With fewer they would say no more than the page; `toc: false` turns them off."""
    two, three = "## A\\n\\n## B", "## A\\n\\n### B\\n\\n## C"
    off = view_at(plan_of(f'posts\n  2023-01-01-a-en body="{three}" toc=false'), "/a/", TextView)
    few = view_at(plan_of(f'posts\n  2023-01-01-a-en body="{two}"'), "/a/", TextView)
    full = view_at(plan_of(f'posts\n  2023-01-01-a-en body="{three}"'), "/a/", TextView)
    assert (off.toc, few.toc) == ((), ())
    assert [(entry.level, entry.id) for entry in full.toc] == [(2, "a"), (3, "b"), (2, "c")]


def test_the_recording_is_the_first_file_that_is_there() -> None:
    """`audio: true` means the file named as the text; without it there is no player."""
    drawing = "posts\n  2023-01-01-a-en audio=true"
    plan = plan_of(drawing, static="assets/audio/2023-01-01-a-en.ogg")
    audio = view_at(plan, "/a/", TextView).audio
    assert (audio.href, audio.media_type) == ("/assets/audio/2023-01-01-a-en.ogg", "audio/ogg")
    assert view_at(plan_of(drawing), "/a/", TextView).audio is None


def test_the_posts_of_a_series_are_named_in_order() -> None:
    """Oldest first, this one too, and none of another language or series."""
    drawing = """
    posts
      2023-01-03-c-en   title=Three series=Go
      2023-01-01-a-en   title=One series=Go
      2023-01-02-b-en   title=Two
      2023-01-01-a-es   title=Uno series=Go
    """
    plan = plan_of(drawing)
    parts = view_at(plan, "/c/", TextView).series_parts
    assert [part.title for part in parts] == ["One", "Three"]
    assert view_at(plan, "/b/", TextView).series_parts == ()


def test_a_text_can_be_edited_where_the_site_says() -> None:
    """The pattern of site.yml with the path of the file; nothing where it says none."""
    config = config_of("edit_url: https://git.example/edit/:path")
    drawing = "posts\n  2023-01-01-a-en"
    edited = view_at(plan_of(drawing, config), "/a/", TextView)
    assert edited.edit_href == "https://git.example/edit/content/posts/2023-01-01-a-en.md"
    assert view_at(plan_of(drawing), "/a/", TextView).edit_href == ""


def test_related_posts_are_those_that_share_tags() -> None:
    """Links of the same language, but for the parts of its own series."""
    drawing = """
    posts
      2023-01-01-a-en tags=x series=S
      2023-01-02-b-en tags=x
      2023-01-03-c-en tags=x series=S
    """
    view = view_at(plan_of(drawing), "/a/", TextView)
    assert [link.href for link in view.related] == ["/b/"]
