"""A hiring page in plain Markdown → its lists, and nothing dropped."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.body import MarkdownSettings
from site_builder.model.hiring import Block, Years
from site_builder.parse.by_rules import render_pieces
from site_builder.parse.hiring_markdown import Written, read_pieces


def read(text: str, taken: tuple[str, ...] = ()) -> Written:
    """What a text says."""
    outcome = render_pieces(text, path="hire.md", first_line=1, settings=MarkdownSettings())
    assert outcome.value is not None
    body, cut = outcome.value
    return read_pieces(cut(), path="hire.md", references=body.references, taken=taken)


def groups(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The groups of tools of a text."""
    return [(one.name, one.keywords) for one in read(text).tools]


def kinds(text: str, taken: tuple[str, ...] = ()) -> list[list[str]]:
    """What each section is made of."""
    return [[block.kind for block in one.blocks] for one in read(text, taken).sections]


def test_bullets_are_bands_and_groups() -> None:
    """Years make a band, other labels a group; each stands where it was typed."""
    written = read(
        "## Skills\n\nFirst.\n\n* 5 or more years: Java, Go\n* Less than 1 year: Big Data\n\n"
        "Then.\n\n* Natural language: English\n* Testing: Apache JMeter, ab.\n"
    )
    assert [(one.level, one.years, one.keywords) for one in written.skills] == [
        ("5 or more years", Years(min=5), ("Java", "Go")),
        ("Less than 1 year", Years(min=0, max=1), ("Big Data",)),
    ]
    assert [(one.name, one.role, one.keywords) for one in written.tools] == [
        ("Natural language", "languages", ("English",)),
        ("Testing", "", ("Apache JMeter", "ab")),
    ]
    (section,) = written.sections
    assert [(one.kind, one.start, one.end) for one in section.blocks] == [
        ("prose", 0, 0), ("skills", 0, 2), ("prose", 0, 0), ("tools", 0, 2),
    ]  # fmt: skip
    assert written.places["skills[1]"].line == 6


def test_bands_and_groups_may_share_a_list() -> None:
    """Their order stays."""
    text = "## Tools\n* 3 years: a, b\n* Cloud: c\n* Web: d\n* 1 year: e\n"
    assert kinds(text) == [["skills", "tools", "skills"]]


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("Web: HTTP/IP, C, C++, HTML", "Web", ("HTTP/IP", "C", "C++", "HTML")),
        ("云：阿里云、腾讯云，AWS", "云", ("阿里云", "腾讯云", "AWS")),
        ("السحابة: غوغل، أمازون", "السحابة", ("غوغل", "أمازون")),
        ("Cloud: AWS (EC2, S3), Azure", "Cloud", ("AWS (EC2, S3)", "Azure")),
        ("云：阿里云（ECS、OSS）、AWS", "云", ("阿里云（ECS、OSS）", "AWS")),
        ("Open: a (b, c", "Open", ("a (b", "c")),
        ("Scale: 10,000 users, 1,5", "Scale", ("10,000 users", "1,5")),
        ("**Cloud:** *AWS*, `kubectl`", "Cloud", ("AWS", "kubectl")),
        ("A & B: R&D, <3", "A & B", ("R&D", "<3")),
        ("Ratio: 16:9, 4:3", "Ratio", ("16:9", "4:3")),
    ],
)
def test_commas_part_words_but_not_inside_brackets_and_numbers(
    line: str, label: str, words: tuple[str, ...]
) -> None:
    """The commas of nine languages; a comma inside a name survives."""
    assert groups(f"## Tools\n* {line}\n") == [(label, words)]


def test_a_link_is_evidence() -> None:
    """The word is the link's, the target is checked as any link's."""
    written = read("## Skills\n* Learning: [PyTorch](../posts/a.md), Theano, [PyTorch](/b/)\n")
    assert written.tools[0].keywords == ("PyTorch", "Theano", "PyTorch")
    assert written.evidence == {"PyTorch": (0, 1)}


