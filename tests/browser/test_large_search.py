"""What the first hit loads where a language has 4,400 posts, counted by the browser itself."""

import functools
import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.corpus import Material, slug, write_corpus
from benchmarks.vocabulary import UNSPACED, vocabulary
from tests.browser.conftest import PagesHandler
from tests.small_site import SmallSite
from tests.trials import SOAKING

POSTS = 4_400
VOCABULARY = 12_000
MOST = 30 * 1024
"""Bytes, as they come over the line, without headers."""
PATIENCE = 60_000
"""Milliseconds; a machine may have much else to do."""
LOADED = """() => performance.getEntriesByType("resource")
    .map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize])"""

WATCH_FOR_THE_FIRST = f"""() => {{
    window.atFirst = new Promise((done) => new MutationObserver(() => {{
        if (document.querySelector(".find li > p:not(:empty)")) done(({LOADED})());
    }}).observe(document, {{ childList: true, subtree: true }}));
}}"""
"""Notes what had been loaded when the first snippet stood there; other pages are read later."""

WHEN_SOAKING = pytest.mark.skipif(not SOAKING, reason="because it takes a minute more: make soak")


class CompressingHandler(PagesHandler):
    """Sends text compressed, as GitHub Pages does."""

    def send_head(self) -> BytesIO | None:
        """The whole answer, without its body; gives the body."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return None
        data = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The home of the site in `folder`."""
    handler = functools.partial(CompressingHandler, directory=str(folder), base_path="/", asked=[])
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=WHEN_SOAKING)])
def test_the_first_hit_of_4400_posts_is_below_thirty_kilobytes(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    """Script, style, index, titles and the page of the snippet; for words of every rank."""
    write_corpus(
        tmp_path,
        posts=POSTS,
        languages=(language,),
        layout="ours",
        material=Material(words=VOCABULARY),
    )
    settings = tmp_path / "site.yml"
    settings.write_text(settings.read_text().replace("search: false", "search: true"))
    site = SmallSite(tmp_path)
    site.build()
    sizes = {}
    with served(site.output) as home:
        for typed in [*wishes(language), phrase(tmp_path, language)]:
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"{home}{slug(0)}/")
            before = dict(page.evaluate(LOADED))
            page.evaluate(WATCH_FOR_THE_FIRST)
            page.keyboard.press("/")
            page.locator(".find [name=q]").fill(typed)
            expect(page.locator(".find mark").first).to_be_visible(timeout=PATIENCE)
            loaded = dict(page.evaluate("window.atFirst"))
            new = {path: size for path, size in loaded.items() if path not in before}
            assert any(path.endswith("about.json") for path in new)
            assert any("/search/w" in path for path in new)
            sizes[typed] = sum(new.values())
            context.close()
    assert max(sizes.values()) < MOST, sizes


def phrase(root: Path, language: str) -> str:
    """Words that follow each other in a text, not in many; in Chinese a run of six letters."""
    post = sorted((root / "content/posts").iterdir())[POSTS // 2].read_text()
    letters = "[一-鿿]" if language in UNSPACED else "[a-z ]"
    clauses = re.findall(f"(?<=[ ，]){letters}{{6,20}}(?=[.。])", post)
    common = {*"".join(vocabulary(language, VOCABULARY).words[:400])}
    return min(clauses, key=lambda clause: sum(letter in common for letter in clause))


def wishes(language: str) -> list[str]:
    """What is typed: common and rare words, the half of one, two of them."""
    words = vocabulary(language, VOCABULARY).words
    return [words[0], words[40], words[400], words[4_000][:4], f"{words[1]} {words[90]}"]
