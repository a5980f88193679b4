"""Do the heads of finished pages say what was planned?"""

from pathlib import Path

import pytest

from site_builder.inspect.hreflang import check_heads
from site_builder.model.artifact import Artifact
from site_builder.model.view import PageView
from tests.drawing import plan_of
from tests.small_site import SmallSite

HEAD = """<!doctype html>
<html lang="{{ chrome.language.tag }}"><head><title>{{ page.title }}</title>
{{ links }}
</head><body><link rel="alternate" hreflang="fr" href="/means-nothing-here/"></body></html>
"""
LINKS = """{% for one in page.alternates %}
<LINK href="{{ one.url }}" hreflang={{ one.tag }} rel='alternate'>{% endfor %}"""


def _said(site: SmallSite) -> list[str]:
    done = site.command("check")
    return [
        line for line in done.stdout.splitlines() + done.stderr.splitlines() if "hreflang" in line
    ]


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    site.post("2023-01-01-a-en")
    site.post("2023-01-01-a-es", "translated: true")
    site.post("2023-01-02-b-en")
    return site


def test_the_shipped_templates_write_what_was_planned(site: SmallSite) -> None:
    """Nothing is said of a site as it is made."""
    assert _said(site) == []


def test_a_template_that_writes_it_otherwise_is_as_good(site: SmallSite) -> None:
    """Upper case, another order, other quotes: HTML is read as a browser does."""
    site.write("themes/papel/templates/post.html", HEAD.replace("{{ links }}", LINKS))
    assert _said(site) == []


def test_a_template_that_leaves_it_out_is_told_once(site: SmallSite) -> None:
    """One line for the template, with an address and the number of pages, and `check` fails."""
    site.write("themes/papel/templates/post.html", HEAD.replace("{{ links }}", ""))
    (line,) = _said(site)
    assert "/b/ and 2 more: the head has other alternates than page.alternates" in line
    assert "post.html" in line
    assert site.command("check").returncode == 1


def test_a_page_that_says_another_language_is_told(tmp_path: Path) -> None:
    """Hreflang and lang have to agree."""
    plan = plan_of("posts\n  2023-01-01-a-es").value
    assert plan is not None
    route = next(one for one in plan.routes if one.address == "/es/a/")
    assert isinstance(route.view, PageView)
    links = "".join(
        f'<link rel=alternate hreflang="{one.tag}" href="{one.url}">'
        for one in route.view.alternates
    )
    page = tmp_path / "page"
    page.write_text(f"<html lang=en><head>{links}</head>", encoding="utf-8")
    artifact = Artifact(output=route.output, digest="d", size=1, staged=str(page))
    (problem,) = check_heads(plan, [artifact])
    assert "<html lang> is not the language of the page" in problem.message
