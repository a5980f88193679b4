"""git, started with a list of arguments, in an environment of our own, without ever asking.

No shell, no terminal to ask a password on, no hooks and no variables of a git that started us. What
the author has set (name, credentials, proxies, ``insteadOf``) counts as usual.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from site_builder.frozen import dataclass

_KEPT = frozenset({"GIT_SSH", "GIT_SSH_COMMAND", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"})
"""How to reach a host and where settings are; all others speak of another repository."""


PLAIN = ("color.ui=false", "log.showSignature=false")
"""Settings without which we would not understand what git says."""


class GitError(Exception):
    """git said no; the lines it said are in ``said``."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


@dataclass(frozen=True, slots=True, kw_only=True)
class Git:
    """One repository, or the folder in which git looks for one."""

    folder: Path
    settings: tuple[str, ...] = ()
    """``key=value`` pairs that win over all others."""
    is_bare: bool = False
    """Whether ``folder`` is the repository itself."""

    def run(self, *words: str) -> str:
        """Run a command and give what it said; raises GitError when it fails."""
        with self.start(words) as process:
            out, said = process.communicate()
        if process.returncode:
            raise GitError(said.decode("utf-8", "replace"))
        return out.decode("utf-8", "surrogateescape")

    def feed(self, words: Iterable[str], pieces: Iterable[bytes]) -> None:
        """Run a command with ``pieces`` as its input; raises GitError when it fails."""
        with self.start(words, stdin=subprocess.PIPE) as process:
            # A command that ends early says why itself.
            with suppress(BrokenPipeError):
                _write(process.stdin, pieces)
            _, said = process.communicate()
        if process.returncode:
            raise GitError(said.decode("utf-8", "replace"))

    def ask(self, *words: str) -> str:
        """As :meth:`run`, with the empty text for a command that fails: it has nothing to say."""
        try:
            return self.run(*words).strip()
        except GitError:
            return ""

    @contextmanager
    def start(
        self, words: Iterable[str], stdin: int = subprocess.DEVNULL
    ) -> Iterator[subprocess.Popen[bytes]]:
        """Start a command; whatever ends us ends it and all it started."""
        where = [f"--git-dir={self.folder}"] if self.is_bare else ["-C", str(self.folder)]
        settings = [word for setting in self.settings for word in ("-c", setting)]
        process = subprocess.Popen(  # noqa: S603 because each word is ours or follows a "--"
            ["git", *where, *settings, *words],  # noqa: S607 because which git is the author's choice
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            # Away from the terminal, so that ssh and credential helpers have none to ask on.
            start_new_session=True,
        )
        try:
            yield process
        except BaseException:
            _end(process)
            raise


def environment() -> dict[str, str]:
    """The environment for git: in English, so that we understand it, and with no one to ask."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _KEPT
    }
    return kept | {
        "LC_ALL": "C",
        "LANGUAGE": "C",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "",
        "SSH_ASKPASS": "",
        "SSH_ASKPASS_REQUIRE": "never",
        "GCM_INTERACTIVE": "never",
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git and what it started, such as ssh."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGTERM)
        else:
            process.terminate()
    process.communicate()


def _write(stream: IO[bytes] | None, pieces: Iterable[bytes]) -> None:
    if stream is None:
        return
    for piece in pieces:
        stream.write(piece)
    stream.flush()
