"""``site.yml`` on disk."""

from pathlib import Path

import pytest

from site_builder.config import ConfigOverrides, missing_site, read_site_file


def test_a_folder_without_site_yml_is_told_what_to_do(tmp_path: Path) -> None:
    """The first message a newcomer may meet names the next step."""
    (problem,) = read_site_file(tmp_path, ConfigOverrides()).problems
    assert problem.code == "no-site"
    assert "new site" in problem.hint


def test_windows_line_ends_and_a_mark_are_read(tmp_path: Path) -> None:
    """A file saved by Notepad is a good file."""
    text = "\ufefftitle: x\r\nurl: https://example.org\r\n"
    (tmp_path / "site.yml").write_bytes(text.encode())
    assert read_site_file(tmp_path, ConfigOverrides()).value is not None


def test_what_is_not_utf8_is_named(tmp_path: Path) -> None:
    """Another encoding is an error with a way out."""
    (tmp_path / "site.yml").write_bytes(b"title: caf\xe9\n")
    (problem,) = read_site_file(tmp_path, ConfigOverrides()).problems
    assert (problem.code, problem.hint) == ("bad-encoding", "save it as UTF-8")


def test_from_below_the_site_it_is_said_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to look for it; and the file itself is no folder."""
    (tmp_path / "site.yml").write_text("title: x\n")
    below = tmp_path / "content/posts"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    (problem,) = read_site_file(below, ConfigOverrides()).problems
    assert (problem.code, problem.hint) == ("no-site", "cd ../.., or write --root ../..")
    monkeypatch.chdir(tmp_path)
    (problem,) = read_site_file(tmp_path / "site.yml", ConfigOverrides()).problems
    assert (problem.code, problem.hint) == ("no-site", "write --root .")
    assert missing_site(tmp_path) is None
