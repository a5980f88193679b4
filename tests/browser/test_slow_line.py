"""A page that comes in pieces: nothing that was painted moves when the rest arrives."""

import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.browser.conftest import PagesHandler, Visitors, served
from tests.browser.test_promises import SHIFT

PAUSE = 0.4
"""Seconds: long enough to paint what has come."""


class SlowLine(PagesHandler):
    """Waits amid the header of a page, and again where its text begins."""

    def copyfile(self, source, outputfile) -> None:
        """Send a file; a page in three pieces."""
        data = source.read()
        sent = 0
        for sign in (b'class="find-link"', b"<main"):
            at = data.find(sign)
            at = data.find(b">", data.find(b"</a>", at)) if sign != b"<main" else at
            if at > sent:
                outputfile.write(data[sent : at + 1])
                outputfile.flush()
                sent = at + 1
                time.sleep(PAUSE)
        outputfile.write(data[sent:])


@pytest.fixture
def patient(browser, built_nine) -> Iterator[Visitors]:
    """Readers behind a slow line."""
    with ExitStack() as stack:
        yield Visitors(browser, stack.enter_context(served(built_nine, SlowLine)), stack)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_header_that_comes_in_two_pieces_does_not_move(patient, width):
    """What stands at the end of a line shows when all that follows it is there."""
    page = patient.open("zh/small-network/", viewport={"width": width, "height": 844})
    assert page.locator(".find-link").is_visible()
    assert page.evaluate(SHIFT) == []
