"""Is the recording or hero there that a text asks for?"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.media import AUDIO_TYPES, IMAGE_ENDINGS, candidates, find
from site_builder.model.meta import Decided
from site_builder.model.route import Plan
from site_builder.model.site import Site
from site_builder.problems import Problem


def check_media(site: Site, _plan: Plan) -> Iterable[Problem]:
    """Problems: ``missing-audio``, ``missing-image``, each naming the path that was tried."""
    for document in site.by_path.values():
        yield from _check("audio", document.meta.audio, tuple(AUDIO_TYPES), site)
        yield from _check("image", document.meta.image, IMAGE_ENDINGS, site)


def _check(
    key: str, wanted: Decided[str] | None, endings: tuple[str, ...], site: Site
) -> Iterable[Problem]:
    if wanted is None or not wanted.value or find(wanted.value, endings, site.static):
        return
    first, *others = candidates(wanted.value, endings)
    rest = (
        f" (nor {', '.join('.' + other.rpartition('.')[2] for other in others)})" if others else ""
    )
    yield Problem(
        code=f"missing-{key}",
        message=f"{key} is asked for, but there is no static/{first}{rest}",
        place=wanted.place,
        hint=f"put the file there, or write {key}: false",
    )
