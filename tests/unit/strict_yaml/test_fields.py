"""Reading one key after another."""

from __future__ import annotations

from site_builder.strict_yaml import Fields, MappingNode, load


def keys_of(text: str) -> tuple[Fields, MappingNode]:
    """Give a reader and the keys of a text that must be good YAML."""
    outcome = load(text, path="site.yml")
    assert outcome.value is not None, outcome.problems
    return Fields(path="site.yml", code="bad-config"), outcome.value


def told(fields: Fields) -> list[str]:
    """Spell what is wrong, hints included, as a user sees it."""
    return [f"{one.place}: {one.message} | {one.hint} ({one.code})" for one in fields.problems]


def test_all_misfits_of_a_file_are_kept_for_one_answer() -> None:
    """Four mistakes give four problems, each with its own place."""
    fields, keys = keys_of("a: [x]\nb: yes\nc: many\nd: {e: f}\n")
    assert fields.text("a", keys.get("a")) is None
    assert fields.flag("b", keys.get("b")) is None
    assert fields.number("c", keys.get("c"), low=1, high=9) is None
    assert fields.texts("d", keys.get("d")) is None
    assert told(fields) == [
        "site.yml:1:4: a: needs a text, found a list | put it in quotes (bad-config)",
        ('site.yml:2:4: b: needs true or false, found "yes" | write b: true (bad-config)'),
        'site.yml:3:4: c: needs a whole number, found "many" |  (bad-config)',
        "site.yml:4:4: d: needs a list of texts, found a mapping |  (bad-config)",
    ]


def test_a_key_that_is_not_there_is_no_mistake() -> None:
    """Nothing said gives nothing and no problem."""
    fields, _ = keys_of("")
    assert fields.text("a", None) is None
    assert fields.items("a", None) == ()
    assert fields.mapping("a", None) is None
    assert fields.choice("a", None, ("x",)) is None
    assert fields.problems == []


def test_a_number_has_bounds() -> None:
    """The bounds are in the message; the bounds themselves are good."""
    fields, keys = keys_of("a: 0\nb: 1\n")
    assert fields.number("b", keys.get("b"), low=1, high=9) == 1
    assert fields.number("a", keys.get("a"), low=1, high=9) is None
    assert told(fields) == ["site.yml:1:4: a: 0 is not between 1 and 9 |  (bad-config)"]


def test_a_choice_names_the_words_and_the_one_that_was_meant() -> None:
    """A slip in a word is answered with the word."""
    fields, keys = keys_of("a: hidde\nb: hide\n")
    assert fields.choice("b", keys.get("b"), ("hide", "show")) == "hide"
    assert fields.choice("a", keys.get("a"), ("hide", "show")) is None
    assert told(fields) == [
        'site.yml:1:4: a: "hidde" is not one of hide, show | did you mean "hide"? (bad-config)'
    ]


def test_unknown_keys_are_refused_at_their_own_place() -> None:
    """The place is that of the key, not of its value."""
    fields, keys = keys_of("a:\n  titel: x\n  zzz: y\n")
    inner = fields.mapping("a", keys.get("a"))
    assert inner is not None
    fields.known_keys("a", inner, ("title",))
    assert told(fields) == [
        'site.yml:2:3: a: "titel" is not a key we know | did you mean "title"? (bad-config)',
        'site.yml:3:3: a: "zzz" is not a key we know |  (bad-config)',
    ]
