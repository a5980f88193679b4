"""The act: look, refuse what must not be, commit, and in one last step push.

Until that step nothing has changed at the remote, and the step itself is one reference that moves
or does not. It moves forward only: the branch keeps a commit for each time it was published.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from site_builder.build.ground import MEMORY
from site_builder.build.machine import machine_troubles
from site_builder.events import Notice
from site_builder.frozen import dataclass
from site_builder.model.deployment import Deployment
from site_builder.problems import Outcome, Problem, has_errors
from site_builder.publish.address import address_faults
from site_builder.publish.commit import Signature, make_commit
from site_builder.publish.git import PLAIN, Git, GitError
from site_builder.publish.payload import MANY, Payload, Tell, load_payload, silent
from site_builder.publish.remote import (
    CNAME,
    Remote,
    Tip,
    failed,
    find_remote,
    foreign_tip,
    look_at,
    reason,
)
from site_builder.write.lock import take_lock

STORE = "publish.git"
"""Below the memory; losing it costs one fetch."""
MOST_REMOVED = 0.2
"""The share of pages that may vanish at once without being asked for."""
_MOVED = ("(stale info)", "(fetch first)", "(non-fast-forward)", "cannot lock ref")
_PAGE = ".html"
_NAMED = 3
"""Vanishing pages that are named: enough to know which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was asked for."""

    remote: str
    """A name, an address, or a folder."""
    branch: str
    is_dry_run: bool = False
    allows_removals: bool = False
    adopts_branch: bool = False
    allowed: Collection[str] = ()
    """Paths in the output that may hold what looks like a secret."""


def deploy(
    root: Path, output: Path, wish: Wish, here: Path, now: float, *, tell: Tell = silent
) -> Outcome[Deployment]:
    """Publish ``output`` to a branch; ``here`` is where a folder was typed, ``now`` in seconds.

    Of a large site ``tell`` hears what is being done, as each step takes its time.

    Problems: those of ``load_payload`` and ``address_faults``; ``deploy-refused`` for a branch that
    is not ours or would lose many pages; ``deploy-failed`` for what git or the remote said no to;
    ``machine``.
    """
    if shutil.which("git") is None:
        return _refused(failed("git is not installed", "install it: https://git-scm.com/"))
    lock = take_lock(root)
    if lock.value is None:
        return Outcome(value=None, problems=lock.problems)
    with machine_troubles(root), lock.value:
        payload = load_payload(root, output, wish.allowed, tell)
        remote = find_remote(root, wish.remote, here)
        if payload.value is None or remote.value is None:
            return Outcome(value=None, problems=(*payload.problems, *remote.problems))
        faults = (*payload.problems, *address_faults(payload.value.url, remote.value.url))
        if has_errors(faults):
            return Outcome(value=None, problems=faults)
        heard = tell if len(payload.value.files) >= MANY else silent
        outcome = _published(root, payload.value, remote.value, wish, now, heard)
        return Outcome(value=outcome.value, problems=(*faults, *outcome.problems))


def _published(
    root: Path, payload: Payload, remote: Remote, wish: Wish, now: float, tell: Tell
) -> Outcome[Deployment]:
    try:
        tell(Notice(text=f"asking {remote.name} what it holds"))
        git = _store(root)
        if not git.ask("check-ref-format", "--branch", wish.branch):
            return _refused(failed(f'"{wish.branch}" cannot be the name of a branch', ""))
        looked = look_at(git, remote, wish.branch)
        if looked.value is None:
            return Outcome(value=None, problems=looked.problems)
        tip = looked.value
        foreign = foreign_tip(tip, remote, wish.branch, adopt=wish.adopts_branch)
        vanishing = _vanishing(tip, payload, wish)
        refused = tuple(filter(None, (foreign, vanishing)))
        if refused:
            return Outcome(value=None, problems=refused)
        tell(Notice(text="making a commit of them"))
        commit = make_commit(git, payload, _kept(tip, payload), tip.commit, _signature(root, now))
        return _sent(git, commit, tip, payload, remote, wish, tell)
    except GitError as error:
        return _refused(failed(f"git could not do it: {reason(error.said, remote)}", ""))
    except OSError as error:
        return _refused(failed(f"{error.strerror or error}", "build again, then deploy"))


def _sent(  # noqa: PLR0913, PLR0917 because each is a part of the world that is published from
    git: Git, commit: str, tip: Tip, payload: Payload, remote: Remote, wish: Wish, tell: Tell
) -> Outcome[Deployment]:
    status = _differences(git, tip.commit, commit, payload)
    warnings = tuple(_domain_warning(git, commit, tip, payload))
    deployment = Deployment(
        remote=remote.name,
        branch=wish.branch,
        is_new_branch=not tip.commit,
        new=status.get("A", ()),
        changed=(*status.get("M", ()), *status.get("T", ())),
        removed=status.get("D", ()),
        files=len(payload.files),
        total_bytes=payload.total_bytes,
        commit="",
        is_dry_run=wish.is_dry_run,
    )
    if wish.is_dry_run or deployment.is_unchanged:
        return Outcome(value=deployment, problems=warnings)
    tell(Notice(text=f"sending what is new to {remote.name}"))
    problem = _push(git, commit, tip, remote, wish.branch)
    if problem is not None:
        return _refused(problem)
    return Outcome(value=replace(deployment, commit=commit), problems=warnings)


def _push(git: Git, commit: str, tip: Tip, remote: Remote, branch: str) -> Problem | None:
    ref = f"refs/heads/{branch}"
    lease = f"--force-with-lease={ref}:{tip.commit}"
    try:
        git.run("push", "--quiet", "--no-verify", lease, "--", remote.url, f"{commit}:{ref}")
    except GitError as error:
        if any(words in error.said for words in _MOVED):
            message = f"{branch} of {remote.name} has changed while we were looking"
            return failed(message, "nothing was pushed; deploy again")
        said = reason(error.said, remote)
        return failed(f"{remote.name} did not take it: {said}", "nothing was changed there")
    return None


def _differences(
    git: Git, before: str, after: str, payload: Payload
) -> Mapping[str, tuple[str, ...]]:
    """Git's letter for what became of a file → the paths of which this is true."""
    if not before:
        return {"A": tuple(payload.files)}
    said = git.run("diff-tree", "-r", "-z", "--no-renames", "--name-status", before, after)
    words = said.split("\0")
    found: dict[str, list[str]] = {}
    for letter, path in zip(words[::2], words[1::2], strict=False):
        found.setdefault(letter, []).append(path)
    return {letter: tuple(paths) for letter, paths in found.items()}


