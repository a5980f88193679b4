"""What becomes of the output folder, whole or failing, on a real disk."""

from __future__ import annotations

import errno
import os
import signal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from site_builder.model.artifact import Artifact
from site_builder.write import incoming
from site_builder.write.output import clean, write

SECOND_DISK = Path("/dev/shm")  # noqa: S108 because another disk is what it is about

BEFORE = {"index.html": "home", "es/index.html": "inicio", "es/viejo/index.html": "viejo"}
AFTER = {"index.html": "home 2", "es/index.html": "inicio", "es/nuevo/index.html": "nuevo"}


def messages(outcome: Any) -> list[str]:
    return [f"{problem.message} ({problem.code})" for problem in outcome.problems]


def test_first_build(site: Any) -> None:
    """A first build writes every page and copy, and says how many and how large."""
    site.file("static/favicon.svg", "<svg/>")
    outcome = site.publish(BEFORE, {"favicon.svg": "static/favicon.svg"})
    assert outcome.problems == ()
    assert site.tree() == {**BEFORE, "favicon.svg": "<svg/>"}
    assert outcome.value.files == 4
    assert outcome.value.total_bytes == len("homeinicioviejo<svg/>")
    assert outcome.value.changed == (
        "es/index.html",
        "es/viejo/index.html",
        "favicon.svg",
        "index.html",
    )
    assert outcome.value.removed == ()


def test_second_build_touches_nothing(site: Any) -> None:
    """The same pages again leave every file untouched, down to its times and inode."""
    site.file("static/a.png", "png")
    site.publish(BEFORE, {"a.png": "static/a.png"})
    facts = {path: (site.output / path).stat() for path in [*BEFORE, "a.png"]}
    outcome = site.publish(BEFORE, {"a.png": "static/a.png"})
    assert outcome.value.changed == outcome.value.removed == ()
    assert outcome.value.files == 4
    for path, before in facts.items():
        now = (site.output / path).stat()
        assert (now.st_ino, now.st_mtime_ns, now.st_ctime_ns) == (
            before.st_ino,
            before.st_mtime_ns,
            before.st_ctime_ns,
        )


def test_only_what_changed(site: Any) -> None:
    """A changed page is written, a dropped one removed with its empty folder, the rest left."""
    site.publish(BEFORE)
    outcome = site.publish(AFTER)
    assert outcome.value.changed == ("es/nuevo/index.html", "index.html")
    assert outcome.value.removed == ("es/viejo/index.html",)
    assert site.tree() == AFTER
    assert not (site.output / "es/viejo").exists()


def test_changed_copy(site: Any) -> None:
    """A copied file is copied again when its bytes changed, even at the same size, mode 0644."""
    source = site.file("static/run.sh", "one")
    source.chmod(0o755)
    site.publish({}, {"run.sh": "static/run.sh"})
    source.write_text("two")
    os.utime(source, (0, 0))
    assert site.publish({}, {"run.sh": "static/run.sh"}).value.changed == ("run.sh",)
    copied = site.output / "run.sh"
    assert copied.read_text() == "two"
    assert copied.stat().st_mode & 0o777 == 0o644
    assert copied.stat().st_mtime > 0


def test_pages_are_readable_by_the_web_server(site: Any) -> None:
    """A page has mode 0644, however private its staged file was."""
    old = os.umask(0o077)
    try:
        site.publish({"index.html": "home"})
    finally:
        os.umask(old)
    assert (site.output / "index.html").stat().st_mode & 0o777 == 0o644


def test_output_beside_ours_is_not_polluted(site: Any) -> None:
    """Nothing but what was asked for lies in the output: no records, no temporary files."""
    site.file("static/a.png", "png")
    site.publish(BEFORE, {"a.png": "static/a.png"})
    assert set(site.tree()) == {*BEFORE, "a.png"}
    assert not (site.output / ".site_builder.tmp").exists()
    assert not (site.root / ".site_builder" / "incoming").exists()


def test_page_changed_by_someone_is_restored(site: Any) -> None:
    """A wanted page that someone edited in the output is written again."""
    site.publish(BEFORE)
    (site.output / "index.html").write_text("edit")
    assert site.publish(BEFORE).value.changed == ("index.html",)
    assert site.tree() == BEFORE


def test_unwanted_page_changed_by_someone_stays(site: Any) -> None:
    """An unwanted page that was edited stays, and every build says so until it goes."""
    site.publish(BEFORE)
    (site.output / "es/viejo/index.html").write_text("mine now")
    for _ in range(2):
        outcome = site.publish(AFTER)
        assert messages(outcome) == [
            (
                "output/es/viejo/index.html is no longer wanted, but someone changed it, "
                "so it was left there (output-changed)"
            )
        ]
        assert outcome.value is not None
        assert site.tree()["es/viejo/index.html"] == "mine now"
    (site.output / "es/viejo/index.html").unlink()
    assert site.publish(AFTER).problems == ()


