"""The table of translations of a drawn site."""

from collections.abc import Sequence

from site_builder.inspect.status import known_languages, status_table
from site_builder.model.config import Config
from site_builder.model.ledger import Ledger, State, mark
from site_builder.model.status import StatusTable
from tests.drawing import config_of, documents_of, site_of

DRAWING = """
    posts
      2023-01-02-old-en   title="Old"
      2023-01-02-old-es   translated
      2024-05-06-new-en   title="New"
      2024-05-06-new-es   translated
      2024-05-06-new-fr   translated
    pages
      about-en            title="About"
"""


def config() -> Config:
    return config_of("languages: [en, es, fr]")


def table(languages: Sequence[str] = (), paths: Sequence[str] = ()) -> StatusTable:
    settings = config()
    old = documents_of(DRAWING, settings)[0]
    ledger = Ledger(made_from={"content/posts/2023-01-02-old-es.md": mark(old)})
    site = site_of(DRAWING, settings, ledger=ledger).value
    asked = known_languages(languages, settings).value
    assert site is not None
    assert asked is not None
    return status_table(site, "Test", asked, paths)


def test_works_come_newest_first_and_pages_last() -> None:
    """What was written last is what one wants to see first."""
    assert [work.title for work in table().works] == ["New", "Old", "About"]


def test_each_language_is_counted() -> None:
    """A row for each language, its own works left out."""
    counts = {
        row.language.code: {state: count for state, count in row.counts.items() if count}
        for row in table().languages
    }
    assert counts == {
        "en": {},
        "es": {State.FRESH: 1, State.UNRECORDED: 1, State.MISSING: 1},
        "fr": {State.UNRECORDED: 1, State.MISSING: 2},
    }
    assert table().total[State.MISSING] == 3


def test_one_language_can_be_asked_for() -> None:
    """Of the others nothing is said, in the rows and in the works."""
    asked = table(["es"])
    assert [row.language.code for row in asked.languages] == ["es"]
    assert [[one.language for one in work.standings] for work in asked.works] == [["es"]] * 3
    assert [work.title for work in asked.works if work.needs_work] == ["New", "About"]


def test_a_translation_or_an_original_can_be_asked_for() -> None:
    """The path of an original means all its translations, that of a translation itself."""
    (work,) = table(paths=["content/posts/2024-05-06-new-es.md"]).works
    assert [one.language for one in work.standings] == ["es"]
    (work,) = table(paths=["content/posts/2024-05-06-new-en.md"]).works
    assert [one.language for one in work.standings] == ["es", "fr"]


def test_a_language_the_site_does_not_have_is_a_problem() -> None:
    """With the one that was probably meant; aliases and tags are known."""
    outcome = known_languages(["ess", "ES"], config())
    assert outcome.value is None
    (problem,) = outcome.problems
    assert problem.code == "unknown-language"
    assert problem.hint == 'did you mean "es"?'
    settings = config_of("languages: [en, zh]")
    (chinese,) = known_languages(["cn"], settings).value or ()
    assert chinese.code == "zh"
