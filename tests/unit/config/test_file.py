"""``site.yml`` on disk."""

from pathlib import Path

from site_builder.config import ConfigOverrides, read_site_file


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
