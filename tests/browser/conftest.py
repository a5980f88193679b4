"""A real browser before the finished site, served as GitHub Pages serves it, under a base path.

What is not on this machine (Chromium, Java, the npm tools) leaves its tests out, in one clear
sentence; with `SITE_BUILDER_REQUIRE_BROWSER=1`, as in CI, a test left out is a failure.
"""

import functools
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final, NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import chromium_here
from tests.browser.lighthouse import Lighthouse, lighthouse_here
from tests.built import BuiltSite, build_site
from tests.search_site import SEARCH_URL, search_site

HERE: Final = Path(__file__).resolve().parent
REPO: Final = HERE.parent.parent
REQUIRED: Final = "SITE_BUILDER_REQUIRE_BROWSER"
# Pages of this repository's own site; what is not there shows 404.html in the language of its path.
ADDRESSES: Final = (
    "",
    "zhiwei-machine-learning/",
    "hire/",
    "archive/",
    "tags/",
    "about/",
    "no-such-page/",
)
JUDGED: Final = tuple(language + place for language in ("", "es/") for place in ADDRESSES)
THEMES: Final = ("papel", "indice")
NINE: Final = REPO / "tests/sites/nine_languages"
# A post with code, formulas, notes, a wide table; one with forty headings, one without any.
NINE_PLACES: Final = ("", "small-network/", "hire/", "archive/", "search/", "no-such-page/")
NINE_JUDGED: Final = (
    *(code + place for code in ("", "es/", "zh/", "ar/") for place in NINE_PLACES),
    *(code + place for code in ("", "ar/") for place in ("forty-headings/", "long-title/")),
    *("tags/", "ar/tags/python/", "hi/small-network/"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `address` or `place` sees every judged page; `scheme`, `theme`: both."""
    if "address" in metafunc.fixturenames:
        metafunc.parametrize("address", JUDGED, ids=[f"/{address}" for address in JUDGED])
    if "scheme" in metafunc.fixturenames:
        metafunc.parametrize("scheme", ["light", "dark"])
    if "place" in metafunc.fixturenames and "guests" in metafunc.fixturenames:
        metafunc.parametrize("place", NINE_JUDGED, ids=[f"/{place}" for place in NINE_JUDGED])
    if "theme" in metafunc.fixturenames:
        metafunc.parametrize("theme", THEMES, scope="session")


def leave_out(reason: str) -> NoReturn:
    """Say why a test cannot run: a skip on a reader's machine, a failure where all must run."""
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"left out, though {REQUIRED}=1, because {reason}", pytrace=False)
    pytest.skip(f"left out because {reason}")


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The text of axe-core, from the npm tools of this folder."""
    file = HERE / "node_modules" / "axe-core" / "axe.min.js"
    if not file.is_file():
        leave_out("axe-core is not here (`make browser` installs it where npm is)")
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def html_checker() -> list[str]:
    """The words that start the Nu HTML checker."""
    jar = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = shutil.which("java")
    if not java:
        leave_out("Java is not on this machine, and the Nu HTML checker needs it")
    if not jar.is_file():
        leave_out("the Nu HTML checker is not here (`make browser` installs it where npm is)")
    return [java, "-jar", str(jar)]


@pytest.fixture(scope="session")
def chromium_command() -> list[str]:
    """Chromium of this machine, and what it is started with."""
    command = chromium_here()
    if not command:
        leave_out("no Chromium on this machine (set CHROMIUM to its path, or install it)")
    return command


@pytest.fixture(scope="session")
def lighthouse(chromium_command) -> Lighthouse:
    """Lighthouse in the same Chromium."""
    found = lighthouse_here(chromium_command)
    if not found:
        leave_out("Lighthouse is not here (`make browser` installs it where npm is)")
    return found


@pytest.fixture(scope="session")
def browser(chromium_command) -> Iterator[Browser]:
    """Chromium of this machine, without a window."""
    path, *flags = chromium_command
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()


class PagesHandler(SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: `/x` from `x.html` too, and what is missing with `404.html`."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args, base_path: str, asked: list[str], **kwargs) -> None:
        self.base_path = base_path
        self.asked = asked
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        """The file or folder for a path of a URL; below the base path is the whole site."""
        inside = path.split("?", 1)[0].split("#", 1)[0]
        if not inside.startswith(self.base_path):
            return str(Path(self.directory, "not-below-the-base-path"))
        found = Path(super().translate_path("/" + inside.removeprefix(self.base_path)))
        with_suffix = found.with_name(found.name + ".html")
        if not inside.endswith("/") and not found.exists() and with_suffix.is_file():
            return str(with_suffix)
        # `translate_path` of the parent drops the slash that asks for a folder's index.
        return str(found) + ("/" if inside.endswith("/") else "")

    def list_directory(self, _path) -> None:
        """A folder without an index is not found."""
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """`404.html` is the answer to whatever is not there."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_said) -> None:
        """Remembers what was asked for instead of printing it."""
        self.asked.append(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedSite:
    """The site at an address on loopback, and every path that was asked of it."""

    origin: str
    home: str
    asked: list[str] = field(default_factory=list)


@contextmanager
def served(built: BuiltSite, handling: type[PagesHandler] = PagesHandler) -> Iterator[ServedSite]:
    """A finished site, served under its base path on a free port of loopback."""
    asked: list[str] = []
    handler = functools.partial(
        handling, directory=str(built.folder), base_path=built.base_path, asked=asked
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        origin = f"http://127.0.0.1:{server.server_port}"
        yield ServedSite(origin=origin, home=origin + built.base_path, asked=asked)
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site(built_site) -> Iterator[ServedSite]:
    """This repository's own site."""
    with served(built_site) as site:
        yield site


@pytest.fixture(scope="session")
def built_nine(tmp_path_factory, theme) -> BuiltSite:
    """The site of nine languages in one theme."""
    return build_site(NINE, tmp_path_factory.mktemp(f"nine-{theme}"), theme=theme)


@pytest.fixture(scope="session")
def nine(built_nine) -> Iterator[ServedSite]:
    """The site of nine languages in one theme, served."""
    with served(built_nine) as site:
        yield site


@pytest.fixture
def serve() -> Iterator[Callable[[Path], ServedSite]]:
    """Serves the finished sites that a test makes for itself."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(
            served(BuiltSite(folder=folder, url="https://example.org/"))
        )


class Visitors:
    """Opens pages for readers of every kind; notes what the browser complains about."""

    def __init__(self, browser: Browser, site: ServedSite, stack: ExitStack) -> None:
        self._browser = browser
        self._site = site
        self._stack = stack
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def context(self, **options) -> BrowserContext:
        """A fresh profile: no storage, no cache. Motion is reduced, so that pages stand still."""
        given = {"reduced_motion": "reduce", "locale": "en-US", **options}
        context = self._browser.new_context(**given)
        context.set_default_timeout(15_000)
        self._stack.callback(context.close)
        return context

    def open(self, address: str, context: BrowserContext | None = None, **options) -> Page:
        """The page at an address below the site's home, with all that it loads."""
        page = (context or self.context(**options)).new_page()
        page.on("console", lambda said: self.complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(self._site.home + address, wait_until="load")
        return page


@pytest.fixture
def visitors(browser, site) -> Iterator[Visitors]:
    """Readers of this repository's own site, who come, look and leave no trace."""
    with ExitStack() as stack:
        yield Visitors(browser, site, stack)


@pytest.fixture
def guests(browser, nine) -> Iterator[Visitors]:
    """Readers of the site of nine languages, in one theme."""
    with ExitStack() as stack:
        yield Visitors(browser, nine, stack)


@pytest.fixture(scope="session")
def findable(tmp_path_factory) -> BuiltSite:
    """A site of nine languages to search in."""
    site = search_site(tmp_path_factory.mktemp("search"))
    return BuiltSite(folder=site.output, url=SEARCH_URL)


@pytest.fixture(scope="session")
def findable_served(findable) -> Iterator[ServedSite]:
    """The site to search in, served."""
    with served(findable) as site:
        yield site


@pytest.fixture
def seekers(browser, findable_served) -> Iterator[Visitors]:
    """Readers of the site to search in."""
    with ExitStack() as stack:
        yield Visitors(browser, findable_served, stack)
