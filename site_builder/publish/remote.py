"""What is at the other end: which remote, which branch, and whether its last commit is ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from shlex import quote
from urllib.parse import urlsplit

from site_builder.frozen import dataclass
from site_builder.model.words import did_you_mean, shortened
from site_builder.patterns import late
from site_builder.problems import Outcome, Problem
from site_builder.publish.commit import TRAILER
from site_builder.publish.git import Git, GitError

CNAME = "CNAME"
"""The file in which GitHub Pages keeps the site's own domain."""
_SOURCES = "site.yml"
"""A branch with this file holds what a site is made from."""
_LOOK_BACK = 30
"""Commits behind the last one among which one of ours is looked for."""
_TRAILER = late(rf"^{TRAILER}: ", re.MULTILINE)
_SIGN_IN = (
    "Authentication failed",
    "could not read Username",
    "could not read Password",
    "Permission denied",
    "terminal prompts disabled",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A repository elsewhere."""

    name: str
    """As it is shown: never with a password."""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """The last commit of a branch."""

    commit: str
    """Empty when the branch is not there yet."""
    files: Mapping[str, str]
    """Path → git's id of its bytes."""
    is_ours: bool
    """Whether nothing would be lost that we did not make."""
    words: str
    """Who made it, for a message."""


NO_BRANCH = Tip(commit="", files={}, is_ours=True, words="")


def find_remote(root: Path, typed: str, here: Path) -> Outcome[Remote]:
    """The remote that was typed: a name of the site's repository, an address, or a folder.

    Problems: ``deploy-failed`` when it is none of them.
    """
    site = Git(folder=root)
    names = site.ask("remote").split()
    if typed in names:
        # The first of several: pushing to all of them at once could not be undone at one.
        url = site.ask("remote", "get-url", "--push", typed).partition("\n")[0]
        return Outcome(value=Remote(name=typed, url=_absolute(url, root)))
    folder = here / typed
    if folder.is_dir():
        return Outcome(value=Remote(name=typed, url=str(folder.resolve())))
    if not typed.startswith("-") and (":" in typed):
        return Outcome(value=Remote(name=_without_password(typed), url=typed))
    return Outcome(value=None, problems=(_no_remote(site, typed, names),))


def _no_remote(site: Git, typed: str, names: Sequence[str]) -> Problem:
    """Say why what was typed is no remote, and what to type first."""
    if "/" in typed:
        return failed(
            f"there is no folder {typed}", f"make it first: git init --bare {quote(typed)}"
        )
    name = "NAME" if typed.startswith("-") else quote(typed)
    add = f"git remote add {name} ADDRESS"
    if not _is_repository(site):
        message = f"this site's folder is no git repository yet, so it has no remote {typed}"
        return failed(message, f"type git init, then {add}, with the address of your repository")
    meant = did_you_mean(typed, names)
    hint = f"did you mean {meant}?" if meant else f"add it first: {add}"
    return failed(f"{typed} is not a remote of this site's repository", hint)


def _is_repository(site: Git) -> bool:
    try:
        site.run("rev-parse", "--git-dir")
    except GitError as error:
        # Another no, such as to a folder that someone else owns, is not the lack of one.
        return "not a git repository" not in error.said
    return True


def look_at(git: Git, remote: Remote, branch: str) -> Outcome[Tip]:
    """See what the branch holds, fetching what is not here yet.

    Problems: ``deploy-failed`` when the remote cannot be reached.
    """
    ref = f"refs/heads/{branch}"
    try:
        listed = git.run("ls-remote", "--heads", "--", remote.url, ref)
        commits = [line.split("\t")[0] for line in listed.splitlines() if line.endswith(f"\t{ref}")]
        if not commits:
            return Outcome(value=NO_BRANCH)
        commit = commits[0]
        if not git.ask("rev-parse", "--verify", "--quiet", f"{commit}^{{tree}}"):
            commit = _fetch(git, remote, ref, depth=1)
        return Outcome(value=_tip(git, remote, ref, commit))
    except GitError as error:
        return Outcome(value=None, problems=(unreachable(remote, error),))


def _fetch(git: Git, remote: Remote, ref: str, *, depth: int) -> str:
    git.run("fetch", "--quiet", "--no-tags", f"--depth={depth}", "--", remote.url, ref)
    return git.run("rev-parse", "FETCH_HEAD").strip()


def _tip(git: Git, remote: Remote, ref: str, commit: str) -> Tip:
    listed = git.run("ls-tree", "-r", "-z", commit).split("\0")
    pairs = (entry.split("\t", 1) for entry in listed if entry)
    files = {path: facts.split()[2] for facts, path in pairs}
    said = git.run("show", "--no-patch", "--format=%h %an: %s", commit).strip()
    is_ours = not files or _is_marked(git, commit) or _is_only_a_domain(git, remote, ref, commit)
    return Tip(commit=commit, files=files, is_ours=is_ours, words=shortened(said, 80))


def _is_marked(git: Git, commit: str) -> bool:
    return bool(_TRAILER.search(git.run("show", "--no-patch", "--format=%B", commit)))


def _is_only_a_domain(git: Git, remote: Remote, ref: str, commit: str) -> bool:
    """Whether all that came after our last commit is GitHub's own "Create CNAME"."""
    _fetch(git, remote, ref, depth=_LOOK_BACK)
    for earlier in git.run("rev-list", f"--max-count={_LOOK_BACK}", commit).split():
        if _is_marked(git, earlier):
            changed = git.run("diff-tree", "-r", "-z", "--name-only", earlier, commit)
            return set(filter(None, changed.split("\0"))) == {CNAME}
    return False


def foreign_tip(tip: Tip, remote: Remote, branch: str, *, adopt: bool) -> Problem | None:
    """Why the branch is not ours to publish on; None when it is. Problem: ``deploy-refused``."""
    where = f"{branch} of {remote.name}"
    if _SOURCES in tip.files:
        return Problem(
            code="deploy-refused",
            message=f"{where} holds the sources of a site, which would be gone",
            hint="publish to a branch of its own, such as --branch gh-pages",
        )
    if tip.is_ours or adopt:
        return None
    return Problem(
        code="deploy-refused",
        message=f"the last commit on {where} was not made by deploy ({tip.words})",
        hint="take another --branch, or --adopt-branch, which keeps its history, not its files",
    )


def unreachable(remote: Remote, error: GitError) -> Problem:
    """Say why a remote cannot be reached."""
    said = reason(error.said, remote)
    hint = "see that it is there, and that the network is"
    if any(words in error.said for words in _SIGN_IN):
        hint = "sign in first: `git ls-remote` has to work without a question"
    return failed(f"{remote.name} cannot be reached: {said}", hint)


def reason(said: str, remote: Remote) -> str:
    """What matters of what git said, in one line, without a password."""
    lines = [line.strip() for line in said.replace(remote.url, remote.name).splitlines()]
    told = [line.removeprefix("remote:").strip() for line in lines if line.startswith("remote:")]
    fatal = [
        line.partition(":")[2].strip() for line in lines if line.startswith(("fatal:", "error:"))
    ]
    found = [line for line in (*told, *fatal, *lines) if line]
    return shortened(found[0], 160) if found else "git does not say why"


def failed(message: str, hint: str) -> Problem:
    """A ``deploy-failed``."""
    return Problem(code="deploy-failed", message=message, hint=hint)


def _absolute(url: str, root: Path) -> str:
    """A remote that is a folder is relative to the repository, and we are elsewhere."""
    return str((root / url).resolve()) if ":" not in url and (root / url).is_dir() else url


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    if not parts.scheme or "@" not in parts.netloc:
        return url
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
