"""The words around the author's text: which phrase a page of each language shows.

For Spanish, the weakest first: the builder's ``phrases/es.yml``, then ``phrases/es.yml`` of each
theme of the chain. What none of them has is taken from a language close by (``zh-Hant`` from
``zh``), else from English, and reported. ``en-GB`` reading ``en`` is no loss and not reported.

Files are named after BCP 47 tags, or any word for a well-known language (``zh.yml`` is zh-Hans).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from site_builder.frozen import dataclass
from site_builder.i18n.dates import format_number, plural_category
from site_builder.i18n.phrase_file import PLACEHOLDER, Entry, PhraseFile, forms_of, read_phrases
from site_builder.model.language import Language, known_language
from site_builder.problems import Outcome, Place, Problem

Layers: TypeAlias = Mapping[str, Sequence[PhraseFile]]
"""The files of each canonical tag, the weakest first."""

_FOLDER: Final = Path(__file__).parent / "phrases"
_SCRIPT_LETTERS: Final = 4
"""The length of a script subtag such as ``Hant`` (RFC 5646, 2.2.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """All phrases of one language, none missing."""

    tag: str
    """The BCP 47 tag by which plural forms are chosen and numbers spelled."""
    entries: Mapping[str, Entry]
    """Each key's text, or its plural forms by CLDR category."""
    digest: str
    """SHA-256, in hex, of the tag and the entries: changes when any page could read differently."""

    def text(self, key: str, /, *, count: float | None = None, **values: object) -> str:
        """Give a phrase as plain text, with ``{name}`` filled in from ``values``.

        ``count`` chooses the plural form and fills ``{count}``, spelled as the language spells
        numbers. A placeholder without a value stays as it is; no part of a value is ever read as a
        placeholder. KeyError when there is no such phrase.
        """
        entry = self.entries[key]
        if isinstance(entry, str):
            template = entry
        else:
            form = "other" if count is None else plural_category(count, self.tag)
            template = entry.get(form, entry["other"])
        if count is not None:
            values["count"] = format_number(count, self.tag)
        if not values:
            return template
        return PLACEHOLDER.sub(lambda match: str(values.get(match[1], match[0])), template)

    def forms(self, key: str, /) -> Mapping[str, str]:
        """Give a phrase's forms by CLDR category, ``other`` always among them, for a script to use.

        The categories are those of ``Intl.PluralRules`` (ECMA-402). KeyError as in :meth:`text`.
        """
        return forms_of(self.entries[key])


def load_catalog(
    languages: Sequence[Language], theme_texts: Sequence[tuple[str, str, str]]
) -> Outcome[Mapping[str, Phrases]]:
    """Put together the phrases of every language of the site, by the language's code.

    ``theme_texts`` holds (path, tag, text) of the phrase files of the themes, the weakest theme
    first; files of languages that the site does not have are not read. Problems: ``bad-yaml`` and
    ``bad-phrase`` in a file, ``missing-phrase`` for each key and language, or once for a language
    that has no file. The value is there in any case, as whole as it could be made.
    """
    wanted = {"en"}.union(*((*_own(language), *_near(language)) for language in languages))
    layers = _layers(wanted, theme_texts)
    files = [file for tag in layers for file in layers[tag]]
    problems = [problem for file in files for problem in file.problems]
    problems += _unknown_placeholders(layers)
    catalog: dict[str, Phrases] = {}
    for language in languages:
        catalog[language.code] = _phrases(language, layers)
        problems += _missing(language, layers)
    return Outcome(value=catalog, problems=tuple(problems))


def _layers(wanted: Iterable[str], theme_texts: Sequence[tuple[str, str, str]]) -> Layers:
    shipped = _shipped()
    layers = {
        tag: [_read_shipped(shipped[tag])] if tag in shipped else [] for tag in sorted(wanted)
    }
    for path, tag, text in theme_texts:
        if _canonical(tag) in layers:
            layers[_canonical(tag)].append(read_phrases(text, path=path, is_theme=True))
    return layers


@cache
def _shipped() -> Mapping[str, str]:
    return {_canonical(path.stem): path.name for path in _FOLDER.glob("*.yml")}


@cache
def _read_shipped(name: str) -> PhraseFile:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return read_phrases(text, path=f"site_builder/i18n/phrases/{name}", is_theme=False)


def _canonical(tag: str) -> str:
    """Give one spelling to all words for a language: ``zh`` and ``cn`` are ``zh-hans``."""
    known = known_language(tag)
    return (known.tag if known else tag).lower()


def _own(language: Language) -> Sequence[str]:
    """Tags whose phrases are in this language and script: ``zh-Hant-HK`` has those of zh-Hant."""
    subtags = _canonical(language.tag).split("-")
    tags = ["-".join(subtags)]
    while len(subtags) > 1 and not _is_script(subtags.pop()):
        tags.append(_canonical("-".join(subtags)))
    return tuple(dict.fromkeys(tags))


def _is_script(subtag: str) -> bool:
    return len(subtag) == _SCRIPT_LETTERS and subtag.isalpha()


def _near(language: Language) -> Sequence[str]:
    """Tags to fall back on, which readers will notice: the base language, then English."""
    base = _canonical(language.tag.split("-")[0])
    return tuple(tag for tag in dict.fromkeys((base, "en")) if tag not in _own(language))


def _files(tags: Iterable[str], layers: Layers) -> Iterator[PhraseFile]:
    """Give the files of the tags, the strongest first."""
    for tag in tags:
        yield from reversed(layers[tag])


def _phrases(language: Language, layers: Layers) -> Phrases:
    entries: dict[str, Entry] = {}
    for file in _all_files(language, layers):
        entries = {**file.entries, **entries}
    material = json.dumps([language.tag, entries], ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(material.encode()).hexdigest()
    return Phrases(tag=language.tag, entries=entries, digest=digest)


def _all_files(language: Language, layers: Layers) -> Iterator[PhraseFile]:
    """Give every file in the order in which this language asks them; its own before all others."""
    tags = (*_own(language), *_near(language))
    yield from _files((*tags, *(tag for tag in layers if tag not in tags)), layers)


def _missing(language: Language, layers: Layers) -> Iterator[Problem]:
    own = list(_files(_own(language), layers))
    if not own:
        yield _no_file(language, layers)
        return
    if any(file.problems for file in own):
        return  # the phrase may well be in the part that could not be read
    seen = {key for file in own for key in file.entries}
    for file in _all_files(language, layers):
        for key in file.entries:
            if key not in seen:
                seen.add(key)
                yield _no_phrase(language, key, file, own)


def _no_file(language: Language, layers: Layers) -> Problem:
    shown = next(tag for tag in _near(language) if layers[tag])
    return Problem(
        code="missing-phrase",
        message=f"there are no phrases in {_named(language)}; those of {shown} are shown",
        hint=f"add themes/<your theme>/phrases/{language.tag}.yml with the keys of en.yml",
    )


def _no_phrase(
    language: Language, key: str, found_in: PhraseFile, own: Sequence[PhraseFile]
) -> Problem:
    place = Place(path=own[0].path)
    if found_in.is_theme:
        place = Place(path=found_in.path, line=found_in.lines[key])
    return Problem(
        code="missing-phrase",
        message=f'the phrase "{key}" is missing in {_named(language)}',
        place=place,
        hint=f'add "{key}" to phrases/{language.tag}.yml of the theme',
    )


def _named(language: Language) -> str:
    return f"{language.name} ({language.tag})"


def _unknown_placeholders(layers: Layers) -> Iterator[Problem]:
    """Find ``{name}`` where no page fills it in: the first English text of a key names them all."""
    known: dict[str, frozenset[str]] = {}
    for file in layers["en"]:
        for key, entry in file.entries.items():
            known.setdefault(key, _placeholders(entry))
    for files in layers.values():
        for file in files:
            for key, entry in file.entries.items():
                for name in sorted(_placeholders(entry) - known.get(key, _placeholders(entry))):
                    yield Problem(
                        code="bad-phrase",
                        message=f'the phrase "{key}" asks for {{{name}}}, which no page fills in',
                        place=Place(path=file.path, line=file.lines[key]),
                        hint=_placeholder_hint(known[key]),
                    )


def _placeholders(entry: Entry) -> frozenset[str]:
    return frozenset(
        name for form in forms_of(entry).values() for name in PLACEHOLDER.findall(form)
    )


def _placeholder_hint(names: frozenset[str]) -> str:
    if not names:
        return "this phrase has nothing to fill in"
    return "it may use " + ", ".join(f"{{{name}}}" for name in sorted(names))
