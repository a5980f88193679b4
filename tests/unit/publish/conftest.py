"""A built site on disk, a bare repository beside it, and the few words in which tests publish."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from site_builder.model.deployment import Deployment
from site_builder.problems import Outcome
from site_builder.publish.deploy import Wish, deploy
from tests.small_site import SmallSite

NOW = 1_800_000_000.0
BRANCH = "gh-pages"


class Publishing:
    """A site, its remote, and git to look at both from outside."""

    def __init__(self, site: SmallSite, remote: Path) -> None:
        self.site = site
        self.root = site.root
        self.output = site.output
        self.remote = remote

    def deploy(self, **wish: object) -> Outcome[Deployment]:
        """Deploy to the bare repository unless ``remote`` says otherwise."""
        asked = replace(Wish(remote=str(self.remote), branch=BRANCH), **wish)
        return deploy(self.root, self.output, asked, self.root, NOW)

    def refused(self, **wish: object) -> str:
        """What is said of a deployment that must not happen; nothing has changed at the remote."""
        before = self.refs()
        outcome = self.deploy(**wish)
        assert outcome.value is None
        assert self.refs() == before, "the remote has changed"
        for problem in outcome.problems:
            assert problem.code in {"deploy-refused", "deploy-failed", "machine"}
            assert "\n" not in problem.message
        return "\n".join(
            f"{one.place or ''} {one.message} = {one.hint}" for one in outcome.problems
        )

    def git(self, *words: str, folder: Path | None = None) -> str:
        """Run git from outside, at the remote unless told otherwise."""
        command = ["git", "-C", str(folder or self.remote), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def refs(self) -> str:
        """All references of the remote."""
        return self.git("for-each-ref", "--format=%(refname) %(objectname)")

    def tree(self, branch: str = BRANCH) -> dict[str, bytes]:
        """Path → bytes of all that a branch of the remote holds."""
        command = ["git", "-C", str(self.remote), "archive", "--format=tar", branch]
        packed = subprocess.run(command, capture_output=True, check=True).stdout
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            files = {one.name: archive.extractfile(one) for one in archive if one.isfile()}
            return {name: file.read() for name, file in files.items() if file is not None}

    def objects(self) -> bytes:
        """All that the remote keeps, in whatever commit."""
        words = ["cat-file", "--batch-all-objects", "--batch", "--unordered"]
        command = ["git", "-C", str(self.remote), *words]
        return subprocess.run(command, capture_output=True, check=True).stdout

    def written(self) -> dict[str, bytes]:
        """Path → bytes of the output."""
        return {
            file.relative_to(self.output).as_posix(): file.read_bytes()
            for file in self.output.rglob("*")
            if file.is_file()
        }

    def push_by_hand(
        self, files: Mapping[str, str], branch: str = BRANCH, message: str = "Mine"
    ) -> str:
        """Someone else's commit on a branch, whatever was there; gives its id."""
        clone = self.remote.parent / "clone"
        shutil.rmtree(clone, ignore_errors=True)
        self.git("clone", "--quiet", str(self.remote), str(clone))
        there = f"refs/heads/{branch}" in self.refs()
        new = [] if there else ["--orphan"]
        self.git("checkout", "--quiet", *new, branch, folder=clone)
        for path, text in files.items():
            file = clone / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        self.git("add", "--all", folder=clone)
        self.git("commit", "--quiet", "--message", message, folder=clone)
        self.git("push", "--quiet", "origin", f"HEAD:{branch}", folder=clone)
        return self.git("rev-parse", "HEAD", folder=clone)

    def hook(self, name: str, text: str) -> None:
        """Give the remote a hook."""
        file = self.remote / "hooks" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        file.chmod(0o755)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of seven texts, built once; tests work on copies."""
    site = SmallSite(tmp_path_factory.mktemp("built") / "blog", url="https://user.github.io/repo")
    for number in range(1, 6):
        site.post(f"2023-01-0{number}-p{number}-en", f"title: Post {number}")
    site.post("2023-01-01-p1-es", "title: Uno", "translated: true")
    site.post("2023-02-01-hidden-en", "title: SECRETDRAFT", "draft: true", body="SECRETDRAFT")
    site.page("about-en", "title: About")
    site.build()
    return site.root


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home folder and a git configuration of its own; what a flush guards against is left out."""
    home = tmp_path / "home" / "ana"
    home.mkdir(parents=True)
    settings = home / "gitconfig"
    settings.write_text(
        "[user]\nname = Ana\nemail = ana@example.org\n[init]\ndefaultBranch = main\n",
        encoding="utf-8",
    )
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def publishing(tmp_path: Path, built: Path, alone: None) -> Publishing:  # noqa: ARG001 because git needs its configuration first
    """A copy of the built site, and an empty bare repository."""
    root = tmp_path.resolve() / "blog"
    shutil.copytree(built, root)
    remote = tmp_path.resolve() / "remote.git"
    command = ["git", "init", "--quiet", "--bare", str(remote)]
    subprocess.run(command, check=True)
    return Publishing(SmallSite(root), remote)
