"""The hiring page says all that the seed post says to an employer, in both languages.

The post is read here by its own plain rules, not by the builder: a `##` line begins a section, a
`*` line is a band or group, a numbered line is an item, and everything else is a paragraph.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.small_site import SmallSite

REPO: Final = Path(__file__).resolve().parents[2]
ADDRESSES: Final = {"en": "/repo/hire/", "es": "/repo/es/hire/"}
SECTIONS: Final = {
    "en": ("Skills and Tools", "Job Requirements", "AI Work", "AI Ideas", "Please, Help Me"),
    "es": (
        "Habilidades y Herramientas",
        "Requisitos del Trabajo",
        "Trabajos de IA",
        "Ideas de IA",
        "Por Favor, Ayúdame",
    ),
}
LANGUAGES: Final = tuple(SECTIONS)
BANDS, GROUPS, REQUIREMENTS, WORKS, IDEAS = 4, 12, 8, 4, 3
LINK = re.compile(r"https?://[^\s,;]+[^\s,;.]")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+")


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section of the seed post."""

    paragraphs: list[str] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)
    numbered: list[str] = field(default_factory=list)


def seed(code: str) -> dict[str, Section]:
    """The sections of the seed post in a language, by heading."""
    path = REPO / f"content/posts/2023-07-20-zhiwei-machine-learning-{code}.md"
    sections: dict[str, Section] = {}
    current = Section()
    for line in path.read_text(encoding="utf-8").split("---\n", 2)[2].splitlines():
        if line.startswith("## "):
            current = sections[line.removeprefix("## ")] = Section()
        elif line.startswith("* "):
            current.bullets.append(line.removeprefix("* "))
        elif re.match(r"\d+\. ", line):
            current.numbered.append(line.partition(". ")[2])
        elif line.strip(" -"):
            current.paragraphs.append(line)
    return sections


def parted(bullet: str) -> tuple[str, list[str]]:
    """`Level: one, two` in its parts."""
    name, _, words = bullet.partition(": ")
    return name, words.split(", ")


def sentences(text: str) -> list[str]:
    return _SENTENCE.split(text)


def words(node: LexborNode) -> str:
    """What a reader sees of an element, on one line."""
    return " ".join(node.text(deep=True).split())


class Page:
    """The built hiring page of one language."""

    def __init__(self, html: str) -> None:
        self.tree = LexborHTMLParser(html)

    def one(self, selector: str) -> LexborNode:
        node = self.tree.css_first(selector)
        assert node is not None, f"the hiring page has no {selector}"
        return node

    def section(self, heading: str) -> LexborNode:
        """The section that begins with this heading."""
        for title in self.tree.css("section > h2"):
            if words(title) == heading and title.parent is not None:
                return title.parent
        raise AssertionError(f"the hiring page has no section {heading}")

    def rows(self) -> list[tuple[str, list[str]]]:
        """Every band and group, in order: its name and its words."""
        return [
            (words(row.css("dt")[0]), [words(word) for word in row.css("dd li")])
            for row in self.tree.css("dl.bands > div")
        ]


@pytest.fixture(params=LANGUAGES)
def code(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)


@pytest.fixture
def page(built_site, code: str) -> Page:
    """The hiring page as it was built."""
    file = built_site.file_of(ADDRESSES[code])
    assert file is not None, f"there is no {ADDRESSES[code]}"
    return Page(file.read_text(encoding="utf-8"))


def test_the_post_is_as_the_page_was_made_from(code: str) -> None:
    """The seed post still has the parts that this file compares, as many as it had."""
    skills, requirements, works, ideas, contact = (seed(code)[name] for name in SECTIONS[code])
    assert len(skills.bullets) == BANDS + GROUPS
    assert len(requirements.numbered) == REQUIREMENTS
    assert len(works.numbered) == WORKS
    assert len(ideas.numbered) == IDEAS
    assert len(contact.paragraphs) == 6


