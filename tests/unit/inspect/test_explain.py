"""Why a page is as it is: its route."""

import pytest

from site_builder.inspect.explain import explain
from site_builder.inspect.lookup import look_up

HOST = "https://user.github.io/repo"


@pytest.fixture
def facts(site, plan):
    """Name → (value, rule, place as file:line:col) of the facts with this name, for an address."""

    def ask(typed: str, name: str) -> list[tuple[str, str, str]]:
        planned = plan()
        found = look_up(typed, planned, site.root, site.root).value
        told = explain(found, planned, {}, site.root)
        return [
            (one.value, one.rule, str(one.place or "")) for one in told.facts if one.name == name
        ]

    return ask


def test_the_subject_is_the_whole_url(site, plan) -> None:
    """To be opened by a click; of a text without a page its path."""
    planned = plan()

    def subject(typed: str) -> str:
        found = look_up(typed, planned, site.root, site.root).value
        return explain(found, planned, {}, site.root).subject

    assert subject("/es/café/") == f"{HOST}/es/caf%C3%A9/"
    assert subject("/2023/secret/") == "content/posts/2023-01-03-secret-en.md"
    assert subject("/posts/cup.png") == f"{HOST}/posts/cup.png"


def test_a_page_names_its_file_and_its_template(facts) -> None:
    """And the file of the theme that wins."""
    ((file, _, _),) = facts("/es/café/", "file")
    ((template, rule, place),) = facts("/es/café/", "template")
    assert file == "es/café/index.html"
    assert (template, rule) == ("post.html", "the theme papel")
    assert place.endswith("templates/post.html")


def test_a_template_of_the_site_itself_is_named_below_the_site(site, facts) -> None:
    """Whoever replaced a template sees that it is used."""
    site.write("themes/papel/templates/post.html", "{{ page.title }}")
    ((_, _, place),) = facts("/es/café/", "template")
    assert place == "themes/papel/templates/post.html"


def test_alternates_say_why_they_are_there(facts) -> None:
    """Each language of the work, and the one for readers of other languages."""
    assert [(value, rule) for value, rule, _ in facts("/es/café/", "hreflang")] == [
        (f"en {HOST}/2023/caf%C3%A9/", "the page exists in English"),
        (f"es {HOST}/es/caf%C3%A9/", "the page exists in Español"),
        (f"x-default {HOST}/2023/caf%C3%A9/", "the page in the default language"),
    ]
    assert facts("/about/", "hreflang") == []


def test_the_sitemap_leaves_out_what_asks_for_it(facts) -> None:
    """Noindex is said."""
    assert facts("/es/café/", "in sitemap")[0][0] == "yes"
    assert facts("/about/", "in sitemap")[0][:2] == (
        "no",
        "noindex, or not a page for search engines",
    )


def test_a_redirect_says_where_it_leads_and_who_asked(facts) -> None:
    """With the line of front matter."""
    ((target, rule, place),) = facts("/old/", "leads to")
    assert (target, rule) == (f"{HOST}/2023/caf%C3%A9/", "redirect_from")
    assert place.startswith("content/posts/2023-01-02-café-en.md:4")


def test_pages_without_a_text_say_whose_they_are(facts) -> None:
    """A feed has a form instead of a template."""
    assert facts("/feed.xml", "address") == [("/feed.xml", "the feed of en", "")]
    assert facts("/feed.xml", "form") == [("atom", "written without a template", "")]


def test_copied_files_say_where_they_come_from(facts) -> None:
    """Their source, as a place to open."""
    ((address, _, place),) = facts("/posts/cup.png", "address")
    assert (address, place) == (f"{HOST}/posts/cup.png", "content/posts/cup.png")


def test_a_text_that_could_not_be_read_says_so(facts) -> None:
    """It has no other facts."""
    assert facts("content/posts/broken-en.md", "published") == [("no", "it could not be read", "")]
