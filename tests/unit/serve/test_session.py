from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from site_builder.events import Event, KeptLastGood, Reloaded
from site_builder.model.artifact import Artifact
from site_builder.model.route import Copy
from site_builder.problems import Place, Problem, SiteError
from site_builder.serve.reload import Bell, Word
from site_builder.serve.session import Session

MISTAKE = Problem(code="bad-date", message="a wrong date", place=Place(path="content/x.md"))
WARNING = Problem(code="unknown-key", message="a key we do not know")


@dataclass(frozen=True)
class Made:
    """What a rebuild hands over."""

    copies: tuple[Copy, ...]
    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...] = ()
    workbench: object = None


@dataclass
class Builder:
    """Stands in for the real build: stages the bytes it is told to make."""

    root: Path
    files: dict[str, bytes] = field(default_factory=dict)
    copies: tuple[Copy, ...] = ()
    wrong: SiteError | None = None
    problems: tuple[Problem, ...] = ()
    workbench: object = None
    staged: list[str] = field(default_factory=list)
    during: Callable[[], None] = lambda: None
    bench: object = None

    def rebuild(self, held: Callable[[str, str], bool]) -> Made:
        self.during()
        if self.wrong:
            raise self.wrong
        self.staged.clear()
        artifacts = tuple(self._artifact(output, held) for output in self.files)
        return Made(self.copies, artifacts, self.problems, self.bench)

    def _artifact(self, output: str, held: Callable[[str, str], bool]) -> Artifact:
        data = self.files[output]
        digest = hashlib.sha256(data).hexdigest()
        staged = ""
        if not held(output, digest):
            self.staged.append(output)
            path = self.root / f"staged-{output.replace('/', '-')}"
            path.write_bytes(data)
            staged = str(path)
        return Artifact(output=output, digest=digest, size=len(data), staged=staged)


@dataclass(frozen=True)
class QuickPage:
    """The page of one text."""

    output: str
    content: bytes


