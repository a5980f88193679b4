"""What makes texts of another generator at home: names of keys, and layouts."""

import pytest

from site_builder.config import read_config

SITE = "title: T\nurl: https://example.org\n"


def test_keys_and_layouts_are_read_in_their_order() -> None:
    """Each is a pair of a word of theirs and one of ours."""
    config = read_config(
        f"{SITE}front_matter: {{names: {{ref: translation_key, cover: image}}}}\n"
        "layouts: {essay: post, project: page}\n"
    ).value
    assert config is not None
    assert config.front_matter_names == (("ref", "translation_key"), ("cover", "image"))
    assert config.layouts == {"essay": "post", "project": "page"}


@pytest.mark.parametrize("line", ["layouts: {cv: hiring}", "layouts: {hiring: page}"])
def test_a_page_to_be_hired_by_says_so_itself(line: str) -> None:
    """It is read otherwise, not only drawn otherwise, so a table of layouts cannot make it one."""
    outcome = read_config(SITE + line)
    (problem,) = outcome.problems
    assert outcome.value is None
    assert "hiring is a layout of its own" in problem.message
    assert "front matter of that page" in problem.hint


@pytest.mark.parametrize("line", ["layouts: [post]", "front_matter: {names: {ref: [a]}}"])
def test_what_is_no_pair_of_words_is_told_with_its_line(line: str) -> None:
    """A list where a table belongs stops the build, as any wrong setting does."""
    outcome = read_config(SITE + line)
    assert outcome.value is None
    assert [problem.place.line for problem in outcome.problems if problem.place] == [3]
