"""The site that speed is measured with: repeatable, and a site like any other."""

import re
from pathlib import Path

import pytest

from benchmarks.corpus import MADE_UP, Material, texts, write_corpus
from benchmarks.layouts import LAYOUTS
from benchmarks.real import read_bodies
from benchmarks.vocabulary import vocabulary
from tests.small_site import SmallSite, tree

LARGE = 3_000
NINE = ("en", "zh", "ja", "es", "hi", "fr", "de", "ar", "hant")


def _write(folder: Path, posts: int, words: int = 0) -> SmallSite:
    write_corpus(folder, posts=posts, languages=NINE, layout="ours", material=Material(words=words))
    return SmallSite(folder)


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    """Figures of two days can be compared, because the site is the same."""
    one, two = tree(_write(tmp_path / "one", 20).root), tree(_write(tmp_path / "two", 20).root)
    assert len(one) == 21
    assert one == two


@pytest.mark.parametrize("language", NINE)
def test_a_large_vocabulary_is_drawn_by_zipfs_law(language: str) -> None:
    """Everyday words first, each word once, the second half as often as the first."""
    few, many = vocabulary(language), vocabulary(language, LARGE)
    assert many.words[: len(few.words)] == few.words
    assert len({*many.words}) == len(many.words) == LARGE
    assert many.summed[1] == many.summed[0] * 1.5
    assert all(word.isprintable() and not word.isspace() for word in many.words)


@pytest.mark.parametrize("words", [0, LARGE])
def test_it_is_a_site_without_mistakes(words: int, tmp_path: Path) -> None:
    """Links lead somewhere and works have all their translations: what is timed is good work."""
    run = _write(tmp_path, 18, words).build()
    assert {one.code for one in run.problems} <= {"not-yet"}
    assert run.built.prepared.config.languages[1].code == "zh"
    assert len(run.built.prepared.site.works) == 2
    assert {len(work.documents) for work in run.built.prepared.site.works} == {9}


@pytest.mark.parametrize(("code", "least", "most"), [(1, 0.02, 0.05), (MADE_UP.code, 0.08, 0.13)])
def test_a_tenth_of_its_bytes_is_code(code: int, least: float, most: float) -> None:
    """As the documentation of the figures says; with less, a third of that."""
    layout, material = LAYOUTS["ours"], Material(code=code)
    bodies = [
        post.body
        for post in texts(posts=200, languages=("en", "es"), layout=layout, material=material)
    ]
    blocks = re.findall(r"^```.*?\n(.*?)^```$", "".join(bodies), re.MULTILINE | re.DOTALL)
    assert least < sum(map(len, blocks)) / sum(map(len, bodies)) < most


def test_real_texts_are_laid_out_without_what_one_generator_knows(tmp_path: Path) -> None:
    """Those that every language has: no front matter, no tags, no links to files."""
    text = "---\ntitle: Old\n---\n\n## One\n\n<!-- no -->A {{< no >}}[link](no.md)"
    text += " and [web](https://a.example/).\n"
    for code in ("en", "es"):
        (tmp_path / code / "sub").mkdir(parents=True)
        (tmp_path / code / "sub/a.md").write_text(text.replace("One", code))
    (tmp_path / "en/only.md").write_text("Not translated.\n")
    bodies = read_bodies([tmp_path / "en", tmp_path / "es"])
    link = "A [link](https://example.org/) and [web](https://a.example/).\n"
    assert bodies == ((f"## en\n\n{link}", f"## es\n\n{link}"),)
    material = Material(bodies=bodies)
    write_corpus(
        tmp_path / "site", posts=2, languages=("en", "es"), layout="ours", material=material
    )
    run = SmallSite(tmp_path / "site").build()
    assert not run.problems
    assert "<h2" in (tmp_path / "site/output/es/travel-0/index.html").read_text()


def test_more_posts_than_real_texts_are_refused(tmp_path: Path) -> None:
    """None is taken twice: what is remembered of the first would make the second too cheap."""
    material = Material(bodies=(("One.\n", "Uno.\n"),))
    with pytest.raises(SystemExit, match="2 real texts"):
        write_corpus(tmp_path, posts=4, languages=("en", "es"), layout="ours", material=material)
