"""Whoever writes sees each save in the browser, in place, without losing the place they were at."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.small_site import REPO, SmallSite

LONG: Final = "\n\n".join(f"Paragraph {number} with some words in it." for number in range(80))
POST: Final = "2024-01-02-one-en"
FRONT: Final = ("title: One", "tags: [x]")


class Preview:
    """The real command, in a process of its own."""

    def __init__(self, site: SmallSite) -> None:
        command = [sys.executable, "-m", "site_builder", "serve", "--root", str(site.root)]
        self.process = subprocess.Popen(
            [*command, "--port", "auto"],
            env={"PYTHONPATH": str(REPO), "PYTHONUTF8": "1", "NO_COLOR": "1", "PATH": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said: Queue[str] = Queue()
        self.listening = threading.Thread(target=self._listen, daemon=True)
        self.listening.start()
        while not (found := re.search(r"http://\S+", self.said.get(timeout=60))):
            continue
        self.url = found[0]

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.said.put(line)

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        self.process.terminate()
        self.process.wait(timeout=30)
        self.listening.join()
        self.process.stdout.close()


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """Two texts, one of them long."""
    site = SmallSite(tmp_path)
    site.post(POST, *FRONT, body=LONG)
    site.post("2024-01-01-zero-en", "title: Zero")
    return site


@pytest.fixture
def preview(site: SmallSite) -> Iterator[Preview]:
    """The preview of that site."""
    preview = Preview(site)
    yield preview
    preview.stop()


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    """The long text, scrolled half down; ``window.kept`` is gone once the page is loaded again."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{preview.url}one/", wait_until="networkidle")
    page.evaluate("window.kept = true; window.scrollTo(0, document.body.scrollHeight / 2)")
    yield page
    context.close()


def _kept(page: Page) -> bool:
    return bool(page.evaluate("window.kept === true"))


def test_a_changed_paragraph_is_put_in_place(site: SmallSite, page: Page) -> None:
    """The page is not loaded again, and stays where it was scrolled to."""
    before = page.evaluate("window.scrollY")
    site.post(POST, *FRONT, body=LONG.replace("Paragraph 40 with", "PARAGRAPH FORTY with"))
    page.get_by_text("PARAGRAPH FORTY with").wait_for()
    assert _kept(page)
    assert abs(page.evaluate("window.scrollY") - before) < 5
    assert page.evaluate("document.querySelectorAll('.prose p').length") == 80


def test_what_is_added_and_taken_out_is_seen(site: SmallSite, page: Page) -> None:
    """Paragraphs come and go, save after save."""
    site.post(POST, *FRONT, body=f"{LONG}\n\nThe very last words.")
    page.get_by_text("The very last words.").wait_for()
    site.post(POST, *FRONT, body="All new.\n\n## Heading\n\nOnly this.")
    page.get_by_text("Only this.").wait_for()
    assert page.get_by_text("Paragraph 33 with").count() == 0
    assert page.locator(".prose h2").count() == 1


def test_a_new_title_shows_here_and_in_the_lists(site: SmallSite, page: Page) -> None:
    """The text at once, the pages that name it a moment later."""
    site.post(POST, "title: Renamed", "tags: [x]", body=LONG)
    page.get_by_role("heading", name="Renamed", level=1).wait_for()
    assert page.title().startswith("Renamed")
    with page.context.expect_page() as opened:
        page.evaluate("window.open('../archive/')")
    archive = opened.value
    archive.get_by_role("link", name="Renamed").first.wait_for()


def test_a_mistake_is_shown_over_the_last_good_page(site: SmallSite, page: Page) -> None:
    """With its line; mended, the message goes and the page is new."""
    site.post(POST, 'title: "unclosed', body=LONG)
    page.get_by_text(f"content/posts/{POST}.md:2").wait_for()
    assert page.get_by_text("Paragraph 33 with").count() == 1
    site.post(POST, *FRONT, body="Mended.")
    page.get_by_text("Mended.").wait_for()
    page.wait_for_timeout(100)
    assert page.get_by_text(f"content/posts/{POST}.md:2").count() == 0


def test_a_style_changes_without_a_reload(site: SmallSite, page: Page) -> None:
    """The text stays as it is, only its look is new."""
    css = "@layer user { .prose p { color: rgb(1, 2, 3) } }"
    site.write("themes/papel/styles/user.css", css)
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.prose p')).color === 'rgb(1, 2, 3)'"
    )
    assert _kept(page)
    assert page.evaluate("document.querySelectorAll('link[rel=stylesheet]').length") == 1


def test_a_translation_a_new_template_and_the_settings_show(site: SmallSite, page: Page) -> None:
    """Whatever a site is made of can be changed while it is looked at."""
    site.post("2024-01-02-one-es", "title: Uno", "translated: true")
    page.locator("a[hreflang=es][href$='/es/one/']").first.wait_for(state="attached")
    site.write("themes/papel/templates/partials/footer.html", "<footer><p>My footer</p></footer>\n")
    page.get_by_text("My footer").wait_for()
    site.configure(title="Another name")
    page.wait_for_function("() => document.title.includes('Another name')", polling=100)


def test_a_text_that_goes_is_gone(site: SmallSite, page: Page) -> None:
    """A deleted text leaves the page of what is not there."""
    (site.root / f"content/posts/{POST}.md").unlink()
    page.get_by_role("heading", name="Page not found").first.wait_for()


def test_many_files_at_once_are_one_rebuild(site: SmallSite, preview: Preview, page: Page) -> None:
    """As when a branch is switched: all is seen, and the terminal says few lines."""
    while not preview.said.empty():
        preview.said.get()
    for number in range(300):
        site.post(
            f"2023-{number % 12 + 1:02}-{number % 28 + 1:02}-many{number}-en", f"title: M{number}"
        )
    site.post(POST, *FRONT, body="After the switch.")
    page.get_by_text("After the switch.").wait_for()
    page.goto(f"{preview.url}archive/")
    page.get_by_role("link", name="M299").wait_for(timeout=60_000)
    said = [preview.said.get() for _ in range(preview.said.qsize())]
    assert sum(" ms" in line for line in said) < 10, said
