"""What a run stood on comes back whole, or not at all."""

from pathlib import Path

import pytest

from site_builder.build.ground import lay_ground
from site_builder.build.request import Request
from site_builder.memory.ground import KeptGround, keep_ground, recall_ground
from site_builder.memory.store import Store
from site_builder.model.gate import Gate
from tests.small_site import NOW, SmallSite


@pytest.fixture
def ground(tmp_path: Path) -> KeptGround:
    """Of a site that says as much as a site can."""
    site = SmallSite(
        tmp_path / "site",
        nav="[about, {url: /x/, title: X}]",
        social="[{name: GitHub, url: 'https://github.com/x'}]",
        tags="{x: {es: equis}}",
        front_matter="{extra: [mood], names: {titulo: title}}",
    )
    request = Request(root=site.root, output=site.output, gate=Gate(now=NOW))
    laid = lay_ground(request, [], lambda _: None)
    laid.memory.close()
    return KeptGround(config=laid.config, theme=laid.theme, phrases=laid.phrases, version="1")


def test_it_comes_back_as_it_was(tmp_path: Path, ground: KeptGround) -> None:
    """In its scope alone; the same is not written again."""
    store = Store(tmp_path / "m.sqlite3")
    assert recall_ground(store, "build") is None
    keep_ground(store, "build", ground)
    writes = store.writes
    assert recall_ground(store, "build") == ground
    assert recall_ground(store, "serve") is None
    keep_ground(store, "build", ground)
    assert store.writes == writes


DAMAGES = (
    "UPDATE ground SET value = '{}'",
    "UPDATE ground SET value = replace(value, 'Test', 'Rest')",
    "UPDATE ground SET value = substr(value, 9)",
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_not_known(tmp_path: Path, ground: KeptGround, damage: str) -> None:
    """Nor what another builder wrote."""
    store = Store(tmp_path / "m.sqlite3")
    keep_ground(store, "build", ground)
    store.write(damage, [()])
    assert recall_ground(store, "build") is None
