"""Whatever happens to a site, building on gives the same bytes as building from nothing."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder import parallel
from tests.small_site import SmallSite, tree

RUNS = 5
STEPS = 8
PAST, FUTURE = "2024-03-0", "2031-03-0"


class Walk:
    """An author who does one thing after another, the same things for the same seed."""

    def __init__(self, site: SmallSite, seed: int) -> None:
        self.site = site
        self.chance = random.Random(seed)  # noqa: S311 because a walk that can be repeated is wanted
        self.count = 0
        self.done: list[str] = []
        for _ in range(3):
            self.add_post()

    def step(self) -> None:
        """Do something, and note what."""
        act = self.chance.choice(ACTS)
        act(self)
        self.done.append(act.__name__)

    def add_post(self) -> None:
        self.count += 1
        name = f"{PAST}{self.chance.randint(1, 9)}-p{self.count}-en"
        links = "".join(f"\n[to]({path.name})\n" for path in self._posts()[:1])
        self.site.post(name, f"title: Post {self.count}", self._tags(), body=f"Words.\n{links}")

    def edit_body(self) -> None:
        for path in self._some():
            path.write_text(path.read_text() + f"\nMore {self.chance.random()}.\n")

    def retitle(self) -> None:
        for path in self._some():
            self._replace(path, "title:", f"title: Named {self.chance.random()}")

    def retag(self) -> None:
        for path in self._some():
            self._replace(path, "tags:", self._tags())

    def delete_post(self) -> None:
        for path in self._some():
            path.unlink()
            self._mend_links(path.name, "")

    def rename_post(self) -> None:
        for path in self._some():
            self.count += 1
            new = path.with_name(f"{PAST}5-renamed{self.count}-en.md")
            path.rename(new)
            self._mend_links(path.name, new.name)

    def add_translation(self) -> None:
        for path in self._some():
            spanish = path.with_name(path.name.replace("-en.md", "-es.md"))
            spanish.write_text("---\ntitle: Traducido\ntranslated: true\n---\n\nPalabras.\n")

    def switch_draft(self) -> None:
        for path in self._some():
            text = path.read_text()
            flipped = (
                text.replace("draft: true\n", "")
                if "draft: true\n" in text
                else text.replace("---\n", "---\ndraft: true\n", 1)
            )
            path.write_text(flipped)

    def move_to_the_future(self) -> None:
        for path in self._some():
            text = path.read_text()
            if "date: " not in text:
                path.write_text(text.replace("---\n", f"---\ndate: {FUTURE}1\n", 1))

    def retitle_the_site(self) -> None:
        self.site.configure(title=f"Site {self.chance.random()}", pagination="2")

    def edit_a_template(self) -> None:
        name = self.chance.choice(["partials/footer.html", "partials/entries.html"])
        self.site.write(f"themes/papel/templates/{name}", f"<p>Mine {self.chance.random()}</p>\n")

    def delete_a_template(self) -> None:
        shutil.rmtree(self.site.root / "themes", ignore_errors=True)

    def forget_everything(self) -> None:
        shutil.rmtree(self.site.root / ".site_builder" / "staging", ignore_errors=True)
        (self.site.root / ".site_builder" / "memory.sqlite3").unlink(missing_ok=True)

    def delete_an_output_file(self) -> None:
        files = sorted(path for path in self.site.output.rglob("*") if path.is_file())
        self.chance.choice(files).unlink()

    def _posts(self) -> list[Path]:
        return sorted((self.site.root / "content/posts").glob("*-en.md"))

    def _some(self) -> list[Path]:
        posts = self._posts()
        return [self.chance.choice(posts)] if posts else []

    def _tags(self) -> str:
        return f"tags: [{', '.join(self.chance.sample(['one', 'two', 'Three', 'árbol'], 2))}]"

    @staticmethod
    def _replace(path: Path, start: str, line: str) -> None:
        lines = path.read_text().splitlines()
        path.write_text("\n".join(line if one.startswith(start) else one for one in lines) + "\n")

    def _mend_links(self, old: str, new: str) -> None:
        """A careful author leaves no link to what is gone."""
        for path in (self.site.root / "content/posts").glob("*.md"):
            path.write_text(path.read_text().replace(f"[to]({old})", f"[to]({new})"))


ACTS: tuple[Callable[[Walk], None], ...] = (
    Walk.add_post,
    Walk.edit_body,
    Walk.retitle,
    Walk.retag,
    Walk.delete_post,
    Walk.rename_post,
    Walk.add_translation,
    Walk.switch_draft,
    Walk.move_to_the_future,
    Walk.retitle_the_site,
    Walk.edit_a_template,
    Walk.delete_a_template,
    Walk.forget_everything,
    Walk.delete_an_output_file,
)


def clean_build(site: SmallSite, folder: Path, *, jobs: int = 1) -> dict[str, bytes]:
    """Copy what the author wrote to ``folder`` and build it there, from nothing."""
    shutil.copytree(site.root, folder, ignore=shutil.ignore_patterns("output", ".site_builder"))
    other = SmallSite(folder)
    other.build(jobs=jobs)
    return tree(other.output)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(RUNS))
def test_building_on_is_building_anew(tmp_path: Path, seed: int) -> None:
    """After every step of an author the output is, byte for byte, that of a clean build."""
    walk = Walk(SmallSite(tmp_path / "site", pagination="2"), seed)
    walk.site.build()
    for number in range(STEPS):
        walk.step()
        walk.site.build()
        anew = clean_build(walk.site, tmp_path / f"clean{number}")
        found = tree(walk.site.output)
        unlike = sorted(
            name for name in found.keys() | anew.keys() if found.get(name) != anew.get(name)
        )
        assert not unlike, f"seed {seed}, after {walk.done}: {unlike}"


def _grown(root: Path) -> SmallSite:
    walk = Walk(SmallSite(root, pagination="2"), seed=100)
    for _ in range(6):
        walk.add_post()
        walk.add_translation()
    return walk.site


def test_several_processes_make_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many processes a build is given cannot be seen in what it makes."""
    monkeypatch.setattr(parallel, "FEW", 2)
    site = _grown(tmp_path / "site")
    alone = clean_build(site, tmp_path / "one", jobs=1)
    assert len(alone) > 30
    assert clean_build(site, tmp_path / "two", jobs=2) == alone


def test_the_order_of_files_is_irrelevant(tmp_path: Path) -> None:
    """Files made in another order, as another disk would list them, give the same site."""
    site = _grown(tmp_path / "site")
    one = clean_build(site, tmp_path / "one")
    posts = sorted((site.root / "content/posts").iterdir(), reverse=True)
    texts = {path: path.read_bytes() for path in posts}
    shutil.rmtree(site.root / "content/posts")
    (site.root / "content/posts").mkdir()
    for path, text in texts.items():
        path.write_bytes(text)
    assert clean_build(site, tmp_path / "two") == one
