"""What a hiring page tells everyone that its author may not want to: pay, e-mail, phone.

Found when the page is read, told by ``check``. A number is pay where a currency stands by it, in
the facts, the summary and the requirements: elsewhere it is the price of something.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Literal

from site_builder.model.hiring import Disclosure, Profile
from site_builder.parse.pieces import Piece
from site_builder.patterns import late
from site_builder.problems import Place

_AMOUNT = r"(?<![\d.,])\d[\d.,]{0,20}(?:\s?(?:k|万|萬|千|lakh|mil|thousand)\b|[kK万萬千])?"
_RANGE = rf"{_AMOUNT}(?:\s*(?:[-‐–—~〜～]|to|and|a|y|à|et|bis|und|到|至|和|से|إلى|و)\s*{_AMOUNT})?"
_CURRENCY = (
    r"(?:[$€£¥￥₹₩元円]|(?:CNY|RMB|USD|EUR|GBP|JPY|INR|HKD|TWD|SGD|CHF|AED|SAR|MXN|CAD|AUD)\b"
    r"|人民币|人民幣|yuanes|yuan|euros?\b|dollars?\b|dólares\b|pesos\b|रुपये|यूरो|ريال|درهم|دولار|يورو|يوان)"
)
_PAY = late(rf"{_RANGE}\s*{_CURRENCY}|{_CURRENCY}\s*{_RANGE}", re.IGNORECASE)
_EMAIL = late(r"(?<![\w./+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PHONE = late(r"(?<![\w+])\+\d(?:[ ().-]*\d){7,14}")
_NEAR = 2000
"""Characters of an entry in which its words are looked for."""
_TAG = late(r"<[^>]*>")


def disclosures(profile: Profile, pieces: Sequence[Piece], path: str) -> Iterator[Disclosure]:
    """Find what is private in what the page ``path`` shows, in the order of the file."""
    whole = Place(path=path)
    basics, places = profile.basics, profile.places
    if basics.email:
        place = places.get("basics.email", whole)
        yield Disclosure(kind="email", words=basics.email, place=place)
    if basics.phone:
        place = places.get("basics.phone", whole)
        yield Disclosure(kind="phone", words=basics.phone, place=place)
    for key, text in _texts(profile):
        yield from _found("pay", _PAY, text, places.get(key, whole))
        yield from _found("email", _EMAIL, text, places.get(key, whole))
        yield from _found("phone", _PHONE, text, places.get(key, whole))
    for piece in pieces:
        text = _TAG.sub(" ", piece.html)
        place = Place(path=path, line=piece.line, column=1)
        yield from _found("email", _EMAIL, text, place)
        yield from _found("phone", _PHONE, text, place)


def at_their_words(found: Sequence[Disclosure], text: str) -> tuple[Disclosure, ...]:
    """Move each place onto the words themselves, where the file ``text`` has them as they are.

    What is typed in another way, with a mark or an entity inside, keeps the place of its entry.
    """
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    return tuple(replace(one, place=_at_words(one, text, starts)) for one in found)


def _at_words(found: Disclosure, text: str, starts: Sequence[int]) -> Place:
    place = found.place
    if not place.line or place.line > len(starts):
        return place
    begin = starts[place.line - 1] + (place.column or 1) - 1
    offset = text.find(found.words, begin, begin + _NEAR)
    if offset < 0:
        return place
    line = bisect_right(starts, offset)
    return replace(place, line=line, column=offset - starts[line - 1] + 1)


def _texts(profile: Profile) -> Iterator[tuple[str, str]]:
    yield "basics.summary", profile.basics.summary.text
    for number, fact in enumerate(profile.facts):
        yield f"facts[{number}]", fact.value
    for number, one in enumerate(profile.requirements):
        yield f"requirements[{number}]", one.text


def _found(
    kind: Literal["pay", "email", "phone"], pattern: re.Pattern[str], text: str, place: Place
) -> Iterator[Disclosure]:
    for match in pattern.finditer(text):
        yield Disclosure(kind=kind, words=match[0].strip(), place=place)
