"""One source and its bytes in, one Document out: everything a text says, decided.

Every decided value keeps the rule and the place that decided it, for messages and ``explain``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from site_builder.model.body import Body, MarkdownSettings, Reference
from site_builder.model.document import Document, Meta, Parsed
from site_builder.model.config import find_language
from site_builder.model.hiring import Profile
from site_builder.model.language import Language
from site_builder.model.meta import FRONT_MATTER, Decided, FrontMatter, Moment
from site_builder.model.settings import ParseSettings
from site_builder.model.slugs import slugify
from site_builder.model.source import Kind, NameFacts, Source
from site_builder.model.words import did_you_mean
from site_builder.parse.dates import read_moment
from site_builder.parse.excerpt import cut_excerpt
from site_builder.parse.front_matter import FrontMatterSettings, Split, read_front_matter
from site_builder.parse.hiring import read_profile
from site_builder.parse.markdown import render_markdown
from site_builder.problems import Outcome, Place, Problem, has_errors

FILE_NAME, FOLDER, DEFAULT, PATTERN = (
    "file name",
    "folder",
    "default",
    "site.yml pattern",
)
"""The rules that can decide a value, besides the front matter itself."""
HIRING = "hiring"
"""The layout whose front matter holds a profile."""


def parse(source: Source, data: bytes, settings: ParseSettings) -> Outcome[Parsed]:
    """Understand one post or page.

    Problems: all of front matter and Markdown, and ``language-conflict``, ``unknown-language``,
    ``bad-date``, ``missing-title``. With an error there is no value: what could not be read is
    never published.
    """
    front_settings = FrontMatterSettings(
        languages=settings.languages, timezone=settings.timezone, extra_keys=settings.extra_keys
    )
    outcome = read_front_matter(data, path=source.path, settings=front_settings)
    if outcome.value is None or source.name is None:
        return Outcome(value=None, problems=outcome.problems)
    split = outcome.value
    problems = list(outcome.problems)
    language = _language(source, source.name, split.front, settings, problems)
    meta = _meta(source, source.name, split.front, language, settings, problems)
    markdown = MarkdownSettings(
        raw_html=settings.raw_html, language=_tag(language.value, settings.languages)
    )
    rendered = render_markdown(
        split.body, path=source.path, first_line=split.body_line, settings=markdown
    )
    problems += rendered.problems
    body = rendered.value
    if body is None:
        return Outcome(value=None, problems=tuple(problems))
    profile, references = _profile(source, split, meta, markdown, body, problems)
    if has_errors(problems):
        return Outcome(value=None, problems=tuple(problems))
    document = _document(source, source.name, meta, body, profile, references, settings, data)
    if split.front.excerpt is not None:
        document = replace(document, excerpt=split.front.excerpt.value)
    return Outcome(value=Parsed(document=document, body=body.html), problems=tuple(problems))


def _document(
    source: Source,
    name: NameFacts,
    meta: Meta,
    body: Body,
    profile: Profile | None,
    references: Sequence[Reference],
    settings: ParseSettings,
    data: bytes,
) -> Document:
    return Document(
        path=source.path,
        kind=source.kind,
        name=name,
        meta=meta,
        digest=hashlib.sha256(data).hexdigest(),
        body_digest=hashlib.sha256(body.html.encode()).hexdigest(),
        text_digest=body.text_digest,
        excerpt=cut_excerpt(body.excerpt, settings.excerpt_length),
        headings=body.headings,
        references=tuple(references),
        anchors=body.anchors,
        counts=body.counts,
        remote_hosts=body.remote_hosts,
        inline_scripts=body.inline_scripts,
        uses_inline_style=body.uses_inline_style,
        profile=profile,
    )


def _profile(
    source: Source,
    split: Split,
    meta: Meta,
    markdown: MarkdownSettings,
    body: Body,
    problems: list[Problem],
) -> tuple[Profile | None, tuple[Reference, ...]]:
    """The hiring page's profile; its links take the slots after those of the body."""
    if meta.layout.value != HIRING:
        problems += _misplaced_profile(source, split)
        return None, body.references
    outcome = read_profile(
        split.hiring, path=source.path, settings=markdown, first_slot=len(body.references)
    )
    problems += outcome.problems
    if outcome.value is None:
        return None, body.references
    profile, references = outcome.value
    return profile, (*body.references, *references)


