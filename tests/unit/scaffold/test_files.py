"""Files that are begun: whole, and never over one that exists."""

from pathlib import Path

from site_builder.parse.front_matter_block import read_block
from site_builder.scaffold.files import begin, quoted, refused, with_front_matter


def test_a_file_is_begun_with_its_folders(tmp_path: Path) -> None:
    """The answer is the line to show, and the bytes are on the disk."""
    made = begin(tmp_path, "content/posts/a.md", "उदाहरण\n", "")
    assert (made.value, made.problems) == (" ✓ content/posts/a.md", ())
    assert (tmp_path / "content/posts/a.md").read_bytes() == "उदाहरण\n".encode()


def test_what_exists_stays_as_it_is(tmp_path: Path) -> None:
    """A file, and a link that leads nowhere yet, are both there already."""
    (tmp_path / "a.md").write_text("mine")
    (tmp_path / "b.md").symlink_to(tmp_path / "elsewhere")
    for name in ("a.md", "b.md"):
        (problem,) = begin(tmp_path, name, "yours", "open it").problems
        assert (problem.code, problem.hint) == ("file-exists", "open it")
    assert (tmp_path / "a.md").read_text() == "mine"
    assert not (tmp_path / "elsewhere").exists()


def test_a_disk_that_says_no_is_told(tmp_path: Path) -> None:
    """A file where a folder is needed is no bug of the builder."""
    (tmp_path / "content").write_text("")
    (problem,) = begin(tmp_path, "content/a/b.md", "x", "").problems
    assert problem.code == "machine"
    assert problem.message.startswith("content/a/b.md cannot be written: ")


def test_any_title_is_read_as_it_was_typed() -> None:
    """Quotes, colons, hashes and backslashes come back out of the front matter."""
    title = 'C:\\new "and" old: #1 — हिन्दी'
    block = read_block(with_front_matter([f"title: {quoted(title)}"], "\nText.\n"), "a.md").value
    assert block is not None
    assert block.keys.get("title").text == title
    assert block.body.strip() == "Text."


def test_a_refusal_is_one_problem_and_no_value() -> None:
    """Whoever asked has something to show, and nothing to go on with."""
    outcome = refused("bad-path", "no letter", "add a word")
    assert outcome.value is None
    assert [(one.message, one.hint) for one in outcome.problems] == [("no letter", "add a word")]
