"""A site planned from the disk, as ``explain`` does it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.build.conductor import planned
from site_builder.build.request import Planned, Request
from site_builder.model.gate import Gate
from tests.small_site import NOW, SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """An original with a translation, a draft, a post of the future, a page, a file."""
    site = SmallSite(
        tmp_path.resolve(), url="https://user.github.io/repo", permalink="/:year/:slug/"
    )
    site.post(
        "2023-01-02-café-en",
        "title: Coffee",
        "tags: [drinks]",
        "redirect_from: [/old/, /older/]",
        body="Words. ![](cup.png)",
    )
    site.post("2023-01-02-café-es", "title: Café", "translated: true", "permalink: /es/café/")
    site.post("2023-01-03-secret-en", "title: Secret", "draft: true")
    site.post("2099-01-03-later-en", "title: Later")
    site.page(
        "about-en", "title: About", "noindex: true", body="[c](../posts/2023-01-02-café-en.md)"
    )
    site.write("content/posts/broken-en.md", "---\ntitle: [\n")
    (tmp_path / "content/posts/cup.png").write_bytes(b"png")
    return site


@pytest.fixture
def plan(site: SmallSite) -> Callable[[], Planned]:
    """The site, planned anew at each call."""

    def make() -> Planned:
        request = Request(root=site.root, output=site.output, gate=Gate(now=NOW), jobs=1)
        return planned(request, lambda _event: None)

    return make
