"""Which documents are one work, which is the original, what translations inherit."""

from tests.drawing import codes, config_of, site_of


def test_the_original_is_the_one_not_marked_translated() -> None:
    """Whatever its language, the text that no one translated is the original."""
    site = site_of("posts\n  2023-01-01-a-en translated\n  2023-01-01-a-es").value
    assert site is not None
    (work,) = site.works
    assert work.original is not None
    assert work.original.meta.language.value == "es"


def test_two_texts_in_one_language_cannot_be_one_work() -> None:
    """The build stops and names both files."""
    outcome = site_of("posts\n  2023-01-01-a-en\n  en/2023-01-01-a")
    assert codes(outcome.problems) == ["translation-conflict"]
    problem = outcome.problems[0]
    assert problem.place is not None
    assert {problem.place.path, *problem.message.split()} >= {
        "content/posts/2023-01-01-a-en.md",
        "content/posts/en/2023-01-01-a.md",
    }


def test_of_several_originals_the_default_languages_is_taken() -> None:
    """It is said where the line is missing, with the name of the other, and the build goes on."""
    outcome = site_of("posts\n  2023-01-01-a-es\n  2023-01-01-a-en")
    assert codes(outcome.problems) == ["two-originals"]
    assert outcome.value is not None
    assert outcome.value.works[0].original is not None
    assert outcome.value.works[0].original.meta.language.value == "en"
    (problem,) = outcome.problems
    assert problem.place is not None
    assert problem.place.path == "content/posts/2023-01-01-a-es.md"
    assert "content/posts/2023-01-01-a-en.md is the original" in problem.hint


def test_a_translation_inherits_what_it_lacks() -> None:
    """Date, tags and image come from the original; what the translation says stays."""
    drawing = """
    posts
      a-en   date=2023-05-06 tags=x,y image=/p.jpg translation_key=k
      b-es   translated translation_key=k
    """
    site = site_of(drawing).value
    assert site is not None
    (post,) = site.posts["es"]
    assert post.meta.date is not None
    assert post.meta.date.value.day == "2023-05-06"
    assert post.tags == ("x", "y")
    assert post.meta.image is not None


def test_the_words_for_a_picture_are_never_inherited() -> None:
    """They are in the original's language; a translation has its own or none."""
    drawing = """
    posts
      2023-01-01-a-en   "image={path: /p.jpg, alt: A bridge}"
      2023-01-01-a-es   translated
      2023-01-01-a-fr   translated "image={alt: Un pont}"
    """
    site = site_of(drawing, config_of("languages: [en, es, fr]")).value
    assert site is not None
    metas = {code: site.posts[code][0].meta for code in ("en", "es", "fr")}
    assert [meta.image.value if meta.image else "" for meta in metas.values()] == ["/p.jpg"] * 3
    assert [meta.image_alt for meta in metas.values()] == ["A bridge", "", "Un pont"]


def test_an_empty_list_of_tags_is_a_choice() -> None:
    """tags: [] means none; nothing is inherited."""
    drawing = "posts\n  2023-01-01-a-en tags=x\n  2023-01-01-a-es translated tags="
    site = site_of(drawing).value
    assert site is not None
    assert site.posts["es"][0].tags == ()


def test_no_picture_is_a_choice() -> None:
    """image: false in a translation means none, though the original has one."""
    drawing = """
    posts
      2023-01-01-a-en   image=/p.jpg
      2023-01-01-a-es   translated image=false
    """
    site = site_of(drawing).value
    assert site is not None
    image = site.posts["es"][0].meta.image
    assert image is not None
    assert image.value == ""


def test_a_work_may_have_no_original() -> None:
    """Every text is a translation of something that is not here; nothing is wrong."""
    outcome = site_of("posts\n  2023-01-01-a-en translated\n  2023-01-01-a-es translated")
    assert outcome.problems == ()
    assert outcome.value is not None
    assert outcome.value.works[0].original is None