def _vanishing(tip: Tip, payload: Payload, wish: Wish) -> Problem | None:
    pages = [path for path in tip.files if path.endswith(_PAGE)]
    gone = [path for path in pages if path not in payload.files]
    if wish.allows_removals or len(gone) <= MOST_REMOVED * len(pages):
        return None
    named = ", ".join(gone[:_NAMED]) + (" …" if len(gone) > _NAMED else "")
    return Problem(
        code="deploy-refused",
        message=f"{len(gone)} of {len(pages)} pages would vanish from {wish.branch} ({named})",
        hint="if they are meant to go: --allow-removals",
    )


def _kept(tip: Tip, payload: Payload) -> dict[str, str]:
    """The site's own domain, when it was set at the remote and not by us."""
    if CNAME in payload.files or CNAME not in tip.files:
        return {}
    return {CNAME: tip.files[CNAME]}


def _domain_warning(git: Git, commit: str, tip: Tip, payload: Payload) -> Iterator[Problem]:
    if not _kept(tip, payload):
        return
    domain = git.run("show", f"{commit}:{CNAME}").strip()
    host = payload.host
    if domain.lower() != host:
        yield Problem(
            code="site-domain",
            message=f"the branch keeps the domain {domain}, but the pages were made for {host}",
            hint=f"set url: https://{domain} in site.yml, then build",
        )


def _store(root: Path) -> Git:
    """Our own repository, made anew when an earlier run was killed in the middle of it."""
    folder = root / MEMORY / STORE
    if folder.exists() and any(folder.rglob("*.lock")):
        shutil.rmtree(folder)
    if not (folder / "HEAD").exists():
        Git(folder=root).run("init", "--quiet", "--bare", "--template=", "--", str(folder))
    own = Git(folder=root).ask("rev-parse", "--path-format=absolute", "--git-common-dir")
    # Credentials and proxies may be set for the site's repository alone.
    included = (f"include.path={own}/config",) if own else ()
    ours = ("core.hooksPath=/dev/null", "core.bare=true", "gc.autoDetach=false", *PLAIN)
    return Git(folder=folder, is_bare=True, settings=(*included, *ours))


def _signature(root: Path, now: float) -> Signature:
    site = Git(folder=root)
    name, email = (site.ask("config", key) for key in ("user.name", "user.email"))
    return Signature(name=name, email=email, moment=int(now))


def _refused(problem: Problem) -> Outcome[Deployment]:
    return Outcome(value=None, problems=(problem,))
