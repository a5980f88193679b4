"""By the last part of an address the 404 page finds the text itself."""

import json

from site_builder.model.data_view import PlainView
from site_builder.model.list_view import NotFoundView
from site_builder.plan.recipes.finder import name_hash
from tests.drawing import config_of, outputs, plan_of, view_at

DRAWING = """
posts
  2023-01-01-the-sea-en
  2023-01-01-the-sea-es translated slug=el-mar
  2024-01-01-alone-es
  2024-01-02-secret-en noindex
  2024-01-03-draft-en draft
pages
  about-en
  index-en
"""


def _found(name: str, drawing: str = DRAWING, config: str = "") -> dict[str, str] | None:
    """What the script of the page finds for a name, in the way it looks."""
    plan = plan_of(drawing, config_of(config))
    page = view_at(plan, "/404.html", NotFoundView)
    text = page.finder_names
    if not text:
        number = name_hash(name) % page.finder_files
        text = view_at(plan, f"{page.finder_href}{number}.json", PlainView).text
    names: dict[str, dict[str, str]] = json.loads(text)
    return names.get(name)


def test_a_text_is_found_by_any_of_its_names() -> None:
    """The slug of each language, the name of the file: all lead to all languages."""
    both = {"en": "/the-sea/", "es": "/es/el-mar/"}
    assert _found("the-sea") == _found("el-mar") == both
    assert _found("alone") == {"es": "/es/alone/"}
    assert _found("about") == {"en": "/about/"}


def test_addresses_have_the_base_path_and_every_script() -> None:
    """They are ready for a link."""
    found = _found("海", "posts\n  2023-01-01-海-en", "url: https://me.github.io/blog")
    assert found == {"en": "/blog/%E6%B5%B7/"}


def test_what_is_not_to_be_found_is_not_found() -> None:
    """No draft, nothing that asks not to be indexed, and not the homes."""
    assert [_found(name) for name in ("draft", "secret", "index")] == [None, None, None]


def test_of_two_texts_with_one_name_the_newer_is_found() -> None:
    """An old address without its year says no more than that."""
    drawing = """
    posts
      2020-01-01-notes-en permalink=/2020/notes/
      2024-01-01-notes-en permalink=/2024/notes/
    """
    assert _found("notes", drawing) == {"en": "/2024/notes/"}


def test_a_large_site_has_more_files_and_not_larger_ones() -> None:
    """Two hundred texts are in four files, and each finds its own; a small site needs no file."""
    drawing = "posts\n" + "\n".join(f"  2023-01-01-p{n}-en" for n in range(200))
    plan = plan_of(drawing)
    assert view_at(plan, "/404.html", NotFoundView).finder_files == 4
    assert not any("finder" in output for output in outputs(plan_of(DRAWING)))
    for name in ("p0", "p77", "p199"):
        assert _found(name, drawing) == {"en": f"/{name}/"}


def test_the_hash_is_the_one_of_the_script() -> None:
    """FNV-1a has published test vectors (draft-eastlake-fnv, C)."""
    assert [hex(name_hash(word)) for word in ("", "a", "foobar")] == [
        "0x811c9dc5",
        "0xe40c292c",
        "0xbf9cf968",
    ]


def test_on_a_large_site_a_new_post_leaves_the_404_page_alone() -> None:
    """Its names are in files of their own, and how much there is to read it does not say."""
    posts = [f"  2023-01-01-text-{number}-en" for number in range(70)]
    few = plan_of("\n".join(["posts", *posts]), config_of(""))
    more = plan_of("\n".join(["posts", *posts, "  2023-02-01-new-en"]), config_of(""))
    page, same = (view_at(plan, "/404.html", NotFoundView) for plan in (few, more))
    assert page == same
