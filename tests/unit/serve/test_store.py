"""The finished bytes of one preview."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.model.artifact import Artifact
from site_builder.serve.store import AHEAD, Store

Stage = Callable[[bytes], Artifact]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    def staged(data: bytes) -> Artifact:
        path = tmp_path / f"staged-{_digest(data)}"
        path.write_bytes(data)
        return Artifact(output="x", digest=_digest(data), size=len(data), staged=str(path))

    return staged


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def test_what_was_taken_over_is_held(store: Store, stage: Stage) -> None:
    """And lies where its item says; nothing is left in the staging folder."""
    one = stage(b"one")
    store.take_over([one])
    assert store.held()("x", one.digest)
    assert not store.held()("x", _digest(b"two"))
    assert Path(store.item(one.digest).path).read_bytes() == b"one"
    assert not Path(one.staged).exists()


def test_what_an_earlier_run_left_is_trusted_when_it_is_whole(
    tmp_path: Path, store: Store, stage: Stage
) -> None:
    """A file that ends too early is not held, whatever its name says."""
    one, two = stage(b"one"), stage(b"two")
    store.take_over([one, two])
    (tmp_path / "store" / two.digest).write_bytes(b"t")
    held = Store(tmp_path / "store").held()
    assert held("x", one.digest)
    assert not held("x", two.digest)


def test_what_was_cleaned_away_is_not_held(tmp_path: Path, store: Store, stage: Stage) -> None:
    """Though this run has seen it whole."""
    one = stage(b"one")
    store.take_over([one])
    (tmp_path / "store" / one.digest).unlink()
    assert not store.held()("x", one.digest)


def test_what_no_page_has_any_more_is_forgotten(tmp_path: Path, store: Store, stage: Stage) -> None:
    """But nothing that was made ahead, which is asked for by itself."""
    one, two = stage(b"one"), stage(b"two")
    store.take_over([one, two])
    ahead = store.keep_ahead(b"ahead")
    store.take_over([replace(two, staged="")])
    store.forget_others()
    assert {path.name for path in (tmp_path / "store").iterdir()} == {two.digest, AHEAD}
    assert Path(ahead.path).read_bytes() == b"ahead"


def test_of_what_was_made_ahead_only_what_is_shown_stays(store: Store) -> None:
    """Each save leaves a file, until a rebuild ends."""
    old, new = store.keep_ahead(b"old"), store.keep_ahead(b"new")
    store.forget_ahead([new])
    assert not Path(old.path).exists()
    assert Path(new.path).read_bytes() == b"new"


def test_nothing_is_forgotten_where_nothing_is(store: Store) -> None:
    """The folder may be gone."""
    store.forget_others()
    store.forget_ahead([])