def test_keep_prunes_nothing(site: Any) -> None:
    """With ``keep``, a page that is missing now stays; the next build without it takes it away."""
    site.publish(BEFORE)
    assert site.publish(AFTER, keep=True).value.removed == ()
    assert site.tree() == {**BEFORE, **AFTER}
    assert site.publish(AFTER).value.removed == ("es/viejo/index.html",)
    assert site.tree() == AFTER


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"about": "a file"}, {"about/index.html": "a page"}),
        ({"about/index.html": "a page", "about/a/b.html": "b"}, {"about": "a file"}),
        ({"Tags/AI/index.html": "AI"}, {"tags/ai/index.html": "ai"}),
    ],
)
@pytest.mark.parametrize("keep", [False, True])
def test_file_becomes_folder(site: Any, before: Any, after: Any, *, keep: bool) -> None:
    """A file gives way to a folder of its name, a folder to a file, a name to its other case."""
    site.publish(before)
    assert site.publish(after, keep=keep).problems == ()
    assert site.tree() == after
    assert site.publish(after).value.changed == ()


def test_case_only_rename_where_disk_minds_no_case(site: Any) -> None:
    """Logo.png → logo.png with equal bytes: on a disk that takes both for one file, it is there."""
    site.file("static/logo.png", "png")
    site.publish({}, {"Logo.png": "static/logo.png"})
    # Two names of one file are what such a disk shows.
    os.link(site.output / "Logo.png", site.output / "logo.png")
    outcome = site.publish({}, {"logo.png": "static/logo.png"})
    assert outcome.value.changed == ("logo.png",)
    assert site.tree() == {"logo.png": "png"}


def test_empty_folder_in_the_way(site: Any) -> None:
    """An empty folder where a file is wanted, as a killed build may leave one, gives way."""
    (site.output / "about").mkdir(parents=True)
    assert site.publish({"about": "file"}).problems == ()
    assert site.tree() == {"about": "file"}


def test_shared_staged_file(site: Any) -> None:
    """Two pages of the same bytes may share one staged file."""
    manifest = site.manifest()
    one = site._artifact("a.html", "same", manifest)
    two = Artifact(output="b.html", digest=one.digest, size=one.size, staged=one.staged)
    outcome = write([one, two], [], root=site.root, output=site.output, manifest=manifest)
    assert outcome.problems == ()
    assert site.tree() == {"a.html": "same", "b.html": "same"}


@pytest.mark.parametrize(
    "path", ["../escape.html", "/etc/x", "a/../../x", ".git/config", "a\\..\\x"]
)
def test_path_that_leads_out(site: Any, path: str, tmp_path: Path) -> None:
    """A path that would leave the output, or enter .git, is refused before anything is written."""
    before = sorted(tmp_path.rglob("*"))
    site.file("static/x", "x")
    outcome = site.publish({"index.html": "home"}, {path: "static/x"})
    assert outcome.value is None
    assert [problem.code for problem in outcome.problems] == ["output-refused"]
    assert not site.output.exists()
    assert [one for one in sorted(tmp_path.rglob("*.html")) if one not in before] == []


def test_missing_copy_source(site: Any) -> None:
    """A copy whose source has vanished is a Problem that names it; the last good site stays."""
    site.publish(BEFORE)
    outcome = site.publish(AFTER, {"a.png": "static/a.png"})
    assert messages(outcome) == ["static/a.png cannot be read: it is not there any more (machine)"]
    assert site.tree() == BEFORE


def test_link_below_the_output(site: Any, tmp_path: Path) -> None:
    """A folder of the output that became a link carries no page out, even with adopt."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    site.output.mkdir()
    (site.output / "es").symlink_to(elsewhere)
    refused = site.publish(BEFORE)
    assert messages(refused) == ["output holds files we did not write: es (output-refused)"]
    stopped = site.publish(BEFORE, adopt=True)
    assert stopped.value is None
    assert messages(stopped) == [
        "output/es/index.html cannot be written: a symbolic link is in the way (machine)"
    ]
    assert list(elsewhere.iterdir()) == []


def test_link_in_place_of_a_page(site: Any, tmp_path: Path) -> None:
    """A page that became a link is replaced; what the link led to is untouched."""
    site.publish(BEFORE)
    target = tmp_path / "target"
    target.write_text("home")
    (site.output / "index.html").unlink()
    (site.output / "index.html").symlink_to(target)
    assert site.publish(BEFORE).value.changed == ("index.html",)
    assert not (site.output / "index.html").is_symlink()
    assert target.read_text() == "home"


def test_pruning_follows_no_link(site: Any, tmp_path: Path) -> None:
    """When a folder of ours was moved and linked, nothing is removed through the link."""
    site.publish(BEFORE)
    moved = tmp_path / "moved"
    (site.output / "es").rename(moved)
    (site.output / "es").symlink_to(moved)
    outcome = site.publish({"index.html": "home"}, adopt=True)
    assert outcome.value is None
    assert (moved / "viejo/index.html").read_text() == "viejo"


def test_output_reached_through_a_linked_parent(site: Any, tmp_path: Path) -> None:
    """A link above the output is the author's own arrangement: both spellings are one folder."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "disk")
    site.output = tmp_path / "linked" / "public"
    assert site.publish(BEFORE).problems == ()
    site.output = tmp_path / "disk" / "public"
    assert site.publish(BEFORE).value.changed == ()


