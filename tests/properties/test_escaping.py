"""Whatever an author types into a field is text in every published byte, and nothing else.

One site is built twice: once with harmless words in every field, in the names of a post and of a
picture, in a link and in the name of a language; once with whatever hypothesis finds. Every page,
read as a browser reads it, must be the same tree of elements and attributes, and so must every
feed, the sitemap and every JSON; the search index must say of all other words what it said; every
address must lead to a file; and where the words are shown they are exactly what was typed.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from site_builder.model.slugs import topic_slug
from site_builder.parse.folding import count_words, letters_of
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


ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
HARMLESS = "w harmless z"
LANGUAGE = "Lengua"


def named(text: str) -> str:
    """``text`` as the name of a file, without what no system or no address takes."""
    kept = (
        letter for letter in text if letter not in "/\\" and unicodedata.category(letter) != "Cf"
    )
    name = re.sub(r"%(?=2e|2f|5c|00)", "%_", "".join(kept), flags=re.IGNORECASE)
    name = unicodedata.normalize("NFC", name).encode()[:120].decode(errors="ignore")
    return unicodedata.normalize("NFC", f"n {name} n")


def build(root: Path, text: str) -> SmallSite:
    """A site with ``text`` in every field that takes one."""
    typed = json.dumps(text, ensure_ascii=False)
    site = SmallSite(
        root,
        title=typed,
        description=typed,
        author=typed,
        languages=json.dumps({"en": {"name": text}, "es": {"name": LANGUAGE}}, ensure_ascii=False),
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
    address = markdown(f"https://example.com/?q={text}")
    site.post(
        f"2026-01-04-{named(text)}-en",
        "title: Named",
        "redirect_from: [/old-named/]",
        body=f"[to](<{address}>)\n\n![A](<{quote(named(text), safe='')}.png>)\n",
    )
    site.write(f"content/posts/{named(text)}.png", "no picture")
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
        path = file.relative_to(site.output).as_posix()
        path = path.replace(named(text), "NAME").replace(topic_slug(text), "SLUG")
        document = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
        pages[path] = document
    return pages


def read_data(site: SmallSite, text: str) -> Mapping[str, object]:
    """The shape of every feed and other XML, of what entries hold, and of every JSON."""
    data: dict[str, object] = {}
    for file in sorted(site.output.rglob("*")):
        path = file.relative_to(site.output).as_posix().replace(topic_slug(text), "SLUG")
        if file.suffix in {".xml", ".xsl"}:
            root = ET.parse(file).getroot()
            data[path] = list(shape(root))
            contents = [*root.iter("{http://www.w3.org/2005/Atom}content"), *root.iter(ENCODED)]
            data[f"{path} contents"] = [fragment(content.text or "") for content in contents]
        elif file.suffix == ".json":
            data[path] = keys(json.loads(file.read_text(encoding="utf-8")), text)
        elif file.suffix == ".html":
            document = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
            scripts = document.iterfind(".//script[@type='application/ld+json']")
            path = path.replace(named(text), "NAME")
            data[path] = [keys(json.loads(script.text), text) for script in scripts]
    return data


def fragment(html: str) -> list[str]:
    """The shape of a piece of HTML."""
    return list(shape(html5lib.parseFragment(html, namespaceHTMLElements=False)))


def keys(value: object, text: str) -> object:
    """A JSON value without its texts."""
    if isinstance(value, dict):
        return {"TEXT" if name == text else name: keys(one, text) for name, one in value.items()}
    return [keys(one, text) for one in value] if isinstance(value, list) else type(value).__name__


def read_words(site: SmallSite) -> Mapping[str, str]:
    """Every word of the English index, and the texts that have it, as they are written."""
    files = (site.output / "search").glob("w*.txt")
    lines = (line for file in files for line in file.read_text(encoding="utf-8").split("\n"))
    return dict(line.split(" ", 1) for line in lines if line)


def read_titles(site: SmallSite, text: str) -> list[tuple[str, ...]]:
    """What the English index says of each text: number, address, day, title."""
    files = (site.output / "search").glob("t*.txt")
    lines = (line for file in files for line in file.read_text(encoding="utf-8").split("\n"))
    told = (
        (number, unquote(href).replace(named(text), "NAME"), day, title.replace(text, "TEXT"))
        for number, href, day, title in (line.split("\t") for line in lines if line)
    )
    return sorted(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmless:
    """What a site with harmless words is made of."""

    pages: Mapping[str, list[str]]
    data: Mapping[str, object]
    words: Mapping[str, str]
    titles: list[tuple[str, ...]]


@cache
def the_harmless() -> Harmless:
    """The site with harmless words; no fixture, for Hypothesis would print all of it."""
    with tempfile.TemporaryDirectory(prefix="harmless-") as folder:
        site = build(Path(folder), HARMLESS)
        return Harmless(
            pages={path: list(shape(page)) for path, page in read_pages(site, HARMLESS).items()},
            data=read_data(site, HARMLESS),
            words=read_words(site),
            titles=read_titles(site, HARMLESS),
        )


@pytest.mark.slow
@settings(
    max_examples=tries("escaping"),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@example(text="w </script><script>alert(1)</script> z")
@example(text='w " onmouseover="alert(1)" \' z')
@example(text="w ]]> --> {{ 7*7 }} &amp; z")
@given(text=words())
def test_what_is_typed_is_text_everywhere(text: str) -> None:
    """No field of any text changes what a page is made of, in any place where it is shown."""
    harmless = the_harmless()
    folder = Path(tempfile.mkdtemp(prefix="escaping-"))
    try:
        site = build(folder, text)
        pages = read_pages(site, text)
        assert pages.keys() == harmless.pages.keys()
        for path, page in pages.items():
            assert list(shape(page)) == harmless.pages[path], path
        _text_is_exact(site, pages, text)
        _names_are_exact(site, pages, text)
        assert read_data(site, text) == harmless.data
        _feeds_are_exact(site, text)
        _search_is_the_same(site, harmless, text)
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


def _names_are_exact(site: SmallSite, pages: Mapping[str, ET.Element], text: str) -> None:
    post = pages["NAME/index.html"]
    picture = next(image for image in post.iter("img") if image.attrib["alt"] == "A")
    assert unquote(picture.attrib["src"]) == f"/posts/{named(text)}.png"
    links = [link.attrib["href"] for link in post.iter("a") if link.text == "to"]
    assert [unquote(link) for link in links] == [unquote(f"https://example.com/?q={text}")]
    refresh = pages["old-named/index.html"].find(".//meta[@http-equiv='refresh']")
    sent_to = refresh.attrib["content"].partition("url=")[2]
    assert unquote(sent_to).endswith(f"/{named(text)}/")
    assert any(text in "".join(link.itertext()) for link in pages["es/index.html"].iter("a"))
    for page in pages.values():
        for element in page.iter():
            for name in ("href", "src"):
                _leads_to_a_file(site, element.attrib.get(name, "") if element.attrib else "")


def _leads_to_a_file(site: SmallSite, address: str) -> None:
    path = address.removeprefix("https://example.org")
    if path.startswith("/") and not path.startswith("//"):
        below = unquote(path.partition("#")[0].partition("?")[0]).lstrip("/")
        file = site.output / below
        assert (file / "index.html" if below.endswith("/") or not below else file).is_file(), (
            address
        )


def _search_is_the_same(site: SmallSite, harmless: Harmless, text: str) -> None:
    assert read_titles(site, text) == harmless.titles
    own = {*count_words(text), *letters_of(text), *count_words(HARMLESS)}
    theirs = {word: texts for word, texts in harmless.words.items() if word not in own}
    mine = {word: texts for word, texts in read_words(site).items() if word not in own}
    assert mine == theirs


def _feeds_are_exact(site: SmallSite, text: str) -> None:
    atom = {"a": "http://www.w3.org/2005/Atom"}
    feed = ET.parse(site.output / "feed.xml").getroot()
    titles = [
        entry.findtext("a:title", namespaces=atom) for entry in feed.iterfind("a:entry", atom)
    ]
    assert titles == ["Named", text, text]
    rss = ET.parse(site.output / "rss.xml").getroot()
    assert [item.findtext("title") for item in rss.iter("item")] == titles
    items = json.loads(site.read("feed.json"))["items"]
    assert [item["title"] for item in items] == titles
    assert feed.findtext("a:title", namespaces=atom) == text
    resume = json.loads(site.read("hire/resume.json"))
    assert resume["basics"]["name"] == text
    assert text in resume["skills"][0].values()
