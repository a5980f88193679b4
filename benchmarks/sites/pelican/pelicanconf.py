"""The site of the corpus; languages.json beside it lists its languages, the default one first."""

import json
import re
from pathlib import Path

SITENAME = "Corpus"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
LANGUAGES = json.loads((Path(__file__).parent / "languages.json").read_text(encoding="utf-8"))
DEFAULT_LANG = LANGUAGES[0]
PATH = "content"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["lists"]

FILENAME_METADATA = r"(?P<date>\d{4}-\d{2}-\d{2})-(?P<slug>.+)\.(?P<lang>[a-z]+)"
ARTICLE_URL = "{slug}/"
ARTICLE_SAVE_AS = "{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
# The plugin writes the lists of every language; Pelican's own know the default language alone.
DIRECT_TEMPLATES: list[str] = []
TAG_SAVE_AS = AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
PAGINATED_TEMPLATES = {"list": 20}
PAGINATION_PATTERNS = [
    (1, "{url}", "{base_name}/index.html"),
    (2, "{url}page/{number}/", "{base_name}/page/{number}/index.html"),
]
# What Pelican has to be quick with.
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "reader"

MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.codehilite": {"css_class": "highlight", "guess_lang": False},
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
        "markdown.extensions.toc": {},
    },
    "output_format": "html5",
}


def _home(code: str) -> str:
    return "/" if code == DEFAULT_LANG else f"/{code}/"


def _headings(html: str) -> list[tuple[str, str, str]]:
    return re.findall(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', html, re.DOTALL)


JINJA_FILTERS = {"home": _home, "headings": _headings}
