"""A site on a real disk, and the few words in which tests publish it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from site_builder.model.artifact import Artifact, Manifest
from site_builder.model.route import Copy
from site_builder.problems import Outcome
from site_builder.write.manifest import holds, load_manifest
from site_builder.write.output import WriteResult, write

Fault = Callable[..., AbstractContextManager[list[str]]]


class Site:
    """A root with an output folder; pages are given as output path → text."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "output"
        self.staging = root / ".site_builder" / "staging"
        (root / "content").mkdir(parents=True)
        (root / "site.yml").write_text("title: Zhiwei\n")

    def file(self, path: str, text: str) -> Path:
        """Write a file of the author's, below the root."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def manifest(self) -> Manifest:
        manifest = load_manifest(self.root, self.output).value
        assert manifest is not None
        return manifest

    def publish(
        self,
        pages: Mapping[str, str],
        copies: Mapping[str, str] | None = None,
        *,
        adopt: bool = False,
        keep: bool = False,
    ) -> Outcome[WriteResult]:
        """Write ``pages`` and ``copies`` (output path → source path) as a build would."""
        return self.ready(pages, copies, adopt=adopt, keep=keep)()

    def ready(
        self,
        pages: Mapping[str, str],
        copies: Mapping[str, str] | None = None,
        *,
        adopt: bool = False,
        keep: bool = False,
    ) -> Callable[[], Outcome[WriteResult]]:
        """Stage everything, so that only the act of writing is left to do."""
        manifest = self.manifest()
        return partial(
            write,
            [self._artifact(path, text, manifest) for path, text in pages.items()],
            [
                Copy(source=source, output=path, digest="", owner=source)
                for path, source in (copies or {}).items()
            ],
            root=self.root,
            output=self.output,
            manifest=manifest,
            adopt=adopt,
            keep=keep,
        )

    def _artifact(self, path: str, text: str, manifest: Manifest) -> Artifact:
        content = text.encode()
        digest = hashlib.sha256(content).hexdigest()
        staged = ""
        if not holds(manifest, path, digest):
            self.staging.mkdir(parents=True, exist_ok=True)
            file = self.staging / hashlib.sha256(path.encode() + b"\0" + content).hexdigest()
            file.write_bytes(content)
            staged = str(file)
        return Artifact(output=path, digest=digest, size=len(content), staged=staged)

    def tree(self) -> dict[str, str]:
        """Every file below the output: path → text."""
        return {
            path.relative_to(self.output).as_posix(): path.read_text()
            for path in sorted(self.output.rglob("*"))
            if path.is_file() and not path.is_symlink()
        }


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """An empty site in a folder of its own; your home is elsewhere."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    # What a flush guards against, a power cut, no test can show; waiting for it can be spared.
    monkeypatch.setattr(os, "fsync", lambda _: None)
    return Site(tmp_path / "blog")


@pytest.fixture
def fault() -> Fault:
    """The Nth call of a function of ``os`` fails, and all after it.

        with fault("replace", nth=3, error=OSError(…)) as calls:

    With ``once=True`` only that call fails. With ``done=True`` it does its work before it fails, as
    one that is interrupted may.
    ``calls`` grows with each call.
    """

    @contextmanager
    def failing(
        name: str, *, nth: int, error: BaseException, once: bool = False, done: bool = False
    ) -> Iterator[list[str]]:
        calls: list[str] = []
        real = getattr(os, name)

        def call(*args: object, **named: object) -> object:
            calls.append(name)
            if len(calls) < nth or (once and len(calls) > nth):
                return real(*args, **named)
            if done:
                with suppress(OSError):
                    real(*args, **named)
            raise error

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, name, call)
            yield calls

    return failing
