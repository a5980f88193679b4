"""A commit made of files: in a real repository, whatever they are called."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from site_builder.publish.commit import TRAILER, Signature, make_commit
from site_builder.publish.git import Git
from site_builder.publish.payload import Payload

ANA = Signature(name="Ana", email="ana@example.org", moment=1_800_000_000)
FILES = {
    "index.html": b"<p>a</p>",
    "es/t\u00edtulo/index.html": b"<p>b</p>",
    'a "quoted" \\ name.txt': b"c",
    "line\nbreak.txt": b"d",
    "same.html": b"<p>a</p>",
    "binary.bin": bytes(range(256)),
}


@pytest.fixture
def git(tmp_path: Path) -> Git:
    folder = tmp_path / "store.git"
    command = ["git", "init", "--quiet", "--bare", str(folder)]
    subprocess.run(command, check=True)
    return Git(folder=folder, is_bare=True)


def _payload(folder: Path, files: dict[str, bytes]) -> Payload:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    digests = {path: hashlib.sha256(files[path]).hexdigest() for path in sorted(files)}
    size = sum(map(len, files.values()))
    return Payload(output=folder, files=digests, total_bytes=size, url="https://a.example")


def _held(git: Git, commit: str) -> dict[str, str]:
    listed = git.run("ls-tree", "-r", "-z", commit).split("\0")
    pairs = (entry.split("\t", 1) for entry in listed if entry)
    return {path: facts.split()[2] for facts, path in pairs}


def test_it_holds_the_files_byte_by_byte_under_their_names(git: Git, tmp_path: Path) -> None:
    """Quotes, backslashes, line breaks and accents too; equal files are kept once."""
    commit = make_commit(git, _payload(tmp_path / "out", FILES), {}, "", ANA)
    held = _held(git, commit)
    assert set(held) == set(FILES)
    assert held["index.html"] == held["same.html"]
    command = ["git", "-C", str(git.folder), "cat-file", "blob", held["binary.bin"]]
    assert subprocess.run(command, capture_output=True, check=True).stdout == bytes(range(256))
    assert "100644" in git.run("ls-tree", commit, "index.html")


def test_it_says_who_when_and_that_it_is_ours(git: Git, tmp_path: Path) -> None:
    """The trailer is what a later deployment knows our commits by."""
    commit = make_commit(git, _payload(tmp_path / "out", {"a": b"a"}), {}, "", ANA)
    said = git.run("show", "--no-patch", "--format=%an <%ae> %at%n%B", commit)
    assert said.startswith("Ana <ana@example.org> 1800000000\nPublish 1 file\n\n")
    assert f"{TRAILER}: site-builder " in said


def test_it_stands_on_its_parent_and_keeps_what_it_was_told_to_keep(
    git: Git, tmp_path: Path
) -> None:
    """All else of the parent is gone: a branch holds the site and no more."""
    first = make_commit(git, _payload(tmp_path / "one", {"CNAME": b"x", "old": b"o"}), {}, "", ANA)
    kept = {"CNAME": _held(git, first)["CNAME"]}
    second = make_commit(git, _payload(tmp_path / "two", {"new": b"n"}), kept, first, ANA)
    assert set(_held(git, second)) == {"CNAME", "new"}
    assert git.run("rev-parse", f"{second}^").strip() == first
    third = make_commit(git, _payload(tmp_path / "two", {"new": b"n"}), {}, "", ANA)
    assert git.ask("rev-parse", "--verify", "--quiet", f"{third}^") == ""


@pytest.mark.parametrize(
    ("name", "email", "spelled"),
    [
        ("Ana Mar\u00eda", "a@b.org", "Ana Mar\u00eda <a@b.org>"),
        ("Ana <evil>\ncommitter x", "a@b>.org\n", "Ana evilcommitter x <a@b.org>"),
        ("", " ", "site-builder <site-builder@localhost>"),
    ],
)
def test_a_name_cannot_end_its_line(name: str, email: str, spelled: str) -> None:
    """What git would read as something else is left out, and nobody is nameless."""
    signature = Signature(name=name, email=email, moment=5)
    assert signature.spelled().decode() == f"{spelled} 5 +0000"


def test_a_file_that_changed_since_is_not_committed(git: Git, tmp_path: Path) -> None:
    """What was looked at is what is published, or nothing is."""
    payload = _payload(tmp_path / "out", {"a": b"looked at"})
    (tmp_path / "out/a").write_bytes(b"something else")
    with pytest.raises(OSError, match="a has changed since it was built"):
        make_commit(git, payload, {}, "", ANA)
