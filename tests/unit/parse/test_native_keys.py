"""Keys as authors call them in their own languages."""

import unicodedata

import pytest

from site_builder.parse.front_matter import FrontMatterSettings, read_front_matter
from site_builder.parse.keys import HIDING_KEYS, KEY_NAMES
from site_builder.parse.native_keys import NATIVE_KEYS, native_key
from tests.drawing import config_of


def _read(key: str, value: str, **settings: tuple[tuple[str, str], ...]):
    reading = FrontMatterSettings(languages=config_of().languages, timezone="UTC", **settings)
    data = f"---\ntitle: T\n{key}: {value}\n---\nText.\n".encode()
    return read_front_matter(data, path="a.md", settings=reading)


@pytest.mark.parametrize(
    "word",
    [
        *("borrador", "oculto", "Privado", "brouillon", "privé", "caché", "Entwurf", "versteckt"),
        *("unveröffentlicht", "unpublished", "private", "no publicado", "nicht-öffentlich"),
        *("草稿", "未發布", "私密", "下書き", "非公開", "مسودة", "غير منشور"),
        *("मसौदा", "ड्राफ्ट", "ड्राफ़्ट", "अप्रकाशित", unicodedata.normalize("NFD", "privé")),
    ],
)
def test_a_word_that_means_draft_is_never_published(word: str) -> None:
    """In whichever language; the hint says our word, and how to keep the author's own."""
    outcome = _read(word, "true")
    assert outcome.value is None
    (problem,) = outcome.problems
    assert (problem.code, problem.place and problem.place.line) == ("hiding-key", 3)
    assert problem.hint == (
        "did you mean draft? for all texts at once, write "
        f"front_matter: {{names: {{{word}: draft}}}} in site.yml"
    )


@pytest.mark.parametrize(
    "word", ["publicado", "publié", "veröffentlicht", "公開", "منشور", "प्रकाशित"]
)
def test_a_word_that_means_published_is_never_published(word: str) -> None:
    """`publicado: false` holds a text back as `published: false` does."""
    outcome = _read(word, "false")
    assert outcome.value is None
    assert outcome.problems[0].hint.startswith("did you mean published? ")


@pytest.mark.parametrize(
    ("word", "ours"),
    [
        *(("idioma", "lang"), ("langue", "lang"), ("Sprache", "lang"), ("lingua", "lang")),
        *(("语言", "lang"), ("言語", "lang"), ("fecha", "date"), ("日付", "date")),
        *(("etiquetas", "tags"), ("Schlagwörter", "tags"), ("标签", "tags"), ("auteur", "author")),
        *(("imagen", "image"), ("Bild", "image"), ("صورة", "image"), ("वर्णन", "description")),
        *(("kategorien", "categories"), ("शीर्षक", "title"), ("摘要", "excerpt")),
    ],
)
def test_a_word_for_another_key_is_answered_with_ours(word: str, ours: str) -> None:
    """A warning: the text is published, and the author learns what to write."""
    outcome = _read(word, "x")
    assert outcome.value is not None
    (problem,) = outcome.problems
    assert problem.code == "unknown-key"
    assert problem.hint.startswith(f"{ours}: does that here; for all texts at once, write ")


@pytest.mark.parametrize(
    ("word", "ours"),
    [("categorías", "categories"), ("autor", "author"), ("descripción", "description")],
)
def test_a_word_that_is_nearly_ours_needs_no_line(word: str, ours: str) -> None:
    """Likeness finds it."""
    assert native_key(word) == ""
    assert _read(word, "x").problems[0].hint == f'did you mean "{ours}"?'


def test_a_site_may_keep_its_own_word() -> None:
    """What the hint says works: the text is a draft, and nothing is said of it."""
    outcome = _read("borrador", "true", names=(("borrador", "draft"),))
    assert outcome.problems == ()
    assert outcome.value is not None
    assert outcome.value.front.draft is not None
    assert outcome.value.front.draft.value


def test_french_has_accents_for_a_reason() -> None:
    """`caché` is hidden, `cache` is not."""
    assert (native_key("caché"), native_key("cache")) == ("draft", "")


def test_the_table_speaks_of_our_keys_and_no_word_twice() -> None:
    """A word that meant two keys would mean whichever came last."""
    words = [word for line in NATIVE_KEYS.values() for word in line.split()]
    assert sorted(words) == sorted(set(words))
    assert set(NATIVE_KEYS) <= KEY_NAMES
    assert not KEY_NAMES & set(words)
    assert set(HIDING_KEYS) <= set(NATIVE_KEYS)
