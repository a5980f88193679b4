"""The site that speed is measured with: repeatable, and a site like any other."""

from pathlib import Path

from benchmarks.corpus import write_corpus
from tests.small_site import SmallSite, tree

NINE = ("en", "zh", "ja", "es", "hi", "fr", "de", "ar", "hant")


def _write(folder: Path, posts: int) -> SmallSite:
    write_corpus(folder, posts=posts, languages=NINE, layout="ours")
    return SmallSite(folder)


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    """Figures of two days can be compared, because the site is the same."""
    one, two = tree(_write(tmp_path / "one", 20).root), tree(_write(tmp_path / "two", 20).root)
    assert len(one) == 21
    assert one == two


def test_it_is_a_site_without_mistakes(tmp_path: Path) -> None:
    """Links lead somewhere and works have all their translations: what is timed is good work."""
    run = _write(tmp_path, 18).build()
    assert {one.code for one in run.problems} <= {"not-yet"}
    assert run.built.prepared.config.languages[1].code == "zh"
    assert len(run.built.prepared.site.works) == 2
    assert {len(work.documents) for work in run.built.prepared.site.works} == {9}
