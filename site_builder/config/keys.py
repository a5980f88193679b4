"""The keys of ``site.yml``: docs/reference/config.md is made from this table."""

from __future__ import annotations

from typing import Final, NamedTuple


class ConfigKey(NamedTuple):
    """One key as the reference shows it."""

    name: str
    """With a dot where it stands inside another key: ``security.csp``."""
    kind: str
    """What is expected, in words."""
    default: str
    """As it would be typed; ``required`` where there is none, empty where it is nothing."""
    sentence: str
    """What it does."""


CONFIG_KEYS: Final = (
    ConfigKey(
        "title",
        "text, or language: text",
        "required",
        "The site's name; a language that is left out takes the default language's.",
    ),
    ConfigKey(
        "description",
        "text, or language: text",
        "",
        "What the site is about, in a sentence, for search engines and feeds.",
    ),
    ConfigKey(
        "url",
        "http or https address",
        "required",
        "Where the site will be; a path in it becomes the base path.",
    ),
    ConfigKey(
        "base_path",
        "path",
        "the path of url",
        "What comes before every address of the site, such as /repo on GitHub Pages.",
    ),
    ConfigKey("author", "text", "", "Who writes here; a post's own author comes first."),
    ConfigKey(
        "default_language",
        "language",
        "the first of languages",
        "The language that lives at / and speaks where a text has said no language.",
    ),
    ConfigKey(
        "languages",
        "list of codes, or code: {tag, name, direction, aliases}",
        "[en]",
        "The site's languages, in the order of its menus; known ones need only their code.",
    ),
    ConfigKey(
        "default_language_prefix",
        "true or false",
        "false",
        "With true the default language lives at /<code>/ too, and / lets the reader choose.",
    ),
    ConfigKey(
        "timezone",
        "IANA name",
        "UTC",
        "The time zone of dates that do not name one, such as Asia/Shanghai.",
    ),
    ConfigKey("theme", "name", "papel", "Which theme draws the pages."),
    ConfigKey(
        "permalink",
        "pattern",
        "/:slug/",
        "A post's address, of :year :month :day :title :slug :lang :categories.",
    ),
    ConfigKey("pagination", "number", "20", "How many posts one list page has."),
    ConfigKey(
        "feeds",
        "list of atom, rss, json",
        "[atom]",
        "In which forms feeds are written; [] for none.",
    ),
    ConfigKey("feed_entries", "number", "20", "How many posts one feed has."),
    ConfigKey("search", "true or false", "true", "With false the site has no search."),
    ConfigKey(
        "hiring",
        "path of a page",
        "hire",
        "Which page is the hiring page, by its path under content/pages/ without language.",
    ),
    ConfigKey(
        "nav",
        "list of pages, or {page, title, url}",
        "archive and all pages",
        "The menu: pages, archive, tags, categories, or any address with a title.",
    ),
    ConfigKey(
        "social", "name: address", "", "Where else the author can be found, shown on every page."
    ),
    ConfigKey(
        "edit_url",
        "address with :path",
        "",
        "Where a text can be edited; :path is its file, as in content/posts/first-en.md.",
    ),
    ConfigKey(
        "comments",
        "{provider: giscus or utterances, repo, repo_id, category, category_id}",
        "",
        "Where readers answer to posts; nothing of it is loaded before they ask for it.",
    ),
    ConfigKey(
        "analytics",
        "{provider: plausible, goatcounter or umami, site, script}",
        "",
        "Which service counts visits; none without this key.",
    ),
    ConfigKey(
        "missing_translations",
        "hide, link or show",
        "hide",
        "What a reader finds where a text is not there in their language.",
    ),
    ConfigKey(
        "side_by_side",
        "true or false",
        "false",
        "With true each translation has a second page, on which it stands beside its original.",
    ),
    ConfigKey("strict", "true or false", "false", "With true a warning stops the build."),
    ConfigKey(
        "raw_html",
        "keep or escape",
        "keep",
        "Whether HTML inside Markdown is kept, or shown as text on a site with many hands.",
    ),
    ConfigKey(
        "smart_quotes",
        "true or false",
        "false",
        "With true straight quotes, -- and ... become the marks of each text's language.",
    ),
    ConfigKey(
        "security.csp",
        "true or false",
        "true",
        "Whether each page carries a Content Security Policy made from what it uses.",
    ),
    ConfigKey(
        "audio",
        "pattern with :stem",
        "assets/audio/:stem",
        "The recording under static/ that audio: true means, without its ending.",
    ),
    ConfigKey(
        "image",
        "pattern with :stem",
        "assets/images/:stem",
        "The picture under static/ that image: true means, without its ending.",
    ),
    ConfigKey(
        "images",
        "{widths, formats, quality}, or false",
        "{widths: [480, 800, 1200, 1600], formats: [avif, webp], quality: 75}",
        "Which smaller versions of pictures are made: how wide in pixels, in which formats with "
        "the best first, and how well, from 1 to 100; false makes none.",
    ),
    ConfigKey("excerpt_length", "number", "200", "How long an excerpt may be, in characters."),
    ConfigKey(
        "front_matter.extra",
        "list of keys",
        "",
        "Front matter keys of the site's own, which its templates may read.",
    ),
    ConfigKey(
        "front_matter.names",
        "key: key",
        "",
        "What keys of front matter are called in the texts of this site, such as "
        "{ref: translation_key}, so that texts written for another generator stay as they are.",
    ),
    ConfigKey(
        "layouts",
        "layout: layout",
        "",
        "Which layout of the theme draws texts that say another, such as {essay: post}, so that "
        "texts written for another theme stay as they are.",
    ),
    ConfigKey(
        "tags",
        "tag: {language: name}",
        "",
        "The names of one tag in several languages, where the tags of translations do not tell; "
        "a language that is left out calls it by its key.",
    ),
    ConfigKey("plugins", "list of module:name", "", "What adds pages, Markdown, filters, checks."),
)
"""Every key, in the order of the reference."""

KEY_NAMES: Final = tuple(dict.fromkeys(key.name.partition(".")[0] for key in CONFIG_KEYS))
"""What may stand at the top of ``site.yml``."""

WAITING: Final = ("plugins",)
"""Keys that are read and checked, and that no page is made from yet."""
