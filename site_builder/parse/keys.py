"""The keys of front matter: docs/reference/front-matter.md is made from this table."""

from __future__ import annotations

from typing import Final, NamedTuple


class FrontMatterKey(NamedTuple):
    """One key as the reference shows it."""

    name: str
    kind: str
    """What is expected, in words."""
    sentence: str
    """What it does."""


FRONT_MATTER_KEYS: Final = (
    FrontMatterKey("title", "text", "What the text is called; without it the file name serves."),
    FrontMatterKey(
        "date",
        "date",
        "When it was published, such as 2026-01-15 or 2026-01-15 10:00:00 +0800; without it the "
        "date of the file name serves.",
    ),
    FrontMatterKey(
        "lang", "language", "The language it is in; it comes before the file name and the folder."
    ),
    FrontMatterKey(
        "translation_key",
        "text",
        "Texts with one key are one text in several languages; it may be the original's name, "
        "such as 2026-01-15-the-sea.",
    ),
    FrontMatterKey("layout", "name", "Which template draws it: post, page, hiring or another."),
    FrontMatterKey("type", "text", "What the site's templates may want to know; nothing else."),
    FrontMatterKey(
        "translated", "true or false", "With true it is a translation, and a notice says so."
    ),
    FrontMatterKey("generated", "true or false", "With true a notice says that AI helped."),
    FrontMatterKey(
        "audio", "true, false or path", "Its recording; true looks for a file of the same name."
    ),
    FrontMatterKey(
        "image",
        "true, false, path or {path, alt}",
        "Its picture; true looks for a file of the same name. alt says what it shows, and alone in "
        "a translation is for the original's picture.",
    ),
    FrontMatterKey(
        "tags", "list", "What it is about; in one line, commas or else spaces part the tags."
    ),
    FrontMatterKey(
        "categories", "list", "Broader groups; in one line, commas or else spaces part them."
    ),
    FrontMatterKey("tag", "text", "One tag, all of it, in place of tags."),
    FrontMatterKey("category", "text", "One category, all of it, in place of categories."),
    FrontMatterKey(
        "permalink",
        "path",
        "Its address, taken as it is typed; what translations of one text share is below their "
        "languages.",
    ),
    FrontMatterKey("slug", "text", "Its part of the address, instead of the file name's."),
    FrontMatterKey(
        "description", "text", "What it says in a sentence, for search engines and lists."
    ),
    FrontMatterKey("excerpt", "text", "What lists show instead of its first paragraph."),
    FrontMatterKey("draft", "true or false", "With true it is not published."),
    FrontMatterKey("published", "true or false", "With false it is not published."),
    FrontMatterKey("redirect_from", "list of paths", "Old addresses that shall lead here."),
    FrontMatterKey("last_modified_at", "date", "When it last changed in a way readers care about."),
    FrontMatterKey("author", "text", "Who wrote it, when that is not the site's author."),
    FrontMatterKey("math", "true or false", "Accepted for old posts; math is always on."),
    FrontMatterKey("toc", "true or false", "With false it has no table of contents."),
    FrontMatterKey("series", "text", "The name that the parts of a series share."),
    FrontMatterKey("noindex", "true or false", "With true search engines are asked to skip it."),
    FrontMatterKey("extra", "key: text", "Keys of the site's own, which its templates may read."),
)
"""The keys of every post and page, in the order of the reference."""

HIRING_KEYS: Final = (
    FrontMatterKey(
        "sections", "name: {heading, intro}", "The author's own headings and opening lines."
    ),
    FrontMatterKey(
        "basics",
        "name, alternate_name, label, summary, email, phone, obfuscate, url, image, location, "
        "profiles",
        "Who it is, in the words of JSON Resume; obfuscate: true keeps e-mail and phone from "
        "programs that collect them.",
    ),
    FrontMatterKey(
        "availability", "status, text, updated", "Whether an offer is welcome: open or closed."
    ),
    FrontMatterKey("facts", "list of {label, value}", "The strip of facts under the name."),
    FrontMatterKey(
        "skills",
        "list of {level, years: {min, max}, keywords}",
        "Skills, by how long; a keyword is a text or {name, evidence: path or list of paths}.",
    ),
    FrontMatterKey(
        "tools",
        "list of {name, role, keywords}",
        "Tools by kind; role is languages or learning for those two kinds.",
    ),
    FrontMatterKey("requirements", "list of texts", "What the job must be."),
    FrontMatterKey("projects", "list of {name, url, description}", "What was made."),
    FrontMatterKey("ideas", "list of texts or {title, text}", "What could be made."),
)
"""The further keys of ``layout: hiring``."""

HIRING_NAMES: Final = frozenset(key.name for key in HIRING_KEYS)
KEY_NAMES: Final = frozenset(key.name for key in FRONT_MATTER_KEYS) | HIRING_NAMES
HIDING_KEYS: Final = ("draft", "published")
"""What keeps a text from being published: a slip in such a key must not go unseen."""
