from __future__ import annotations

import threading

import pytest

from site_builder.serve.reload import (
    Bell,
    Word,
    client_script,
    in_stream,
    seen_generation,
    stream_start,
)


def test_a_page_that_is_behind_is_told_at_once() -> None:
    """A change that came while a page was loading is not missed, and told once."""
    bell = Bell()
    bell.ring_reload(2)
    assert list(bell.follow(seen=1)) == [Word.RELOAD]


def test_a_page_that_is_up_to_date_hears_only_pulses() -> None:
    """Nothing new, nothing told, but the connection is kept alive."""
    bell = Bell()
    bell.ring_reload(2)
    words = bell.follow(seen=2, pulse=0.01)
    assert [next(words), next(words)] == [Word.PULSE, Word.PULSE]


def test_each_mistake_is_told_once_until_it_is_mended() -> None:
    """A failed rebuild is told to open pages and to those that open later; then the reload."""
    bell = Bell()
    bell.ring_reload(1)
    early = bell.follow(seen=1, pulse=0.01)
    bell.ring_error()
    assert [next(early), next(early)] == [Word.ERROR, Word.PULSE]
    assert next(bell.follow(seen=1, pulse=0.01)) is Word.ERROR
    bell.ring_error()
    assert next(early) is Word.ERROR
    bell.ring_reload(2)
    assert list(early) == [Word.RELOAD]


def test_ringing_wakes_who_waits() -> None:
    """A thread that waits for news has it without waiting for its next pulse."""
    bell = Bell()
    heard: list[Word] = []
    thread = threading.Thread(target=lambda: heard.extend(bell.follow(seen=0, pulse=60)))
    thread.start()
    bell.ring_reload(1)
    thread.join(5)
    assert heard == [Word.RELOAD]


def test_closing_ends_all_streams() -> None:
    """When the preview ends, no thread is left waiting."""
    bell = Bell()
    thread = threading.Thread(target=lambda: list(bell.follow(seen=0, pulse=60)))
    thread.start()
    bell.close()
    thread.join(5)
    assert not thread.is_alive()


def test_a_stream_says_one_word_and_nothing_of_the_site() -> None:
    """Events have the form of WHATWG HTML, section 9.2; a pulse is a comment."""
    assert in_stream(Word.RELOAD) == b"data: reload\n\n"
    assert in_stream(Word.ERROR) == b"data: error\n\n"
    assert in_stream(Word.PULSE) == b":\n\n"
    assert stream_start() == b"retry: 500\n\n"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/e?seen=12", 12),
        ("/e", -1),
        ("/e?seen=", -1),
        ("/e?seen=-1", -1),
        ("/e?seen=1e3", -1),
        ("/e?seen=" + "9" * 5000, -1),
        ("/e?seen=%D9%A1", -1),
    ],
)
def test_the_generation_is_a_short_number(target: str, expected: int) -> None:
    """Whatever else an address says stands for no generation at all."""
    assert seen_generation(target) == expected


def test_the_script_shows_text_as_text() -> None:
    """The script knows no way from a message to markup."""
    script = client_script().decode()
    assert "EventSource" in script
    assert "textContent" in script
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert way not in script