def test_the_sections_are_those_of_the_post_in_its_order(page: Page, code: str) -> None:
    """Every heading of the post is a heading of the page, in the order of the post."""
    headings = [words(title) for title in page.tree.css("article section > h2")]
    kept = [heading for heading in headings if heading in SECTIONS[code]]
    assert kept == list(SECTIONS[code]), f"the page has {headings}"


def test_every_band_and_group_is_there_word_by_word(page: Page, code: str) -> None:
    """4 bands of skills, then 12 groups of tools, each with all of its words in order."""
    wanted = [parted(bullet) for bullet in seed(code)[SECTIONS[code][0]].bullets]
    rows = page.rows()
    missing = [row for row in wanted if row not in rows]
    assert not missing, f"not on the page: {missing}"
    assert rows == wanted
    assert len(rows) == BANDS + GROUPS


def test_the_bands_stand_under_skills_and_the_groups_under_tools(page: Page) -> None:
    """The two lists of the post are two sections of the page, 4 and 12 rows long."""
    lists = page.tree.css("dl.bands")
    assert [len(one.css("dt")) for one in lists] == [BANDS, GROUPS]


@pytest.mark.parametrize(
    ("number", "count"), [(1, REQUIREMENTS), (2, WORKS), (3, IDEAS)], ids=["jobs", "works", "ideas"]
)
def test_every_numbered_item_is_there_sentence_by_sentence(
    page: Page, code: str, number: int, count: int
) -> None:
    """8 requirements, 4 works and 3 ideas, numbered as in the post, with no sentence left out."""
    heading = SECTIONS[code][number]
    wanted = seed(code)[heading].numbered
    items = [words(item) for item in page.section(heading).css("ol > li")]
    assert len(items) == count
    missing = [
        f"{heading} {position}: {sentence}"
        for position, (text, item) in enumerate(zip(wanted, items, strict=True), 1)
        for sentence in sentences(text)
        if sentence not in item
    ]
    assert not missing, "not on the page:\n" + "\n".join(missing)


def test_every_work_keeps_its_links(page: Page, code: str) -> None:
    """An address that the post spells out in a work can be followed on the page."""
    heading = SECTIONS[code][2]
    items = page.section(heading).css("ol > li")
    missing = [
        f"{heading} {position}: {url}"
        for position, (text, item) in enumerate(
            zip(seed(code)[heading].numbered, items, strict=True), 1
        )
        for url in LINK.findall(text)
        if url not in {link.attributes.get("href") for link in item.css("a[href]")}
    ]
    assert not missing, "no link on the page:\n" + "\n".join(missing)
    assert sum(len(LINK.findall(text)) for text in seed(code)[heading].numbered) == 3


def test_every_paragraph_is_there_sentence_by_sentence(page: Page, code: str) -> None:
    """What the post says between its lists stands in the same section, or in that of the tools."""
    missing = []
    for heading in SECTIONS[code]:
        section = words(page.section(heading))
        if heading == SECTIONS[code][0]:
            section += " " + words(page.tree.css("dl.bands")[1].parent or page.one("article"))
        missing += [
            f"{heading}: {sentence}"
            for paragraph in seed(code)[heading].paragraphs
            for sentence in sentences(paragraph)
            if sentence not in section
        ]
    assert not missing, "not on the page:\n" + "\n".join(missing)


def test_there_is_a_way_to_make_contact(page: Page, code: str) -> None:
    """The last section asks for help and gives the addresses at which an answer arrives."""
    contact = page.section(SECTIONS[code][-1])
    hrefs = {link.attributes.get("href") for link in contact.css("a[href]")}
    assert "https://github.com/lzwjava" in hrefs
    assert page.one("header .btn.main").attributes.get("href") in hrefs


