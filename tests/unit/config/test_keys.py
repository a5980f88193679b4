"""The table of keys, from which the reference is made."""

from __future__ import annotations

from dataclasses import fields

from site_builder.config.keys import CONFIG_KEYS, KEY_NAMES
from site_builder.model.config import Config

# url becomes origin and base_path; a key inside another is one field.
SPELLED = {
    "url": "origin",
    "security.csp": "security_csp",
    "front_matter.extra": "front_matter_extra",
    "front_matter.names": "front_matter_names",
}


def test_every_key_decides_one_field_and_every_field_has_a_key() -> None:
    """The reference names all of Config and nothing else."""
    decided = [SPELLED.get(key.name, key.name) for key in CONFIG_KEYS]
    assert sorted(decided) == sorted(field.name for field in fields(Config))


def test_every_key_has_one_sentence() -> None:
    """A sentence begins with a capital and ends with a full stop."""
    for key in CONFIG_KEYS:
        assert key.sentence[0].isupper(), key.name
        assert key.sentence.endswith("."), key.name
        assert key.kind, key.name


def test_the_top_of_the_file_has_the_outer_names() -> None:
    """security.csp is written inside security."""
    assert "security" in KEY_NAMES
    assert not [name for name in KEY_NAMES if "." in name]
