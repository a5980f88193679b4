"""What is decided about a text: front matter first, then its name, then the site's defaults."""

from __future__ import annotations

from pathlib import PurePosixPath

from site_builder.model.document import Meta
from site_builder.model.meta import (
    DEFAULT,
    FILE_NAME,
    FRONT_MATTER,
    PATTERN,
    Decided,
    FrontMatter,
    Moment,
)
from site_builder.model.naming import is_undated, named_key, post_key
from site_builder.model.settings import ParseSettings
from site_builder.model.slugs import slugify
from site_builder.model.source import Kind, NameFacts, Source
from site_builder.parse.dates import read_moment
from site_builder.parse.front_matter import Split
from site_builder.problems import Place, Problem


def decide_meta(
    source: Source,
    name: NameFacts,
    split: Split,
    language: Decided[str],
    settings: ParseSettings,
    problems: list[Problem],
) -> Meta:
    """Decide every value; Problems: ``bad-date``, ``missing-title``."""
    front, whole = split.front, Place(path=source.path)
    kind = "post" if source.kind is Kind.POST else "page"
    categories = front.category or front.categories
    date = front.date or _name_date(source, name, settings, problems)
    no = Decided(value=False, rule=DEFAULT, place=whole)
    return Meta(
        title=front.title or _made_title(name, split, whole, problems),
        language=language,
        date=date if source.kind is Kind.POST else front.date,
        slug=front.slug or _made_slug(name, front, whole),
        layout=front.layout or Decided(value=kind, rule=DEFAULT, place=whole),
        key=_key(source, name, front, whole),
        permalink=front.permalink,
        translated=front.translated or no,
        generated=front.generated or no,
        audio=_media(front.audio, settings.audio, source),
        image=_media(_asked_picture(front), settings.image, source),
        image_alt=front.image.value.alt if front.image else "",
        tags=front.tag or front.tags,
        categories=categories.value if categories else (),
        description=front.description.value if front.description else "",
        author=front.author.value if front.author else "",
        modified=front.last_modified_at.value if front.last_modified_at else None,
        redirects=_redirects(front),
        hidden=_hidden(front) or no,
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
                message=f"in the file name: {moment}",
                place=Place(path=source.path),
                hint="rename the file with a day of the calendar",
            )
        )
        return None
    return Decided(value=moment, rule=FILE_NAME, place=Place(path=source.path))


def _made_title(
    name: NameFacts, split: Split, whole: Place, problems: list[Problem]
) -> Decided[str]:
    """Jekyll's rule (``titleize_slug``): the slug's words, each with a capital."""
    words = name.slug.replace("_", "-").split("-")
    title = " ".join(word.capitalize() for word in words if word) or name.slug or name.day
    hint = "add a title: line to the front matter"
    if split.body_line == 1:
        hint = f'begin the file with three lines: "---", "title: {title}", "---"'
    problems.append(
        Problem(
            code="missing-title",
            message=f'there is no title, so "{title}" was made from the file name',
            place=whole,
            hint=hint,
        )
    )
    return Decided(value=title, rule=FILE_NAME, place=whole)


def _made_slug(name: NameFacts, front: FrontMatter, whole: Place) -> Decided[str]:
    if name.slug:
        return Decided(value=name.slug, rule=FILE_NAME, place=whole)
    title = front.title.value if front.title else ""
    return Decided(value=slugify(title) or name.day, rule=FRONT_MATTER, place=whole)


def _key(source: Source, name: NameFacts, front: FrontMatter, whole: Place) -> Decided[str]:
    if front.translation_key is not None:
        value = named_key(source.kind, front.translation_key.value)
        return Decided(value=value, rule=FRONT_MATTER, place=front.translation_key.place)
    # Only where the name has no date does the front matter's take part (PRODUCT: Languages).
    if is_undated(name.key) and front.date is not None:
        value = post_key(front.date.value.day, name.slug)
        return Decided(value=value, rule=FRONT_MATTER, place=front.date.place)
    return Decided(value=name.key, rule=FILE_NAME, place=whole)


def _asked_picture(front: FrontMatter) -> Decided[bool | str] | None:
    """Words alone ask for the text's own picture; those of a translation are for its original's."""
    asked = front.image
    if asked is None:
        return None
    path = asked.value.path
    if path is None:
        if front.translated and front.translated.value:
            return None
        path = True
    return Decided(value=path, rule=asked.rule, place=asked.place)


def _media(asked: Decided[bool | str] | None, pattern: str, source: Source) -> Decided[str] | None:
    """``true`` means the pattern's path, a text is a path, ``false`` nothing, said on purpose."""
    if asked is None:
        return None
    if asked.value is False:
        return Decided(value="", rule=asked.rule, place=asked.place)
    if isinstance(asked.value, str):
        return Decided(value=asked.value, rule=asked.rule, place=asked.place)
    stem = PurePosixPath(source.path).stem
    return Decided(value=pattern.replace(":stem", stem), rule=PATTERN, place=asked.place)


def _redirects(front: FrontMatter) -> tuple[Decided[str], ...]:
    if front.redirect_from is None:
        return ()
    rule, place = front.redirect_from.rule, front.redirect_from.place
    return tuple(Decided(value=old, rule=rule, place=place) for old in front.redirect_from.value)


def _hidden(front: FrontMatter) -> Decided[bool] | None:
    if front.draft is not None and front.draft.value:
        return Decided(value=True, rule=FRONT_MATTER, place=front.draft.place)
    if front.published is not None and not front.published.value:
        return Decided(value=True, rule=FRONT_MATTER, place=front.published.place)
    return None
