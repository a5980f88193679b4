"""``theme.yml``: what a theme says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path

from site_builder.frozen import dataclass
from site_builder.model.words import did_you_mean
from site_builder.problems import Outcome, Place, Problem
from site_builder.strict_yaml import Fields, load

NAME = "theme.yml"
_SAID = ("name", "title", "description", "author")
"""For people; nothing is made of them."""
_KEYS = (*_SAID, "extends", "abstract", "layouts", "bundles")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFacts:
    """What one ``theme.yml`` says."""

    extends: str = ""
    """The theme that gives what this one lacks; empty for none."""
    is_abstract: bool = False
    """Whether others stand on it and no site can choose it."""
    layouts: tuple[str, ...] = ()
    """What ``layout:`` may say; each has a template."""
    bundles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Published name → the parts it is joined of, as paths below the theme's folder."""


def read_theme_file(text: str, path: str) -> Outcome[ThemeFacts]:
    """Read a ``theme.yml``; the value is there whatever the Problems.

    Problems: ``bad-yaml``, and ``bad-theme`` for a key that is not known or a value that does not
    fit.
    """
    loaded = load(text, path=path)
    if loaded.value is None:
        return Outcome(value=ThemeFacts(), problems=loaded.problems)
    fields, get = Fields(path=path, code="bad-theme"), loaded.value.get
    fields.known_keys("", loaded.value, _KEYS)
    for key in _SAID:
        fields.text(key, get(key))
    bundles = fields.mapping("bundles", get("bundles"))
    facts = ThemeFacts(
        extends=fields.text("extends", get("extends")) or "",
        is_abstract=fields.flag("abstract", get("abstract")) or False,
        layouts=fields.texts("layouts", get("layouts")) or (),
        bundles={
            name.text: fields.texts(f"bundles: {name.text}", parts) or ()
            for name, parts in (bundles.entries if bundles else ())
        },
    )
    return Outcome(value=facts, problems=(*loaded.problems, *fields.problems))


def no_such_theme(name: str, homes: Sequence[Path]) -> Problem:
    """Say which themes there are, where ``name`` is none that a site can choose."""
    files = {file.parent.name: file for home in homes for file in sorted(home.glob(f"*/{NAME}"))}
    known = sorted(theme for theme, file in files.items() if not _is_abstract(file))
    meant = did_you_mean(name, known)
    return Problem(
        code="bad-theme",
        message=f'there is no theme "{name}" (known: {", ".join(known)})',
        place=Place(path="site.yml"),
        hint=f'did you mean "{meant}"?' if meant else f"make themes/{name}/{NAME}",
    )


def _is_abstract(file: Path) -> bool:
    read = read_theme_file(file.read_text(encoding="utf-8"), str(file)).value
    return read is not None and read.is_abstract
