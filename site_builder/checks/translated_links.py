"""Do the links of a translation lead where those of its original lead?

A link to a text of this site may lead to any language of it, and one to another site may lead to
the page in the reader's language: ``en.wikipedia.org/wiki/Bread`` becomes
``es.wikipedia.org/wiki/Pan``, ``/en/docs/`` becomes ``/es/docs/``. Headings have other names in
each language, so what stands behind ``#`` does not count.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final
from urllib.parse import unquote, urlsplit

from site_builder.checks.translations import pairs
from site_builder.frozen import dataclass
from site_builder.model.document import Document
from site_builder.model.language import known_language
from site_builder.model.route import Plan, ResolvedLink, Verdict
from site_builder.model.site import Site
from site_builder.model.words import shortened
from site_builder.patterns import late
from site_builder.problems import Place, Problem

_SEPARATOR: Final = late(r"[./?&=:_-]+")
_LOCALE: Final = late(r"([a-z]{2,3})(?:[-_][a-z]{2,4})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """Where a link leads."""

    key: str
    """The same for the same page in another language."""
    typed: str
    line: int


def check_translated_links(site: Site, plan: Plan) -> Iterable[Problem]:
    """Problems: ``translation-links``, one for each translation, at the first link that differs."""
    works = {
        route.address: site.work_of[route.owner].key
        for route in plan.routes
        if route.owner in site.work_of
    }
    resolved: defaultdict[str, list[ResolvedLink]] = defaultdict(list)
    for link in plan.links:
        resolved[link.place.path].append(link)
    for original, translation in pairs(site):
        theirs = list(_targets(original, resolved[original.path], works))
        mine = list(_targets(translation, resolved[translation.path], works))
        changed = [
            (here, there)
            for here, there in zip(_without(mine, theirs), _without(theirs, mine), strict=False)
            if not _is_localised(here, translation)
        ]
        if changed:
            here, there = changed[0]
            others = f", and {len(changed) - 1} more differ" if len(changed) > 1 else ""
            yield Problem(
                code="translation-links",
                message=f"this link leads to {shortened(here.typed, 60)}, that of the original to"
                f" {shortened(there.typed, 60)}{others}",
                place=Place(path=translation.path, line=here.line),
                hint=f"compare with {original.path}:{there.line}",
            )


def _targets(
    document: Document, links: Sequence[ResolvedLink], works: Mapping[str, str]
) -> Iterator[_Target]:
    for reference, link in zip(document.references, links, strict=True):
        if reference.kind != "link":
            continue
        if link.verdict is Verdict.FOUND:
            key = works.get(link.address) or _without_language(link.address)
        else:
            key = _without_language(reference.target)
        yield _Target(key=key, typed=link.target, line=reference.line)


def _without(targets: Iterable[_Target], others: Iterable[_Target]) -> Iterator[_Target]:
    """The targets that have no counterpart among the others."""
    left = Counter(other.key for other in others)
    for target in targets:
        if left[target.key]:
            left[target.key] -= 1
        else:
            yield target


@cache
def _without_language(target: str) -> str:
    """An address without scheme, fragment, and all that names a language."""
    parts = urlsplit(target)
    host = [label for label in parts.netloc.lower().split(".") if not _is_language(label)]
    path = [part for part in unquote(parts.path).split("/") if part and not _is_language(part)]
    query = [pair for pair in parts.query.split("&") if not _is_language(pair.partition("=")[2])]
    return "/".join((".".join(host).removeprefix("www."), *path, *query))


@cache
def _is_language(word: str) -> bool:
    found = _LOCALE.fullmatch(word)
    return bool(found and (known_language(word) or known_language(found[1])))


def _is_localised(target: _Target, translation: Document) -> bool:
    """Whether a link names the language of the translation: it was chosen for these readers."""
    words = _SEPARATOR.split(target.typed.lower())
    return not _words_for(translation.meta.language.value).isdisjoint(words)


@cache
def _words_for(code: str) -> frozenset[str]:
    known = known_language(code)
    names = (code, known.tag, *known.aliases) if known else (code,)
    return frozenset(part for name in names for part in name.lower().split("-"))