def test_both_languages_have_the_same_shape(built_site) -> None:
    """The English page has as many bands, groups, items and links as the Spanish one."""
    shapes = set()
    for code, address in ADDRESSES.items():
        file = built_site.file_of(address)
        assert file is not None, f"there is no {address}"
        page = Page(file.read_text(encoding="utf-8"))
        rows = tuple(len(row_words) for _, row_words in page.rows())
        lists = tuple(len(page.section(name).css("ol > li")) for name in SECTIONS[code][1:4])
        shapes.add((rows, lists, len(page.section(SECTIONS[code][2]).css("a"))))
    assert len(shapes) == 1, shapes


def test_the_head_names_the_files_for_machines(page: Page, code: str, built_site) -> None:
    """Both are linked as alternates, are there, and are JSON."""
    links = page.tree.css("link[rel=alternate][type='application/json']")
    hrefs = [str(link.attributes["href"]) for link in links]
    assert hrefs == [ADDRESSES[code] + name for name in ("resume.json", "hire.json")]
    for href in hrefs:
        file = built_site.file_of(href)
        assert file is not None
        assert json.loads(file.read_text(encoding="utf-8"))


def test_search_engines_are_told_of_one_person(page: Page, code: str) -> None:
    """A ProfilePage about a Person, in the page's language, with nothing claimed beyond it."""
    said = json.loads(page.one("script[type='application/ld+json']").text())
    person = said["mainEntity"]
    assert (said["@type"], said["inLanguage"], person["@type"]) == ("ProfilePage", code, "Person")
    assert person["name"] == "Zhiwei"
    assert len(person["knowsAbout"]) == 25
    assert person["knowsLanguage"] == ["en", "zh", "yue", "Hakka"]
    assert person["sameAs"] == ["https://github.com/lzwjava"]
    assert said["dateModified"] == "2023-07-20"
    assert "JobPosting" not in json.dumps(said)


def test_evidence_leads_to_the_post(page: Page, code: str) -> None:
    """Machine learning leads to the works in the seed post, in the reader's language."""
    anchors = {"en": "#ai-work", "es": "#trabajos-de-ia"}
    folder = {"en": "/repo/", "es": "/repo/es/"}[code]
    wanted = f"{folder}zhiwei-machine-learning/{anchors[code]}"
    assert wanted in {link.attributes.get("href") for link in page.tree.css("dl.bands a")}


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site whose hiring pages and posts are both the seed post, word for word."""
    site = SmallSite(tmp_path_factory.mktemp("letter"))
    for code in LANGUAGES:
        path = REPO / f"content/posts/2023-07-20-zhiwei-machine-learning-{code}.md"
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        translated = f"translated: {str(code != 'en').lower()}"
        site.page(f"hire-{code}", "layout: hiring", "title: T", translated, body=body)
        site.page(f"plain-{code}", "title: T", translated, body=body)
    site.build()
    return site


def test_the_post_itself_can_be_the_page(letter: SmallSite, code: str) -> None:
    """As plain Markdown it gives the same 4, 12, 8, 4 and 3, under the post's own headings."""
    home = "" if code == "en" else "es/"
    page = Page(letter.read(f"{home}hire/index.html"))
    assert page.rows() == [parted(bullet) for bullet in seed(code)[SECTIONS[code][0]].bullets]
    headings = [words(title).removesuffix(" #") for title in page.tree.css("section > h2")]
    assert headings == list(seed(code))
    items = [len(one.css("li")) for one in page.tree.css("ol.points")]
    assert items == [REQUIREMENTS, WORKS, IDEAS]
    assert not [one.html for one in page.tree.css("section") if not words(one)]


def test_no_word_of_the_post_is_lost_on_the_page(letter: SmallSite, code: str) -> None:
    """The page has every word that an ordinary page of the same text has, in the same order."""
    home = "" if code == "en" else "es/"
    plain = Page(letter.read(f"{home}plain/index.html")).one(".prose")
    page = Page(letter.read(f"{home}hire/index.html"))
    for part in page.tree.css("form, .contact, .bar"):
        part.remove()
    sections = " ".join(one.text(separator=" ") for one in page.tree.css("article section"))
    assert re.findall(r"\w+", sections) == re.findall(r"\w+", plain.text(separator=" "))