class World:
    """A session with a builder, a bell and what was told."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = root / ".site_builder" / "preview" / "8000"
        self.told: list[Event] = []
        self.bell = Bell()
        self.builder = Builder(root, {"index.html": b"one", "es/x/index.html": b"x"})
        self.session = self.new_session()

    def new_session(self) -> Session:
        return Session(
            self.root, self.store, "/repo/", self.builder.rebuild, self.bell, self.told.append
        )

    def refresh(self, *changed: str) -> Event:
        self.session.refresh(changed)
        return self.told[-1]

    def read(self, output: str) -> bytes | None:
        pages = self.session.showing().pages
        return Path(pages.files[output].path).read_bytes() if pages else None


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_the_first_build_can_be_seen(world: World) -> None:
    """Every file of the site is in the map, below the base path, with its bytes in the store."""
    event = world.refresh()
    assert isinstance(event, Reloaded)
    assert (event.files, event.pages) == ((), 2)
    assert world.read("es/x/index.html") == b"x"
    showing = world.session.showing()
    assert showing.pages
    assert showing.pages.base_path == "/repo"
    assert not list(world.root.glob("staged-*"))


def test_a_save_shows_what_it_changed(world: World) -> None:
    """One page is made again, old bytes are deleted, and the file and the count are told."""
    world.builder.problems = (WARNING,)
    world.refresh()
    world.builder.files["index.html"] = b"two"
    event = world.refresh(str(world.root / "content" / "index.md"), "/usr/themes/x.html")
    assert isinstance(event, Reloaded)
    assert event.files == ("content/index.md", "/usr/themes/x.html")
    assert event.pages == 1
    assert event.milliseconds > 0
    assert event.problems == (WARNING,)
    assert world.builder.staged == ["index.html"]
    assert world.read("index.html") == b"two"
    assert len(list(world.store.iterdir())) == 2
    assert next(world.bell.follow(seen=1)) is Word.RELOAD


def test_a_save_that_changes_nothing_reloads_nothing(world: World) -> None:
    """Touching a file does not make pages flicker."""
    world.refresh()
    world.refresh()
    assert next(world.bell.follow(seen=1, pulse=0.01)) is Word.PULSE


def test_a_page_that_is_gone_is_gone(world: World) -> None:
    """A deleted post has no address and no bytes any more."""
    world.refresh()
    del world.builder.files["es/x/index.html"]
    event = world.refresh()
    assert isinstance(event, Reloaded)
    assert event.pages == 1
    assert len(list(world.store.iterdir())) == 1


def test_a_mistake_keeps_the_last_good_site(world: World) -> None:
    """The old pages stay, the problems are held and told; when it is mended, pages reload."""
    world.refresh()
    world.builder.wrong = SiteError([MISTAKE])
    event = world.refresh()
    assert event == KeptLastGood(problems=(MISTAKE,))
    assert world.session.showing().problems == (MISTAKE,)
    assert world.read("index.html") == b"one"
    assert next(world.bell.follow(seen=1)) is Word.ERROR
    world.builder.wrong = None
    world.refresh()
    assert world.session.showing().problems == ()
    assert next(world.bell.follow(seen=1)) is Word.RELOAD


def test_a_site_that_was_never_good_shows_its_mistakes(world: World) -> None:
    """Without a good site there is no map; each list of mistakes reloads the page that shows it."""
    world.builder.wrong = SiteError([MISTAKE])
    world.refresh()
    first = world.session.showing()
    assert (first.pages, first.problems) == (None, (MISTAKE,))
    world.refresh()
    assert next(world.bell.follow(seen=first.generation)) is Word.RELOAD


def test_the_old_site_is_whole_while_the_new_one_is_made(world: World) -> None:
    """Whoever reads during a rebuild reads the old pages."""
    world.refresh()
    world.builder.files["index.html"] = b"two"
    seen: list[bytes | None] = []
    world.builder.during = lambda: seen.append(world.read("index.html"))
    world.refresh()
    assert seen == [b"one"]


def test_what_an_earlier_run_left_is_used_if_it_is_whole(world: World) -> None:
    """A new preview stages nothing that lies in the store already, but trusts no damaged file."""
    world.refresh()
    damaged = world.store / hashlib.sha256(b"x").hexdigest()
    damaged.write_bytes(b"")
    (world.store / "left-over").write_bytes(b"?")
    world.session = world.new_session()
    world.refresh()
    assert world.builder.staged == ["es/x/index.html"]
    assert world.read("es/x/index.html") == b"x"
    assert not (world.store / "left-over").exists()


def test_a_store_that_is_cleaned_away_comes_back(world: World) -> None:
    """Deleting .site_builder while the preview runs costs one full rebuild and nothing else."""
    world.refresh()
    for path in world.store.iterdir():
        path.unlink()
    world.store.rmdir()
    world.refresh()
    assert world.read("index.html") == b"one"


def test_copies_are_served_from_where_they_lie(world: World) -> None:
    """A file of static/ is not copied; a new version reloads; a missing one has no address."""
    static = world.root / "static" / "a.txt"
    static.parent.mkdir()
    static.write_bytes(b"a")
    world.builder.copies = (
        Copy(source="static/a.txt", output="a.txt", digest="", owner="static/a.txt"),
        Copy(source="static/gone.txt", output="gone.txt", digest="", owner="static/gone.txt"),
    )
    world.refresh()
    pages = world.session.showing().pages
    assert pages
    assert pages.files["a.txt"].path == str(static)
    assert pages.files["a.txt"].within == str(world.root)
    assert "gone.txt" not in pages.files
    static.write_bytes(b"longer")
    event = world.refresh()
    assert isinstance(event, Reloaded)
    assert event.pages == 1


def test_a_disk_that_says_no_is_a_problem(world: World) -> None:
    """When the bytes cannot be kept, the last good site stays and the reason is told."""
    world.store.parent.mkdir(parents=True)
    world.store.write_text("a file in the way")
    event = world.refresh()
    assert isinstance(event, KeptLastGood)
    assert event.problems[0].code == "machine"


def test_output_is_never_touched(world: World) -> None:
    """The preview writes below .site_builder/preview/ and nowhere else."""
    output = world.root / "output"
    output.mkdir()
    world.refresh()
    assert sorted(path.name for path in world.root.iterdir()) == [".site_builder", "output"]
    assert list(output.iterdir()) == []


@dataclass
class Bench:
    """Stands in for the real workbench: has the pages it is told."""

    pages: dict[str, QuickPage]
    asked: list[str] = field(default_factory=list)
    warming: Callable[[], None] = lambda: None

    def page(self, path: str) -> QuickPage | None:
        self.asked.append(path)
        return self.pages.get(path)

    def warm_up(self) -> None:
        self.warming()


@pytest.fixture
def text(tmp_path: Path) -> str:
    """A text on the disk, whose page is es/x/index.html."""
    path = tmp_path / "content" / "x.md"
    path.parent.mkdir()
    path.write_text("words")
    return str(path)


def _read(world: World, output: str) -> bytes:
    pages = world.session.showing().pages
    assert pages is not None
    return Path(pages.files[output].path).read_bytes()


def test_the_page_at_hand_is_shown_ahead(world: World, text: str) -> None:
    """The one page is new at once, and the rest stays as it was."""
    world.builder.bench = Bench({"content/x.md": QuickPage("es/x/index.html", b"quick")})
    world.session.refresh()
    generation = world.session.showing().generation
    world.session.hurry([text])
    assert _read(world, "es/x/index.html") == b"quick"
    assert _read(world, "index.html") == b"one"
    assert world.session.showing().generation == generation + 1
    assert world.told[-1].pages == 1
    assert world.told[-1].files == ("content/x.md",)


def test_a_save_is_not_told_twice(world: World, text: str) -> None:
    """Its page first, then all else as the rest of it; what an editor moved away is no file."""
    world.builder.bench = Bench({"content/x.md": QuickPage("es/x/index.html", b"quick")})
    world.session.refresh()
    world.session.hurry([text, f"{text}.swp"])
    world.builder.files |= {"es/x/index.html": b"quick", "index.html": b"list"}
    world.session.refresh([text, f"{text}.swp"])
    first, rest = world.told[-2:]
    assert first.files == rest.files == ("content/x.md",)
    assert (first.is_rest, rest.is_rest) == (False, True)
    assert rest.pages == 1


def test_what_was_saved_during_a_rebuild_stays_ahead_of_it(world: World, text: str) -> None:
    """The rebuild read the older text; its page does not replace the newer one."""
    world.builder.bench = Bench({"content/x.md": QuickPage("es/x/index.html", b"quick")})
    world.session.refresh()
    world.builder.files["index.html"] = b"list"
    world.builder.during = lambda: world.session.hurry([text])
    world.session.refresh([text])
    assert _read(world, "es/x/index.html") == b"quick"
    assert _read(world, "index.html") == b"list"
    world.builder.during = lambda: None
    world.builder.files["es/x/index.html"] = b"whole"
    world.session.refresh([text])
    assert _read(world, "es/x/index.html") == b"whole"


def test_a_rebuild_that_ends_takes_no_page_away(world: World, text: str) -> None:
    """What is shown ahead lies on the disk, however saves and ends of rebuilds fall together."""
    bench = Bench({})
    world.builder.bench = bench
    world.session.refresh()
    lost = []

    def save_often() -> None:
        for number in range(300):
            bench.pages["content/x.md"] = QuickPage("es/x/index.html", b"quick %d" % number)
            world.session.hurry([text])
            showing = world.session.showing()
            is_there = Path(showing.pages.files["es/x/index.html"].path).exists()
            # What another rebuild replaced meanwhile may be gone.
            if not is_there and world.session.showing() is showing:
                lost.append(number)

    saving = threading.Thread(target=save_often)
    saving.start()
    while saving.is_alive():
        world.session.refresh([text])
        time.sleep(0.001)
    saving.join()
    assert lost == []


def test_a_save_does_not_wait_for_another_workbench(world: World, text: str) -> None:
    """The last one makes its page while the new one warms up, and is let go then."""
    first, second = Bench({}), Bench({}, warming=lambda: world.session.hurry([text]))
    first.pages["content/x.md"] = QuickPage("es/x/index.html", b"quick")
    for bench in (first, second):
        world.builder.bench = bench
        world.session.refresh()
    assert _read(world, "es/x/index.html") == b"quick"
    assert (first.asked, second.asked) == (["content/x.md"], [])
    world.session.hurry([text])
    assert (first.asked, second.asked) == (["content/x.md"], ["content/x.md"])


def test_the_first_save_waits_for_the_first_workbench(world: World, text: str) -> None:
    """Which is sooner than the whole site could be made again."""
    bench = Bench({"content/x.md": QuickPage("es/x/index.html", b"quick")})
    saving = threading.Thread(target=lambda: world.session.hurry([text]))

    def warm() -> None:
        saving.start()
        saving.join(0.2)
        assert bench.asked == []

    bench.warming = warm
    world.builder.bench = bench
    world.session.refresh()
    saving.join()
    assert _read(world, "es/x/index.html") == b"quick"


@pytest.mark.parametrize("step", ["take_over", "item", "forget_others"])
def test_a_save_is_shown_amid_what_grows_with_the_site(
    world: World, text: str, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """To move, name and delete the files of a large site takes long, and no save waits for it."""
    bench = Bench({})
    world.builder.bench = bench
    world.session.refresh()
    store = world.session._store
    do = getattr(store, step)
    shown = []

    def save(*arguments: object) -> object:
        bench.pages["content/x.md"] = QuickPage("es/x/index.html", b"quick %d" % len(shown))
        saving = threading.Thread(target=world.session.hurry, args=([text],), daemon=True)
        saving.start()
        saving.join(10)
        shown.append(not saving.is_alive())
        return do(*arguments)

    monkeypatch.setattr(store, step, save)
    world.session.refresh([text])
    assert shown
    assert all(shown)
    assert _read(world, "es/x/index.html") == b"quick %d" % (len(shown) - 1)


def test_there_is_no_hurry_over_a_mistake(world: World, text: str) -> None:
    """What is wrong is told by the rebuild; the last good site stays until then."""
    world.builder.bench = Bench({"content/x.md": QuickPage("es/x/index.html", b"quick")})
    world.session.refresh()
    world.builder.wrong = SiteError([MISTAKE])
    world.session.refresh()
    world.session.hurry([text])
    assert _read(world, "es/x/index.html") == b"x"


def test_many_files_are_left_to_the_rebuild(world: World, text: str) -> None:
    """Also a file that is no text; a file that was moved away does not count."""
    bench = Bench({"content/x.md": QuickPage("es/x/index.html", b"quick")})
    world.builder.bench = bench
    world.session.refresh()
    other = Path(text).with_name("y.md")
    other.write_text("more")
    world.session.hurry([text, str(other)])
    assert bench.asked == []
    other.unlink()
    world.session.hurry([str(other), text])
    assert bench.asked == ["content/x.md"]
