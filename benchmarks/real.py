"""Texts that are there already, as a corpus needs them: every generator is given the same work.

What only one generator knows is taken out (front matter, template tags, comments), and links that
lead to files beside the text lead to an address instead: their files are not here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

ELSEWHERE = "https://example.org/"

_FRONT = re.compile(r"\A(---|\+\+\+)\n.*?\n\1(?:\n|\Z)", re.DOTALL)
_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\((?!https?:)[^)\n]*\)")
_REFERENCE = re.compile(r"^(\[[^\]\n]+\]:\s*)(?!https?:)\S+", re.MULTILINE)


def read_bodies(folders: Sequence[Path]) -> tuple[tuple[str, ...], ...]:
    """The texts that lie at the same path in all ``folders``, one folder a language."""
    if not folders:
        return ()
    first, *others = folders
    paths = [path.relative_to(first) for path in sorted(first.rglob("*.md"))]
    shared = [path for path in paths if all((folder / path).is_file() for folder in others)]
    return tuple(tuple(plain(folder / path) for folder in folders) for path in shared)


def plain(file: Path) -> str:
    """The body of ``file``, without what only one generator knows."""
    text = _FRONT.sub("", file.read_text(encoding="utf-8-sig"))
    text = _LINK.sub(rf"[\1]({ELSEWHERE})", _TAGS.sub("", text))
    return _REFERENCE.sub(rf"\1{ELSEWHERE}", text).strip() + "\n"
