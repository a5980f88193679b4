"""``serve`` before it shows anything: the address, the site made for it, what is watched."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from site_builder.build.request import Request
from site_builder.events import Event
from site_builder.model.gate import Gate
from site_builder.problems import SiteError
from site_builder.serve import command
from site_builder.serve.bind import Bound
from site_builder.serve.command import Wish, serve
from site_builder.serve.preview import Settings
from site_builder.serve.store import Held
from site_builder.serve.workshop import Made
from tests.small_site import NOW, SmallSite


def _request(site: SmallSite) -> Request:
    return Request(root=site.root, output=site.output, gate=Gate(now=NOW), jobs=1)


def _wish(port: str = "auto", **more: Any) -> Wish:
    return Wish(**{"host": "", "port": port, "allowed_hosts": (), "open_browser": False, **more})


class _Shown:
    """What the preview was handed, in place of a preview."""

    bound: Bound
    settings: Settings
    made: tuple[Made, ...]

    def run(
        self,
        bound: Bound,
        settings: Settings,
        rebuild: Callable[[Held], Made],
        tell: Callable[[Event], None],
    ) -> int:
        del tell
        self.bound, self.settings = bound, settings
        held = Held("", frozenset())
        self.made = (rebuild(held), rebuild(held))
        bound.close()
        return 130


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> _Shown:
    shown = _Shown()
    monkeypatch.setattr(command, "run", shown.run)
    return shown


def test_pages_are_made_for_the_address_that_was_taken(tmp_path: Path, shown: _Shown) -> None:
    """With the base path of the site, and the preview's exit code is the command's."""
    site = SmallSite(tmp_path, url="https://user.github.io/repo")
    site.post("2023-01-01-a-en")
    assert serve(_request(site), _wish(), lambda _: None) == 130
    assert shown.bound.port >= 8000
    for made in shown.made:
        page = next(one for one in made.artifacts if one.output == "a/index.html")
        assert (
            f'rel="canonical" href="{shown.bound.origin}/repo/a/"' in Path(page.staged).read_text()
        )
    assert shown.settings.base_path == "/repo"
    assert not site.output.exists()


def test_a_warning_ends_no_preview(tmp_path: Path, shown: _Shown) -> None:
    """Whatever site.yml says of publishing."""
    site = SmallSite(tmp_path, strict="true")
    site.post("2023-01-01-a-en", "wobble: x")
    serve(_request(site), _wish(), lambda _: None)
    assert [one.code for one in shown.made[0].problems] == ["unknown-key"]


def test_all_that_a_page_can_depend_on_is_watched(tmp_path: Path, shown: _Shown) -> None:
    """Folders of the site that are not there yet too, and the shipped themes; not the output."""
    site = SmallSite(tmp_path)
    serve(_request(site), _wish(allowed_hosts=("a.test",), open_browser=True), lambda _: None)
    names = {path.name for path in shown.settings.watched}
    assert names >= {"site.yml", "content", "static", "themes", "translations.lock"}
    assert site.output not in shown.settings.watched
    assert all(not site.output.is_relative_to(path) for path in shown.settings.watched)
    assert (shown.settings.allowed_hosts, shown.settings.open_browser) == (("a.test",), True)


@pytest.mark.parametrize("port", ["http", "80a", "-1", ""])
def test_what_is_no_port_is_answered(tmp_path: Path, shown: _Shown, port: str) -> None:
    """Before anything is made."""
    with pytest.raises(SiteError) as refused:
        serve(_request(SmallSite(tmp_path)), _wish(port), lambda _: None)
    (problem,) = refused.value.problems
    assert problem.message == f'"{port}" is not a port'
    assert not hasattr(shown, "settings")


def test_a_port_that_is_taken_is_answered(tmp_path: Path, shown: _Shown) -> None:
    """With the way to another one."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SiteError) as refused:
            serve(_request(SmallSite(tmp_path)), _wish(str(taken.getsockname()[1])), lambda _: None)
    assert "--port auto" in refused.value.problems[0].hint
    assert not hasattr(shown, "settings")
