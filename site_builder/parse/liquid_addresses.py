"""Addresses that a text moved over from Jekyll writes in Liquid, before its Markdown is read.

    [a]({{ site.baseurl }}/about/)          [a](/about/)       the base path is put there by us
    [a]({{ "/about/" | relative_url }})     [a](/about/)
    [a]({% post_url 2016-07-26-the-sea %})  [a](/content/posts/2016-07-26-the-sea.md)
    [a]({% link assets/cv.pdf %})           [a](/assets/cv.pdf)

Only these few forms have a meaning, and none of it is looked up: no text is a template here. What
stands in code is an example of Liquid, and stays; so does what ``raw`` keeps, and a ``post_url`` or
``link`` among the words of a text.

Source: Jekyll 4.3, ``filters/url_filters.rb``, ``tags/post_url.rb``, ``tags/link.rb``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from site_builder.parse.rewritten import Edit
from site_builder.patterns import late

_FENCE = late(r"[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_TICKS = late(r"`+")
_KEPT = late(r"\{%-?[ \t]*(end)?(?:raw|highlight)\b")
_ADDRESS = late(
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
_LEADS_TO = late(
    r"""(?: \](?:\(|:)\s*<? | =\s*["'] ) (?:\{\{[^{}]*\}\})* $ | <[A-Za-z][^<>]*$""", re.VERBOSE
)
"""What stands before the target of a link, and before anything in an HTML tag."""
_BEFORE_TAG = late(r"(?:\{\{[^{}]*\}\}){0,2}\{%")
"""What follows the home of the site where both stand before the name of a file."""
_NEAR: Final = 200
"""So many characters before a tag are looked at."""
_POSTS: Final = "/_posts/"
_TEXTS: Final = (".md", ".markdown", ".html")


def address_edits(text: str) -> list[Edit]:
    """Write the addresses of a text as we do; lines keep their numbers."""
    if "{{" not in text and "{%" not in text:
        return []
    edits: list[Edit] = []
    start, before, fence, is_kept = 0, "", "", False
    for line in text.split("\n"):
        if fence:
            stripped = line.strip(" \t>")
            if stripped.startswith(fence) and not stripped.strip(fence[0]):
                fence = ""
        elif opening := _FENCE.match(line):
            fence = opening[1]
        else:
            tags = list(_KEPT.finditer(line))
            if not is_kept and not tags and "{" in line:
                edits += (
                    Edit(start + found.start(), start + found.end(), _spelled(found))
                    for found in _outside_code(line)
                    if _is_address(found, before)
                )
            elif tags:
                is_kept = tags[-1][1] is None
        start, before = start + len(line) + 1, line
    return edits


def _outside_code(line: str) -> Iterator[re.Match[str]]:
    """The addresses in a line, but for those between backticks."""
    done = 0
    for start, end in _code_spans(line) if "`" in line else ():
        yield from _ADDRESS.finditer(line, done, start)
        done = end
    yield from _ADDRESS.finditer(line, done)


def _is_address(found: re.Match[str], line_before: str) -> bool:
    """Whether something leads there; the words of a text would show the path of a file."""
    names_file = found["post"] is not None or found["file"] is not None
    if not names_file and not _BEFORE_TAG.match(found.string, found.end()):
        return True
    begin = found.start()
    near = found.string[max(begin - _NEAR, 0) : begin]
    if not near.strip():
        near = f"{line_before[-_NEAR:]}\n{near}"
    return _LEADS_TO.search(near) is not None


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