def test_numbers_are_requirements_works_and_ideas() -> None:
    """By the heading; a work with one address has it, and the author's counting stays."""
    written = read(
        "## Requirements\n1. In *Madrid*.\n\n"
        "## Projects\n4. See https://a.org/x.\n5. https://a.org, https://b.org\n\n"
        "## Ideas\n1. One\n\n   and more\n2. Two\n"
    )
    assert [one.text for one in written.requirements] == ["In Madrid."]
    assert written.requirements[0].html == "In <em>Madrid</em>."
    assert [one.url for one in written.projects] == ["https://a.org/x", ""]
    assert [one.text.text for one in written.ideas] == ["One and more", "Two"]
    assert [one.blocks[0].number for one in written.sections] == [1, 4, 1]


def test_an_id_says_what_a_heading_does_not() -> None:
    """`{#ideas}` under a heading of any words, or against what its words say."""
    assert read("## Sueños {#ideas}\n1. x\n").ideas
    assert not read("## Ideas {#dreams}\n\n1. x\n").requirements
    assert read("## Skills {#requirements}\n1. x\n").requirements


def test_a_heading_below_another_is_about_the_same() -> None:
    """Unless it says otherwise."""
    text = "## Requirements\n### Place\n1. a\n### Ideas\n1. b\n## Other\n1. c\n"
    assert kinds(text) == [[], ["requirements"], ["ideas"], ["prose"]]


@pytest.mark.parametrize(
    "text",
    [
        "## Skills\n* a: b, c\n* just a sentence\n",
        "## Contact\n* Mail: a, b\n",
        "## Requirements\n* Place: Madrid, Paris\n",
        "## Story\n1. first\n2. second\n",
        "## Story\n* Note: a word\n",
        f"## Tools\n* Long: {'word ' * 12}\n",
        f"## Tools\n* {'label ' * 12}: a, b\n",
        "## Tools\n* Empty: a, , b\n",
        "## Tools\n* Picture: ![a](b.png), c\n",
        "## Tools\n* a: b\n  * c: d\n",
    ],
)
def test_what_does_not_fit_whole_stays_prose(text: str) -> None:
    """One sentence among the groups, and the list is the author's own."""
    assert kinds(text) == [["prose"]]


def test_what_front_matter_lists_stays_prose() -> None:
    """Front matter wins, and the Markdown is shown as it is."""
    text = "## Skills\n* 5 years: a, b\n\n## Ideas\n1. c\n"
    assert kinds(text, ("skills",)) == [["prose"], ["ideas"]]
    assert read(text, ("skills", "ideas")).ideas == []


def words_of(html: str) -> list[str]:
    """The words that a reader sees."""
    return re.findall(r"\w+", unescape(re.sub(r"<[^>]*>|\0[^\0]*\0", " ", html)))


def entries_of(written: Written, block: Block) -> list[str]:
    """The words of the entries that stand in a block, as its template goes through them."""
    entries = slice(block.start, block.end)
    match block.kind:
        case "skills":
            return [word for one in written.skills[entries] for word in (one.level, *one.keywords)]
        case "tools":
            return [word for one in written.tools[entries] for word in (one.name, *one.keywords)]
        case "requirements":
            return [one.html for one in written.requirements[entries]]
        case "projects":
            return [one.description.html for one in written.projects[entries]]
        case "ideas":
            return [one.text.html for one in written.ideas[entries]]
    return [block.text.html]


def shown(written: Written) -> list[str]:
    """All words of the page, section by section."""
    parts: list[str] = []
    for section in written.sections:
        parts.append(section.title.html)
        for block in section.blocks:
            parts += entries_of(written, block)
    return words_of(" ".join(parts))


