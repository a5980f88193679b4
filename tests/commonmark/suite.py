"""The examples of CommonMark 0.31.2, and what is folded before ours are compared with them.

The text of the suite is not ours to copy: the npm package `commonmark-spec` brings it, beside the
judges of tests/browser. Where it is not here the tests say so; with
`SITE_BUILDER_REQUIRE_BROWSER=1`, as in CI, a test left out is a failure.

Folded is only what is ours by design and says nothing about how Markdown is read:

- the id of a heading and the `#` beside it,
- the box and the colours of a code block,
- `loading` and `decoding` of a picture,
- the spelling of addresses (percent-encoding and entities), which is the plan's work,
- XHTML's `/>`, and the line break in an empty quotation.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

import pytest

from site_builder.model.body import Body
from site_builder.render.body import fill, without_heading_links

REQUIRED: Final = "SITE_BUILDER_REQUIRE_BROWSER"
SPEC: Final = Path(__file__).parents[1] / "browser/node_modules/commonmark-spec/spec.txt"
_FENCE: Final = "`" * 32
_EXAMPLE: Final = re.compile(
    rf"^{_FENCE} example\n(?P<markdown>.*?)^\.\n(?P<html>.*?)^{_FENCE}$", re.MULTILINE | re.DOTALL
)
_ADDRESS: Final = re.compile(r'(?<= )(href|src)="([^"]*)"')
_HEADING: Final = re.compile(r'<(h[1-6]) id="[^"]*">')
_CODE: Final = re.compile(r'<div class="code"[^>]*><pre tabindex="0">(.*?)</pre></div>', re.DOTALL)
_NOWHERE: Final = "no-target"
_COLOUR: Final = re.compile(r'<span class="\w+">|</span>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example of the suite."""

    number: int
    markdown: str
    html: str


class NoPhrases:
    """Stands in for the phrases of a theme."""

    def text(self, name: str) -> str:
        """Give the name in place of the words."""
        return f"{{{name}}}"


def examples() -> Iterator[Example]:
    """Every example of the suite, in order."""
    if not SPEC.is_file():
        reason = "the CommonMark suite is not here (`make judges` installs it where npm is)"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"left out, though {REQUIRED}=1, because {reason}", pytrace=False)
        pytest.skip(f"left out because {reason}")
    text = SPEC.read_text(encoding="utf-8").replace("→", "\t")
    for number, found in enumerate(_EXAMPLE.finditer(text), start=1):
        yield Example(number=number, markdown=found["markdown"], html=found["html"])


def drawn(body: Body) -> str:
    """The HTML of a body with its links as typed, without what is ours by design."""
    targets = [reference.target or _NOWHERE for reference in body.references]
    html = fill(body.html, targets, NoPhrases()).replace(_NOWHERE, "")
    html = _HEADING.sub(r"<\1>", without_heading_links(html))
    html = _CODE.sub(lambda code: f"<pre>{_COLOUR.sub('', code[1])}</pre>", html)
    return folded(html.replace(' loading="lazy" decoding="async"', ""))


def folded(html: str) -> str:
    """HTML with one spelling for what may be spelled in several ways."""
    html = html.replace(" />", ">").replace(
        "<blockquote>\n</blockquote>", "<blockquote></blockquote>"
    )
    return _ADDRESS.sub(lambda found: f'{found[1]}="{_spelled(found[2])}"', html)


def _spelled(address: str) -> str:
    return escape(quote(unquote(unescape(address)), safe="/:?#[]@!$&'()*+,;=%"))
