"""What every stage of a run stands on."""

from pathlib import Path

import pytest

from site_builder.build.ground import lay_ground, load_config
from site_builder.build.request import Request
from site_builder.config import ConfigOverrides
from site_builder.model.gate import Gate
from site_builder.problems import Problem, SiteError
from tests.small_site import NOW, SmallSite


def test_settings_theme_words_and_memory_are_laid(tmp_path: Path) -> None:
    """Complete, and with nothing to complain about."""
    site = SmallSite(tmp_path)
    problems: list[Problem] = []
    request = Request(root=site.root, output=site.output, gate=Gate(now=NOW))
    ground = lay_ground(request, problems, lambda _: None)
    ground.memory.close()
    assert ground.theme.name == "papel"
    assert {*ground.phrases} == {"en", "es"}
    assert problems == []


def test_texts_are_read_without_a_theme(tmp_path: Path) -> None:
    """What is wrong with it is told when it is asked for, with all that was wrong before."""
    site = SmallSite(tmp_path, theme="papal")
    before = Problem(code="bad-path", message="before")
    problems = [before]
    request = Request(root=site.root, output=site.output, gate=Gate(now=NOW))
    ground = lay_ground(request, problems, lambda _: None)
    ground.memory.close()
    with pytest.raises(SiteError) as error:
        _ = ground.phrases
    told = [problem.code for problem in error.value.problems]
    assert told == ["bad-path", "bad-theme"]


def test_without_settings_there_is_no_site(tmp_path: Path) -> None:
    """Nothing is made up in their place."""
    with pytest.raises(SiteError):
        load_config(tmp_path, ConfigOverrides())
