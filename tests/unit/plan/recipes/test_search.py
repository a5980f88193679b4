"""The files of search, as the plan has them."""

import json
from dataclasses import replace

from site_builder.assemble.search import searchable
from site_builder.model.data_view import PlainView, ShardView
from site_builder.model.route import Form, Route
from site_builder.model.search import IndexShape, Searchable, SearchIndex
from site_builder.model.theme import ThemeFile
from site_builder.model.view import PageView
from site_builder.plan.recipes.search import title_file
from site_builder.plan.routes import plan_routes
from tests.drawing import THEME, EchoPhrases, config_of, site_of

DRAWING = """
posts
  2023-01-02-a-en title="One <b> & two"
  2023-01-03-b-es title=Dos
"""
SHAPE = IndexShape(postings=1, words=1, completions=1)
INDEX = SearchIndex(shape=SHAPE, shards={"w0": "digest-of-w0", "p0": "digest-of-p0"})
SEARCHING = replace(THEME, templates={"search.html": ThemeFile(path="x", digest="d")})


def routes(drawing: str = DRAWING, theme=SEARCHING, **config: str) -> dict[str, Route]:
    lines = "\n".join(f"{key}: {value}" for key, value in config.items())
    settings = config_of(lines)
    site = site_of(drawing, settings).value
    assert site is not None
    search = {
        code: Searchable(texts=texts, index=INDEX) for code, texts in searchable(site).items()
    }
    phrases = {language.code: EchoPhrases() for language in settings.languages}
    plan = plan_routes(site, settings, theme, phrases, search=search).value
    assert plan is not None
    return {route.output: route for route in plan.routes}


def test_every_language_has_a_page_and_files_beside_it() -> None:
    """The page is a page as any other, whose address never carries what is searched for."""
    found = routes()
    for home in ("", "es/"):
        page = found[f"{home}search/index.html"]
        assert isinstance(page.view, PageView)
        assert (page.in_sitemap, page.view.is_indexed) == (True, True)
        assert page.view.canonical.endswith(f"/{home}search/")
        assert page.view.chrome.search_href == f"/{home}search/"
        assert found[f"{home}search/w0.txt"].view == ShardView(digest="digest-of-w0")
        assert found[f"{home}search/t0.txt"].form is Form.SEARCH


def test_titles_are_lines_with_number_address_day_and_title() -> None:
    """Addresses carry the base path; a title is text, never markup."""
    view = routes(base_path="/repo")["search/t0.txt"].view
    assert isinstance(view, PlainView)
    number, href, day, title = view.text.split("\t")
    assert number.isdigit()
    assert (href, day, title) == ("/repo/a/", "2023-01-02", "One <b> & two")


def test_the_script_learns_sizes_words_and_other_languages() -> None:
    """All that it has to know before the first word is typed."""
    view = routes()["es/search/about.json"].view
    assert isinstance(view, PlainView)
    about = json.loads(view.text)
    assert (about["texts"], about["w"], about["p"], about["t"]) == (1, 1, 1, 1)
    assert about["others"] == [["en", "English", "ltr", "/search/"]]
    assert about["none"] == "no_results"


def test_titles_spread_evenly_over_small_files() -> None:
    """A new text touches one file; no file holds many."""
    counts = [0] * 384
    for number in range(0, 4_400 * 4, 4):
        counts[title_file(number, 384)] += 1
    assert max(counts) <= 20
    posts = "posts\n" + "\n".join(f"  2023-01-{day:02}-p-en" for day in range(1, 29))
    files = [one for one in routes(posts) if one.startswith("search/t")]
    assert len(files) == 3


def test_a_theme_without_the_page_has_no_search() -> None:
    """Nothing is planned that no page leads to."""
    assert not [one for one in routes(theme=THEME) if "search/" in one]
