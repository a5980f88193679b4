"""What a page says to machines."""

import json
from dataclasses import replace
from typing import Any

from site_builder.model.view import HiringView, TextView
from site_builder.render.structured_data import structured_data
from tests.drawing import plan_of


def _post(drawing: str, address: str) -> TextView:
    plan = plan_of(drawing).value
    assert plan is not None
    view = next(route.view for route in plan.routes if route.address == address)
    assert isinstance(view, TextView)
    return view


def test_a_title_cannot_end_the_script() -> None:
    """The text comes back exact, and no tag stands in the block."""
    view = replace(_post("posts\n  2023-01-01-a-en", "/a/"), title="</script><b>&")
    said = structured_data(view)
    assert "<" not in said
    assert json.loads(said)["headline"] == "</script><b>&"


def test_a_translation_names_its_original_absolutely() -> None:
    """TranslationOfWork leads to the original's page."""
    view = _post("posts\n  2023-01-01-a-en\n  2023-01-01-a-es translated", "/es/a/")
    assert json.loads(structured_data(view))["translationOfWork"]["url"] == "https://example.org/a/"


def test_a_text_says_when_it_changed_only_if_it_did() -> None:
    """What the head says already (the description), or the date of publication, is not repeated."""
    view = _post("posts\n  2023-01-01-a-en description=Short", "/a/")
    said = json.loads(structured_data(view))
    assert not {"dateModified", "description"} & said.keys()
    changed = json.loads(structured_data(replace(view, modified="2023-02-01")))
    assert changed["dateModified"] == "2023-02-01"


def _person(*facts: str) -> dict[str, Any]:
    """The ProfilePage of a hiring page with this front matter."""
    plan = plan_of(f"pages\n  hire-en layout=hiring {' '.join(facts)}").value
    assert plan is not None
    view = next(route.view for route in plan.routes if isinstance(route.view, HiringView))
    said: dict[str, Any] = json.loads(structured_data(view))
    return said


def test_a_hiring_page_is_about_one_person() -> None:
    """A ProfilePage whose main entity is a Person, in schema.org's words; no JobPosting."""
    said = _person(
        '"basics={name: Ana, alternate_name: 安娜, label: Engineer, summary: Writes., '
        "email: a@example.org, phone: +34 600, url: https://a.org, image: https://a.org/a.png, "
        'profiles: [{network: GitHub, url: https://github.com/a}]}"',
        '"availability={status: open, text: A job, updated: 2026-01-02}"',
        '"tools=[{name: Spoken, role: languages, keywords: [English, Cantonese, Elvish]}]"',
        '"skills=[{level: 5 years, keywords: [Java]}]"',
    )
    assert said == {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "url": "https://example.org/hire/",
        "inLanguage": "en",
        "dateModified": "2026-01-02",
        "mainEntity": {
            "@type": "Person",
            "name": "Ana",
            "alternateName": "安娜",
            "url": "https://a.org",
            "image": "https://a.org/a.png",
            "jobTitle": "Engineer",
            "description": "Writes.",
            "email": "a@example.org",
            "telephone": "+34 600",
            "knowsAbout": ["Java"],
            "knowsLanguage": ["en", "yue", "Elvish"],
            "sameAs": ["https://github.com/a"],
            "seeks": {"@type": "Demand", "name": "A job"},
        },
    }


def test_what_is_not_said_is_not_claimed() -> None:
    """No property is empty; who is not looking seeks nothing."""
    said = _person('"availability={status: closed}"')
    assert said["mainEntity"] == {
        "@type": "Person", "name": "A title", "url": "https://example.org/hire/",
    }  # fmt: skip
    assert "dateModified" not in said


def test_at_most_25_subjects_are_known_and_none_twice() -> None:
    """Skills first, then tools; languages and what is being learned are not among them."""
    words = ", ".join(f"w{number}" for number in range(30))
    said = _person(
        '"skills=[{level: 5 years, keywords: [Java, w3]}]"',
        f'"tools=[{{name: x, keywords: [{words}]}}, {{name: y, role: learning, keywords: [Go]}}]"',
    )
    known = said["mainEntity"]["knowsAbout"]
    assert known[:3] == ["Java", "w3", "w0"]
    assert len(known) == len(set(known)) == 25


def test_an_obfuscated_address_is_not_for_machines() -> None:
    """Neither e-mail nor phone."""
    basics = '"basics={email: a@example.org, phone: +34 600, obfuscate: true}"'
    assert not {"email", "telephone"} & set(_person(basics)["mainEntity"])
