"""The hiring page, and beside it the same facts for machines."""

from __future__ import annotations

from site_builder.model.data_view import ProfileView
from site_builder.model.view import HiringView
from tests.drawing import codes, plan_of

SKILLS = '"skills=[{level: 5 years, keywords: [%s]}]"'


def view_of(drawing: str, address: str = "/hire/", static: str = "") -> HiringView:
    """The View of the hiring page."""
    plan = plan_of(drawing, static=static)
    assert codes(plan.problems) == []
    assert plan.value is not None
    view = next(route.view for route in plan.value.routes if route.address == address)
    assert isinstance(view, HiringView)
    return view


def links(view: HiringView) -> dict[str, list[tuple[str, str]]]:
    """Each word with evidence: titles and addresses."""
    return {
        word: [(link.title, link.href) for link in found] for word, found in view.evidence.items()
    }


def test_evidence_leads_to_the_text_in_the_readers_language() -> None:
    """Named once by source path, it is the translation on a translated page; anchors go along."""
    words = SKILLS % "{name: Go, evidence: [../posts/2023-01-01-a-en.md#b, https://a.org]}, Java"
    drawing = (
        "posts\n  2023-01-01-a-en title=One 'body=## B'\n"
        "  2023-01-01-a-es translated title=Uno 'body=## B'\n"
        f"pages\n  hire-en layout=hiring {words}\n  hire-es translated layout=hiring {words}\n"
    )
    web = ("Go", "https://a.org")
    assert links(view_of(drawing)) == {"Go": [("One", "/a/#b"), web]}
    assert links(view_of(drawing, "/es/hire/")) == {"Go": [("Uno", "/es/a/#b"), web]}
    plan = plan_of(drawing).value
    assert plan is not None
    file = next(one.view for one in plan.routes if one.address == "/es/hire/hire.json")
    assert isinstance(file, ProfileView)
    assert file.evidence == {"Go": ("https://example.org/es/a/#b", "https://a.org")}


def test_a_word_that_is_a_tag_leads_to_its_posts() -> None:
    """Only where this language has just that tag: C is not C++, and Spanish has none here."""
    drawing = (
        "posts\n  2023-01-01-a-en tags=go,C\n"
        f"pages\n  hire-en layout=hiring {SKILLS % 'Go, C++, C, Java'}\n"
        f"  hire-es translated layout=hiring {SKILLS % 'Go'}\n"
    )
    assert links(view_of(drawing)) == {"Go": [("go", "/tags/go/")], "C": [("C", "/tags/c/")]}
    assert links(view_of(drawing, "/es/hire/")) == {}


def test_evidence_that_leads_nowhere_is_told_and_no_link() -> None:
    """As any link of a text."""
    words = SKILLS % "{name: Go, evidence: ../posts/no.md}"
    plan = plan_of(f"pages\n  hire-en layout=hiring {words}").value
    assert plan is not None
    assert [link.verdict for link in plan.links] == ["missing-page"]
    assert links(view_of(f"pages\n  hire-en layout=hiring {words}")) == {}


def test_an_obfuscated_address_is_in_no_view_as_a_whole() -> None:
    """No template and no file can give it away; its parts are for people."""
    basics = '"basics={email: a@example.org, phone: +34 600 1, obfuscate: true}"'
    view = view_of(f"pages\n  hire-en layout=hiring {basics}")
    assert (view.email_parts, view.phone_parts) == (("a", "example.org"), ("+34", "600", "1"))
    assert "a@example.org" not in repr(view)
    assert "+34 600" not in repr(view)
    open_ = view_of(f"pages\n  hire-en layout=hiring {basics.replace('true', 'false')}")
    assert (open_.profile.basics.email, open_.email_parts) == ("a@example.org", ())


def test_a_photo_is_a_file_of_the_site() -> None:
    """One of another host is told to machines and loaded by no page."""
    drawing = 'pages\n  hire-en layout=hiring "basics={name: Ana, image: %s}"'
    own = view_of(drawing % "assets/ana.png", static="assets/ana.png")
    assert own.photo is not None
    assert (own.photo.href, own.photo.alt) == ("/assets/ana.png", "Ana")
    assert own.profile.basics.image == "https://example.org/assets/ana.png"
    far = view_of(drawing % "https://a.org/a.png")
    assert (far.photo, far.profile.basics.image) == (None, "https://a.org/a.png")
    missing = view_of(drawing % "assets/ana.png")
    assert (missing.photo, missing.profile.basics.image) == (None, "")


def test_a_line_that_moves_makes_no_page_anew() -> None:
    """Places in the file are for messages: the View does not hold them."""
    first = view_of(f"pages\n  hire-en layout=hiring {SKILLS % 'Go'}")
    moved = view_of(f"pages\n  hire-en layout=hiring toc=false {SKILLS % 'Go'}")
    assert first == moved


def test_each_language_has_its_files() -> None:
    """resume.json and hire.json stand beside the page and know their own address."""
    plan = plan_of("pages\n  hire-en layout=hiring\n  hire-es layout=hiring").value
    assert plan is not None
    addresses = [one.view.address for one in plan.routes if isinstance(one.view, ProfileView)]
    assert addresses == [
        f"https://example.org{home}/hire/{name}"
        for home in ("", "/es")
        for name in ("resume.json", "hire.json")
    ]