def _misplaced_profile(source: Source, split: Split) -> Sequence[Problem]:
    return [
        Problem(
            code="unknown-key",
            message=f"{key.text}: belongs to the hiring page",
            place=Place(path=source.path, line=key.line, column=key.column),
            hint="add layout: hiring, or take the key out",
        )
        for key, _ in split.hiring.entries
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One place that says a language."""

    word: str
    rule: str
    place: Place


def _language(
    source: Source,
    name: NameFacts,
    front: FrontMatter,
    settings: ParseSettings,
    problems: list[Problem],
) -> Decided[str]:
    """``lang`` > suffix > folder > default; two places that disagree are a Problem."""
    whole = Place(path=source.path)
    said = []
    if front.lang is not None:
        said.append(_Said(word=front.lang.value, rule=FRONT_MATTER, place=front.lang.place))
    if name.suffix:
        said.append(_Said(word=name.suffix, rule=FILE_NAME, place=whole))
    if name.folder:
        said.append(_Said(word=name.folder, rule=FOLDER, place=whole))
    decided: Decided[str] | None = None
    for one in said:
        found = find_language(one.word, settings.languages)
        if found is None:
            problems.append(_unknown_language(one, settings.languages))
        elif decided is None:
            decided = Decided(value=found.code, rule=one.rule, place=one.place)
        elif found.code != decided.value:
            problems.append(_conflict(decided, one))
    default = Decided(value=settings.default_language, rule=DEFAULT, place=Place(path="site.yml"))
    return decided or default


def _unknown_language(said: _Said, languages: Sequence[Language]) -> Problem:
    codes = [language.code for language in languages]
    meant = did_you_mean(said.word, codes)
    return Problem(
        code="unknown-language",
        message=f'lang: "{said.word}" is not a language of this site ({", ".join(codes)})',
        place=said.place,
        hint=f'did you mean "{meant}"?' if meant else "add it to languages: in site.yml",
    )


def _conflict(decided: Decided[str], other: _Said) -> Problem:
    return Problem(
        code="language-conflict",
        message=(
            f'the {decided.rule} says the language is "{decided.value}", '
            f'the {other.rule} says "{other.word}"'
        ),
        place=decided.place,
        hint="let both say the same, or leave one out",
    )


def _meta(
    source: Source,
    name: NameFacts,
    front: FrontMatter,
    language: Decided[str],
    settings: ParseSettings,
    problems: list[Problem],
) -> Meta:
    whole = Place(path=source.path)
    kind = "post" if source.kind is Kind.POST else "page"
    date = front.date or _name_date(source, name, settings, problems)
    return Meta(
        title=front.title or _made_title(name, whole, problems),
        language=language,
        date=date if source.kind is Kind.POST else front.date,
        slug=front.slug or _made_slug(name, front, whole),
        layout=front.layout or Decided(value=kind, rule=DEFAULT, place=whole),
        key=_key(name, front, date, whole),
        permalink=front.permalink,
        translated=front.translated or Decided(value=False, rule=DEFAULT, place=whole),
        generated=front.generated or Decided(value=False, rule=DEFAULT, place=whole),
        audio=_media(front.audio, settings.audio, source),
        image=_media(front.image, settings.image, source),
        tags=front.tags,
        categories=front.categories.value if front.categories else (),
        description=front.description.value if front.description else "",
        author=front.author.value if front.author else "",
        modified=front.last_modified_at.value if front.last_modified_at else None,
        redirects=_redirects(front),
        hidden=_hidden(front, whole),
        noindex=bool(front.noindex and front.noindex.value),
        toc=front.toc.value if front.toc else True,
        series=front.series.value if front.series else "",
        extra=front.extra,
    )


def _name_date(
    source: Source, name: NameFacts, settings: ParseSettings, problems: list[Problem]
) -> Decided[Moment] | None:
    if not name.day:
        return None
    moment = read_moment(name.day, settings.timezone)
    if isinstance(moment, str):
        problems.append(
            Problem(
                code="bad-date",
                message=f"the file name says {name.day}: {moment}",
                place=Place(path=source.path),
                hint="rename the file with a day of the calendar",
            )
        )
        return None
    return Decided(value=moment, rule=FILE_NAME, place=Place(path=source.path))


def _made_title(name: NameFacts, whole: Place, problems: list[Problem]) -> Decided[str]:
    """Jekyll's rule (``titleize_slug``): the slug's words, each with a capital."""
    words = name.slug.replace("_", "-").split("-")
    title = " ".join(word.capitalize() for word in words if word) or name.slug
    problems.append(
        Problem(
            code="missing-title",
            message=f'there is no title, so "{title}" was made from the file name',
            place=whole,
            hint="add a title: line to the front matter",
        )
    )
    return Decided(value=title, rule=FILE_NAME, place=whole)


def _made_slug(name: NameFacts, front: FrontMatter, whole: Place) -> Decided[str]:
    if name.slug:
        return Decided(value=name.slug, rule=FILE_NAME, place=whole)
    title = front.title.value if front.title else ""
    return Decided(value=slugify(title), rule=FRONT_MATTER, place=whole)


def _key(
    name: NameFacts, front: FrontMatter, date: Decided[Moment] | None, whole: Place
) -> Decided[str]:
    if front.translation_key is not None:
        value = f"key:{front.translation_key.value}"
        return Decided(value=value, rule=FRONT_MATTER, place=front.translation_key.place)
    # Only where the name has no date does the front matter's take part (PRODUCT: Languages).
    if name.key.startswith("post::") and date is not None:
        return Decided(value=f"post:{date.value.day}:{name.slug}", rule=FRONT_MATTER, place=date.place)
    return Decided(value=name.key, rule=FILE_NAME, place=whole)


def _media(
    asked: Decided[bool | str] | None, pattern: str, source: Source
) -> Decided[str] | None:
    """``true`` means the pattern's path, a text is a path, ``false`` nothing."""
    if asked is None or asked.value is False or asked.value == "":
        return None
    if isinstance(asked.value, str):
        return Decided(value=asked.value, rule=asked.rule, place=asked.place)
    stem = PurePosixPath(source.path).stem
    return Decided(value=pattern.replace(":stem", stem), rule=PATTERN, place=asked.place)


def _redirects(front: FrontMatter) -> tuple[Decided[str], ...]:
    if front.redirect_from is None:
        return ()
    rule, place = front.redirect_from.rule, front.redirect_from.place
    return tuple(Decided(value=old, rule=rule, place=place) for old in front.redirect_from.value)


def _hidden(front: FrontMatter, whole: Place) -> Decided[bool]:
    if front.draft is not None and front.draft.value:
        return Decided(value=True, rule=FRONT_MATTER, place=front.draft.place)
    if front.published is not None and not front.published.value:
        return Decided(value=True, rule=FRONT_MATTER, place=front.published.place)
    return Decided(value=False, rule=DEFAULT, place=whole)


def _tag(code: str, languages: Sequence[Language]) -> str:
    return next(language.tag for language in languages if language.code == code)
