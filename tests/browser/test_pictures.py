"""Pictures in a browser: nothing moves, the smallest good version is fetched, HTML is valid."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.browser.conftest import Visitors, served
from tests.built import BuiltSite
from tests.pictures import photo, put
from tests.small_site import SmallSite

SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory) -> BuiltSite:
    """A post with a hero, and with a photo in its text, in HTML, and as a figure."""
    site = SmallSite(tmp_path_factory.mktemp("pictures"), url="https://example.org/repo")
    put(site.root / "content/posts/bridge.jpg", photo(1000, 600, orientation=6))
    put(site.root / "static/hero.jpg", photo(900, 500))
    body = (
        "![The bridge](bridge.jpg)\n\n<p><img src='/hero.jpg' alt='The river'></p>\n\n"
        '![The bridge](bridge.jpg "Built in 1751")\n\n- ![One](bridge.jpg)\n'
    )
    site.post("2023-01-01-a-en", "image: /hero.jpg", body=body)
    site.build()
    return BuiltSite(folder=site.output, url="https://example.org/repo/")


@pytest.fixture
def readers(browser, pictured) -> Iterator[Visitors]:
    """Readers of that post."""
    with ExitStack() as stack:
        yield Visitors(browser, stack.enter_context(served(pictured)), stack)


def test_nothing_moves_while_pictures_come(readers):
    """The layout shift is 0 from the first byte to the foot of the page; the console is silent."""
    page = readers.open("a/", viewport={"width": 390, "height": 844})
    page.evaluate(
        "async () => { for (const one of document.images) { one.scrollIntoView();"
        " await one.decode(); } }"
    )
    assert page.evaluate(SHIFT) == 0
    sizes = page.eval_on_selector_all(
        "main img", "all => all.map(one => [one.naturalWidth > 0, one.clientWidth <= 390])"
    )
    assert sizes == [[True, True]] * 5
    assert readers.complaints == []


def test_a_small_screen_fetches_a_small_version(readers):
    """In the best format, as wide as the screen; a dense one takes a wider version."""
    for density, width in ((1, 480), (2, 800)):
        viewport = {"width": 390, "height": 844}
        page = readers.open("a/", viewport=viewport, device_scale_factor=density)
        shown = page.eval_on_selector(".hero img", "one => one.currentSrc")
        assert f"hero-{width}." in shown
        assert shown.endswith(".avif")


def test_a_tall_photo_stands_upright(readers):
    """Its size in the HTML is that of the picture as it is seen."""
    page = readers.open("a/")
    image = page.locator("main img[alt='The bridge']").first
    image.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector(\"img[alt='The bridge']\").complete")
    assert image.evaluate("one => one.naturalHeight > one.naturalWidth")
    assert (image.get_attribute("width"), image.get_attribute("height")) == ("600", "1000")


def test_pictures_are_valid_html(pictured, html_checker):
    """The Nu HTML checker has nothing to say."""
    page = str(pictured.folder / "a/index.html")
    command = [*html_checker, "--format", "json", "--errors-only", "--stdout", page]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert json.loads(done.stdout or done.stderr)["messages"] == []
