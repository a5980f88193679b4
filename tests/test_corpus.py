"""The site that speed is measured with: repeatable, and a site like any other."""

from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from benchmarks.vocabulary import vocabulary
from tests.small_site import SmallSite, tree

LARGE = 3_000
NINE = ("en", "zh", "ja", "es", "hi", "fr", "de", "ar", "hant")


def _write(folder: Path, posts: int, words: int = 0) -> SmallSite:
    write_corpus(folder, posts=posts, languages=NINE, layout="ours", words=words)
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
