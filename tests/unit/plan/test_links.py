"""Where the links of a text lead."""

import pytest

from site_builder.model.route import Plan, Verdict
from site_builder.model.view import TextView
from site_builder.model.words import MOST_SUGGESTIONS
from site_builder.plan.urls import Urls  # noqa: F401 because the test module mirrors plan/links.py
from tests.drawing import config_of, plan_of

TWO = """
posts
  2023-01-01-a-en   {a}
  2023-01-01-a-es   translated {a_es}
  2023-01-02-b-en   {b}
  2023-01-02-b-es   translated {b_es}
"""


def _plan(a: str = "", a_es: str = "", b: str = "", b_es: str = "", extra: str = "") -> Plan:
    bodies = {"a": a, "a_es": a_es, "b": b, "b_es": b_es}
    typed = {key: f'body="{body}"' if body else "" for key, body in bodies.items()}
    outcome = plan_of(TWO.format(**typed) + extra, config_of("url: https://example.org/repo"))
    assert outcome.value is not None
    return outcome.value


def _targets(plan: Plan, address: str) -> tuple[str, ...]:
    (view,) = (route.view for route in plan.routes if route.address == address)
    assert isinstance(view, TextView)
    return view.body.targets


def test_a_link_by_source_path_is_the_page_with_the_base_path() -> None:
    """The author links the file beside; the reader gets the page."""
    assert _targets(_plan(a="[b](2023-01-02-b-en.md)"), "/a/") == ("/repo/b/",)


def test_a_link_follows_the_reader_into_their_language() -> None:
    """A Spanish text that links an English file leads to its Spanish translation."""
    assert _targets(_plan(a_es="[b](2023-01-02-b-en.md)"), "/es/a/") == ("/repo/es/b/",)
    assert _targets(_plan(a_es="[b](/b/)"), "/es/a/") == ("/repo/es/b/",)


def test_the_anchor_follows_too() -> None:
    """The second heading of the original is the second heading of the translation."""
    plan = _plan(
        a_es="[b](2023-01-02-b-en.md#two)", b="## One\\n\\n## Two", b_es="## Uno\\n\\n## Dos"
    )
    assert _targets(plan, "/es/a/") == ("/repo/es/b/#dos",)


def test_a_translation_without_that_heading_is_not_linked() -> None:
    """Better the exact place in another language than the top of the wrong page."""
    plan = _plan(a_es="[b](2023-01-02-b-en.md#two)", b="## One\\n\\n## Two", b_es="## Uno")
    assert _targets(plan, "/es/a/") == ("/repo/b/#two",)


def test_root_relative_and_own_absolute_links_get_the_base_path_once() -> None:
    """/about typed in Markdown works below /repo/, and so does the whole URL."""
    plan = _plan(a="[x](/archive/) [y](https://example.org/repo/archive/) [z](/repo/archive/)")
    assert _targets(plan, "/a/") == ("/repo/archive/",) * 3


def test_other_hosts_stay_as_typed() -> None:
    """Links to elsewhere are encoded where needed and otherwise left alone."""
    plan = _plan(
        a="[x](https://example.com/a?b=c#d) [m](mailto:me@example.org) [p](//cdn.example/x)"
    )
    assert _targets(plan, "/a/") == (
        "https://example.com/a?b=c#d",
        "mailto:me@example.org",
        "//cdn.example/x",
    )


def test_an_anchor_in_the_page_stays_in_the_page() -> None:
    """A bare fragment works when the page is saved to disk."""
    assert _targets(_plan(a="[x](#one)\\n\\n## One"), "/a/") == ("#one",)


def test_a_link_to_what_is_not_public_leads_nowhere() -> None:
    """The link to a draft has no target, and its verdict says why."""
    plan = _plan(a="[x](2023-02-01-secret-en.md)", extra="\n  2023-02-01-secret-en draft title=S")
    assert _targets(plan, "/a/") == ("",)
    assert [link.verdict for link in plan.links] == [Verdict.HIDDEN]


def test_a_missing_file_is_named_with_what_looks_alike() -> None:
    """A typo in a file name is answered with the file that was meant."""
    (link,) = _plan(a="[x](2023-01-02-bb-en.md)").links
    assert link.verdict is Verdict.MISSING_PAGE
    assert link.suggestion == "2023-01-02-b-en.md"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("../pages/abuot-en.md", "../pages/about-en.md"),
        ("about-en.md", "../pages/about-en.md"),
        ("/content/pages/abuot-en.md", "/content/pages/about-en.md"),
        ("../pages/2023-01-02-bb-en.md", "2023-01-02-b-en.md"),
        ("<a (tree).md>", "../pages/a%20%28tree%29-en.md"),
    ],
)
def test_what_is_suggested_can_be_typed(typed: str, meant: str) -> None:
    """It is told as that text would link it, and typed there it leads to the page."""
    pages = '\npages\n  about-en\n  "a (tree)-en"'
    (link,) = _plan(a=f"[x]({typed})", extra=pages).links
    assert link.suggestion == meant
    (mended,) = _plan(a=f"[x]({link.suggestion})", extra=pages).links
    assert mended.verdict is Verdict.FOUND


@pytest.mark.parametrize(
    "typed", ["../../static/fotos/gato.jpg", "static/fotos/gato.jpg", "gato.jpg", "gatto.jpg"]
)
def test_a_picture_of_static_is_suggested_by_its_address(typed: str) -> None:
    """Where it lies on the disk is not where the site shows it."""
    drawing = f'posts\n  2023-01-01-a-en body="![x]({typed})"'
    plan = plan_of(drawing, static="fotos/gato.jpg").value
    assert plan is not None
    (link,) = plan.links
    assert (link.verdict, link.suggestion) == (Verdict.MISSING_FILE, "/fotos/gato.jpg")


def test_after_many_broken_links_suggestions_end() -> None:
    """Every broken link is told; what was meant is sought for the first hundred different ones."""
    many = " ".join(f"[x](2023-01-02-c{number}-en.md)" for number in range(MOST_SUGGESTIONS + 20))
    links = _plan(a=many).links
    assert {link.verdict for link in links} == {Verdict.MISSING_PAGE}
    assert sum(bool(link.suggestion) for link in links) == MOST_SUGGESTIONS
