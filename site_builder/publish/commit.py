"""Files → a commit, in the words of ``git fast-import``: no work tree, no index, no loose files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from site_builder import __version__
from site_builder.frozen import dataclass
from site_builder.publish.git import Git
from site_builder.publish.payload import Payload

TRAILER = "Published-by"
"""Marks a commit as ours (git-interpret-trailers)."""
_REF = "refs/publish/next"
_UNNAMED = ("site-builder", "site-builder@localhost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who publishes, and when."""

    name: str
    email: str
    moment: int
    """Seconds since 1970 (UTC)."""

    def spelled(self) -> bytes:
        """As git spells it; what would end the name or the line is left out."""
        name, email = (
            "".join(
                letter for letter in text if letter.isprintable() and letter not in "<>"
            ).strip()
            for text in (self.name, self.email)
        )
        return f"{name or _UNNAMED[0]} <{email or _UNNAMED[1]}> {self.moment} +0000".encode()


def make_commit(
    git: Git, payload: Payload, kept: Mapping[str, str], parent: str, signature: Signature
) -> str:
    """Put the files of ``payload`` into the repository and give the id of their commit.

    ``kept`` are files that are there already, path → git's id. The commit is on no branch;
    a reference of our own keeps it until the next one is made.
    Raises GitError, and OSError for a file that has changed since it was looked at.
    """
    pieces = _pieces(payload, kept, parent, signature)
    git.feed(["fast-import", "--quiet", "--done", "--force"], pieces)
    return git.run("rev-parse", _REF).strip()


def _pieces(
    payload: Payload, kept: Mapping[str, str], parent: str, signature: Signature
) -> Iterator[bytes]:
    marks: dict[str, int] = {}
    for path, digest in payload.files.items():
        if digest not in marks:
            marks[digest] = len(marks) + 1
            content = payload.read(path)
            yield f"blob\nmark :{marks[digest]}\ndata {len(content)}\n".encode()
            yield content
            yield b"\n"
    # Without the reset an earlier commit of ours would become the parent.
    yield f"reset {_REF}\ncommit {_REF}\n".encode()
    for role in (b"author", b"committer"):
        yield role + b" " + signature.spelled() + b"\n"
    message = _message(payload).encode()
    yield f"data {len(message)}\n".encode() + message + b"\n"
    if parent:
        yield f"from {parent}\n".encode()
    yield b"deleteall\n"
    yield from _entries((path, f":{marks[digest]}") for path, digest in payload.files.items())
    yield from _entries(kept.items())
    yield b"\ndone\n"


def _entries(files: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    for path, blob in files:
        yield f"M 100644 {blob} ".encode() + _quoted(path) + b"\n"


def _quoted(path: str) -> bytes:
    text = path.encode("utf-8", "surrogateescape")
    for letter, spelled in ((b"\\", b"\\\\"), (b'"', b'\\"'), (b"\n", b"\\n")):
        text = text.replace(letter, spelled)
    return b'"' + text + b'"'


def _message(payload: Payload) -> str:
    count = len(payload.files)
    return f"Publish {count} file{'s' * (count != 1)}\n\n{TRAILER}: site-builder {__version__}\n"
