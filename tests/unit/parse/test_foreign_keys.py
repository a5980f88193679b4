"""Keys of other generators: read by a name that the site gives them, or answered with a hint."""

from site_builder.parse.foreign_keys import hint_for, renamed
from site_builder.parse.front_matter import FrontMatterSettings, read_front_matter
from site_builder.parse.front_matter_block import read_block
from site_builder.strict_yaml import Fields
from tests.drawing import config_of

NONE: frozenset[str] = frozenset()
SETTINGS = FrontMatterSettings(
    languages=config_of().languages,
    timezone="UTC",
    extra_keys=("header",),
    names=(("ref", "translation_key"), ("cover", "image"), ("thumbnail", "image")),
)


def _read(*lines: str):
    data = "---\n" + "\n".join(lines) + "\n---\nText.\n"
    outcome = read_front_matter(data.encode(), path="a.md", settings=SETTINGS)
    assert outcome.value is not None
    return outcome.value.front, outcome.problems


def test_a_key_is_read_by_the_name_that_the_site_gives_it() -> None:
    """The text stays as it is, its value keeps its place, and nothing is said of it."""
    front, problems = _read("title: T", "ref: the-sea", "cover: /a.jpg")
    assert (front.translation_key.value, front.image.value.path) == ("the-sea", "/a.jpg")
    assert str(front.translation_key.place) == "a.md:3:6"
    assert problems == ()


def test_of_two_names_for_one_key_ours_is_read_and_the_other_told() -> None:
    """Neither the order of the lines nor a second foreign name makes a guess of it."""
    front, (told,) = _read("cover: /theirs.jpg", "image: /ours.jpg")
    assert front.image.value.path == "/ours.jpg"
    assert told.message == '"cover" is read as image:, which this text has too'
    front, (told,) = _read("cover: /first.jpg", "thumbnail: /second.jpg")
    assert front.image.value.path == "/first.jpg"
    assert told.place.line == 3


def test_what_the_site_keeps_is_not_spoken_of_whatever_its_shape() -> None:
    """A mapping cannot be handed to templates as a text; it is kept unread, as was asked."""
    front, problems = _read("title: T", "header:", "  overlay_color: black")
    assert (front.extra, problems) == ((), ())


def test_without_names_nothing_is_touched() -> None:
    """The same value comes back."""
    block = read_block("---\nref: x\n---\n", "a.md").value
    assert block is not None
    assert renamed(block.keys, (), Fields(path="a.md", code="bad-value")) is block.keys


def test_a_key_that_does_the_same_is_answered_for_all_texts_at_once() -> None:
    """One line of site.yml in place of an edit to every file."""
    assert hint_for("ref", NONE) == (
        "translation_key: does that here; for all texts at once, write "
        "front_matter: {names: {ref: translation_key}} in site.yml"
    )


def test_wishes_about_looks_are_called_that() -> None:
    """They do no harm: they can go, or stay unread, with the spelling that the author used."""
    hint = hint_for("header-img", NONE)
    assert hint.startswith("it told a theme elsewhere how to look")
    assert "front_matter: {extra: [header-img]}" in hint


def test_a_slip_is_answered_with_what_was_meant_unless_the_text_has_it() -> None:
    """`subtitel` is no title where there is a title already."""
    assert hint_for("titel", NONE) == 'did you mean "title"?'
    assert "did you mean" not in hint_for("titel", frozenset({"title", "tag"}))
    assert hint_for("wobble", NONE) == (
        "take it out, or keep it in all texts with front_matter: {extra: [wobble]} in site.yml"
    )
    assert hint_for("hidden", NONE).startswith("lists show it; draft: true keeps it back")
