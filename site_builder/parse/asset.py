"""One picture understood: how large it is and what may be done with it, without decoding it."""

from __future__ import annotations

import hashlib

from site_builder.model.asset import MAX_PIXELS, Asset
from site_builder.model.source import Source
from site_builder.parse.image_header import Header, read_header
from site_builder.parse.svg_scripts import svg_has_scripts
from site_builder.problems import Outcome, Place, Problem


def read_asset(source: Source, data: bytes) -> Outcome[Asset]:
    """Understand the picture ``data``; there is always a value, since it is published anyway.

    Problems: ``image-damaged`` for what is no whole picture of a kind that browsers show,
    ``image-too-large`` for one that would be too large to decode.
    """
    header = read_header(data)
    pixels = header.width * header.height if header else 0
    problems: tuple[Problem, ...] = ()
    if header is None:
        problems = (damaged(source, "this is not a whole picture of a kind that browsers show"),)
    elif pixels > MAX_PIXELS and not header.is_drawn:
        problems = (_too_large(source, header),)
    asset = Asset(
        path=source.path,
        digest=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=header.media_type if header else "",
        width=header.width if header else 0,
        height=header.height if header else 0,
        can_be_remade=bool(header and header.is_still and not header.is_drawn and not problems),
        tells_place=bool(header and header.tells_place),
        has_scripts=(header is None or header.is_drawn) and svg_has_scripts(data),
    )
    return Outcome(value=asset, problems=problems)


def damaged(source: Source, what: str) -> Problem:
    """The Problem of a picture that cannot be understood."""
    return Problem(
        code="image-damaged",
        message=f"{what}; it is published as it is",
        place=Place(path=source.path),
        hint="open it in a program for pictures and save it again",
    )


def _too_large(source: Source, header: Header) -> Problem:
    return Problem(
        code="image-too-large",
        message=(
            f"{header.width:,} by {header.height:,} pixels are more than {MAX_PIXELS:,};"
            " no smaller versions are made, and it is published as it is"
        ),
        place=Place(path=source.path),
        hint="make it smaller yourself: few screens are wider than 4,000 pixels",
    )