def needs_fork(test: Any) -> Any:
    # A test runner with threads may fork here: the child does nothing but publish and die.
    quiet = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
    return pytest.mark.skipif(not hasattr(os, "fork"), reason="because Windows has no fork")(
        quiet(test)
    )


EDIT = {"index.html": "home 3", "es/otro/index.html": "otro"}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize(
    "call", ["replace", "mkdir", "unlink", "open", "rmdir", "fsync", "scandir"]
)
def test_failing_call(site: Any, fault: Any, call: str, code: int) -> None:
    """Whichever call fails first: one line, whole files, and the next build equals a clean one."""
    copies = {"a.png": "static/a.png"}
    site.file("static/a.png", "png 0")
    for nth in range(1, 200):
        site.publish(BEFORE, copies)
        old = site.tree()
        site.file("static/a.png", f"png {nth}")
        ready = site.ready(AFTER, copies)
        with fault(call, nth=nth, error=OSError(code, os.strerror(code))) as calls:
            outcome = ready()
        new = {**AFTER, "a.png": f"png {nth}"}
        assert all(text in {old.get(path), new.get(path)} for path, text in site.tree().items())
        assert all(" cannot be " in message for message in messages(outcome))
        assert not any("\n" in message for message in messages(outcome))
        assert outcome.problems or site.tree() == new
        # The author goes on from there, with other pages.
        assert site.publish(EDIT).problems == ()
        assert site.tree() == EDIT
        if len(calls) < nth:
            return
    pytest.fail("the call was made more often than this test tries")


def test_full_disk_message(site: Any, fault: Any) -> None:
    """A full disk is told in one line with the file and the reason."""
    ready = site.ready({"es/x/index.html": "x"})
    with fault("mkdir", nth=3, error=OSError(errno.ENOSPC, "No space left on device")):
        outcome = ready()
    assert messages(outcome) == [
        "output/es/x/index.html cannot be written: no space left on the device (machine)"
    ]