WORD = st.sampled_from(
    ["Java", "C++", "HTTP/IP", "a, b", "(x, y)", "技能", "、", "：", ":", ",", "5 años", "1. ", "*",
     "**bold**", "[l](/x/)", "`c`", "<b>", "![i](i.png)", "Ideas", "متطلبات", "،", "&amp;", "[^1]",
     "10,000", "|", "$x$", "http://a.org", "\\"]
)  # fmt: skip
LINE = st.builds(
    "{}{}{}".format,
    st.sampled_from(
        ["", "", "* ", "* Label: ", "1. ", "2. ", "## ", "### ", "> ", "  ", "    ", "- "]
    ),
    st.lists(WORD, max_size=6).map(" ".join),
    st.sampled_from(["\n", "\n", "\n\n"]),
)


@given(st.lists(LINE, max_size=14).map("".join), st.sets(st.sampled_from(["skills", "ideas"])))
def test_every_word_of_the_text_is_on_the_page_in_order(text: str, taken: set[str]) -> None:
    """Whatever the text, its words are those of the body, none dropped, none moved."""
    outcome = render_pieces(text, path="hire.md", first_line=1, settings=MarkdownSettings())
    assert outcome.value is not None
    body, cut = outcome.value
    written = read_pieces(cut(), path="hire.md", references=body.references, taken=tuple(taken))
    assert shown(written) == words_of(body.html)


LETTERS = {
    "en": ("Skills", "5 or more years", "Less than 1 year", "Natural language", "Job requirements",
           "Projects", "Ideas"),
    "zh": ("技能与工具", "5年以上", "不到1年", "自然语言", "求职要求", "项目", "想法"),
    "zh-Hant": ("技能與工具", "5年以上", "少於1年", "自然語言", "求職要求", "作品", "構想"),
    "ja": ("スキルとツール", "5年以上", "1年未満", "自然言語", "希望条件",
           "プロジェクト", "アイデア"),
    "es": ("Habilidades", "5 o más años", "Menos de 1 año", "Lenguaje natural",
           "Requisitos del Trabajo", "Trabajos de IA", "Ideas de IA"),
    "hi": ("कौशल और उपकरण", "5 वर्ष या अधिक", "1 वर्ष से कम", "प्राकृतिक भाषा", "नौकरी की आवश्यकताएँ",
           "परियोजनाएँ", "एआई विचार"),
    "fr": ("Compétences et outils", "5 ans ou plus", "Moins d’un an", "Langues", "Mes critères",
           "Projets", "Idées"),
    "de": ("Fähigkeiten", "5 oder mehr Jahre", "Weniger als 1 Jahr", "Natürliche Sprache",
           "Anforderungen an die Stelle", "Projekte", "Ideen"),
    "ar": ("المهارات والأدوات", "5 سنوات أو أكثر", "أقل من سنة", "اللغة الطبيعية", "متطلبات العمل",
           "المشاريع", "أفكار الذكاء الاصطناعي"),
}  # fmt: skip
COLONS = {"zh": "：", "zh-Hant": "：", "ja": "："}
COMMAS = {"zh": "、", "zh-Hant": "，", "ja": "、", "ar": "، "}


@pytest.mark.parametrize("language", LETTERS)
def test_a_whole_page_is_understood_in_each_language(language: str) -> None:
    """Two bands with their years, the spoken languages, a requirement, a work, an idea."""
    skills, many, few, spoken, requirements, projects, ideas = LETTERS[language]
    words = COMMAS.get(language, ", ").join(("C", "C++", "HTTP/IP"))
    bullets = "".join(
        f"* {label}{COLONS.get(language, ': ')}{words}\n" for label in (many, few, spoken)
    )
    lists = "".join(f"\n## {name}\n\n1. X\n" for name in (requirements, projects, ideas))
    written = read(f"## {skills}\n\n{bullets}{lists}")
    assert [(one.level, one.years) for one in written.skills] == [
        (many, Years(min=5)), (few, Years(min=0, max=1)),
    ]  # fmt: skip
    assert written.skills[0].keywords == ("C", "C++", "HTTP/IP")
    assert [(one.name, one.role) for one in written.tools] == [(spoken, "languages")]
    found = (written.requirements, written.projects, written.ideas)
    assert [len(entries) for entries in found] == [1, 1, 1]
