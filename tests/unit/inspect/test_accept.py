"""Translations vouched for."""

from pathlib import Path

import pytest

from site_builder.inspect.accept import accept, save_ledger
from site_builder.model.ledger import LEDGER, Ledger, mark
from site_builder.model.site import Site
from site_builder.parse.ledger import read_ledger
from tests.drawing import config_of, documents_of, site_of

CONFIG = config_of("languages: [en, es, fr]")
DRAWING = """
    posts
      2023-01-02-a-en
      2023-01-02-a-es   translated
      2023-01-02-a-fr   translated
      2023-01-04-c-es   translated
      2023-01-05-d-en
      2023-01-05-d-es   translated draft
"""
POST = "content/posts/2023-01-0{}.md"


def site(**made_from: str) -> Site:
    ledger = Ledger(made_from={POST.format(name): value for name, value in made_from.items()})
    found = site_of(DRAWING, CONFIG, ledger=ledger).value
    assert found is not None
    return found


def present() -> str:
    return mark(documents_of(DRAWING, CONFIG)[0])


def test_all_that_is_public_and_has_an_original_is_accepted() -> None:
    """Orphans have nothing to be fresh against, and a draft waits until it is public."""
    done = accept(site(), CONFIG.languages, ())
    assert done.ledger.made_from == dict.fromkeys(
        [POST.format("2-a-es"), POST.format("2-a-fr")], present()
    )
    assert (done.accepted, done.dropped) == (2, 0)


def test_only_what_was_asked_for_is_accepted() -> None:
    """One file, an original for all its translations, or one language."""
    french = [language for language in CONFIG.languages if language.code == "fr"]
    spanish = accept(site(), CONFIG.languages, [POST.format("2-a-es")])
    assert list(spanish.ledger.made_from) == [POST.format("2-a-es")]
    assert accept(site(), CONFIG.languages, [POST.format("2-a-en")]).accepted == 2
    assert list(accept(site(), french, ()).ledger.made_from) == [POST.format("2-a-fr")]


def test_what_is_stale_is_renewed_and_what_is_gone_is_forgotten() -> None:
    """Lines of drafts are kept: they are only not public yet."""
    stale = {"2-a-es": "0" * 16, "5-d-es": "1" * 16, "9-gone-es": "2" * 16}
    done = accept(site(**stale), CONFIG.languages, [POST.format("2-a-es")])
    assert done.ledger.made_from == {
        POST.format("2-a-es"): present(),
        POST.format("5-d-es"): "1" * 16,
    }
    assert (done.accepted, done.dropped) == (1, 1)


def test_the_file_is_written_whole_and_only_when_it_changes(tmp_path: Path) -> None:
    """What was saved is read back; the same once more touches nothing."""
    ledger = accept(site(), CONFIG.languages, ()).ledger
    assert save_ledger(tmp_path, ledger).value is True
    assert read_ledger((tmp_path / LEDGER).read_bytes()).value == ledger
    assert save_ledger(tmp_path, ledger).value is False
    assert [file.name for file in tmp_path.iterdir()] == [LEDGER]


@pytest.mark.parametrize("name", ["a\nb-es.md", "a\x1b[2Jb-es.md"])
def test_a_name_that_would_break_the_lines_is_refused(tmp_path: Path, name: str) -> None:
    """Nothing is written that could not be read again."""
    outcome = save_ledger(tmp_path, Ledger(made_from={name: "0" * 16}))
    assert [problem.code for problem in outcome.problems] == ["bad-path"]
    assert not (tmp_path / LEDGER).exists()


def test_a_disk_that_says_no_is_a_problem(tmp_path: Path) -> None:
    """No trace, one line."""
    outcome = save_ledger(tmp_path / "absent", Ledger())
    assert [problem.code for problem in outcome.problems] == ["machine"]
