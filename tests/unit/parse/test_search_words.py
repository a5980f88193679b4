"""What search knows of one text."""

from site_builder.model.hiring import Basics, Profile, RichText, SkillBand, ToolGroup
from site_builder.parse.search_words import LONGEST, profile_text, search_words
from tests.drawing import config_of, documents_of


def test_a_word_stands_in_the_weightiest_tier_it_belongs_to() -> None:
    """Title, headings and tags, what is said often, the rest."""
    text = "Rivers and boats, rivers, rivers: a journey with an engine"
    lines = search_words("A Journey", ["Engine"], text).split("\n")
    assert [set(line.split()) for line in lines] == [
        {"a", "journey"},
        {"engine"},
        {"rivers"},
        {"and", "boats", "with", "an"},
    ]


def test_titles_are_found_by_one_character() -> None:
    """In Chinese and Japanese a word may be one character; in texts that would be every one."""
    first, _, _, rest = search_words("猫的生活", [], "它每天睡觉").split("\n")
    assert "猫" in first.split()
    assert "它" not in rest.split()


def test_what_nobody_types_is_left_out() -> None:
    """Keys and digests are no words."""
    assert search_words("", [], "x" * (LONGEST + 1)).strip() == ""


def test_a_hiring_page_is_found_by_its_skills() -> None:
    """All that its front matter says counts as text."""
    profile = Profile(
        basics=Basics(
            name="Ada",
            email="ada@example.org",
            summary=RichText(html="<p>Builds engines</p>", text="Builds engines"),
        ),
        skills=(SkillBand(level="5 years", keywords=("Python",)),),
        tools=(ToolGroup(name="Databases", keywords=("SQLite",)),),
    )
    said = profile_text(profile)
    for word in ("Ada", "Builds engines", "5 years", "Python", "Databases", "SQLite"):
        assert word in said
    assert "<p>" not in said
    assert "ada@example.org" not in said


def test_what_asks_not_to_be_found_has_no_words() -> None:
    """Noindex speaks to our own search too; with search off nothing has words."""
    drawing = "posts\n  2023-01-01-a-en {}body=Words"
    (found,) = documents_of(drawing.format(""))
    (hidden,) = documents_of(drawing.format("noindex "))
    (off,) = documents_of(drawing.format(""), config_of("search: false"))
    assert found.words_digest
    assert (hidden.words_digest, off.words_digest) == ("", "")