def test_disk_that_fills_up_leaves_the_old_site(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies are brought to the disk before the first page is touched."""
    site.publish(BEFORE)
    site.file("static/film.mp4", "film")

    def full(*_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(incoming, "copy", full)
    outcome = site.publish(AFTER, {"film.mp4": "static/film.mp4"})
    assert messages(outcome) == [
        "output/film.mp4 cannot be written: no space left on the device (machine)"
    ]
    assert site.tree() == BEFORE


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("call", ["replace", "unlink", "rmdir"])
def test_interrupted(site: Any, fault: Any, call: str, *, done: bool) -> None:
    """Ctrl-C goes on upwards; whatever was done by then is known to the next build."""
    for nth in range(1, 9):
        site.publish(BEFORE)
        stop = fault(call, nth=nth, error=KeyboardInterrupt(), once=True, done=done)
        with suppress(KeyboardInterrupt), stop as calls:
            site.publish(AFTER)
            assert len(calls) < nth
        assert site.publish({"index.html": "home 4"}).problems == ()
        assert site.tree() == {"index.html": "home 4"}


@needs_fork
@pytest.mark.parametrize("call", ["replace", "unlink", "rmdir", "mkdir"])
def test_killed(site: Any, call: str) -> None:
    """Killed at any rename, removal or new folder, and edited since: the next build is clean."""
    for nth in range(1, 12):
        site.publish(BEFORE)
        was_killed = _publish_and_die(site, AFTER, call, nth)
        for path, text in site.tree().items():
            assert text in {BEFORE.get(path), AFTER.get(path)}
        assert was_killed or site.tree() == AFTER
        assert site.publish({"es/index.html": "otra"}).problems == ()
        assert site.tree() == {"es/index.html": "otra"}


@needs_fork
def test_killed_twice(site: Any) -> None:
    """A build killed after a killed one loses nothing of what the first had written."""
    site.publish(BEFORE)
    for letters in ("abc", "xyz"):
        pages = {f"{letter}/index.html": letter for letter in letters}
        assert _publish_and_die(site, pages, "replace", 3, onto="index.html")
    assert set(site.tree()) == {*BEFORE, *(f"{letter}/index.html" for letter in "abxy")}
    assert site.publish({"index.html": "home"}).problems == ()
    assert site.tree() == {"index.html": "home"}


def _publish_and_die(
    site: Any, pages: dict[str, str], call: str, nth: int, *, onto: str = ""
) -> bool:
    """Publish in a child that kills itself at the Nth call (on the name ``onto``); did it?"""
    child = os.fork()
    if child == 0:
        try:
            _die_at(call, nth, onto)
            site.publish(pages)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _die_at(name: str, nth: int, onto: str) -> None:
    real = getattr(os, name)
    calls = iter(range(1, 10_000))

    def call(*args: object, **named: object) -> object:
        if (not onto or onto in args) and next(calls) == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **named)

    setattr(os, name, call)


@pytest.mark.skipif(not SECOND_DISK.is_dir(), reason="because only Linux has a second disk at hand")
def test_output_on_another_device(site: Any) -> None:
    """An output on another device is filled by copying, and no temporary file stays there."""
    with tempfile.TemporaryDirectory(dir=SECOND_DISK) as folder:
        site.output = Path(folder) / "public"
        if Path(folder).stat().st_dev == site.root.stat().st_dev:
            pytest.skip("because the temporary folder is on that disk too")
        assert site.publish(BEFORE).problems == ()
        assert site.publish(AFTER).value.changed == ("es/nuevo/index.html", "index.html")
        assert site.tree() == AFTER


def test_rename_across_devices_that_share_a_number(site: Any, monkeypatch: Any) -> None:
    """Where a rename says EXDEV though the device numbers agree, the bytes are copied."""
    real = os.replace

    def picky(source: Any, target: Any, **named: Any) -> None:
        if ".site_builder" + os.sep in os.fspath(source) and "dst_dir_fd" in named:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        real(source, target, **named)

    monkeypatch.setattr(os, "replace", picky)
    assert site.publish(BEFORE).problems == ()
    assert site.tree() == BEFORE


def test_read_only_disk(site: Any, fault: Any) -> None:
    """A disk that became read-only is told with the path, and nothing has changed."""
    site.publish(BEFORE)
    ready = site.ready(AFTER)
    with fault("replace", nth=2, error=OSError(errno.EROFS, "Read-only file system")):
        outcome = ready()
    assert messages(outcome) == [
        "output/index.html cannot be written: the disk is read-only (machine)"
    ]
    assert site.tree() == BEFORE


def _may_write_anywhere() -> bool:
    return sys.platform == "win32" or os.geteuid() == 0


@pytest.mark.skipif(_may_write_anywhere(), reason="because modes do not bind root, nor Windows")
def test_read_only_output(site: Any) -> None:
    """A folder that we may not write to is told with the path."""
    site.publish(BEFORE)
    site.output.chmod(0o555)
    try:
        outcome = site.publish({**BEFORE, "index.html": "home 2"})
    finally:
        site.output.chmod(0o755)
    assert messages(outcome) == ["output/index.html cannot be written: permission denied (machine)"]


def test_clean(site: Any) -> None:
    """Cleaning takes away what we wrote, the folder and the record of it, and nothing else."""
    site.publish(BEFORE)
    outcome = clean(site.root, site.output)
    assert outcome.problems == ()
    assert outcome.value is not None
    assert outcome.value.removed == tuple(sorted(BEFORE))
    assert outcome.value.files == 0
    assert not site.output.exists()
    assert list((site.root / ".site_builder").glob("*.json")) == []


def test_clean_keeps_what_is_not_ours(site: Any) -> None:
    """Cleaning leaves a file of someone else's, and a file of ours that someone changed."""
    site.publish(BEFORE)
    (site.output / "notes.txt").write_text("mine")
    (site.output / "index.html").write_text("edited")
    outcome = clean(site.root, site.output)
    assert [problem.code for problem in outcome.problems] == ["output-changed"]
    assert site.tree() == {"index.html": "edited", "notes.txt": "mine"}


def test_clean_refuses_a_wrong_place(site: Any) -> None:
    """Cleaning the site's own folder is refused."""
    outcome = clean(site.root, site.root)
    assert outcome.value is None
    assert [problem.code for problem in outcome.problems] == ["output-refused"]


def test_clean_without_output(site: Any) -> None:
    """Cleaning where nothing was built is nothing to complain about."""
    outcome = clean(site.root, site.output)
    assert outcome.problems == ()
    assert outcome.value is not None
    assert outcome.value.removed == ()
