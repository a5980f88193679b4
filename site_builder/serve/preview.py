"""The preview from its start to its end: build, show, watch, build again.

The main thread, where signals arrive, waits for changes and has the page of the text at hand made;
another one has the whole site made, never more than one at a time. Both leave the work to another
process (``workshop.py``).
"""

from __future__ import annotations

import secrets
import signal
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from site_builder.events import Event, Notice, Serving
from site_builder.frozen import dataclass
from site_builder.serve.admission import Rules
from site_builder.serve.answers import Responder
from site_builder.serve.bind import Bound
from site_builder.serve.folders import changed_since
from site_builder.serve.pages import address, normal_base_path
from site_builder.serve.rebuilding import Rebuilding
from site_builder.serve.reload import Bell
from site_builder.serve.server import Server
from site_builder.serve.session import Rebuild, Session
from site_builder.serve.watch import Watch

STORE = ".site_builder/preview"
"""Where finished bytes lie, in a folder for each port: who has the port has the folder."""

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_OTHERS = "other machines can reach this preview; they need the token in its address"
_SIGNAL_BASE = 128
_TOKEN_BYTES = 16
_JOIN_SECONDS = 0.3
_TURN_SECONDS = 0.0005
_CLOCK_GRAIN_NS = 50_000_000
"""Times on disk may be this much behind the clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is previewed, and how."""

    root: Path
    """The project's folder, absolute."""
    watched: tuple[Path, ...]
    """Files and folders whose changes call for a rebuild; they need not exist yet."""
    base_path: str
    """``/repo``, or empty."""
    allowed_hosts: tuple[str, ...] = ()
    """More host names to answer to: ``name`` or ``name:port``."""
    open_browser: bool = False


def run(bound: Bound, settings: Settings, rebuild: Rebuild, tell: Callable[[Event], None]) -> int:
    """Preview the site until a signal comes; the exit code, 128 + signal as shells have it.

    ``rebuild`` makes the site and raises SiteError when it cannot. What happens goes through
    ``tell``, from any thread: Serving, Reloaded, KeptLastGood, Notice. Only for the main thread,
    since signals arrive there.
    """
    bell = Bell()
    store = settings.root / STORE / str(bound.port)
    session = Session(settings.root, store, settings.base_path, rebuild, bell, tell)
    try:
        with ExitStack() as ending:
            ending.callback(bound.close)
            ending.enter_context(_signals_stop())
            ending.enter_context(_threads_are_quiet(tell))
            ending.enter_context(_threads_take_turns())
            before_ns = time.time_ns() - _CLOCK_GRAIN_NS
            session.refresh()
            ending.callback(bell.close)
            responder = _responder(bound, settings, session)
            ending.enter_context(_serving(bound, responder, bell, tell))
            watch = ending.enter_context(_watching(settings.watched, store, tell))
            _say_where(bound, settings, tell)
            rebuilding = Rebuilding(session)
            rebuilding.start()
            changed = changed_since(settings.watched, before_ns)
            while True:
                if changed:
                    session.hurry(changed)
                    rebuilding.ask(changed)
                changed = watch.wait()
    except _StoppedError as stopped:
        return _SIGNAL_BASE + stopped.signal


def preview_url(bound: Bound, base_path: str) -> str:
    """The address to open: with the base path, and with the token where one is needed."""
    query = f"?token={bound.key}" if bound.key else ""
    return f"{bound.origin}{address(normal_base_path(base_path), '')}{query}"


def _say_where(bound: Bound, settings: Settings, tell: Callable[[Event], None]) -> None:
    url = preview_url(bound, settings.base_path)
    if bound.key:
        tell(Notice(text=_OTHERS))
    tell(Serving(url=url))
    if settings.open_browser:
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()


def _responder(bound: Bound, settings: Settings, session: Session) -> Responder:
    # A name typed for --host is a name to answer to.
    names = (*settings.allowed_hosts, *([bound.host] if bound.key else []))
    rules = Rules(
        port=bound.port,
        allowed_hosts=tuple(name.lower() for name in names),
        any_address=bool(bound.key),
        key=bound.key,
    )
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    return Responder(rules=rules, token=token, root=settings.root, showing=session.showing)


@contextmanager
def _serving(
    bound: Bound, responder: Responder, bell: Bell, tell: Callable[[Event], None]
) -> Iterator[None]:
    server = Server(bound.sockets, responder, bell, lambda error: tell(_bug(error)))
    thread = threading.Thread(target=server.accept, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.stop()
        thread.join(_JOIN_SECONDS)
        server.server_close()


@contextmanager
def _watching(
    watched: tuple[Path, ...], store: Path, tell: Callable[[Event], None]
) -> Iterator[Watch]:
    store.mkdir(parents=True, exist_ok=True)
    watch = Watch(watched, store, lambda text: tell(Notice(text=text)))
    try:
        watch.start()
        yield watch
    finally:
        watch.stop()


def _bug(error: BaseException | None) -> Notice:
    return Notice(text=f"a bug in the preview, please report it: {error!r}")


class _StoppedError(BaseException):
    """A signal arrived."""

    def __init__(self, number: int) -> None:
        self.signal = number
        super().__init__(number)


@contextmanager
def _signals_stop() -> Iterator[None]:
    """Turn the first signal into _StoppedError; while things come to their end, more do nothing."""
    is_ending = False

    def stop(number: int, _frame: FrameType | None) -> None:
        nonlocal is_ending
        if not is_ending:
            is_ending = True
            raise _StoppedError(number)

    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        is_ending = True
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _threads_take_turns() -> Iterator[None]:
    """Let a thread that has little to do not wait long for one that has much."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


@contextmanager
def _threads_are_quiet(tell: Callable[[Event], None]) -> Iterator[None]:
    """An exception that ends a thread is told in one line, without a trace over the terminal."""

    def excepthook(facts: threading.ExceptHookArgs) -> None:
        tell(_bug(facts.exc_value))

    before = threading.excepthook
    threading.excepthook = excepthook
    try:
        yield
    finally:
        threading.excepthook = before
