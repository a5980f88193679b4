"""Whole rebuilds, one after the other, in a thread of their own."""

from __future__ import annotations

import threading

from site_builder.serve.rebuilding import Rebuilding


class Session:
    """Stands in for the real one: notes what it is asked, and takes as long as it is told."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.began = threading.Semaphore(0)
        self.may_end = threading.Semaphore(0)
        self.running = 0
        self.most = 0

    def refresh(self, changed: tuple[str, ...]) -> None:
        self.running += 1
        self.most = max(self.most, self.running)
        self.asked.append(changed)
        self.began.release()
        self.may_end.acquire()
        self.running -= 1


def test_what_is_saved_during_a_rebuild_causes_one_more() -> None:
    """However many saves there are, they become one rebuild, and never two at once."""
    session = Session()
    rebuilding = Rebuilding(session)
    rebuilding.start()
    rebuilding.ask(["a"])
    assert session.began.acquire(timeout=10)
    for number in range(500):
        rebuilding.ask([f"b{number}"])
    session.may_end.release()
    assert session.began.acquire(timeout=10)
    session.may_end.release()
    assert session.asked[0] == ("a",)
    assert len(session.asked[1]) == 500
    assert (len(session.asked), session.most) == (2, 1)
