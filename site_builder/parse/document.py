"""One source and its bytes in, one Document out: everything a text says, decided.

Every decided value keeps the rule and the place that decided it, for messages and ``explain``.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import replace
from threading import Lock

from site_builder.model.body import Body, MarkdownSettings, Reference
from site_builder.model.document import Document, Meta, Parsed
from site_builder.model.hiring import Profile
from site_builder.model.language import Language
from site_builder.model.meta import FrontMatter
from site_builder.model.settings import ParseSettings
from site_builder.model.source import HTML_ENDINGS, NameFacts, Source
from site_builder.parse.encoding import read_text
from site_builder.parse.excerpt import cut_excerpt
from site_builder.parse.front_matter import FrontMatterSettings, Split, read_front_matter
from site_builder.parse.language import decide_language
from site_builder.parse.markdown import render_markdown
from site_builder.parse.meta import decide_meta
from site_builder.parse.search_words import profile_text, search_words
from site_builder.parse.text_digest import digest_of_text
from site_builder.problems import Outcome, Place, Problem, has_errors

HIRING = "hiring"
"""The layout whose front matter holds a profile."""
# The readers of Markdown and of code are made once, and keep notes of the text they are reading.
_TURN = Lock()


def parse(source: Source, data: bytes, settings: ParseSettings) -> Outcome[Parsed]:
    """Understand one post or page.

    Problems: all of front matter and Markdown, and ``language-conflict``, ``unknown-language``,
    ``bad-date``, ``missing-title``. With an error there is no value: what could not be read is
    never published. Threads take turns, a text each.
    """
    with _TURN:
        return _parse(source, data, settings)


def _parse(source: Source, data: bytes, settings: ParseSettings) -> Outcome[Parsed]:
    front_settings = FrontMatterSettings(
        languages=settings.languages,
        timezone=settings.timezone,
        extra_keys=settings.extra_keys,
        names=settings.names,
    )
    outcome = read_front_matter(data, path=source.path, settings=front_settings)
    if outcome.value is None or source.name is None:
        return Outcome(value=None, problems=outcome.problems)
    split = outcome.value
    problems = list(outcome.problems)
    language = decide_language(source, source.name, split.front, settings, problems)
    meta = decide_meta(source, source.name, split, language, settings, problems)
    markdown = MarkdownSettings(
        raw_html=settings.raw_html,
        language=_tag(language.value, settings.languages),
        is_html=source.path.lower().endswith(HTML_ENDINGS),
        smart_quotes=settings.smart_quotes,
    )
    body, profile, references = _rendered(source, split, meta, markdown, problems)
    if body is None or has_errors(problems):
        return Outcome(value=None, problems=tuple(problems))
    if profile is not None and profile.disclosures:
        from site_builder.parse.hiring_privacy import at_their_words

        whole = read_text(data, source.path).value or ""
        profile = replace(profile, disclosures=at_their_words(profile.disclosures, whole))
    words, folding = _words(meta, body, profile, settings)
    document = _document(
        source, source.name, split.front, meta, body, words, profile, references, settings, data
    )
    return Outcome(
        value=Parsed(document=document, body=body.html, words=words, folding_seconds=folding),
        problems=tuple(problems),
    )


def _document(  # noqa: PLR0913, PLR0917 because a Document has all of these
    source: Source,
    name: NameFacts,
    front: FrontMatter,
    meta: Meta,
    body: Body,
    words: str,
    profile: Profile | None,
    references: Sequence[Reference],
    settings: ParseSettings,
    data: bytes,
) -> Document:
    typed = front.excerpt.value if front.excerpt else None
    return Document(
        path=source.path,
        kind=source.kind,
        name=name,
        meta=meta,
        digest=hashlib.sha256(data).hexdigest(),
        body_digest=hashlib.sha256(body.html.encode()).hexdigest(),
        text_digest=digest_of_text(meta.title.value, meta.description, typed or "", body, profile),
        words_digest=hashlib.sha256(words.encode()).hexdigest() if words else "",
        excerpt=cut_excerpt(body.excerpt, settings.excerpt_length) if typed is None else typed,
        headings=body.headings,
        references=tuple(references),
        anchors=body.anchors,
        counts=body.counts,
        code_blocks=body.code_blocks,
        foreign=body.foreign,
        remote_hosts=body.remote_hosts,
        inline_scripts=body.inline_scripts,
        uses_inline_style=body.uses_inline_style,
        profile=profile,
    )


def _words(
    meta: Meta, body: Body, profile: Profile | None, settings: ParseSettings
) -> tuple[str, float]:
    """What search knows of the text, nothing of one that asks not to be found; and its seconds."""
    if not settings.search or meta.noindex:
        return "", 0.0
    began = time.thread_time()
    tags = meta.tags.value if meta.tags else ()
    headings = (*(heading.text for heading in body.headings), *tags)
    text = f"{body.text}\n{profile_text(profile)}" if profile else body.text
    words = search_words(meta.title.value, headings, text)
    return words, time.thread_time() - began


def _rendered(
    source: Source,
    split: Split,
    meta: Meta,
    markdown: MarkdownSettings,
    problems: list[Problem],
) -> tuple[Body | None, Profile | None, tuple[Reference, ...]]:
    """The body, and the hiring page's profile, whose links take the slots after the body's.

    What reads a profile is imported at the first one.
    """
    path, first_line = source.path, split.body_line
    if meta.layout.value != HIRING:
        rendered = render_markdown(split.body, path=path, first_line=first_line, settings=markdown)
        problems += (*rendered.problems, *_misplaced_profile(source, split))
        body = rendered.value
        return body, None, body.references if body else ()
    from site_builder.parse.by_rules import render_pieces
    from site_builder.parse.hiring import read_profile

    cut = render_pieces(split.body, path=path, first_line=first_line, settings=markdown)
    problems += cut.problems
    if cut.value is None:
        return None, None, ()
    body, pieces = cut.value
    outcome = read_profile(split.hiring, body, pieces(), path=path, settings=markdown)
    problems += outcome.problems
    if outcome.value is None:
        return body, None, body.references
    profile, references = outcome.value
    return body, profile, (*body.references, *references)


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


def _tag(code: str, languages: Sequence[Language]) -> str:
    return next(language.tag for language in languages if language.code == code)
