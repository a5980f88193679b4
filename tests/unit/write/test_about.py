"""What is said of the build that made an output."""

from pathlib import Path

import pytest

from site_builder.write.about import About, forget_about, load_about, save_about
from site_builder.write.records import record_path

ABOUT = About(url="https://example.org/repo", drafts=False, future=True, errors=False)


def test_what_was_said_is_known_until_it_is_forgotten(tmp_path: Path) -> None:
    """For each output folder apart; forgetting twice is no trouble."""
    output, other = tmp_path / "output", tmp_path / "other"
    assert load_about(tmp_path, output) is None
    save_about(tmp_path, output, ABOUT)
    assert load_about(tmp_path, output) == ABOUT
    assert load_about(tmp_path, other) is None
    forget_about(tmp_path, output)
    forget_about(tmp_path, output)
    assert load_about(tmp_path, output) is None


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{",
        "[]",
        '{"url": "https://example.org"}',
        '{"url": 1, "drafts": false, "future": false, "errors": false}',
        '{"url": "", "drafts": 0, "future": false, "errors": false}',
        '{"url": "", "drafts": false, "future": false, "errors": false, "more": true}',
    ],
)
def test_what_cannot_be_understood_says_nothing(tmp_path: Path, damaged: str) -> None:
    """Nothing is guessed: an output of which nothing is known is not published."""
    save_about(tmp_path, tmp_path / "output", ABOUT)
    record_path(tmp_path, "built", tmp_path / "output").write_text(damaged, encoding="utf-8")
    assert load_about(tmp_path, tmp_path / "output") is None
