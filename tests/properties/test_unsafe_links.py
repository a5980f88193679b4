"""No link that Markdown makes runs code or opens a file, however its scheme is disguised."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.model.body import MarkdownSettings
from site_builder.parse.by_rules import render_by_rules
from site_builder.parse.markdown import render_markdown
from site_builder.plan.links import Resolver
from site_builder.plan.urls import Urls
from tests.drawing import config_of, documents_of, site_of
from tests.trials import tries

CONFIG = config_of()
SITE = site_of("posts\n  2023-01-01-a-en", CONFIG).value
assert SITE is not None
RUNS = re.compile(r"(?:javascript|vbscript|file|data):(?!image/(?:gif|png|jpeg|webp)[;,])")
SCHEMES = (
    "javascript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "data:image/svg+xml,x",
    "file:/x",
)
NOISE = st.one_of(
    st.sampled_from(
        [
            *("&nbsp;", "&Tab;", "&NewLine;", "&colon;", "&#x85;", "&#1;", "&shy;", "\\", "%09"),
            *("\u00a0", "\u0085", "\u2028", "\u3000", "\u200b", "\ufeff", "\u00ad", "\x01", "\x1f"),
        ]
    ),
    st.characters(categories=("Zs", "Zl", "Zp", "Cc", "Cf")),
)


@st.composite
def targets(draw: st.DrawFn) -> str:
    """A scheme that runs code, in some case, some letters as entities, with noise anywhere."""
    letters = []
    for letter in draw(st.sampled_from(SCHEMES)):
        spelled = draw(st.sampled_from([letter] * 8 + [letter.upper(), f"&#{ord(letter)};"]))
        letters += [draw(NOISE), spelled] if draw(st.integers(0, 9)) == 0 else [spelled]
    before = "".join(draw(st.lists(NOISE, max_size=3)))
    return before + "".join(letters)


def read_by_browser(href: str) -> str:
    """The scheme as a browser sees it (WHATWG URL, 4.4: basic URL parser)."""
    return re.sub(r"[\t\n\r]", "", href.strip("".join(map(chr, range(0x21))))).lower()


@pytest.mark.parametrize("read", [render_markdown, render_by_rules])
@settings(max_examples=tries("links"), deadline=None)
@example(target="&nbsp;javascript:alert(1)")
@example(target="\u3000javascript:alert(1)")
@example(target="\u0085data:text/html,x")
@given(target=targets())
def test_no_disguise_helps(read, target: str) -> None:
    """In a link, a picture, a reference and between angles, for the page and for feeds."""
    places = (f"[a]({target})", f"[a](<{target}>)", f"![a]({target})", f"<{target}>", "[x]")
    text = "\n\n".join([*places, f"[x]: {target}", ""])
    settings = MarkdownSettings(raw_html=False)
    body = read(text, path="content/posts/x.md", first_line=1, settings=settings).value
    assert body is not None
    (document,) = documents_of("posts\n  2023-01-01-a-en", CONFIG)
    document = replace(document, references=body.references)
    resolver = Resolver(SITE, Urls(CONFIG), {}, {})
    for resolution in resolver.resolve(document):
        assert not RUNS.match(read_by_browser(resolution.href)), resolution.href
        assert not RUNS.match(read_by_browser(resolution.absolute)), resolution.absolute
