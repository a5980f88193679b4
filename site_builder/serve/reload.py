"""Who is told when there is something new to see.

A page that is open follows a stream of server-sent events (WHATWG HTML, section 9.2). The stream
says ``reload`` or ``error`` and nothing else. Each page tells which generation of the site it has,
so a change that came while it was loading, asleep or in a hidden tab is not missed.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from urllib.parse import parse_qs

from site_builder.patterns import late

PULSE_SECONDS = 5.0
RETRY_MILLISECONDS = 500

_NUMBER = late(r"[0-9]{1,9}")


class Word(StrEnum):
    """All that a stream can say."""

    RELOAD = "reload"
    ERROR = "error"
    PULSE = "pulse"


class Bell:
    """Rings for every page that is open. One side rings, many threads listen."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._generation = 0
        self._faults = 0
        self._failing = False
        self._closed = False

    def ring_reload(self, generation: int) -> None:
        """The site of this generation can be seen now."""
        with self._changed:
            self._generation = generation
            self._failing = False
            self._changed.notify_all()

    def ring_error(self) -> None:
        """The site could not be made again; the page stays, with a message over it."""
        with self._changed:
            self._faults += 1
            self._failing = True
            self._changed.notify_all()

    def close(self) -> None:
        """End all streams."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def follow(self, seen: int, pulse: float = PULSE_SECONDS) -> Iterator[Word]:
        """What to tell a page that shows generation ``seen``; PULSE after ``pulse`` quiet seconds.

        Ends after RELOAD, for the page goes away then, and when the bell is closed.
        """
        told = 0
        while True:
            with self._changed:
                self._changed.wait_for(partial(self._has_news, seen, told), pulse)
                if self._closed:
                    return
                stale, failing, faults = self._generation != seen, self._failing, self._faults
            if stale:
                yield Word.RELOAD
                return
            if failing and faults != told:
                told = faults
                yield Word.ERROR
            else:
                yield Word.PULSE

    def _has_news(self, seen: int, told: int) -> bool:
        return self._closed or self._generation != seen or (self._failing and self._faults != told)


def in_stream(word: Word) -> bytes:
    """Spell a word as an event; a pulse is a comment, which keeps the connection open."""
    return b":\n\n" if word is Word.PULSE else f"data: {word}\n\n".encode()


def stream_start() -> bytes:
    """What a stream opens with: how long to wait before connecting again."""
    return f"retry: {RETRY_MILLISECONDS}\n\n".encode()


def seen_generation(target: str) -> int:
    """The generation that a stream's address names; -1, which no site has, when it names none."""
    given = parse_qs(target.partition("?")[2]).get("seen", [""])[0]
    return int(given) if _NUMBER.fullmatch(given) else -1


@cache
def client_script() -> bytes:
    """The script that a page loads: it follows the stream and shows what is wrong."""
    return Path(__file__).with_name("client.js").read_bytes()
