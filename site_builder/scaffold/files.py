"""Files that are begun: none that exists is ever written over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from site_builder.problems import Outcome, Problem

POSTS, PAGES = "content/posts", "content/pages"


def begin(root: Path, relative: str, text: str, if_there: str) -> Outcome[str]:
    """Make one file and give the line to show; ``if_there`` is the hint where it exists already.

    Problems: ``file-exists``, ``machine``.
    """
    path = root / relative
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return refused("file-exists", f"{relative} is there already", if_there)
    except OSError as error:
        return refused("machine", f"{relative} cannot be written: {error.strerror}", "")
    return Outcome(value=f" ✓ {relative}")


def with_front_matter(front: Iterable[str], body: str) -> str:
    """Put a text together from the lines of its front matter and what follows it."""
    head = "\n".join(front)
    return f"---\n{head}\n---\n{body}"


def quoted(text: str) -> str:
    """A YAML double-quoted scalar, which takes any title."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def refused(code: str, message: str, hint: str) -> Outcome[str]:
    """One Problem, and nothing made."""
    return Outcome(value=None, problems=(Problem(code=code, message=message, hint=hint),))
