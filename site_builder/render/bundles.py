"""A theme's style and script: written in parts that a site can replace, published joined.

One request a kind of file, and only what the page needs: ``theme.yml`` names the parts of each
bundle. What only people read, comments and indentation, stays behind.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from site_builder.model.theme import Bundle
from site_builder.patterns import late
from site_builder.problems import Place, Problem

_APART = late(r"""(/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\))""", re.DOTALL)
"""Comments, and what white space may not be taken from: strings and unquoted addresses."""
_MARKS = "{};,>"
"""White space beside these means nothing."""


def join_bundles(
    wanted: Mapping[str, Sequence[str]],
    folders: Sequence[Path],
    theme: str,
    problems: list[Problem],
) -> Mapping[str, Bundle]:
    """Join the parts of each bundle, each from the first of ``folders`` that has it.

    Problems: ``bad-theme`` for a part that no folder has.
    """
    packed = {
        part: _packed(part, folders) for part in dict.fromkeys(chain.from_iterable(wanted.values()))
    }
    bundles: dict[str, Bundle] = {}
    for name, parts in wanted.items():
        problems += [_missing(part, name, theme) for part in parts if packed[part] is None]
        text = "\n".join(filter(None, (packed[part] for part in parts))) + "\n"
        bundles[name] = Bundle(text=text, digest=hashlib.sha256(text.encode()).hexdigest())
    return bundles


def _packed(part: str, folders: Sequence[Path]) -> str | None:
    """The part of the first folder that has it; None where none has."""
    file = next((one / part for one in folders if (one / part).is_file()), None)
    if file is None:
        return None
    text = file.read_text(encoding="utf-8")
    if part.endswith(".css"):
        return pack_css(text)
    return pack_script(text) if part.endswith(".js") else text


def pack_css(text: str) -> str:
    """Take out comments and the white space that means nothing; strings stay as they are."""
    bare, *rest = _APART.split(text)
    packed: list[str] = []
    for apart, words in zip(rest[::2], rest[1::2], strict=True):
        if apart.startswith("/*"):
            bare += f" {words}"
        else:
            packed += (_pack(bare), apart)
            bare = words
    return "".join([*packed, _pack(bare)]).strip()


def _pack(css: str) -> str:
    """Take white space out of what has no strings and no comments."""
    first, last = css[:1].isspace(), css[-1:].isspace()
    css = f"{' ' * first}{' '.join(css.split())}{' ' * last}"
    for mark in _MARKS:
        css = css.replace(f" {mark}", mark).replace(f"{mark} ", mark)
    return css.replace(": ", ":").replace(";}", "}")


def pack_script(text: str) -> str:
    """Take out indentation, empty lines, and lines that are a ``//`` comment.

    Lines inside of a text between backticks stay as they are.
    """
    lines: list[str] = []
    is_text = False
    for line in text.splitlines():
        bare = line.strip()
        if is_text or (bare and not bare.startswith("//")):
            lines.append(line if is_text else bare)
            is_text ^= line.count("`") % 2 == 1
    return "\n".join(lines)


def _missing(part: str, name: str, theme: str) -> Problem:
    return Problem(
        code="bad-theme",
        message=f"{name} is joined of {part}, which no folder of the theme has",
        place=Place(path=f"themes/{theme}/theme.yml"),
        hint=f"write {part}, or take it out of bundles:",
    )
