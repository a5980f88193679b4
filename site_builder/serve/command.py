"""``site-builder serve``: take an address, make the site for it, show it until a signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from site_builder.build.conductor import prepare
from site_builder.build.ground import load_config
from site_builder.build.request import Request
from site_builder.config import ConfigOverrides
from site_builder.events import Event
from site_builder.frozen import dataclass
from site_builder.problems import Problem, SiteError
from site_builder.render.shipped import shipped_themes
from site_builder.serve.bind import bind
from site_builder.serve.preview import Settings, run
from site_builder.serve.store import Held
from site_builder.serve.workshop import Made, workshop

_WATCHED = ("site.yml", "content", "static", "themes", "translations.lock")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Where the preview should be seen."""

    host: str
    """Empty for this machine only."""
    port: str
    """A number, or ``auto`` for the next free one."""
    allowed_hosts: tuple[str, ...]
    open_browser: bool


def serve(request: Request, wish: Wish, tell: Callable[[Event], None]) -> int:
    """Preview the site until a signal comes; gives the exit code.

    Raises SiteError when ``site.yml`` cannot be used or the address cannot be had. Other mistakes
    are shown in the browser and, through ``tell``, in the terminal, and mended by saving.
    """
    config = load_config(request.root, request.overrides)
    outcome = bind(wish.host, _port(wish.port))
    if outcome.value is None:
        raise SiteError(outcome.problems)
    bound = outcome.value
    here = ConfigOverrides(url=bound.origin, base_path=config.base_path)
    # A warning must not end a preview, whatever site.yml says of publishing.
    local = replace(request, overrides=replace(here, strict=False))

    def make(held: Held, tell: Callable[[Event], None]) -> Made:
        prepared = prepare(local, held, tell)
        return Made(
            copies=prepared.plan.copies,
            artifacts=prepared.artifacts,
            problems=prepared.problems,
            workbench=prepared.workbench,
        )

    settings = Settings(
        root=request.root,
        watched=_watched(request.root),
        base_path=config.base_path,
        allowed_hosts=wish.allowed_hosts,
        open_browser=wish.open_browser,
    )
    with workshop(make, tell, settle=bound.close) as rebuild:
        return run(bound, settings, rebuild, tell)


def _watched(root: Path) -> tuple[Path, ...]:
    own = [root / name for name in _WATCHED]
    return tuple(dict.fromkeys([*own, shipped_themes()]))


def _port(typed: str) -> int | Literal["auto"]:
    if typed == "auto":
        return "auto"
    if typed.isdecimal():
        return int(typed)
    problem = Problem(
        code="machine",
        message=f'"{typed}" is not a port',
        hint="write a number such as 8000, or auto",
    )
    raise SiteError([problem])
