"""Front matter and Markdown → the Profile, whichever way the page is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.discover.naming import language_words, name_facts
from site_builder.model.hiring import LISTS, Profile
from site_builder.model.settings import ParseSettings
from site_builder.model.source import Kind, Source, Stat
from site_builder.parse.document import parse
from tests.drawing import codes, config_of

REPO = Path(__file__).resolve().parents[3]
WAYS = "basics: {url: https://a.org}"


def read(text: str, name: str = "hire-en.md") -> Profile:
    """The Profile of a page."""
    config = config_of()
    source = Source(
        path=f"content/pages/{name}",
        kind=Kind.PAGE,
        stat=Stat(size=1, mtime_ns=1, ctime_ns=1, inode=1),
        name=name_facts(Kind.PAGE, name, language_words(config.languages)),
    )
    outcome = parse(source, text.encode(), ParseSettings.of(config, "test"))
    assert outcome.value is not None, codes(outcome.problems)
    assert outcome.value.document.profile is not None
    return outcome.value.document.profile


def page(*front: str, body: str = "") -> Profile:
    """The Profile of a page with these lines of front matter and this Markdown."""
    lines = "\n".join(("---", "layout: hiring", "title: Hire me", *front, "---"))
    return read(f"{lines}\n\n{body}\n")


def outline(profile: Profile) -> list[tuple[str, str, list[str]]]:
    """Each section: its role, its heading, what it is made of."""
    return [
        (
            one.role,
            one.heading or re.sub(r"<a .*|<[^>]*>", "", one.title.html).strip(),
            [block.kind for block in one.blocks],
        )
        for one in profile.sections
    ]


@pytest.mark.parametrize("code", ["en", "es"])
def test_the_seed_post_as_a_page_says_what_the_typed_page_says(code: str) -> None:
    """4 bands, 12 groups, 8 requirements, 4 works, 3 ideas: the same items, both ways."""
    post = REPO / f"content/posts/2023-07-20-zhiwei-machine-learning-{code}.md"
    body = post.read_text(encoding="utf-8").split("---\n", 2)[2]
    written = page(body=body)
    name = f"hire-{code}.md"
    typed = read((REPO / "content/pages" / name).read_text(encoding="utf-8"), name)
    assert [len(getattr(written, name)) for name in LISTS] == [4, 12, 8, 4, 3]
    assert written.skills == typed.skills
    assert written.tools == typed.tools
    assert [one.text for one in written.requirements] == [one.text for one in typed.requirements]
    assert [one.description.text for one in written.projects] == [
        one.description.text for one in typed.projects
    ]
    assert [one.url for one in written.projects] == [one.url for one in typed.projects]
    assert [one.text.text for one in written.ideas] == [one.text.text for one in typed.ideas]


def test_typed_lists_stand_in_their_order_with_the_authors_headings() -> None:
    """The Markdown of such a page is its closing words, beside the ways to answer."""
    profile = page(
        WAYS,
        "ideas: [One]",
        "skills: [{level: 5 years, keywords: [Java]}]",
        "sections: {skills: {heading: Mine, intro: So much.}, contact: {heading: Write}}",
        body="Thank you.",
    )
    assert outline(profile) == [
        ("skills", "Mine", ["prose", "skills"]),
        ("ideas", "", ["ideas"]),
        ("contact", "Write", ["prose", "contact"]),
    ]


def test_markdown_stands_in_its_own_order() -> None:
    """The ways to answer come where the text speaks of contact."""
    body = "Hello.\n\n## Contact\n\nWrite.\n\n## Ideas\n\n1. One\n\n## More\n\nWords.\n"
    assert outline(page(WAYS, body=body)) == [
        ("", "", ["prose"]),
        ("contact", "Contact", ["prose", "contact"]),
        ("ideas", "Ideas", ["ideas"]),
        ("", "More", ["prose"]),
    ]


def test_the_ways_to_answer_come_last_where_no_text_speaks_of_them() -> None:
    """And nowhere when there are none: no section is empty."""
    body = "## Ideas\n\n1. One\n"
    assert outline(page(WAYS, body=body)) == [
        ("ideas", "Ideas", ["ideas"]), ("contact", "", ["contact"]),
    ]  # fmt: skip
    assert outline(page(body=body)) == [("ideas", "Ideas", ["ideas"])]
    assert outline(page()) == []
    assert outline(page("sections: {ideas: {heading: Dreams}}")) == []


def test_front_matter_wins_and_the_markdown_is_not_dropped() -> None:
    """Both give ideas: those of front matter are the ideas, the others are prose."""
    profile = page("ideas: [Typed]", body="## Ideas\n\n1. Written\n")
    assert [one.text.text for one in profile.ideas] == ["Typed"]
    assert outline(profile) == [("ideas", "", ["ideas"]), ("ideas", "Ideas", ["prose"])]
    assert "Written" in profile.sections[1].blocks[0].text.html


def test_evidence_of_both_ways_is_one() -> None:
    """A word linked in the Markdown and named in front matter has both."""
    tools = "tools: [{name: x, keywords: [{name: Go, evidence: /a/}]}]"
    profile = page(tools, body="## Skills\n\n* 5 years: [Go](/b/)\n")
    assert sorted(profile.evidence["Go"]) == [0, 1]


def test_the_examples_of_the_guide_are_understood() -> None:
    """What docs/hiring.md shows gives what it says, both ways."""
    guide = (REPO / "docs/hiring.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```markdown\n(---\n.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    letter, typed = map(read, examples)
    assert [len(getattr(letter, name)) for name in LISTS] == [2, 3, 2, 1, 1]
    assert [len(getattr(typed, name)) for name in LISTS] == [1, 2, 1, 1, 1]
    assert [one.role for one in letter.tools] == [one.role for one in typed.tools[:1]] + [
        "", "learning",
    ]  # fmt: skip
    assert outline(letter)[-1] == ("contact", "Contact", ["prose", "contact"])
    assert outline(typed)[2] == ("requirements", "What I seek", ["prose", "requirements"])
