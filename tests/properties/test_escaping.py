"""Whatever an author types into a field is text in every published byte, and nothing else.

One site is built twice: once with harmless words in every field, once with whatever hypothesis
finds. Every page, read as a browser reads it, must be the same tree of elements and
attributes; every feed must be well-formed XML, every JSON must parse; and where the words are shown
they are exactly what was typed.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from site_builder.model.slugs import topic_slug
from tests.small_site import SmallSite
from tests.trials import tries

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title></style></textarea>",
    '" onmouseover="alert(1)" x="',
    "' onmouseover='alert(1)' x='",
    "<!-- --> ]]> <![CDATA[",
    "&lt;b&gt; &amp;amp; &#60;",
    "{{ 7*7 }} {% raw %} {# c #}",
    "javascript:alert(1)",
    "\\u003c \\x3c \\",
    "%3Cscript%3E %00 %0a",
    "${7*7} `x` $\\infty$",
    "a://b?c=d&e=f#g",
    "مرحبا שלום \u2067x\u2069 हिन्दी 中文 👩‍👩‍👧",
)
PIECES = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(
        st.one_of(
            st.sampled_from("<>\"'&`=/\\{}[]()%#?;:!-_*~^|$@ "),
            st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Cf", "Co")),
        ),
        min_size=1,
        max_size=40,
    ),
)
"""Characters that front matter refuses (controls, overrides) are tried in tests/bad_inputs."""


@st.composite
def words(draw: st.DrawFn) -> str:
    """What somebody typed: any characters in one line, with letters so that a slug can be made."""
    typed = " ".join(draw(st.lists(PIECES, min_size=1, max_size=3)))
    # White space is folded in titles, and text is NFC wherever addresses are made of it.
    return " ".join(unicodedata.normalize("NFC", f"w {typed} z").split())


HARMLESS = "w harmless z"


def build(root: Path, text: str) -> SmallSite:
    """A site with ``text`` in every field that takes one."""
    typed = json.dumps(text, ensure_ascii=False)
    site = SmallSite(
        root,
        title=typed,
        description=typed,
        author=typed,
        social=json.dumps([{"name": text, "url": "https://example.com/me"}], ensure_ascii=False),
        nav=json.dumps(["archive", {"url": "/", "title": text}], ensure_ascii=False),
        feeds="[atom, rss, json]",
        front_matter="{extra: [mood]}",
    )
    site.post(
        "2026-01-02-one-en",
        *(f"{key}: {typed}" for key in ("title", "description", "author", "series", "mood")),
        f"tags: [{typed}]",
        f"categories: [{typed}]",
        "redirect_from: [/old/]",
        body=f"## Heading\n\n{markdown(text)}\n\n![{markdown(text)}](p.png '{markdown(text)}')\n",
    )
    site.post("2026-01-02-one-es", f"title: {typed}", "translated: true", "generated: true")
    site.post(
        "2026-01-03-two-en",
        f"title: {typed}",
        f"excerpt: {typed}",
        body="[to](2026-01-02-one-en.md)",
    )
    site.page(
        "hire-en",
        f"title: {typed}",
        "layout: hiring",
        f"basics: {{name: {typed}, label: {typed}, summary: ok, location: {typed}}}",
        f"facts: [{{label: {typed}, value: {typed}}}]",
        f"skills: [{{level: {typed}, keywords: [{typed}]}}]",
        f"tools: [{{name: {typed}, keywords: [{typed}]}}]",
    )
    site.write("content/posts/p.png", "no picture")
    site.build()
    return site


def markdown(text: str) -> str:
    """``text`` so that Markdown shows it as typed: every ASCII sign escaped (CommonMark 2.4)."""
    signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    return "".join(f"\\{letter}" if letter in signs else letter for letter in text)


def shape(element: ET.Element) -> Iterator[str]:
    """The tree of a page without its words: elements, and names of attributes."""
    if isinstance(element.tag, str):
        names = " ".join(sorted(str(name) for name in element.attrib))
        yield f"<{element.tag} {names}>"
        for child in element:
            yield from shape(child)
        yield f"</{element.tag}>"
    else:
        yield "<!---->"


def read_pages(site: SmallSite, text: str) -> Mapping[str, ET.Element]:
    """Every page by its path, in which the words are named and not spelled."""
    pages = {}
    for file in sorted(site.output.rglob("*.html")):
        path = file.relative_to(site.output).as_posix().replace(topic_slug(text), "SLUG")
        document = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
        pages[path] = document
    return pages


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The shape of every page of the site with harmless words."""
    site = build(tmp_path_factory.mktemp("harmless"), HARMLESS)
    return {path: list(shape(page)) for path, page in read_pages(site, HARMLESS).items()}


@pytest.mark.slow
@settings(
    max_examples=tries("escaping"),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(text="w </script><script>alert(1)</script> z")
@example(text='w " onmouseover="alert(1)" \' z')
@example(text="w ]]> --> {{ 7*7 }} &amp; z")
@given(text=words())
def test_what_is_typed_is_text_everywhere(harmless: Mapping[str, list[str]], text: str) -> None:
    """No field of any text changes what a page is made of, in any place where it is shown."""
    folder = Path(tempfile.mkdtemp(prefix="escaping-"))
    try:
        site = build(folder, text)
        pages = read_pages(site, text)
        assert pages.keys() == harmless.keys()
        for path, page in pages.items():
            assert list(shape(page)) == harmless[path], path
        _text_is_exact(site, pages, text)
        _data_is_well_formed(site, text)
    finally:
        shutil.rmtree(folder)


def _text_is_exact(site: SmallSite, pages: Mapping[str, ET.Element], text: str) -> None:
    post = pages["one/index.html"]
    assert " ".join("".join(post.find(".//h1").itertext()).split()) == text
    assert post.find(".//title").text == f"{text} · {text}" or post.find(".//title").text == text
    described = post.find(".//meta[@name='description']")
    assert described.attrib["content"] == text
    shown = post.find(".//p/img")
    picture = shown if shown is not None else post.find(".//figure//img")
    assert picture.attrib["alt"] == text
    for page in pages.values():
        for data in page.iterfind(".//script[@type='application/ld+json']"):
            json.loads(data.text)
    data = json.loads(post.find(".//script[@type='application/ld+json']").text)
    assert data["headline"] == text
    assert data["author"]["name"] == text
    tag = quote(f"/tags/{topic_slug(text)}/", safe="/-._~!$'()*,;:@")
    hrefs = [link.attrib["href"] for link in post.iterfind(".//a[@rel='tag']")]
    assert hrefs == [tag]
    assert (site.output / "tags" / topic_slug(text) / "index.html").is_file()


def _data_is_well_formed(site: SmallSite, text: str) -> None:
    for file in (*site.output.rglob("*.xml"), *site.output.rglob("*.xsl")):
        ET.parse(file)
    for file in site.output.rglob("*.json"):
        json.loads(file.read_text(encoding="utf-8"))
    atom = {"a": "http://www.w3.org/2005/Atom"}
    feed = ET.parse(site.output / "feed.xml").getroot()
    titles = [
        entry.findtext("a:title", namespaces=atom) for entry in feed.iterfind("a:entry", atom)
    ]
    assert titles == [text, text]
    assert feed.findtext("a:title", namespaces=atom) == text
    resume = json.loads(site.read("hire/resume.json"))
    assert resume["basics"]["name"] == text
    assert text in resume["skills"][0].values()
