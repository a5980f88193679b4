"""What is decided about a text besides its language."""

from site_builder.discover.naming import language_words, name_facts
from site_builder.model.source import Kind, Source, Stat
from site_builder.parse.document import parse
from tests.drawing import config_of, documents_of, settings_of


def _meta(facts: str, name: str = "2023-01-02-my-text-en"):
    (document,) = documents_of(f"posts\n  {name} {facts}")
    return document.meta


def test_the_date_of_front_matter_comes_before_the_names() -> None:
    """Jekyll's rule: the name's date serves where none is given."""
    assert _meta("").date.value.day == "2023-01-02"
    assert _meta("date=2024-05-06").date.value.day == "2024-05-06"


def _told(name: str, text: str) -> str:
    """What is said of a file, as one line."""
    config = config_of()
    source = Source(
        path=f"content/posts/{name}.md",
        kind=Kind.POST,
        stat=Stat(size=1, mtime_ns=1, ctime_ns=1, inode=1),
        name=name_facts(Kind.POST, f"{name}.md", language_words(config.languages)),
    )
    outcome = parse(source, text.encode(), settings_of(config))
    return "\n".join(f"{one.message} | {one.hint}" for one in outcome.problems)


def test_a_text_without_a_title_is_told_how_to_begin() -> None:
    """Where there is no front matter yet, a line of it would be shown as text."""
    assert _told("2023-01-02-my-text-en", "Hello.\n") == (
        'there is no title, so "My Text" was made from the file name | '
        'begin the file with three lines: "---", "title: My Text", "---"'
    )
    said = _told("2023-01-02-my-text-en", "---\ntags: a\n---\nHello.\n")
    assert said.endswith("| add a title: line to the front matter")


def test_a_day_in_a_name_that_is_none_is_said_once() -> None:
    """The day is not said twice."""
    assert _told("2026-02-30-x-en", "---\ntitle: X\n---\n").startswith(
        "in the file name: 2026-02-30 is not a day of the calendar: February 2026 has 28 days | "
    )


def test_a_work_is_known_by_its_name_unless_a_key_is_given() -> None:
    """Front-matter dates part no translations; a translation_key joins what names do not."""
    assert _meta("date=2024-05-06").key.value == _meta("", "2023-01-02-my-text-es").key.value
    assert _meta("translation_key=k").key.value == "post:key:k"


def test_true_means_the_file_named_like_the_text() -> None:
    """audio: true is a path by the site's pattern, a text is a path, false is nothing."""
    assert _meta("audio=true").audio.value == "assets/audio/2023-01-02-my-text-en"
    assert _meta("audio=/x.mp3").audio.value == "/x.mp3"
    assert _meta("audio=false").audio.value == ""
    assert _meta("").audio is None


def test_words_alone_are_for_the_texts_own_picture_or_its_originals() -> None:
    """A translation that only says what the picture shows has no picture of its own."""
    own = _meta('"image={alt: A bridge}"')
    assert (own.image.value, own.image_alt) == ("assets/images/2023-01-02-my-text-en", "A bridge")
    translation = _meta('translated "image={alt: A bridge}"')
    assert (translation.image, translation.image_alt) == (None, "A bridge")


def test_either_key_hides() -> None:
    """draft: true and published: false are one answer."""
    assert _meta("draft").hidden.value
    assert _meta("published=false").hidden.value
    assert not _meta("").hidden.value


def test_a_tag_and_a_category_in_the_singular_go_before_the_plural() -> None:
    """Jekyll's rule (``utils.rb``): of both keys the singular one is read."""
    (document,) = documents_of('posts\n  2023-01-01-a-en tags=x category="the sea" tag=z')
    assert document.tags == ("z",)
    assert document.meta.categories == ("the sea",)
