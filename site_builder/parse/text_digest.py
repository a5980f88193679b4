"""What counts as the words of a document: whoever translated them has to look again at a change.

Title, description and excerpt, the body with its code, and all that a hiring page says. White space
between words does not count, in code it does. Neither do addresses of links in the body: a link
that changed is found by the checks, and a renamed slug should not make every text stale.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256

from site_builder.model.body import Body
from site_builder.model.hiring import Profile, RichText
from site_builder.parse.rules.facts import folded
from site_builder.problems import Place


def digest_of_text(
    title: str, description: str, excerpt: str, body: Body, profile: Profile | None
) -> str:
    """SHA-256, hex, of the words of a document."""
    said = (title, description, excerpt, *_words(profile))
    parts = (*map(folded, said), body.text_digest)
    return sha256("\0".join(parts).encode()).hexdigest()


def _words(value: object) -> Iterator[str]:
    """Every word of a profile, in the order of its fields; where it was typed is no word."""
    match value:
        case None | Place():
            return
        case RichText():
            yield value.text
        case tuple():
            for one in value:
                yield from _words(one)
        case Mapping():
            for key in sorted(value):
                yield from (str(key), *_words(value[key]))
        case _ if is_dataclass(value):
            for field in fields(value):
                # The name keeps two fields apart of which one is empty.
                yield field.name
                yield from _words(getattr(value, field.name))
        case _:
            yield str(value)
