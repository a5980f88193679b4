"""The front matter of a hiring page → what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_builder.model.body import MarkdownSettings, Reference
from site_builder.model.hiring import Account, Availability, Fact, Profile, Years
from site_builder.parse.hiring_keys import Opening, Typed, read_keys
from site_builder.strict_yaml import load

PAGE = """\
sections:
  skills: {heading: What I can do, intro: "From a *high* level."}
  contact: {heading: Write to me}
basics:
  name: Ana
  label: Engineer
  summary: "Writes [compilers](https://example.org/c)."
  email: ana@example.org
  phone: +34 600 000 000
  url: https://example.org
  image: assets/ana.png
  location: Madrid
  profiles: [{network: GitHub, username: ana, url: https://github.com/ana}]
availability: {status: open, text: Open to offers, updated: 2023-07-20}
facts: [{label: Place, value: Madrid or remote}]
skills:
  - {level: 5 or more years, years: {min: 5}, keywords: [Chinese, C++]}
  - {level: Less than 1 year, years: {min: 0, max: 1}, keywords: [Big Data]}
tools:
  - {name: Natural language, role: languages, keywords: [English]}
  - {name: Testing, keywords: ["Apache JMeter, ab", Postman]}
requirements: ["In **Madrid**.", "See [this](../posts/x.md)."]
projects:
  - {name: A book, url: https://example.org/b, description: "With `code`."}
  - {description: Without a name}
ideas:
  - "A [model](https://example.org/m) of data."
  - {title: GPT, text: For houses.}
"""


def typed(text: str, first_slot: int = 0) -> Typed:
    """Read keys that must be good."""
    loaded = load(text, path="hire.md", first_line=2)
    assert loaded.value is not None, loaded.problems
    outcome = read_keys(
        loaded.value, path="hire.md", settings=MarkdownSettings(), first_slot=first_slot
    )
    assert outcome.problems == ()
    assert outcome.value is not None
    return outcome.value


def read(text: str, first_slot: int = 0) -> tuple[Profile, tuple[Reference, ...]]:
    """The Profile and the references of keys that must be good."""
    found = typed(text, first_slot)
    return found.profile, found.references


def told(text: str) -> list[str]:
    """Read keys that must be refused, and spell why."""
    loaded = load(text, path="hire.md", first_line=2)
    assert loaded.value is not None, loaded.problems
    outcome = read_keys(loaded.value, path="hire.md", settings=MarkdownSettings(), first_slot=0)
    assert outcome.value is None
    return [f"{one.place}: {one.message} | {one.hint}" for one in outcome.problems]


def test_everything_the_page_says_is_in_the_profile() -> None:
    """None lost, none merged, in the order of the file."""
    profile, _ = read(PAGE)
    basics = profile.basics
    assert (basics.name, basics.label, basics.location) == ("Ana", "Engineer", "Madrid")
    assert (basics.email, basics.phone) == ("ana@example.org", "+34 600 000 000")
    assert (basics.url, basics.image) == ("https://example.org", "assets/ana.png")
    assert basics.profiles == (
        Account(network="GitHub", username="ana", url="https://github.com/ana"),
    )
    assert profile.availability == Availability(
        status="open", text="Open to offers", updated="2023-07-20"
    )
    assert profile.facts == (Fact(label="Place", value="Madrid or remote"),)
    assert [(band.level, band.years, band.keywords) for band in profile.skills] == [
        ("5 or more years", Years(min=5), ("Chinese", "C++")),
        ("Less than 1 year", Years(min=0, max=1), ("Big Data",)),
    ]
    assert [(group.name, group.role, group.keywords) for group in profile.tools] == [
        ("Natural language", "languages", ("English",)),
        ("Testing", "", ("Apache JMeter, ab", "Postman")),
    ]
    assert [text.text for text in profile.requirements] == ["In Madrid.", "See this."]
    assert [(one.name, one.description.text) for one in profile.projects] == [
        ("A book", "With code."),
        ("", "Without a name"),
    ]
    assert [(one.title, one.text.text) for one in profile.ideas] == [
        ("", "A model of data."),
        ("GPT", "For houses."),
    ]


def test_sections_have_the_authors_words() -> None:
    """A section of which nothing is said is not there."""
    openings = typed(PAGE).openings
    assert list(openings) == ["skills", "contact"]
    assert openings["skills"].heading == "What I can do"
    assert openings["skills"].intro.html == "From a <em>high</em> level."
    assert openings["contact"] == Opening(heading="Write to me")


def test_a_word_may_have_evidence() -> None:
    """One path or several; each is a link of the page, with its place; other words stay words."""
    text = """\
tools:
  - name: Learning
    keywords:
      - {name: PyTorch, evidence: ../posts/a.md#b}
      - Jupyter
      - {name: Theano, evidence: ["../posts/c.md", /d/]}
"""
    profile, references = read(text, first_slot=3)
    assert profile.tools[0].keywords == ("PyTorch", "Jupyter", "Theano")
    assert profile.evidence == {"PyTorch": (3,), "Theano": (4, 5)}
    assert [(one.slot, one.target, one.text, one.line, one.column) for one in references] == [
        (3, "../posts/a.md#b", "PyTorch", 5, 35),
        (4, "../posts/c.md", "Theano", 7, 36),
        (5, "/d/", "Theano", 7, 52),
    ]


def test_every_part_has_its_place() -> None:
    """A check can point at a band, a sentence, an address."""
    places = read(PAGE)[0].places
    for key in ("basics.email", "availability", "facts[0]", "skills", "skills[1]", "ideas[1]"):
        assert places[key].path == "hire.md"
    assert places["skills[1]"].line == places["skills[0]"].line + 1


def test_slots_go_on_from_those_of_the_body() -> None:
    """One list of references serves the page, numbered without a gap."""
    profile, references = read(PAGE, first_slot=7)
    assert sorted(reference.slot for reference in references) == [7, 8, 9]
    assert [reference.slot for reference in references] == [7, 8, 9]
    by_target = {reference.target: reference.slot for reference in references}
    slot = by_target["https://example.org/m"]
    assert profile.ideas[0].text.html == f"A <a\x00{slot}:href\x00>model</a> of data."


def test_a_reference_knows_its_place_in_the_file() -> None:
    """A broken link in a requirement can be pointed at."""
    _, references = read('requirements:\n  - "See [this](../posts/x.md)."\n')
    assert [(one.target, one.line) for one in references] == [("../posts/x.md", 3)]


def test_a_page_that_says_nothing_has_an_empty_profile() -> None:
    """Nothing is required."""
    assert read("")[0] == Profile()
    nothing = read("skills:\nideas: []\nbasics:\navailability:\n")[0]
    assert replace(nothing, places={}) == Profile()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("basics: {nmae: Ana}", ('hire.md:2:10: basics: "nmae" is not a key we know | '
         'did you mean "name"?')),
        ("basics: Ana", 'hire.md:2:9: basics: needs keys with values, found "Ana" | '),
        ("basics: {email: nobody}", ('hire.md:2:17: basics: email: "nobody" cannot be used | '
         "write it as name@example.org")),
        ("basics: {email: 'a@b.org?bcc=c@d.org'}", ("hire.md:2:17: basics: email: "
         '"a@b.org?bcc=c@d.org" cannot be used | write it as name@example.org')),
        ("basics: {url: 'javascript:alert(1)'}", ("hire.md:2:15: basics: url: "
         '"javascript:alert(1)" cannot be used | write it as https://example.org')),
        ("basics: {profiles: [{network: GitHub}]}", ("hire.md:2:21: basics: profiles: "
         "an entry without url | add url: to it")),
        ("availability: {status: maybe}", ("hire.md:2:24: availability: status: "
         '"maybe" is not one of open, closed | ')),
        ("availability: {text: hi}", ("hire.md:2:15: availability: an entry without status | "
         "add status: to it")),
        ("availability: {status: open, updated: 2023-02-30}", ("hire.md:2:39: availability: "
         'updated: "2023-02-30" is not a day of the calendar | write it as 2026-01-15')),
        ("facts: [{label: x}]", "hire.md:2:9: facts: an entry without value | add value: to it"),
        ("skills: {level: x}", ('hire.md:2:9: skills: needs a list, found a mapping | '
         'begin with "- "')),
        ("skills: [Java]", ("hire.md:2:10: skills: each entry needs keys with values | "
         "write {level: …, years: …, keywords: …}")),
        ("skills: [{level: x}]", ("hire.md:2:10: skills: an entry without keywords | "
         "add keywords: to it")),
        ("skills: [{keywords: [x]}]", ("hire.md:2:10: skills: an entry without level | "
         "add level: to it")),
        ("skills: [{level: x, years: {min: 5, max: 4}, keywords: [x]}]",
         "hire.md:2:28: skills: years: min 5 is more than max 4 | swap them"),
        ("skills: [{level: x, years: {min: many}, keywords: [x]}]",
         'hire.md:2:34: skills: years: min: needs a whole number, found "many" | '),
        ("tools: [{name: x, role: speaking, keywords: [x]}]", ("hire.md:2:25: tools: role: "
         '"speaking" is not one of languages, learning | ')),
        ("tools: [{name: x, keywords: [[y]]}]", ("hire.md:2:30: tools: keywords: "
         "needs a list of texts, found a list in it | delete it, or put it in quotes")),
        ("tools: [{name: x, keywords: [{evidence: a.md}]}]", ("hire.md:2:30: tools: keywords: "
         "an entry without name | add name: to it")),
        ("tools: [{name: x, keywords: [{name: y, evidence: 'javascript:a()'}]}]", ("hire.md:2:50: "
         'tools: keywords: evidence: "javascript:a()" cannot be used | write the path of a post')),
        ("basics: {obfuscate: maybe}", ('hire.md:2:21: basics: obfuscate: needs true or false, '
         'found "maybe" | ')),
        ("requirements: [x, ~]", ("hire.md:2:19: requirements: an empty item | "
         "write it, or delete its hyphen")),
        ("requirements: [{a: b}]", ("hire.md:2:16: requirements: needs a text, found a mapping | "
         "put it in quotes")),
        ("projects: [{url: https://a.org}]", ("hire.md:2:12: projects: "
         "an entry without description | add description: to it")),
        ("projects: [{name: x, url: ../x}]", ('hire.md:2:27: projects: url: "../x" cannot be '
         "used | write it as https://example.org")),
        ("ideas: [{titel: x, text: y}]", ('hire.md:2:10: ideas: "titel" is not a key we know | '
         'did you mean "title"?')),
        ("sections: {skils: {heading: x}}", ('hire.md:2:12: sections: "skils" is not a key we '
         'know | did you mean "skills"?')),
    ],
)  # fmt: skip
def test_a_wrong_part_is_named_with_its_place(text: str, expected: str) -> None:
    """What is wrong, then one suggestion."""
    assert told(text + "\n") == [expected]


def test_all_mistakes_of_a_page_are_told_in_one_pass() -> None:
    """An author with three mistakes reads of three."""
    text = "facts: [{label: x}]\nskills: [Java]\nideas: [{}]\n"
    assert len(told(text)) == 3


def test_an_unsafe_link_in_a_sentence_is_named() -> None:
    """Problems of the Markdown are passed on, with their place."""
    loaded = load('ideas: ["[x](javascript:alert(1))"]\n', path="hire.md", first_line=2)
    assert loaded.value is not None
    outcome = read_keys(loaded.value, path="hire.md", settings=MarkdownSettings(), first_slot=0)
    assert [one.code for one in outcome.problems] == ["unsafe-link"]
