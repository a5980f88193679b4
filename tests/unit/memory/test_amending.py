"""One text is recalled with its pages, and remembered again, without a look at the others."""

from pathlib import Path

import pytest

from site_builder import __version__
from site_builder.build.ground import Ground, lay_ground, load_config
from site_builder.build.request import Request
from site_builder.config import ConfigOverrides
from site_builder.memory.amending import Amending
from site_builder.model.gate import Gate
from site_builder.model.settings import ParseSettings
from tests.small_site import NOW, SmallSite

PATH = "content/posts/2023-01-01-a-en.md"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """Built once."""
    site = SmallSite(tmp_path)
    site.post("2023-01-01-a-en", body="One.")
    site.post("2023-01-02-b-en", "noindex: true", body="Two.")
    site.build()
    return site


def _ground(site: SmallSite) -> Ground:
    request = Request(root=site.root, output=site.output, gate=Gate(now=NOW))
    return lay_ground(request, [], lambda _: None)


def _amending(site: SmallSite, ground: Ground, **other: str) -> Amending:
    if other:
        site.configure(**other)
    config = load_config(site.root, ConfigOverrides())
    return ground.memory.amending(ParseSettings.of(config, __version__))


def test_a_text_is_recalled_with_its_pages(site: SmallSite) -> None:
    """Every page that carries it, whole."""
    ground = _ground(site)
    amending = _amending(site, ground)
    last = amending.last(PATH)
    assert last is not None
    assert last.document.path == PATH
    digests = ground.theme.template_digests
    routes = amending.carriers(last, digests)
    assert routes is not None
    assert {route.output for route in routes} == {"a/index.html", "feed.xml", "all.xml"}
    assert amending.carriers(last, digests | {"post.html": "another"}) is None
    ground.memory.close()


def test_what_is_not_known_is_none(site: SmallSite) -> None:
    """Another text, or one that was read with other settings."""
    ground = _ground(site)
    assert _amending(site, ground).last("content/posts/2023-01-01-z-en.md") is None
    assert _amending(site, ground, excerpt_length="20").last(PATH) is None
    ground.memory.close()


def test_what_was_not_committed_is_forgotten(site: SmallSite) -> None:
    """A short way that is given up leaves nothing behind."""
    ground = _ground(site)
    amending = _amending(site, ground)
    last = amending.last(PATH)
    assert last is not None
    amending._carriers.move(
        PATH, last.carried._replace(shown=last.carried.shown._replace(body="another"))
    )
    assert amending.last(PATH) is None
    ground.memory.close()
    ground = _ground(site)
    assert _amending(site, ground).last(PATH) == last
    ground.memory.close()
