"""What is in the output, and why some of it is published by nobody."""

from pathlib import Path

import pytest

from site_builder.problems import Problem
from site_builder.publish import payload as module
from site_builder.publish.payload import NOJEKYLL, Payload, load_payload
from tests.unit.publish.conftest import Publishing


def _loaded(publishing: Publishing, *allowed: str) -> Payload:
    payload = load_payload(publishing.root, publishing.output, allowed).value
    assert payload is not None
    return payload


def _told(publishing: Publishing, *allowed: str) -> list[Problem]:
    outcome = load_payload(publishing.root, publishing.output, allowed)
    assert outcome.value is None
    return list(outcome.problems)


def test_it_is_what_the_build_wrote_and_the_file_that_switches_jekyll_off(
    publishing: Publishing,
) -> None:
    """In order of their paths, with the bytes that lie on the disk, for the address of site.yml."""
    payload = _loaded(publishing)
    assert list(payload.files) == sorted(payload.files)
    assert {path: payload.read(path) for path in payload.files} == publishing.written() | {
        NOJEKYLL: b""
    }
    assert (payload.url, payload.host) == ("https://user.github.io/repo", "user.github.io")


def test_only_its_own_files_are_read(publishing: Publishing) -> None:
    """A path that climbs out of the folder is none of them."""
    with pytest.raises(FileNotFoundError):
        _loaded(publishing).read("../site.yml")


@pytest.mark.parametrize("name", ["notes.txt", "es/x.html", ".env"])
def test_what_someone_else_put_there_is_named(publishing: Publishing, name: str) -> None:
    """With the way to publish it on purpose."""
    (publishing.output / name).write_text("x")
    (problem,) = _told(publishing)
    assert problem.message == f"output/{name} was put there by someone else"
    assert "static/" in problem.hint


def test_of_many_such_files_some_are_named_and_the_rest_counted(publishing: Publishing) -> None:
    """What a system leaves in every folder is passed over."""
    for number in range(12):
        (publishing.output / f"{number:02}.txt").write_text("x")
    (publishing.output / ".DS_Store").write_text("x")
    told = _told(publishing)
    assert len(told) == 11
    assert told[-1].message == "2 more files in output are not ours"


def test_a_page_changed_or_deleted_by_hand_is_not_published(publishing: Publishing) -> None:
    """Each with its place; a build mends both."""
    (publishing.output / "index.html").write_text("mine")
    (publishing.output / "about/index.html").unlink()
    told = {str(one.place): (one.message, one.hint) for one in _told(publishing)}
    assert told == {
        "output/about/index.html": ("it was deleted since it was built", "build again"),
        "output/index.html": ("it was changed since it was built", "build again"),
    }


def test_what_looks_like_a_secret_is_published_by_name_alone(publishing: Publishing) -> None:
    """The path may be typed as the message shows it, or from the output."""
    publishing.site.write("static/keys/example.pem", "an example")
    publishing.site.build()
    (problem,) = _told(publishing)
    assert str(problem.place) == "output/keys/example.pem"
    assert "--allow keys/example.pem" in problem.hint
    for typed in ("keys/example.pem", "output/keys/example.pem"):
        assert "keys/example.pem" in _loaded(publishing, typed).files


def test_a_folder_that_no_build_made_is_none_of_ours(publishing: Publishing) -> None:
    """Whatever lies in it."""
    other = publishing.root / "elsewhere"
    other.mkdir()
    (other / "index.html").write_text("x")
    outcome = load_payload(publishing.root, other, ())
    assert outcome.value is None
    assert "was not made by a build that ended well" in outcome.problems[0].message


def test_sizes_that_github_does_not_take(
    publishing: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file too large is an error that names it; a site too large is a warning."""
    largest = max(len(content) for content in publishing.written().values())
    monkeypatch.setattr(module, "SITE_LIMIT", largest)
    outcome = load_payload(publishing.root, publishing.output, ())
    assert outcome.value is not None
    assert [problem.code for problem in outcome.problems] == ["site-size"]
    monkeypatch.setattr(module, "FILE_LIMIT", largest - 1)
    assert any("GitHub takes no file over 100 MB" in one.message for one in _told(publishing))


def test_a_folder_of_this_machine_is_named_in_no_page(
    publishing: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The home and the site's own folder; a home as short as /root is in many a text by chance."""
    publishing.site.post("2023-03-01-x-en", body=f"In {publishing.root}/content")
    publishing.site.build()
    assert f"it names a folder of this machine, {publishing.root}" in {
        problem.message for problem in _told(publishing)
    }
    publishing.site.post("2023-03-01-x-en", body="In /root/blog")
    publishing.site.build()
    monkeypatch.setattr(Path, "home", lambda: Path("/root"))
    _loaded(publishing)
