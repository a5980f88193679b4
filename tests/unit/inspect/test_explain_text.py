"""Why a text is as it is: what it has decided, and its work."""

import pytest

from site_builder.config import places_in_site_file
from site_builder.inspect.explain_text import text_facts

EN, ES = (f"content/posts/2023-01-02-café-{code}.md" for code in ("en", "es"))


@pytest.fixture
def facts(site, plan):
    """(value, rule, place) of the facts of a text that have this name."""

    def ask(path: str, name: str) -> list[tuple[str, str, str]]:
        planned = plan()
        document = planned.site.by_path.get(path) or next(
            one for one in planned.documents if one.path == path
        )
        told = text_facts(document, planned, places_in_site_file(site.root))
        return [(one.value, one.rule, str(one.place or "")) for one in told if one.name == name]

    return ask


def test_each_value_names_its_rule_and_its_place(facts) -> None:
    """Front matter with the line, file names with the file, site.yml with its line."""
    assert facts(EN, "title") == [("Coffee", "front matter", f"{EN}:2:8")]
    assert facts(EN, "language") == [("en", "file name", EN)]
    assert facts(EN, "layout") == [("post", "default", EN)]
    assert facts(EN, "slug") == [("café", "file name", EN)]
    assert facts(EN, "work") == [("post:2023-01-02:café", "file name", EN)]
    ((address, rule, place),) = facts(EN, "address")
    assert (address, rule) == ("/2023/café/", "permalink: /:year/:slug/")
    assert place.startswith("site.yml:")
    ((address, rule, place),) = facts(ES, "address")
    assert (address, rule, place) == ("/es/café/", "front matter", f"{ES}:4:12")
    assert facts("content/pages/about-en.md", "address")[0][1] == "its path below content/pages/"


def test_what_is_inherited_says_from_where(facts) -> None:
    """Tags of the original, shown on the translation, with the original's line."""
    assert facts(ES, "tags") == [
        ("drinks", "inherited from the original: front matter", f"{EN}:3:7")
    ]


def test_an_original_and_its_translations_know_each_other(site, facts) -> None:
    """With the state of each translation."""
    assert facts(EN, "original")[0][:2] == ("this", "not marked translated")
    assert facts(EN, "translation") == [("es /es/café/", "unrecorded", ES)]
    assert facts(ES, "original") == [("/2023/café/", "that text is not marked translated", EN)]
    assert facts(ES, "state")[0][0] == "unrecorded"
    site.command("status", "--accept")
    assert facts(ES, "state")[0][0] == "fresh"


def test_missing_languages_name_the_policy(facts) -> None:
    """What a reader finds there is decided in site.yml."""
    ((codes, rule, _),) = facts("content/pages/about-en.md", "missing in")
    assert (codes, rule) == ("es", "missing_translations: hide")
    assert facts(EN, "missing in") == []


def test_old_addresses_and_links_lead_here(facts) -> None:
    """redirect_from of this text, and links in others."""
    assert [value for value, _, _ in facts(EN, "redirect from")] == ["/old/", "/older/"]
    ((target, _, place),) = facts(EN, "linked as")
    assert target == "../posts/2023-01-02-café-en.md"
    assert place.startswith("content/pages/about-en.md:6:")


@pytest.mark.parametrize(
    ("path", "value", "rule", "place"),
    [
        (EN, "yes", "no draft, and not dated in the future", EN),
        (
            "content/posts/2023-01-03-secret-en.md",
            "no",
            "draft: true or published: false",
            "content/posts/2023-01-03-secret-en.md:3:8",
        ),
        (
            "content/posts/2099-01-03-later-en.md",
            "from 2099-01-03",
            "its date",
            "content/posts/2099-01-03-later-en.md",
        ),
    ],
)
def test_it_says_why_a_text_is_published_or_not(facts, path, value, rule, place) -> None:
    """A draft, a date to come, or nothing in the way."""
    assert facts(path, "published") == [(value, rule, place)]


def test_a_translation_waits_for_the_original_that_lends_its_date(site, facts) -> None:
    """The translation itself is no draft."""
    site.post("secret-en", "title: A", "draft: true", "date: 2023-01-01", "translation_key: s")
    site.post("secret-es", "title: B", "translated: true", "translation_key: s")
    ((value, rule, _),) = facts("content/posts/secret-es.md", "published")
    assert (value, rule) == ("no", "its original, which lends its date, is not public")
