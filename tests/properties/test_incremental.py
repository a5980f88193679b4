"""Whatever happens to a site, building on gives what building from nothing gives.

An author writes, renames, translates, hides, breaks and mends; the memory is lost or damaged, a
build is cut off, files of the output vanish. After each step the site is built on, and a copy of it
is built from nothing: bytes, messages and exit codes must be alike.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from site_builder import parallel
from site_builder.build import short_way
from site_builder.cli import main
from site_builder.freshness import GRAIN_NS, record
from site_builder.memory import assets, parsed
from tests.small_site import SmallSite, tree
from tests.trials import tries

NOW = "2027-01-15T08:00:00+00:00"
SHARDS = 4
"""The runs are shared out, so that several processes can try them."""
STEPS = 15
MESSAGE = re.compile(r"^( [✗!·] \S+:|   +[|=]|   +\d+ \|)")
"""What a build says of mistakes; figures and durations are left out."""

FRAGMENTS = (
    "A note.[^1]\n\n[^1]: Below.",
    "*[HTML]: A language\n\nIn HTML.",
    "```python\nx = 1\n```",
    "The sum $a + b$.",
    "![another p](p.svg)",
    '<img src="https://img.example.net/p.png" alt="far">',
    "<script>let x = 1</script>",
    '<p style="color: red">Red.</p>',
    "<!--more-->",
    "<!-- to myself -->",
    '"Quoted" -- and so on...',
    "|a|b|\n|-|-|\n|c|d|",
    "- one\n- two",
    "Words of a name. {#name}",
)
RESHAPED: dict[str, Callable[[str], str]] = {
    "ends of lines": lambda text: text.replace("\n", "\r\n"),
    "a mark at the beginning": lambda text: f"\ufeff{text}",
    "space at the end": lambda text: f"{text}  \n\n",
    "an empty body": lambda text: "".join(text.partition("\n---\n")[:2]),
    "a line of front matter": lambda text: text.replace("---\n", "---\n\n", 1),
}

pick = st.integers(min_value=0, max_value=1_000)
word = st.sampled_from(["one", "two", "Three", "árbol", "日本", "a & b"])


class Author(RuleBasedStateMachine):
    """One site, and everything that may happen to it."""

    @initialize(waits=st.booleans())
    def begin(self, *, waits: bool) -> None:
        """Three posts, a page and a picture.

        Who ``waits`` between two builds has files that are old enough to be trusted; here, as if.
        """
        _set_grain(-(10**15) if waits else GRAIN_NS)
        self.folder = Path(tempfile.mkdtemp(prefix="author-"))
        self.site = SmallSite(self.folder / "site", pagination="2", strict="false")
        self.count = 0
        self.mistakes: list[Path] = []
        self.versions: dict[str, list[bytes]] = {}
        for number in range(3):
            self.add_post(number, "one")
        self.site.page("about-en", "title: About")
        self.site.write("content/posts/p.svg", "<svg/>")
        self.compare()

    def teardown(self) -> None:
        """Leave nothing behind."""
        _set_grain(GRAIN_NS)
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder, ignore_errors=True)

    # ---- what is written

    @rule(at=pick, tag=word)
    def add_post(self, at: int, tag: str) -> None:
        self.count += 1
        others = self._posts()
        link = f"\n[to]({others[at % len(others)].name})\n" if others else ""
        self.site.post(
            f"2024-03-{at % 28 + 1:02}-p{self.count}-en",
            f"title: Post {self.count}",
            f'tags: ["{tag}"]',
            body=f"Words.\n{link}\n![p](p.svg)",
        )

    @rule(at=pick, tag=word)
    def edit_post(self, at: int, tag: str) -> None:
        for post in self._one(at):
            post.write_text(post.read_text() + f"\n## More {tag}\n\n{at} words.\n")

    @rule(at=pick, tag=word, often=st.integers(1, 3))
    def say_more(self, at: int, tag: str, often: int) -> None:
        """Words alone: nothing but the pages that carry the text can change."""
        for number in range(often):
            for text in self._any(at + number):
                _write(text, _read(text) + f"\nMore {tag} and {at}.\n")

    @rule(at=pick, fragment=st.sampled_from(FRAGMENTS))
    def add_a_fragment(self, at: int, fragment: str) -> None:
        """What a body may need: an address, a rule of the policy, an id, a note below."""
        for text in self._any(at):
            if "p.svg" not in fragment or text.parent.name == "posts":
                _write(text, _read(text) + f"\n{fragment}\n")

    @rule(at=pick, change=st.sampled_from(sorted(RESHAPED)))
    def reshape(self, at: int, change: str) -> None:
        """Other bytes, though hardly another text."""
        for text in self._any(at):
            _write(text, RESHAPED[change](_read(text)))

    @rule(at=pick, other=pick, tag=word)
    def say_the_same(self, at: int, other: int, tag: str) -> None:
        """Two texts with one body: which of them a feed means, the body does not tell."""
        for text in (*self._any(at), *self._any(other)):
            front = "".join(_read(text).partition("\n---\n")[:2])
            described = front if "description:" in front else f"---\ndescription: D{front[3:]}"
            _write(text, f"{described}\nThe same {tag}.\n")

    @rule(at=pick)
    def take_back(self, at: int) -> None:
        """A text as it was some time ago."""
        for text in self._any(at):
            known = self.versions.get(text.name, [])
            if known:
                text.write_bytes(known[at % len(known)])

    @rule(at=pick, name=st.sampled_from([".{}.swp", "{}~", "4913", "#{}#"]))
    def leave_litter(self, at: int, name: str) -> None:
        """As editors do, beside what they save."""
        for text in self._any(at):
            beside = text.with_name(name.format(text.name))
            if beside.exists() and at % 2:
                beside.unlink()
            else:
                beside.write_text(str(at))

    @rule(at=pick)
    def save_by_renaming(self, at: int) -> None:
        """As many editors do: another file comes into the place of the old one."""
        for post in self._one(at):
            beside = post.with_name(".saving")
            beside.write_text(post.read_text() + f"\nSaved {at}.\n")
            beside.replace(post)

    @rule(at=pick, tag=word)
    def retitle_and_retag(self, at: int, tag: str) -> None:
        for post in self._one(at):
            text = re.sub(r"^title:.*$", f"title: Named {at}", post.read_text(), flags=re.MULTILINE)
            post.write_text(re.sub(r"^tags:.*$", f'tags: ["{tag}", "x"]', text, flags=re.MULTILINE))

    @rule(at=pick)
    def delete_post(self, at: int) -> None:
        for post in self._one(at):
            post.unlink()
            self._relink(post.name, "")

    @rule(at=pick)
    def rename_post(self, at: int) -> None:
        for post in self._one(at):
            self.count += 1
            new = post.with_name(f"2024-04-{at % 28 + 1:02}-r{self.count}-en.md")
            post.rename(new)
            self._relink(post.name, new.name)

    @rule(at=pick)
    def swap_two_posts(self, at: int) -> None:
        posts = self._posts()
        if len(posts) > 1:
            first, second = posts[at % len(posts)], posts[(at + 1) % len(posts)]
            texts = first.read_bytes(), second.read_bytes()
            second.write_bytes(texts[0])
            first.write_bytes(texts[1])

    @rule(at=pick, marked=st.booleans())
    def translate(self, at: int, *, marked: bool) -> None:
        for post in self._one(at):
            spanish = post.with_name(post.name.replace("-en.md", "-es.md"))
            mark = "translated: true\n" if marked else ""
            spanish.write_text(f"---\ntitle: Traducido {at}\n{mark}---\n\nPalabras {at}.\n")

    @rule(at=pick)
    def delete_translation(self, at: int) -> None:
        found = sorted((self.site.root / "content/posts").glob("*-es.md"))
        for post in found[at % len(found) :][:1] if found else []:
            post.unlink()

    @rule(at=pick, line=st.sampled_from(["draft: true", "published: false", "date: 2031-03-01"]))
    def hide_or_show(self, at: int, line: str) -> None:
        for post in self._one(at):
            text = post.read_text()
            if f"{line}\n" in text:
                post.write_text(text.replace(f"{line}\n", ""))
            else:
                post.write_text(text.replace("---\n", f"---\n{line}\n", 1))

    @rule(at=pick)
    def same_size_and_old_time(self, at: int) -> None:
        for post in self._one(at):
            facts = post.stat()
            post.write_text(post.read_text().replace("Words", "Wards"))
            os.utime(post, ns=(facts.st_atime_ns, facts.st_mtime_ns))

    @rule(at=pick)
    def touch_only(self, at: int) -> None:
        for post in self._one(at):
            os.utime(post)

    @rule(at=pick)
    def change_picture(self, at: int) -> None:
        self.site.write("content/posts/p.svg", f"<svg><!-- {at} --></svg>")

    @rule(at=pick)
    def add_or_remove_static(self, at: int) -> None:
        file = self.site.root / "static" / f"s{at % 3}.txt"
        if file.exists():
            file.unlink()
        else:
            self.site.write(f"static/s{at % 3}.txt", f"static {at}")

    # ---- what is set

    @rule(
        at=pick,
        policy=st.sampled_from(["hide", "link", "show"]),
        size=st.integers(1, 4),
        more=st.booleans(),
    )
    def configure(self, at: int, policy: str, size: int, *, more: bool) -> None:
        forms = {"side_by_side": "true", "feeds": "[atom, rss, json]", "smart_quotes": "true"}
        self.site.configure(
            title=f"Site {at % 5}",
            pagination=str(size),
            missing_translations=policy,
            strict="false",
            **(forms if more else {}),
        )

    @rule(at=pick, name=st.sampled_from(["partials/footer.html", "partials/entries.html"]))
    def override_template(self, at: int, name: str) -> None:
        self.site.write(f"themes/papel/templates/{name}", f"<p>Mine {at}</p>\n")

    @rule(at=pick)
    def override_phrase(self, at: int) -> None:
        self.site.write("themes/papel/phrases/en.yml", f"archive: All of it {at}\n")

    @rule()
    def drop_overrides(self) -> None:
        shutil.rmtree(self.site.root / "themes", ignore_errors=True)

    # ---- what else is done with the site

    @rule(
        words=st.sampled_from(
            [
                ("build", "--drafts", "--now", NOW),
                ("build", "--base-path", "/other", "--now", NOW),
                ("build", "--output", "elsewhere", "--now", NOW),
                ("check", "--drafts"),
                ("status", "--accept"),
            ]
        )
    )
    def run_another_command(self, words: tuple[str, ...]) -> None:
        """They share the memory, and some of them the output."""
        told = [str(self.folder / one) if one == "elsewhere" else one for one in words]
        _run([*told, "--root", str(self.site.root), "--jobs", "1"])

    # ---- what goes wrong

    @precondition(lambda self: not self.mistakes)
    @rule(
        at=pick,
        text=st.sampled_from(
            [
                '---\ntitle: "unclosed\n---\n\nText.\n',
                "---\ntitle: Bad\ndate: 2024-02-30\n---\n\nText.\n",
                "---\ntitle: Bad\npermalink: /archive/\n---\n\nText.\n",
                "---\ntitle: Bad\nlayout: nope\n---\n\nText.\n",
                "---\ntitle: Bad\n---\n\n[x](not-there.md)\n",
                "---\ntitle: Odd\ncolour: red\n---\n\n[x](#not-there)\n",
            ]
        ),
    )
    def make_a_mistake(self, at: int, text: str) -> None:
        file = self.site.root / f"content/posts/2024-05-{at % 28 + 1:02}-mistake-en.md"
        file.write_text(text)
        self.mistakes.append(file)

    @precondition(lambda self: bool(self.mistakes))
    @rule()
    def mend_the_mistake(self) -> None:
        self.mistakes.pop().unlink()

    @rule()
    def lose_the_memory(self) -> None:
        for file in (self.site.root / ".site_builder").glob("memory*"):
            file.unlink()
        shutil.rmtree(self.site.root / ".site_builder" / "staging", ignore_errors=True)

    @rule(at=pick, byte=st.integers(0, 255))
    def damage_the_memory(self, at: int, byte: int) -> None:
        for file in (self.site.root / ".site_builder").glob("memory*"):
            data = bytearray(file.read_bytes())
            if data:
                data[at * 997 % len(data)] = byte
                file.write_bytes(bytes(data))

    @rule(at=pick)
    def lose_an_output_file(self, at: int) -> None:
        files = sorted(path for path in self.site.output.rglob("*") if path.is_file())
        if files:
            files[at % len(files)].unlink()

    @rule(nth=st.integers(1, 40))
    def cut_a_build_off(self, nth: int) -> None:
        """As Ctrl-C does, between two renames of the write."""
        self.edit_post(nth, "cut")
        real, left = os.replace, [nth]

        def replace(*args: object, **named: object) -> None:
            left[0] -= 1
            if left[0] == 0:
                raise KeyboardInterrupt
            real(*args, **named)  # type: ignore[arg-type]  # because it is handed on as it came

        os.replace = replace
        try:
            _build(self.site.root)
        finally:
            os.replace = real

    # ---- what must hold

    def check_invariants(self, *_given: object, **_more: object) -> None:
        """After every step."""
        super().check_invariants(*_given, **_more)
        if hasattr(self, "site"):
            self.compare()

    def compare(self) -> None:
        """Build on, build anew elsewhere, and compare."""
        for text in self._texts():
            self.versions.setdefault(text.name, []).append(text.read_bytes())
        before = tree(self.site.output)
        code, said = _build(self.site.root)
        anew = self.folder / "anew"
        shutil.rmtree(anew, ignore_errors=True)
        ignored = shutil.ignore_patterns("output", ".site_builder")
        shutil.copytree(self.site.root, anew, ignore=ignored)
        clean_code, clean_said = _build(anew)
        assert (code, said) == (clean_code, clean_said)
        found, wanted = tree(self.site.output), tree(anew / "output")
        if code:
            # The last good site stays, and a clean build has nothing to leave.
            assert (found, wanted) == (before, {})
            return
        unlike = {one for one in found.keys() | wanted.keys() if found.get(one) != wanted.get(one)}
        assert not unlike

    def _texts(self) -> list[Path]:
        found = (self.site.root / "content").rglob("*-e[ns].md")
        return sorted(set(found) - set(self.mistakes))

    def _any(self, at: int) -> list[Path]:
        texts = self._texts()
        return [texts[at % len(texts)]] if texts else []

    def _posts(self) -> list[Path]:
        found = (self.site.root / "content/posts").glob("*-en.md")
        return sorted(set(found) - set(self.mistakes))

    def _relink(self, old: str, new: str) -> None:
        """A careful author leaves no link to what is gone: a mistake ends what can be compared."""
        for post in self._posts():
            text = post.read_text()
            if f"]({old})" in text:
                post.write_text(text.replace(f"[to]({old})", f"[to]({new})" if new else "to"))

    def _one(self, at: int) -> list[Path]:
        posts = self._posts()
        return [posts[at % len(posts)]] if posts else []


def _build(root: Path) -> tuple[int, list[str]]:
    """Run the command in this process; its exit code and what it said of mistakes."""
    code, said = _run(["build", "--root", str(root), "--now", NOW, "--jobs", "1"])
    return code, [line for line in said.splitlines() if MESSAGE.match(line)]


def _run(words: list[str]) -> tuple[int, str]:
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        return main(words), said.getvalue()


def _read(text: Path) -> str:
    return text.read_bytes().decode()


def _write(text: Path, words: str) -> None:
    # Line ends and all, as an editor would.
    text.write_bytes(words.encode())


def _set_grain(nanoseconds: int) -> None:
    for module in (assets, parsed, record, short_way):
        module.GRAIN_NS = nanoseconds  # type: ignore[attr-defined]  # because it is imported there


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS))
def test_building_on_is_building_anew(monkeypatch: pytest.MonkeyPatch, shard: int) -> None:
    """After every step of an author, a mishap or a mistake, nothing tells the two builds apart."""
    for name in ("GITHUB_ACTIONS", "SOURCE_DATE_EPOCH", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")

    class Sharded(Author):
        """Another class, other walks: hypothesis derives its first choices from the name."""

    Sharded.__name__ = Sharded.__qualname__ = f"Author{shard}"
    wish = settings(
        max_examples=max(1, tries("edits") // SHARDS),
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(Sharded, settings=wish)


def _grown(root: Path) -> SmallSite:
    site = SmallSite(root, pagination="2")
    for number in range(9):
        tags = 'tags: ["one", "árbol"]' if number % 2 else 'tags: ["two"]'
        site.post(f"2024-03-0{number + 1}-p{number}-en", f"title: Post {number}", tags)
        site.post(f"2024-03-0{number + 1}-p{number}-es", "title: Entrada", "translated: true")
    return site


def _clean(site: SmallSite, folder: Path, *, jobs: int = 1) -> dict[str, bytes]:
    """Copy what the author wrote to ``folder`` and build it there, from nothing."""
    shutil.copytree(site.root, folder, ignore=shutil.ignore_patterns("output", ".site_builder"))
    other = SmallSite(folder)
    other.build(jobs=jobs)
    return tree(other.output)


def test_several_processes_make_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many processes a build is given cannot be seen in what it makes."""
    monkeypatch.setattr(parallel, "FEW", 2)
    site = _grown(tmp_path / "site")
    alone = _clean(site, tmp_path / "one", jobs=1)
    assert len(alone) > 30
    assert _clean(site, tmp_path / "two", jobs=2) == alone


def test_the_order_of_files_is_irrelevant(tmp_path: Path) -> None:
    """Files made in another order, as another disk would list them, give the same site."""
    site = _grown(tmp_path / "site")
    one = _clean(site, tmp_path / "one")
    posts = sorted((site.root / "content/posts").iterdir(), reverse=True)
    texts = {path: path.read_bytes() for path in posts}
    shutil.rmtree(site.root / "content/posts")
    (site.root / "content/posts").mkdir()
    for path, text in texts.items():
        path.write_bytes(text)
    assert _clean(site, tmp_path / "two") == one
