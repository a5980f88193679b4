"""A site of nine languages as its author keeps it: zero edits, every page true.

The layout is that of an archive moved over from Jekyll: ``posts/<lang>/YYYY-MM-DD-slug-<lang>.md``.
"""

from typing import Final
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.small_site import Run, SmallSite

TAGS: Final = {
    "en": "en",
    "zh": "zh-Hans",
    "hant": "zh-Hant",
    "ja": "ja",
    "es": "es",
    "hi": "hi",
    "fr": "fr",
    "de": "de",
    "ar": "ar",
}
DATES: Final = {
    "en": "January 5, 2026",
    "zh": "2026年1月5日",
    "hant": "2026年1月5日",
    "ja": "2026年1月5日",
    "es": "5 de enero de 2026",
    "hi": "5 जनवरी 2026",
    "fr": "5 janvier 2026",
    "de": "5. Januar 2026",
    "ar": "5 يناير 2026",
}
BOLD: Final = {
    "zh": ("这是**粗体：**文字。", "粗体："),
    "hant": ("這是**粗體：**文字。", "粗體："),
    "ja": ("これは**「重要」**です。", "「重要」"),
    "hi": ("यह **ज़रूरी है।**समझे।", "ज़रूरी है।"),
    "ar": ("هذا **«مهم»**جدًا.", "«مهم»"),
}
HEADING: Final = {"hi": ("हिन्दी भाषा", "हिन्दी-भाषा"), "es": ("¡IA, aquí voy!", "ia-aquí-voy")}
X: Final = "{http://www.w3.org/1999/xhtml}link"
S: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[SmallSite, Run]:
    """One text in nine languages, and one in English alone."""
    site = SmallSite(tmp_path_factory.mktemp("nine"), languages=f"[{', '.join(TAGS)}]")
    for code in TAGS:
        bold, _ = BOLD.get(code, ("Some **bold** words.", "bold"))
        heading, _ = HEADING.get(code, ("A part", "a-part"))
        front = ["title: T", *(["translated: true"] if code != "en" else ["tags: [t]"])]
        site.post(f"{code}/2026-01-05-the-sea-{code}", *front, body=f"{bold}\n\n## {heading}\n")
    site.post("en/2026-01-06-alone-en", "title: Alone")
    return site, site.build(strict=True)


def _address(code: str, slug: str) -> str:
    return f"{slug}/" if code == "en" else f"{code}/{slug}/"


def _page(site: SmallSite, code: str, slug: str = "the-sea") -> LexborHTMLParser:
    return site.html(f"{_address(code, slug)}index.html")


def _alternates(page: LexborHTMLParser) -> dict[str, str]:
    links = page.css("link[rel=alternate][hreflang]")
    return {str(one.attributes["hreflang"]): str(one.attributes["href"]) for one in links}


def test_it_builds_without_a_word(built: tuple[SmallSite, Run]) -> None:
    """Strict, where a warning would be an error; a note is none."""
    _, run = built
    assert run.problems == ()


@pytest.mark.parametrize("code", TAGS)
def test_each_page_names_the_nine_and_a_tenth(built: tuple[SmallSite, Run], code: str) -> None:
    """All translations and x-default by their BCP 47 tags: zh-Hant, never hant."""
    site, _ = built
    wanted = {
        tag: f"https://example.org/{_address(other, 'the-sea')}" for other, tag in TAGS.items()
    }
    wanted["x-default"] = wanted["en"]
    assert _alternates(_page(site, code)) == wanted


@pytest.mark.parametrize("code", TAGS)
def test_each_page_is_in_its_language(built: tuple[SmallSite, Run], code: str) -> None:
    """Tag, direction, date, bold that is bold, an id that keeps its marks."""
    site, _ = built
    page = _page(site, code)
    root = page.css_first("html").attributes
    assert root["lang"] == TAGS[code]
    assert root["dir"] == ("rtl" if code == "ar" else "ltr")
    assert page.css_first("time").text() == DATES[code]
    assert page.css_first(".prose strong").text() == BOLD.get(code, ("", "bold"))[1]
    assert page.css_first(".prose h2").attributes["id"] == HEADING.get(code, ("", "a-part"))[1]


@pytest.mark.parametrize("code", [code for code in TAGS if code != "en"])
def test_what_is_not_translated_is_promised_nowhere(
    built: tuple[SmallSite, Run], code: str
) -> None:
    """The switcher of an English text leads to the other homes, and says that they are homes."""
    site, _ = built
    page = _page(site, "en", "alone")
    assert set(_alternates(page)) == {"en", "x-default"}
    link = page.css_first(f"header a[hreflang={TAGS[code]}]")
    assert link.attributes["href"] == f"/{code}/"
    assert link.css_first("small") is not None
    assert (site.output / code / "index.html").is_file()
    assert not (site.output / code / "alone").exists()


def test_heads_and_sitemap_say_the_same(built: tuple[SmallSite, Run]) -> None:
    """Every page of the sitemap has in its head what is there, and no other page has any."""
    site, _ = built
    told = {
        entry.findtext(f"{S}loc"): {
            one.attrib["hreflang"]: one.attrib["href"] for one in entry.iter(X)
        }
        for entry in ET.fromstring(site.read("sitemap.xml"))
    }
    found = {}
    for file in sorted(site.output.rglob("*.html")):
        alternates = _alternates(site.html(file.relative_to(site.output).as_posix()))
        address = file.relative_to(site.output).as_posix().removesuffix("index.html")
        if alternates:
            found[f"https://example.org/{address}"] = alternates
    assert found == told
    for url, alternates in found.items():
        assert url in alternates.values()
        assert all(found[other] == alternates for other in alternates.values())
