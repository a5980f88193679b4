"""Addresses that a text moved over from Jekyll writes in Liquid, before its Markdown is read.

    [a]({{ site.baseurl }}/about/)          [a](/about/)       the base path is put there by us
    [a]({{ "/about/" | relative_url }})     [a](/about/)
    [a]({% post_url 2016-07-26-the-sea %})  [a](/content/posts/2016-07-26-the-sea.md)
    [a]({% link assets/cv.pdf %})           [a](/assets/cv.pdf)

Only these few forms have a meaning, and none of it is looked up: no text is a template here. What
stands in code is an example of Liquid, and stays; so does what ``raw`` keeps.

Source: Jekyll 4.3, ``filters/url_filters.rb``, ``tags/post_url.rb``, ``tags/link.rb``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

_FENCE = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_TICKS = re.compile(r"`+")
_KEPT = re.compile(r"\{%-?[ \t]*(end)?(?:raw|highlight)\b")
_ADDRESS = re.compile(
    r"""
      \{\{-?[ \t]*site\.(?:url|baseurl)[ \t]*-?\}\}(?=/|\{\{|\{%)
    | (?<=[("'])\{\{-?[ \t]*site\.(?P<home>url|baseurl)[ \t]*-?\}\}(?=[)"'])
    | \{\{-?[ \t]*(?P<quote>["'])(?P<path>[^"'{}\n]*)(?P=quote)[ \t]*
      (?:\|[ \t]*(?:relative_url|absolute_url|prepend:[ \t]*site\.(?:base)?url)[ \t]*)+-?\}\}
    | \{%-?[ \t]*post_url[ \t]+(?P<post>[^\s%]+)[ \t]*-?%\}
    | \{%-?[ \t]*link[ \t]+(?P<file>[^\s%]+)[ \t]*-?%\}
    """,
    re.VERBOSE,
)
_POSTS: Final = "/_posts/"
_TEXTS: Final = (".md", ".markdown", ".html")


def with_addresses(text: str) -> str:
    """Write the addresses of a text as we do; lines keep their numbers."""
    if "{{" not in text and "{%" not in text:
        return text
    lines, fence, is_kept = text.split("\n"), "", False
    for number, line in enumerate(lines):
        if fence:
            stripped = line.strip(" \t>")
            if stripped.startswith(fence) and not stripped.strip(fence[0]):
                fence = ""
        elif opening := _FENCE.match(line):
            fence = opening[1]
        else:
            tags = list(_KEPT.finditer(line))
            if not is_kept and not tags and "{" in line:
                lines[number] = _outside_code(line)
            elif tags:
                is_kept = tags[-1][1] is None
    return "\n".join(lines)


def _outside_code(line: str) -> str:
    """A line with its addresses, but for those between backticks."""
    if "`" not in line:
        return _ADDRESS.sub(_spelled, line)
    parts, done = [], 0
    for start, end in _code_spans(line):
        parts += [_ADDRESS.sub(_spelled, line[done:start]), line[start:end]]
        done = end
    return "".join([*parts, _ADDRESS.sub(_spelled, line[done:])])


def _code_spans(line: str) -> list[tuple[int, int]]:
    """Where code stands in a line: a run of backticks is closed by the next of its length."""
    runs = [(found.start(), found.end()) for found in _TICKS.finditer(line)]
    later: dict[int, list[int]] = defaultdict(list)
    for start, end in reversed(runs):
        later[end - start].append(end)
    spans, done = [], 0
    for start, end in runs:
        ends = later[end - start]
        while ends and ends[-1] <= end:
            ends.pop()
        if start >= done and ends:
            done = ends[-1]
            spans.append((start, done))
    return spans


def _spelled(found: re.Match[str]) -> str:
    if found["home"] is not None:
        return "/"
    if found["path"] is not None:
        return "/" + found["path"].lstrip("/")
    if found["post"] is not None:
        return f"/content/posts/{found['post'].lstrip('/')}.md"
    if found["file"] is not None:
        return _of_file(found["file"].lstrip("/"))
    return ""


def _of_file(path: str) -> str:
    # Folders above _posts are categories or languages, and may be any below posts/ here.
    above, posts, name = f"/{path}".rpartition(_POSTS)
    if posts:
        return f"/content/posts{above}/{name}"
    return f"/content/pages/{path}" if path.endswith(_TEXTS) else f"/{path}"
