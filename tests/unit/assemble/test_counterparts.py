"""Which tag of one language is which tag of another."""

from collections.abc import Mapping

from tests.drawing import config_of, site_of


def _of(drawing: str, config: str = "") -> Mapping[tuple[str, str], Mapping[str, str]]:
    site = site_of(drawing, config_of("languages: [en, es, fr]\n" + config)).value
    assert site is not None
    return site.tag_counterparts


def test_tags_of_translations_stand_at_the_same_place() -> None:
    """The first of one is the first of the other, through the original to every language."""
    found = _of("""
    posts
      2023-01-01-a-en tags=sea,house
      2023-01-01-a-es tags=mar,casa translated
      2023-01-01-a-fr tags=mer,maison translated
    """)
    assert found["es", "casa"] == {"en": "house", "es": "casa", "fr": "maison"}
    assert found["en", "sea"] == {"en": "sea", "es": "mar", "fr": "mer"}


def test_one_pair_that_says_otherwise_makes_it_doubtful() -> None:
    """A tag that has two words in another language is linked to neither."""
    found = _of("""
    posts
      2023-01-01-a-en tags=sea,house
      2023-01-01-a-es tags=mar,casa translated
      2023-01-02-b-en tags=house
      2023-01-02-b-es tags=hogar translated
    """)
    assert found == {
        ("en", "sea"): {"en": "sea", "es": "mar"},
        ("es", "mar"): {"en": "sea", "es": "mar"},
    }


def test_another_number_of_tags_says_nothing() -> None:
    """Nobody knows which of them was left out."""
    assert _of("posts\n 2023-01-01-a-en tags=sea,house\n 2023-01-01-a-es tags=mar translated") == {}


def test_the_table_comes_first() -> None:
    """What site.yml says holds against every pair; its key is the word of who is not named."""
    found = _of(
        """
        posts
          2023-01-01-a-en tags=house
          2023-01-01-a-es tags=hogar translated
          2023-01-02-b-es tags=Casa
        """,
        "tags: {House: {es: casa}}",
    )
    assert found["en", "house"] == {"en": "house", "es": "casa"}
    assert ("es", "hogar") not in found


def test_one_spelling_is_one_tag_unless_another_word_is_known() -> None:
    """Linux is linux; the English pie is no Spanish foot once Spanish has its word for it."""
    found = _of("""
    posts
      2023-01-01-a-en tags=linux
      2023-01-02-b-es tags=Linux
      2023-01-03-c-en tags=pie
      2023-01-03-c-es tags=tarta translated
      2023-01-04-d-es tags=pie
    """)
    assert found["en", "linux"] == {"en": "linux", "es": "linux"}
    assert found["en", "pie"] == {"en": "pie", "es": "tarta"}
    assert ("es", "pie") not in found


def test_inherited_tags_are_no_translation_of_themselves() -> None:
    """A translation without tags of its own does not make the pairs of others doubtful."""
    found = _of("""
    posts
      2023-01-01-a-en tags=sea
      2023-01-01-a-es tags=mar translated
      2023-01-02-b-en tags=sea
      2023-01-02-b-es translated
    """)
    assert found["en", "sea"] == {"en": "sea", "es": "mar"}


def test_inherited_tags_have_the_names_of_the_table() -> None:
    """With the table a translation without tags has those of its own language."""
    config = config_of("tags: {sea: {en: Sea, es: Mar}}")
    site = site_of("posts\n 2023-01-01-a-en tags=sea,x\n 2023-01-01-a-es translated", config).value
    assert site is not None
    assert site.posts["es"][0].tags == ("Mar", "x")
